/// The embedded shell, named after devices: it does what the core decides, and interprets nothing.
@NullMarked
package io.inyeon.runtime;

import org.jspecify.annotations.NullMarked;
