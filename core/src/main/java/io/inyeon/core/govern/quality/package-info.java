/// How good the data is that comes: how much of it, how whole, how valid, how fresh.
@NullMarked
package io.inyeon.core.govern.quality;

import org.jspecify.annotations.NullMarked;
