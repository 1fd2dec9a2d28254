/// Measures: drives the real server over loopback with realistic events and prints what it takes.
@NullMarked
package io.inyeon.bench;

import org.jspecify.annotations.NullMarked;
