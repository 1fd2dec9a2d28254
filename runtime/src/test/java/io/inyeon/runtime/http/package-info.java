/// Tests of the HTTP edge, over real sockets.
@NullMarked
package io.inyeon.runtime.http;

import org.jspecify.annotations.NullMarked;
