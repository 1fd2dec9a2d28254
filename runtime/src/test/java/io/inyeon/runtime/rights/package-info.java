@NullMarked
package io.inyeon.runtime.rights;

import org.jspecify.annotations.NullMarked;
