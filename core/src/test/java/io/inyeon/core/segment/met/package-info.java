@NullMarked
package io.inyeon.core.segment.met;

import org.jspecify.annotations.NullMarked;
