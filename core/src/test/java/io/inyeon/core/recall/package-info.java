/// Tests of how a person was known at another time.
@NullMarked
package io.inyeon.core.recall;

import org.jspecify.annotations.NullMarked;
