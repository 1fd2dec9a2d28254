/// Tracking plans, transformations and the quarantine: saved, tried out, and repaired.
@NullMarked
package io.inyeon.runtime.plans;

import org.jspecify.annotations.NullMarked;
