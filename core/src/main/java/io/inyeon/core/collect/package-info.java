/// What a source said, in one form.
@NullMarked
package io.inyeon.core.collect;

import org.jspecify.annotations.NullMarked;
