/// People's rights: erasure, what has to be kept by law, the archive of what is known of somebody,
/// requests and their due dates.
@NullMarked
package io.inyeon.runtime.rights;

import org.jspecify.annotations.NullMarked;
