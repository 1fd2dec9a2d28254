/// Tests of the made-up shop and of the demo, the latter against a small server of the test's own.
@NullMarked
package io.inyeon.runtime.demo;

import org.jspecify.annotations.NullMarked;
