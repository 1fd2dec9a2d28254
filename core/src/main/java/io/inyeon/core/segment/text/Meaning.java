package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Operator.Relation;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a word, or a few together, may mean.
sealed interface Meaning {
  /// A word that events are told by: buy, ticket, open.
  record Key(String key, Form form) implements Meaning {}

  /// How an English verb stands; everything else is a noun.
  enum Form {
    NOUN,
    BASE,
    FINITE,
    GERUND
  }

  /// An event of the workspace by its own name.
  record Event(String name) implements Meaning {}

  /// A trait by a word for it.
  record Trait(String path) implements Meaning {}

  /// A value, by which the trait is known as well.
  ///
  /// @param values the value; more than one where the workspace writes it in several ways
  /// @param known whether it does; else these are ways in which it may
  record TraitValue(String path, List<Value> values, boolean known) implements Meaning {}

  /// A property of events.
  record Property(String path) implements Meaning {}

  /// A value of a property of events.
  record PropertyValue(String path, Value value) implements Meaning {}

  record Segment(String id) implements Meaning {}

  record Purpose(String name) implements Meaning {}

  record Score(String name) implements Meaning {}

  /// A word that the dictionary knows, for something that this workspace has not.
  record Missing(String what) implements Meaning {}

  record Does(Word word) implements Meaning {}

  record Numeral(Quantity quantity) implements Meaning {}

  /// A word that compares, before the number (more than) or after it (이상).
  record Comparing(Relation relation, boolean before) implements Meaning {}

  /// Exactly this number, before or after it.
  record Exactly(boolean before) implements Meaning {}

  record Calendar(Window.Period period) implements Meaning {}

  /// Something in quotes, as written.
  record Literal(String text) implements Meaning {}

  // What several words make together.

  /// A number that something is held against.
  ///
  /// @param relation `null` for exactly, and where it was not said
  /// @param said whether how it compares was said
  /// @param upTo the upper end of a range, both ends included
  record Measure(
      Quantity quantity, @Nullable Relation relation, boolean said, @Nullable BigDecimal upTo)
      implements Meaning {}

  /// A time in which something was done.
  record In(Window window, boolean rolling) implements Meaning {}

  /// Days of the calendar, both included; open at an end that is `null`.
  record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Meaning {}

  /// Within so long; of what, tells what stands around it.
  record Within(Span span) implements Meaning {}

  /// Longer ago than so.
  record LongerAgo(Span span) implements Meaning {}

  /// Within so long from now on.
  record Ahead(Span span) implements Meaning {}

  /// What stands in parentheses.
  record Group(Node node) implements Meaning {}
}
