package io.inyeon.core.govern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells whether less comes from a source than is usual for the time, or much more.
///
/// What is usual is the median of the same span of the weeks before, times how the days before now
/// compare with their own weeks before; on the days of a festival, what the festivals before
/// brought, and, since each goes in its own way, how its day began. How far from it is still usual
/// is learnt from how far the last four weeks were. It is a function of the counts alone, so what
/// it said can be asked for again.
public final class VolumeWatch {
  /// Minutes of a slot.
  public static final int SLOT_MINUTES = 10;

  /// Slots of a day.
  public static final int DAY = 24 * 60 / SLOT_MINUTES;

  /// Days that are worth keeping: two festivals, each with its week before.
  public static final int KEPT_DAYS = 400;

  private static final int HOUR = 60 / SLOT_MINUTES;
  private static final int WEEK = 7 * DAY;
  private static final int WEEKS = 6;
  private static final int FEWEST_WEEKS = 2;

  /// Days that the level is the median of.
  private static final int DAYS = 9;

  private static final int FEWEST_DAYS = 5;

  /// The spans that are looked at, in slots: an hour, and two.
  private static final int[] SPANS = {6, 12};

  /// Slots that the level leaves out, since they may be what is being looked for.
  private static final int LAG = 12;

  /// Fewer than that in a span are too few to tell.
  private static final double FEWEST = 40;

  private static final double LOW = 0.84;
  private static final double HIGH = 1.8;
  private static final double FLOOR = 0.035;
  private static final double FESTIVE = 0.16;
  private static final double STRANGE = 0.5;
  private static final double LIMIT = 3.6;
  private static final double BEYOND = 1.0;

  /// Hours of a festival's day that tell how it goes this time, and the fewest that can.
  private static final int MORNING = 6;

  private static final int FEWEST_HOURS = 3;

  /// A morning above that is a sale's.
  private static final double MORE_THAN_A_FESTIVAL = 1.3;

  /// How far the hours of a festival's day go apart from one another.
  private static final double WITHIN_A_DAY = 0.05;

  private static final int SAMPLES_EVERY = 29;
  private static final int SAMPLED = 28 * DAY;

  private VolumeWatch() {}

  /// How many events came in a slot.
  public interface Counts {
    /// How many came in some slots, first and last included.
    ///
    /// @param from slots since 1970-01-01T00:00 by the source's clock on the wall
    long sum(long from, long to);

    /// The first slot in which any came.
    long first();
  }

  /// What it says.
  public enum Finding {
    /// Nothing can be said yet: less than three weeks are known, or too little comes.
    LEARNING,
    USUAL,
    DROP,
    SURGE
  }

  /// What was found at the end of a slot.
  ///
  /// @param span minutes that were looked at
  /// @param observed events in it
  /// @param expected events that are usual
  public record Verdict(Finding finding, int span, long observed, double expected) {
    /// What came of what is usual: 1 is as usual.
    public double ratio() {
      return expected > 0 ? observed / expected : 1;
    }
  }

  private record Expected(double events, double spread) {}

  /// Looks at the time up to a slot's end.
  ///
  /// @param last the latest slot that has ended
  public static Verdict judge(Counts counts, long last) {
    var told = new Verdict(Finding.LEARNING, 0, 0, 0);
    var level = level(counts, last - LAG);
    for (var span : SPANS) {
      var verdict = judge(counts, last, span, level);
      if (verdict.finding() == Finding.DROP || verdict.finding() == Finding.SURGE) {
        return verdict;
      }
      if (verdict.finding() == Finding.USUAL) {
        told = verdict;
      }
    }
    return told;
  }

  /// What was usual for the span of slots that ended then; below 0 when nothing can be said.
  public static double usual(Counts counts, long last, int slots) {
    var expected = expected(counts, last, slots);
    return expected == null ? -1 : expected.events();
  }

  private static Verdict judge(Counts counts, long last, int span, double level) {
    var expected = expected(counts, last, span, level);
    var observed = sum(counts, last, span);
    if (expected == null || expected.events() < FEWEST) {
      return new Verdict(Finding.LEARNING, 0, observed, 0);
    }
    var ratio = observed / expected.events();
    var finding = Finding.USUAL;
    if (ratio < LOW || ratio > HIGH) {
      var usual = usual(counts, last, span, expected.events());
      var spread = Math.hypot(usual.spread(), expected.spread());
      var far = Math.log((observed + 0.5) / (expected.events() + 0.5));
      var noise = Math.hypot(spread, 1 / Math.sqrt(expected.events()));
      if (ratio < LOW
          && (far < -Math.max(LIMIT * noise, usual.low())
              || lessThanTheMorning(counts, last, span, level, expected, usual))) {
        finding = Finding.DROP;
      } else if (far > Math.max(2 * LIMIT * noise, usual.high()) && ratio > HIGH) {
        finding = Finding.SURGE;
      }
    }
    return new Verdict(finding, span * SLOT_MINUTES, observed, expected.events());
  }

  /// Whether it is less than the hours before on the same day of a festival promised, too. What
  /// festivals bring differs by more than a drop of 30 % from time to time, but a day goes on as it
  /// began; of days before it says nothing.
  private static boolean lessThanTheMorning(
      Counts counts, long last, int span, double level, Expected expected, Usual usual) {
    if (festive(last) == null) {
      return false;
    }
    var ratios = new double[MORNING];
    var known = 0;
    for (var back = 0; back < MORNING; back++) {
      var end = last - LAG - (long) back * HOUR;
      if (Math.floorDiv(end - HOUR + 1, DAY) == Math.floorDiv(last, DAY)) {
        var hour = expected(counts, end, HOUR, level);
        if (hour != null && hour.events() >= FEWEST / 2) {
          ratios[known++] = sum(counts, end, HOUR) / hour.events();
        }
      }
    }
    if (known < FEWEST_HOURS) {
      return false;
    }
    var morning = median(ratios, known);
    if (morning > MORE_THAN_A_FESTIVAL) {
      return false; // a sale that ends is no drop
    }
    var today = expected.events() * morning;
    var observed = sum(counts, last, span);
    var noise = Math.hypot(Math.hypot(usual.spread(), WITHIN_A_DAY), 1 / Math.sqrt(today));
    return observed < LOW * today && Math.log((observed + 0.5) / (today + 0.5)) < -LIMIT * noise;
  }

  /// How far from the expected the last weeks were.
  ///
  /// @param spread the usual distance, a logarithm, besides what chance makes of few events
  /// @param low how far below it must be to be unusual
  /// @param high how far above
  private record Usual(double spread, double low, double high) {}

  private static Usual usual(Counts counts, long last, int span, double events) {
    var far = new ArrayList<Double>();
    var chance = new ArrayList<Double>();
    for (var back = LAG + span; back < SAMPLED; back += SAMPLES_EVERY) {
      var at = last - back;
      if (festive(at) != null) {
        continue;
      }
      var expected = expected(counts, at, span);
      // Nights say little of days: only what is of a like size counts.
      if (expected != null && expected.events() > events / 4 && expected.events() >= FEWEST / 2) {
        far.add(Math.log((sum(counts, at, span) + 0.5) / (expected.events() + 0.5)));
        chance.add(1 / expected.events());
      }
    }
    if (far.size() < 40) {
      return new Usual(FLOOR * 3, 0, 0);
    }
    var sizes = far.stream().mapToDouble(Math::abs).sorted().toArray();
    var robust = 1.4826 * sizes[sizes.length / 2];
    var sorted = far.stream().mapToDouble(x -> x).sorted().toArray();
    var spread = Math.sqrt(Math.max(0, robust * robust - median(chance)));
    // The worst half percent may have been drops themselves.
    var low = -sorted[sorted.length / 200];
    var high = sorted[sorted.length - 1 - sorted.length / 200];
    return new Usual(Math.max(FLOOR, spread), BEYOND * low, BEYOND * high);
  }

  private static @Nullable Expected expected(Counts counts, long last, int span) {
    return expected(counts, last, span, level(counts, last - LAG));
  }

  private static @Nullable Expected expected(Counts counts, long last, int span, double level) {
    var day = festive(last);
    var festivals = day == null ? List.<Double>of() : festivals(counts, last, span, day);
    var base = festivals.isEmpty() ? weeks(counts, last, span) : median(festivals);
    if (base < 0 || level < 0) {
      return null;
    }
    return new Expected(base * level, day == null ? 0 : festivals.isEmpty() ? STRANGE : FESTIVE);
  }

  /// What the same day of the festivals before brought, at the level of the weeks before now.
  private static List<Double> festivals(Counts counts, long last, int span, Festivals.Day day) {
    var brought = new ArrayList<Double>();
    var now = weeks(counts, last - LAG, WEEK);
    for (var festival : Festivals.before(day.festival())) {
      var then = last - (day.festival() - festival) * DAY;
      var before = weeks(counts, then - LAG, WEEK);
      var level = level(counts, then - LAG);
      if (before <= 0 || level <= 0 || now < 0 || brought.size() == 2) {
        break;
      }
      brought.add(sum(counts, then, span) / (before * level) * now);
    }
    return brought;
  }

  /// The lower median of the same span of the weeks before, so that sales in half of them are none
  /// of it; below 0 when too few are known.
  private static double weeks(Counts counts, long last, int span) {
    var sums = new double[WEEKS];
    var known = 0;
    for (var week = 1; week <= 2 * WEEKS && known < WEEKS; week++) {
      var then = last - (long) week * WEEK;
      if (then - span + 1 < counts.first()) {
        break;
      }
      if (span >= WEEK || (festive(then) == null && festive(then - span + 1) == null)) {
        sums[known++] = sum(counts, then, span);
      }
    }
    Arrays.sort(sums, 0, known);
    return known < FEWEST_WEEKS ? -1 : sums[(known - 1) / 2];
  }

  /// How the days before compare with the weeks before them: their median, so that a sale of a day
  /// or two is none of it; below 0 when too little is known.
  private static double level(Counts counts, long last) {
    var ratios = new double[DAYS];
    var known = 0;
    for (var back = 0; back < 3 * DAYS && known < DAYS; back++) {
      var end = last - (long) back * DAY;
      if (festive(end) == null && festive(end - DAY + 1) == null) {
        var usual = weeks(counts, end, DAY);
        if (usual < 0) {
          break;
        }
        if (usual > 0) {
          ratios[known++] = sum(counts, end, DAY) / usual;
        }
      }
    }
    return known < FEWEST_DAYS ? -1 : median(ratios, known);
  }

  private static Festivals.@Nullable Day festive(long slot) {
    return Festivals.of(Math.floorDiv(slot, DAY));
  }

  private static long sum(Counts counts, long last, int slots) {
    return counts.sum(last - slots + 1, last);
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(x -> x).toArray(), values.size());
  }

  /// The median of an array's beginning, which it sorts.
  private static double median(double[] values, int count) {
    Arrays.sort(values, 0, count);
    var middle = count / 2;
    return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
