/// Where on earth an event came from, by a MaxMind file that the operator supplies.
@NullMarked
package io.inyeon.runtime.places;

import org.jspecify.annotations.NullMarked;
