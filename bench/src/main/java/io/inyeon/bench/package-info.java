@NullMarked
package io.inyeon.bench;

import org.jspecify.annotations.NullMarked;
