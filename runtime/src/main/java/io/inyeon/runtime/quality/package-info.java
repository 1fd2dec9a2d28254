/// Counts how good the data is that comes, and finds what became worse.
@NullMarked
package io.inyeon.runtime.quality;

import org.jspecify.annotations.NullMarked;
