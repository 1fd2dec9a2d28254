package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;

/// Where the scores of recency, frequency and monetary value divide: four numbers each, ascending.
///
/// @param recency days since the last event; no more than the first is 5
/// @param frequency events; at least the last is 5
/// @param monetary sums; at least the last is 5
/// @param people from how many they were worked out; 0 when somebody wrote them down
/// @param at when, milliseconds since 1970; 0 when somebody wrote them down
public record Cuts(
    List<BigDecimal> recency,
    List<BigDecimal> frequency,
    List<BigDecimal> monetary,
    long people,
    long at) {
  /// Cuts between five scores.
  public static final int MOST = 4;

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000L);

  public Cuts {
    recency = checked(recency);
    frequency = checked(frequency);
    monetary = checked(monetary);
  }

  private static List<BigDecimal> checked(List<BigDecimal> cuts) {
    if (!ascending(cuts)) {
      throw new IllegalArgumentException("no cuts: " + cuts);
    }
    return cuts.stream().map(Decimals9::exact).toList();
  }

  /// Whether some numbers can be cuts; of small populations several are one.
  static boolean ascending(List<BigDecimal> cuts) {
    for (var i = 1; i < cuts.size(); i++) {
      if (cuts.get(i - 1).compareTo(cuts.get(i)) > 0) {
        return false;
      }
    }
    return cuts.size() == MOST;
  }

  /// 5 for the largest numbers.
  static int rising(List<BigDecimal> cuts, BigDecimal number) {
    var score = 1;
    for (var cut : cuts) {
      score += number.compareTo(cut) >= 0 ? 1 : 0;
    }
    return score;
  }

  /// 5 for the smallest numbers.
  static int falling(List<BigDecimal> cuts, BigDecimal number) {
    var score = MOST + 1;
    for (var cut : cuts) {
      score -= number.compareTo(cut) > 0 ? 1 : 0;
    }
    return score;
  }

  /// How long a time in days lasts, in milliseconds.
  public static long lasts(BigDecimal days) {
    return days.multiply(DAY).setScale(0, RoundingMode.HALF_EVEN).longValue();
  }

  /// The three scores as a computed trait's value.
  public static Value.Fields scores(int recency, int frequency, int monetary) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("recency", number(recency));
    fields.put("frequency", number(frequency));
    fields.put("monetary", number(monetary));
    fields.put("score", new Value.Text("" + recency + frequency + monetary));
    return new Value.Fields(fields);
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
