package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// To whom logins give the events of a device, over all of time.
///
/// @param slices in the order of time, the first from the beginning of time on; neighbours differ
record Course(List<Slice> slices) {
  /// To whom, from a time until the next slice.
  ///
  /// @param heir `null` while nobody ever logged in
  record Slice(long from, @Nullable Identifier heir) {}

  /// A stretch of time in which the events of a device go from one person to another.
  ///
  /// @param last the last millisecond in it
  /// @param old `null` when they were the device's own
  record Window(long from, long last, @Nullable Identifier old, @Nullable Identifier now) {
    boolean meets(Fragment fragment) {
      return fragment.first() <= last && from <= fragment.latest();
    }

    boolean holds(Fragment fragment) {
      return from <= fragment.first() && fragment.latest() <= last;
    }

    boolean meets(Span span) {
      return span.from() <= last && from <= span.last();
    }
  }

  Course {
    slices = List.copyOf(slices);
  }

  /// Always the same.
  static Course of(@Nullable Identifier heir) {
    return new Course(List.of(new Slice(Long.MIN_VALUE, heir)));
  }

  /// A stretch of time.
  ///
  /// @param last its last millisecond
  record Stretch(long from, long last) {}

  /// When it gives them to any of these.
  List<Stretch> given(Set<Identifier> people) {
    var all = new ArrayList<Stretch>();
    for (var i = 0; i < slices.size(); i++) {
      var heir = slices.get(i).heir();
      if (heir != null && people.contains(heir)) {
        var last = i + 1 < slices.size() ? slices.get(i + 1).from() - 1 : Long.MAX_VALUE;
        all.add(new Stretch(slices.get(i).from(), last));
      }
    }
    return all;
  }

  /// Everybody to whom it ever gives any.
  Set<Identifier> heirs() {
    var all = new LinkedHashSet<Identifier>();
    for (var slice : slices) {
      if (slice.heir() != null) {
        all.add(slice.heir());
      }
    }
    return all;
  }

  private @Nullable Identifier at(long time) {
    Identifier heir = null;
    for (var slice : slices) {
      if (slice.from() > time) {
        break;
      }
      heir = slice.heir();
    }
    return heir;
  }

  /// Where another differs, in the order of time.
  List<Window> to(Course now) {
    var breaks = new ArrayList<Long>();
    slices.forEach(slice -> breaks.add(slice.from()));
    now.slices.forEach(slice -> breaks.add(slice.from()));
    var times = breaks.stream().sorted().distinct().toList();
    var windows = new ArrayList<Window>();
    for (var i = 0; i < times.size(); i++) {
      var from = times.get(i);
      var last = i + 1 < times.size() ? times.get(i + 1) - 1 : Long.MAX_VALUE;
      var old = at(from);
      var heir = now.at(from);
      if (!Objects.equals(old, heir)) {
        windows.add(new Window(from, last, old, heir));
      }
    }
    return windows;
  }
}
