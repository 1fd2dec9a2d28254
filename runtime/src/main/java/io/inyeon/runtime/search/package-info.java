/// Finds people as a service agent types them, and lists them by their latest activity: an index
/// and an order that follow from state, off the writer's path.
@org.jspecify.annotations.NullMarked
package io.inyeon.runtime.search;
