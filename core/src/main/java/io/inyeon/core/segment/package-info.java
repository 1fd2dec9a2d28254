/// Understands: who meets a condition, why, and when that will change.
@NullMarked
package io.inyeon.core.segment;

import org.jspecify.annotations.NullMarked;
