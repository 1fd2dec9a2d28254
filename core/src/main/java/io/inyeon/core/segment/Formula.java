package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// How a computed trait's value is worked out of what a person did. In JSON see [FormulaReader].
public sealed interface Formula {
  /// What is made of events.
  enum Measure {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    /// The value of the earliest.
    FIRST,
    /// The value of the latest.
    LAST,
    /// The value met most often; of several the one met last. Reaches back 400 days at most.
    MOST_FREQUENT,
    /// At most 100 different values, the latest first. Reaches back 400 days at most.
    UNIQUE,
    /// How many different values. Reaches back 400 days at most.
    DISTINCT;

    boolean numeric() {
      return this == SUM || this == AVG || this == MIN || this == MAX;
    }

    /// Whether it needs every value, and so reaches back only so far.
    public boolean tallied() {
      return this == MOST_FREQUENT || this == UNIQUE || this == DISTINCT;
    }
  }

  /// Some of the events that are taken together.
  ///
  /// @param property whose value is taken; `null` for none
  /// @param as the value taken instead of a property's; `null` for none
  record Part(Filter filter, @Nullable FieldPath property, @Nullable Value as) {
    public Part {
      if (property != null && as != null) {
        throw new IllegalArgumentException("a property's value or another one");
      }
      as = as == null ? null : Operator.scalar(as);
    }
  }

  /// Something of the events in a window, taken together.
  ///
  /// @param of one at least
  /// @param window none that begins with a trait's date
  record Aggregated(Measure measure, List<Part> of, Window window) implements Formula {
    public Aggregated {
      of = List.copyOf(of);
      if (of.isEmpty() || window instanceof Window.Since) {
        throw new IllegalArgumentException("an aggregate of " + of + " in " + window);
      }
    }

    /// What is kept of one part's events.
    public Track track(Part part) {
      if (part.property() == null) {
        return new Track(part.filter(), null, Track.Role.TIMES);
      }
      var role =
          measure.numeric()
              ? Track.Role.NUMBERS
              : measure.tallied() ? Track.Role.EACH : Track.Role.VALUES;
      return new Track(part.filter(), part.property(), role);
    }

    Reach reach() {
      return measure.tallied() && window instanceof Window.Ever ? Reach.YEAR : Reach.of(window);
    }
  }

  /// Something of a person's visits, as far as these are known one by one.
  record Visits(Figure figure) implements Formula {}

  /// What of visits.
  enum Figure {
    COUNT,
    /// Of all, in seconds.
    LENGTH,
    /// In seconds.
    AVERAGE_LENGTH,
    /// When the earliest began.
    FIRST,
    /// When the latest began.
    LAST
  }

  /// The hour of the day in which a person is active most, 0 to 23, in the workspace's time zone.
  record ActiveHour() implements Formula {}

  /// By what a person first came here, or came last.
  ///
  /// @param of what is told of that
  record Touched(boolean first, Touch.Of of) implements Formula {
    /// Names of the events by which somebody may come.
    public static final List<String> CALLS = List.of("page", "screen");

    /// What is kept of one call's events. The last touch passes over direct visits.
    Track track(String call) {
      var name = (first ? "" : Touch.INDIRECT) + ConditionReader.word(of);
      return new Track(
          new Filter(call, List.of()), new FieldPath(List.of(name)), Track.Role.TOUCHES);
    }

    List<Track> tracks() {
      return CALLS.stream().map(this::track).toList();
    }
  }

  /// Recency, frequency and monetary value, 1 to 5 each (Hughes, *Strategic Database Marketing*).
  ///
  /// @param property of which the sum is the monetary value
  /// @param cuts between the scores; `null` for the quintiles of all who have any
  record Rfm(Filter filter, FieldPath property, Window window, @Nullable Cuts cuts)
      implements Formula {
    /// What is kept of when they were.
    public Track times() {
      return new Track(filter, null, Track.Role.TIMES);
    }

    /// What is kept of their sums.
    public Track numbers() {
      return new Track(filter, property, Track.Role.NUMBERS);
    }
  }

  /// The first stage of some whose rule holds.
  ///
  /// @param otherwise when none does
  record Stages(List<Stage> stages, String otherwise) implements Formula {
    public Stages {
      stages = List.copyOf(stages);
    }
  }

  /// A stage of a life cycle.
  record Stage(String name, Rule rule) {}

  /// When somebody is in a stage.
  sealed interface Rule {
    /// A condition holds.
    record When(Condition condition) implements Rule {}

    /// Something happened within so long ago that had not happened for so long before, but had
    /// once.
    record AfterGap(Filter filter, Span gap, Span within) implements Rule {
      /// What is kept of it.
      public Track track() {
        return new Track(filter, null, Track.Role.TIMES);
      }

      Reach reach() {
        return Reach.ofMs(gap.ms() + within.ms());
      }
    }
  }

  /// The next day on which a trait's date returns.
  record Anniversary(FieldPath trait) implements Formula {}

  /// Tells what is kept for it, that of conditions in it excepted.
  default void tracks(BiConsumer<Track, Reach> reader) {
    switch (this) {
      case Aggregated aggregated ->
          aggregated
              .of()
              .forEach(part -> reader.accept(aggregated.track(part), aggregated.reach()));
      case Touched touched ->
          touched.tracks().forEach(track -> reader.accept(track, Reach.NOTHING));
      case Rfm rfm -> {
        reader.accept(rfm.times(), Reach.of(rfm.window()));
        reader.accept(rfm.numbers(), Reach.of(rfm.window()));
      }
      case Stages stages -> {
        for (var stage : stages.stages()) {
          if (stage.rule() instanceof Rule.AfterGap gap) {
            reader.accept(gap.track(), gap.reach());
          }
        }
      }
      case Visits _, ActiveHour _, Anniversary _ -> {}
    }
  }

  /// The conditions in it.
  default List<Condition> conditions() {
    return this instanceof Stages(var stages, _)
        ? stages.stream()
            .filter(stage -> stage.rule() instanceof Rule.When)
            .map(stage -> ((Rule.When) stage.rule()).condition())
            .toList()
        : List.of();
  }

  /// Whether it asks for quintiles, and so for everybody.
  default boolean measured() {
    return this instanceof Rfm(_, _, _, var cuts) && cuts == null;
  }

  /// What its values are.
  default Vocabulary.Kind kind() {
    return switch (this) {
      case Aggregated(var measure, var of, _) ->
          switch (measure) {
            case COUNT, SUM, AVG, MIN, MAX, DISTINCT -> Vocabulary.Kind.NUMBER;
            case UNIQUE -> Vocabulary.Kind.LIST;
            case FIRST, LAST, MOST_FREQUENT ->
                of.stream().allMatch(part -> part.as() instanceof Value.Text)
                    ? Vocabulary.Kind.TEXT
                    : Vocabulary.Kind.ANY;
          };
      case Visits(var figure) ->
          switch (figure) {
            case COUNT, LENGTH, AVERAGE_LENGTH -> Vocabulary.Kind.NUMBER;
            case FIRST, LAST -> Vocabulary.Kind.TEXT;
          };
      case ActiveHour _ -> Vocabulary.Kind.NUMBER;
      case Touched _, Stages _, Anniversary _ -> Vocabulary.Kind.TEXT;
      case Rfm _ -> Vocabulary.Kind.ANY;
    };
  }

  /// Whether its values are days or instants.
  default boolean dates() {
    return this instanceof Anniversary
        || (this instanceof Visits(var figure)
            && (figure == Figure.FIRST || figure == Figure.LAST));
  }
}
