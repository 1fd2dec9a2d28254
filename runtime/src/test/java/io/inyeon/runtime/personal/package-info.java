/// Tests of what is masked.
@NullMarked
package io.inyeon.runtime.personal;

import org.jspecify.annotations.NullMarked;
