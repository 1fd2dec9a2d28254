/// Tests of reading and writing JSON.
@NullMarked
package io.inyeon.runtime.json;

import org.jspecify.annotations.NullMarked;
