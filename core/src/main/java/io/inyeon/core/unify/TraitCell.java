package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What one source said of one trait within one fragment.
///
/// @param latest what it said last
/// @param count how often it said anything
/// @param spread what the trait's survivorship needs besides; `null` when it needs nothing
public record TraitCell(Observation latest, long count, @Nullable Spread spread) {
  static TraitCell of(Observation observation, Survivorship survivorship) {
    var spread =
        switch (survivorship) {
          case LATEST, TRUSTED -> null;
          case MIN, MAX, FREQUENT, UNION ->
              observation.removes() ? null : Spread.of(observation, survivorship);
        };
    return new TraitCell(observation, 1, spread);
  }

  /// Both as one.
  public TraitCell plus(TraitCell other) {
    return new TraitCell(
        Observation.later(latest, other.latest),
        count + other.count,
        spread == null ? other.spread : other.spread == null ? spread : spread.plus(other.spread));
  }

  /// What was said over time, as far as a survivorship other than by time asks for it.
  ///
  /// Of more than [#LIMIT] different values the smallest are kept; values larger than [#LARGEST]
  /// are never kept here.
  ///
  /// @param least the smallest value, for MIN
  /// @param greatest the largest, for MAX
  /// @param values each value once, for FREQUENT and UNION
  /// @param beyond how often values were said that are not kept
  public record Spread(
      @Nullable Observation least,
      @Nullable Observation greatest,
      Table<Value, Said> values,
      long beyond) {
    /// Different values kept.
    public static final int LIMIT = 50;

    /// Characters of the largest value kept among them.
    public static final int LARGEST = 200;

    /// The order of the values.
    public static final Comparator<Value> ORDER = ValueOrder.VALUES;

    private static final Table<Value, Said> NONE = Table.empty(ORDER);
    private static final Spread NOTHING = new Spread(null, null, NONE, 0);

    static Spread of(Observation observation, Survivorship survivorship) {
      return switch (survivorship) {
        case MIN -> new Spread(observation, null, NONE, 0);
        case MAX -> new Spread(null, observation, NONE, 0);
        case FREQUENT -> NOTHING.plus(observation.value(), observation);
        case UNION -> {
          if (!(observation.value() instanceof Value.Items(var items))) {
            yield NOTHING.plus(observation.value(), observation);
          }
          var all = NOTHING;
          for (var item : items) {
            all = all.plus(item, observation);
          }
          yield all;
        }
        case LATEST, TRUSTED -> NOTHING;
      };
    }

    private Spread plus(Value value, Observation observation) {
      if (value == Value.Nothing.NOTHING) {
        return this;
      }
      if (ValueOrder.size(value) > LARGEST) {
        return new Spread(least, greatest, values, beyond + 1);
      }
      var one =
          Table.of(ValueOrder.VALUES, ValueOrder.plain(value), new Said(1, observation.mention()));
      return plus(new Spread(null, null, one, 0));
    }

    Spread plus(Spread other) {
      var all = values.plus(other.values, Said::plus);
      var left = beyond + other.beyond;
      for (var i = LIMIT; i < all.size(); i++) {
        left += all.value(i).count();
      }
      return new Spread(
          least == null
              ? other.least
              : other.least == null ? least : Observation.smaller(least, other.least),
          greatest == null
              ? other.greatest
              : other.greatest == null ? greatest : Observation.larger(greatest, other.greatest),
          all.head(LIMIT),
          left);
    }
  }

  /// How often one value was said, and the last time that it was.
  public record Said(long count, Mention latest) {
    Said plus(Said other) {
      return new Said(
          count + other.count, latest.compareTo(other.latest) >= 0 ? latest : other.latest);
    }
  }
}
