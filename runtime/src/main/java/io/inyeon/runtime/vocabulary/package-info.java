/// What the workspace knows by name, kept beside state as events come.
@NullMarked
package io.inyeon.runtime.vocabulary;

import org.jspecify.annotations.NullMarked;
