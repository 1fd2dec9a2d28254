/// Repairs of events on their way in, before any plan is asked.
@NullMarked
package io.inyeon.core.govern.transform;

import org.jspecify.annotations.NullMarked;
