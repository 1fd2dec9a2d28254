/// Maps and rows, put to the test.
@NullMarked
package io.inyeon.core.collect.mapping;

import org.jspecify.annotations.NullMarked;
