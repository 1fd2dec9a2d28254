@NullMarked
package io.inyeon.runtime.consent;

import org.jspecify.annotations.NullMarked;
