/// Looks at the machine before anything is started, and says what to do where something is missing.
@NullMarked
package io.inyeon.runtime.doctor;

import org.jspecify.annotations.NullMarked;
