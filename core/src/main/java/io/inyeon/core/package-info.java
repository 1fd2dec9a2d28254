/// The whole product's decisions, pure: no input or output, no clock, no randomness, no threads.
@NullMarked
package io.inyeon.core;

import org.jspecify.annotations.NullMarked;
