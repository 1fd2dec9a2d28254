/// Foreign JSON into values, values into JSON; the bytes of an event are only read, never
/// rewritten.
@NullMarked
package io.inyeon.runtime.json;

import org.jspecify.annotations.NullMarked;
