/// Tests of reading and saying conditions.
@NullMarked
package io.inyeon.core.segment.text;

import org.jspecify.annotations.NullMarked;
