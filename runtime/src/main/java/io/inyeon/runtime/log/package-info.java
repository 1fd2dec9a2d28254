/// Our own append-only log: what it has taken is on disk before anyone hears so.
@NullMarked
package io.inyeon.runtime.log;

import org.jspecify.annotations.NullMarked;
