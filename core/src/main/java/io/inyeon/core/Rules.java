package io.inyeon.core;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;

/// The rules in force, ready for use.
///
/// @param spanEvents how many events that name one device share a [io.inyeon.core.unify.Span] of
///   time at most; no rule, but the same for all
public record Rules(RulesDocument document, IdentifierTypes types, int spanEvents) {
  /// So many are read again at once, which takes some milliseconds.
  public static final int SPAN_EVENTS = 512;

  public static Rules of(RulesDocument document, PhoneNumbers phones, Patterns patterns) {
    return new Rules(
        document,
        new IdentifierTypes(
            document.types(), document.customType(), document.region(), phones, patterns),
        SPAN_EVENTS);
  }

  /// The same with smaller spans, so that small worlds have some.
  public Rules withSpans(int events) {
    return new Rules(document, types, events);
  }
}
