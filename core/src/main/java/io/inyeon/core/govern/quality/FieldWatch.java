package io.inyeon.core.govern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Tells whether a day's data is worse than the days before: fields that are missing more often,
/// events that a plan finds wrong more often, repetitions, delays.
///
/// A share counts as worse when it is so by more than [#WORSE] of all, by more than it varied
/// between the days before, and by more than chance makes of so many events.
public final class FieldWatch {
  /// By how much a share must be worse.
  public static final double WORSE = 0.1;

  private static final int FEWEST_EVENTS = 200;
  private static final int FEWEST_DAYS = 3;
  private static final double SPREADS = 4;
  private static final double CHANCES = 5;
  private static final long SLOW_SECONDS = 600;
  private static final int SLOWER = 4;

  private FieldWatch() {}

  /// What became worse; codes that the API tells in lower case.
  public enum Worse {
    COMPLETENESS,
    VALIDITY,
    UNIQUENESS,
    FRESHNESS
  }

  /// One thing that became worse.
  ///
  /// @param field dotted path; empty for the events as wholes
  /// @param observed a share, of freshness seconds
  /// @param expected the same, of the days before
  public record Finding(Worse worse, String field, double observed, double expected) {}

  /// Whether a day's events are enough to be compared.
  public static boolean enough(EventDay day) {
    return day.looked() >= FEWEST_EVENTS;
  }

  /// Whether a day of a source is enough to be compared.
  public static boolean enough(SourceDay day) {
    return day.all() >= FEWEST_EVENTS;
  }

  /// Compares a day's events of a name with those of the days before.
  ///
  /// @param before the days before, any order; those with few events say nothing
  public static List<Finding> judge(EventDay today, List<EventDay> before) {
    var findings = new ArrayList<Finding>();
    var known = before.stream().filter(day -> day.looked() >= FEWEST_EVENTS / 4).toList();
    if (known.size() < FEWEST_DAYS) {
      return findings;
    }
    if (today.looked() >= FEWEST_EVENTS) {
      var paths = new ArrayList<String>();
      for (var day : known) {
        day.fields().keySet().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
      }
      for (var path : paths) {
        worse(
            Worse.COMPLETENESS,
            path,
            today.completeness(path),
            today.looked(),
            shares(known, day -> day.completeness(path)),
            findings);
      }
    }
    if (today.seen() >= FEWEST_EVENTS) {
      worse(
          Worse.VALIDITY,
          "",
          today.validity(),
          today.seen(),
          shares(known, EventDay::validity),
          findings);
    }
    return findings;
  }

  /// Compares a source's day with the days before.
  public static List<Finding> judge(SourceDay today, List<SourceDay> before) {
    var findings = new ArrayList<Finding>();
    var known = before.stream().filter(day -> day.all() >= FEWEST_EVENTS).toList();
    if (known.size() < FEWEST_DAYS || today.all() < FEWEST_EVENTS) {
      return findings;
    }
    worse(
        Worse.UNIQUENESS,
        "",
        unique(today),
        today.all(),
        shares(known, FieldWatch::unique),
        findings);
    var usual = shares(known, day -> day.delaySeconds(0.95));
    var delay = today.delaySeconds(0.95);
    var expected = usual[usual.length / 2];
    // Devices that were offline come in late on every day; what counts is that it is another day.
    if (delay > SLOW_SECONDS && delay >= SLOWER * usual[usual.length - 1]) {
      findings.add(new Finding(Worse.FRESHNESS, "", delay, expected));
    }
    return findings;
  }

  private static double unique(SourceDay day) {
    return 1 - (double) day.ended(SourceDay.Ended.DUPLICATE) / day.all();
  }

  private static <T> double[] shares(List<T> days, ToDoubleFunction<T> share) {
    return days.stream().mapToDouble(share).sorted().toArray();
  }

  private static void worse(
      Worse worse,
      String field,
      double observed,
      long events,
      double[] usual,
      List<Finding> findings) {
    var expected = usual[usual.length / 2];
    var sizes = Arrays.stream(usual).map(each -> Math.abs(each - expected)).sorted().toArray();
    var spread = 1.4826 * sizes[sizes.length / 2];
    var chance = Math.sqrt(expected * (1 - expected) / events);
    var less = expected - observed;
    if (less > WORSE && less > SPREADS * spread && less > CHANCES * chance) {
      findings.add(new Finding(worse, field, observed, expected));
    }
  }
}
