package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes erased people's logins off the devices that stay, and the memory of those that go.
final class LoginsWithout {
  private final Draft draft;
  private final Courses courses;

  LoginsWithout(Draft draft) {
    this.draft = draft;
    courses = new Courses(draft);
  }

  /// To whom logins give a device's events, besides itself.
  Set<Identifier> heirs(Identifier device) {
    return courses.decide(device) ? courses.course(device).heirs() : Set.of();
  }

  /// When the events of devices were those of some people.
  List<Leftover.Slice> slices(Set<FragmentKey> fragments, Set<Identifier> people) {
    var slices = new ArrayList<Leftover.Slice>();
    for (var fragment : fragments) {
      if (fragment.heir() != null) {
        for (var device : fragment.identifiers()) {
          if (courses.decide(device)) {
            courses
                .course(device)
                .given(people)
                .forEach(stretch ->
                    slices.add(new Leftover.Slice(device, stretch.from(), stretch.last())));
          }
        }
      }
    }
    return slices.stream().distinct().toList();
  }

  void take(Map<FragmentKey, Fragment> erased, Set<Identifier> gone) {
    if (!draft.rules().types().anyByLogin()) {
      return;
    }
    var devices = new LinkedHashSet<Identifier>();
    erased
        .keySet()
        .forEach(key -> key.identifiers().stream().filter(courses::decide).forEach(devices::add));
    gone.stream().filter(courses::decide).forEach(devices::add);
    for (var device : devices) {
      take(device, erased, gone);
    }
  }

  private void take(Identifier device, Map<FragmentKey, Fragment> erased, Set<Identifier> gone) {
    var spans = courses.spans(device);
    var all = spans == null ? List.of(Span.WHOLE) : spans.all();
    draft.require(all.stream().map(span -> new Key.OfLogins(device, span)).toList());
    for (var span : all) {
      var key = new Key.OfLogins(device, span);
      var logins = draft.get(key);
      if (logins == null) {
        continue;
      }
      if (gone.contains(device)) {
        draft.remove(key);
      } else {
        draft.put(key, without(logins, count(device, span, erased), gone));
      }
    }
    if (gone.contains(device)) {
      draft.remove(new Key.OfSpans(device));
    }
  }

  /// How many of the erased events a span of a device counts.
  private static long count(Identifier device, Span span, Map<FragmentKey, Fragment> erased) {
    var count = 0L;
    for (var entry : erased.entrySet()) {
      if (entry.getKey().identifiers().contains(device) && entry.getKey().span().equals(span)) {
        count += entry.getValue().count();
      }
    }
    return count;
  }

  private static Logins without(Logins logins, long fewer, Set<Identifier> gone) {
    var runs = new ArrayList<Logins.Run>();
    for (var run : logins.runs()) {
      var left = run.logins().stream().filter(each -> !gone.contains(each.anchor())).toList();
      if (left.isEmpty()) {
        continue;
      }
      var before = runs.isEmpty() ? null : runs.getLast();
      if (before != null && left.size() == 1 && before.only(left.getFirst())) {
        runs.set(runs.size() - 1, new Logins.Run(before.first(), run.last(), before.logins()));
      } else {
        runs.add(new Logins.Run(run.first(), run.last(), left));
      }
    }
    return new Logins(Math.max(0, logins.count() - fewer), runs);
  }
}
