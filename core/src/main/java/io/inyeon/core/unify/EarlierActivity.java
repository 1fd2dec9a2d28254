package io.inyeon.core.unify;

/// What a person did in a browser or an app longer ago than is known minute by minute.
///
/// @param events how many, pages included
/// @param pages how many pages and screens
/// @param last the latest event time, milliseconds since 1970
public record EarlierActivity(long events, long pages, long last) {
  EarlierActivity plus(EarlierActivity other) {
    return new EarlierActivity(
        events + other.events, pages + other.pages, Math.max(last, other.last));
  }
}
