/// Tests of the instruments: what they read, count and print.
@NullMarked
package io.inyeon.bench;

import org.jspecify.annotations.NullMarked;
