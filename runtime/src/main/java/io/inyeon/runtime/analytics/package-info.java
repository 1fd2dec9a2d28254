/// A read-model of people and events in columns, in which a condition is asked of everybody at
/// once. It follows what is committed, and is made anew from state and archive when it is missing.
@NullMarked
package io.inyeon.runtime.analytics;

import org.jspecify.annotations.NullMarked;
