package io.inyeon.core.unify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Who logged in on a device within one span of time. It follows from the events in the span alone,
/// and does not hang on their order.
///
/// @param count of all events in the span that name the device
/// @param runs in the order of time
public record Logins(long count, List<Run> runs) {
  /// None.
  public static final Logins NONE = new Logins(0, List.of());

  public Logins {
    runs = List.copyOf(runs);
  }

  /// One person's logins with nobody else's between, or those of several people at one moment.
  ///
  /// @param last when the last was; the same as `first` if they are several people's
  /// @param logins those at `first`, the greatest first; of each anchor and rank the greatest only
  public record Run(long first, long last, List<Login> logins) {
    public Run {
      logins = List.copyOf(logins);
      if (logins.isEmpty() || first > last || (logins.size() > 1 && first != last)) {
        throw new IllegalArgumentException("no run of logins");
      }
    }

    static Run of(long time, Collection<Login> logins) {
      return new Run(time, time, greatest(logins));
    }

    private static List<Login> greatest(Collection<Login> logins) {
      var sorted = new ArrayList<>(logins);
      sorted.sort(Comparator.reverseOrder());
      var distinct = new ArrayList<Login>();
      for (var login : sorted) {
        if (distinct.stream().noneMatch(login::alike)) {
          distinct.add(login);
        }
      }
      return distinct;
    }

    /// Whether all its logins are of this one's anchor and rank.
    boolean only(Login login) {
      return logins.size() == 1 && logins.getFirst().alike(login);
    }

    Run with(List<Login> more) {
      var all = new ArrayList<>(logins);
      all.addAll(more);
      return new Run(first, last, greatest(all));
    }
  }

  /// All of it anew.
  ///
  /// @param atTimes the logins by their times
  static Logins of(long count, SortedMap<Long, List<Login>> atTimes) {
    var runs = new ArrayList<Run>();
    atTimes.forEach((time, logins) -> {
      var run = Run.of(time, logins);
      var before = runs.isEmpty() ? null : runs.getLast();
      if (before != null && run.logins().size() == 1 && before.only(run.logins().getFirst())) {
        runs.set(runs.size() - 1, new Run(before.first(), time, before.logins()));
      } else {
        runs.add(run);
      }
    });
    return new Logins(count, runs);
  }

  Logins counted() {
    return new Logins(count + 1, runs);
  }

  /// With the logins of one more event; `null` when it falls within a run of somebody else, so that
  /// nobody knows when that one logged in again.
  ///
  /// @param logins one at least
  @Nullable Logins with(long time, List<Login> logins) {
    var at = lastTo(time);
    var before = at < 0 ? null : runs.get(at);
    var one = logins.size() == 1 ? logins.getFirst() : null;
    var more = new ArrayList<>(runs);
    if (before != null && time <= before.last()) {
      if (before.first() == time && (before.last() == time || only(before, logins))) {
        more.set(at, before.with(logins));
      } else if (!only(before, logins)) {
        return null;
      }
      return joined(more, at);
    }
    if (one != null && before != null && before.only(one)) {
      more.set(at, new Run(before.first(), time, before.logins()));
      return new Logins(count, more);
    }
    var after = at + 1 < runs.size() ? runs.get(at + 1) : null;
    if (one != null && after != null && after.only(one)) {
      more.set(at + 1, new Run(time, after.last(), List.of(one)));
    } else {
      more.add(at + 1, Run.of(time, logins));
    }
    return new Logins(count, more);
  }

  private static boolean only(Run run, List<Login> logins) {
    return logins.stream().allMatch(run::only);
  }

  private Logins joined(List<Run> more, int at) {
    return Objects.equals(more.get(at), runs.get(at)) ? this : new Logins(count, more);
  }

  /// The place of the last run that begins at a time or before; -1 for none.
  int lastTo(long time) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (runs.get(middle).first() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
