/// The same decisions where state is kept by many: steps that walk from value to value as messages.
@NullMarked
package io.inyeon.core.steps;

import org.jspecify.annotations.NullMarked;
