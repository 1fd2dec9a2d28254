/// Reads files of other systems and hands their rows in as events.
@NullMarked
package io.inyeon.runtime.importing;

import org.jspecify.annotations.NullMarked;
