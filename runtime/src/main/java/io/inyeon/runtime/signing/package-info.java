/// The one way in which this server signs.
@NullMarked
package io.inyeon.runtime.signing;

import org.jspecify.annotations.NullMarked;
