/// State on disk: what is kept under each key, and the bytes that it is kept as.
@NullMarked
package io.inyeon.runtime.store;

import org.jspecify.annotations.NullMarked;
