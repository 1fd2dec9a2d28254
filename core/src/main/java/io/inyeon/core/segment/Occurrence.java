package io.inyeon.core.segment;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One event as a condition counts it.
///
/// @param time milliseconds since 1970
/// @param value the number or value asked for; `null` when only times are
public record Occurrence(long time, @Nullable Value value) implements Comparable<Occurrence> {
  /// Characters of the longest text kept; events with a longer one count as having no value.
  public static final int LONGEST = 256;

  /// Truths, then numbers, then texts by their bytes.
  public static final Comparator<Value> VALUES = Occurrence::compare;

  /// By time, and then by value.
  @Override
  public int compareTo(Occurrence that) {
    var order = Long.compare(time, that.time);
    return order != 0 || value == null || that.value == null ? order : compare(value, that.value);
  }

  private static int compare(Value a, Value b) {
    if (a instanceof Value.Truth(var x) && b instanceof Value.Truth(var y)) {
      return Boolean.compare(x, y);
    }
    if (a instanceof Value.Decimal(var x) && b instanceof Value.Decimal(var y)) {
      return x.compareTo(y);
    }
    if (a instanceof Value.Text(var x) && b instanceof Value.Text(var y)) {
      return Identifier.compareBytes(x, y);
    }
    return Integer.compare(kind(a), kind(b));
  }

  private static int kind(Value value) {
    return switch (value) {
      case Value.Truth _ -> 0;
      case Value.Decimal _ -> 1;
      case Value.Text _ -> 2;
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ ->
          throw new IllegalArgumentException("no scalar: " + value);
    };
  }

  /// A text, number or truth as it is kept; `null` for everything else, or one too long.
  public static @Nullable Value scalar(@Nullable Value found) {
    return kept(Track.Role.VALUES, found);
  }

  /// What of a property's value a track keeps; `null` when that event does not count.
  static @Nullable Value kept(Track.Role role, @Nullable Value found) {
    return switch (found) {
      case Value.Decimal(var number) -> {
        var rounded = Decimals9.rounded(number);
        yield rounded == null ? null : new Value.Decimal(rounded);
      }
      case Value.Text(var text) when role == Track.Role.VALUES && text.length() <= LONGEST -> found;
      case Value.Truth _ when role == Track.Role.VALUES -> found;
      case null, default -> null;
    };
  }
}
