/// Tracking plans: what a workspace expects of the events of its sources.
@NullMarked
package io.inyeon.core.govern.plan;

import org.jspecify.annotations.NullMarked;
