/// Events that are kept and do not count, by the cause of it.
@NullMarked
package io.inyeon.core.govern.quarantine;

import org.jspecify.annotations.NullMarked;
