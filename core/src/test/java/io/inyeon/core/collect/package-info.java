/// What a source said, in one form: its tests.
@NullMarked
package io.inyeon.core.collect;

import org.jspecify.annotations.NullMarked;
