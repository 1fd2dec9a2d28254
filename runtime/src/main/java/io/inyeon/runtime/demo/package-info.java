/// A made-up Korean shop, online and in the street, whose people and events are generated from a
/// seed, and the demo that plays it through the HTTP API and compares what was found with the
/// truth.
@NullMarked
package io.inyeon.runtime.demo;

import org.jspecify.annotations.NullMarked;
