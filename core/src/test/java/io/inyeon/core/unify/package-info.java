/// Tests of who is who, and of what is known of each.
@NullMarked
package io.inyeon.core.unify;

import org.jspecify.annotations.NullMarked;
