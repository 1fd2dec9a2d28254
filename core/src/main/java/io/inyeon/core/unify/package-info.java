/// Who is who, and what is known of each.
@NullMarked
package io.inyeon.core.unify;

import org.jspecify.annotations.NullMarked;
