/// The HTTP edge: the tracking API to the letter, and the management API behind keys.
@NullMarked
package io.inyeon.runtime.http;

import org.jspecify.annotations.NullMarked;
