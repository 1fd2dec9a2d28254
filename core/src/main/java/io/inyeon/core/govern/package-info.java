/// What may be done with it.
@NullMarked
package io.inyeon.core.govern;

import org.jspecify.annotations.NullMarked;
