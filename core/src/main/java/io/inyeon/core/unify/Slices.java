package io.inyeon.core.unify;

import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SharedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps who logged in on which device when, and sees to it that the device's events are with whom
/// that gives them to, see [io.inyeon.core.collect.SharedPolicy].
///
/// Sums cannot be taken apart. So a device's events are summed up by spans of time, and where a
/// login divides a span otherwise than before, the few events of that one span are read again.
final class Slices {
  private final Draft draft;
  private final IdentifierTypes types;
  private final Courses courses;
  private final HandOver handOver;

  Slices(Draft draft, List<Effect> effects, Owners owners) {
    this.draft = draft;
    types = draft.rules().types();
    courses = new Courses(draft);
    handOver = new HandOver(draft, effects, owners, courses);
  }

  HandOver handOver() {
    return handOver;
  }

  // ---- an event more

  /// Counts an event on each device that it names, and lets its logins take effect.
  void count(Event event) {
    var devices = event.identifiers().stream().filter(courses::decide).toList();
    if (!devices.isEmpty()) {
      courses.foresee(devices, event.head().time());
      devices.forEach(device -> count(device, event));
    }
  }

  private void count(Identifier device, Event event) {
    var time = event.head().time();
    var span = roomy(device, time);
    var known = courses.logins(device, span);
    var logins = logins(device, event);
    var more = known;
    if (!logins.isEmpty()) {
      var old = courses.heir(device, time);
      var with = known.with(time, logins);
      more = with == null ? reread(device, span, known, time, logins) : with;
      put(device, span, more);
      var now = courses.heir(device, time);
      if (!Objects.equals(old, now)) {
        handOver.move(device, List.of(window(device, time, old, now)));
      }
    }
    // Only now: until here it counts what is on record.
    put(device, span, more.counted());
  }

  private Course.Window window(
      Identifier device, long time, @Nullable Identifier old, @Nullable Identifier now) {
    if (types.type(device.type()).policy() == SharedPolicy.LAST) {
      return new Course.Window(Long.MIN_VALUE, Long.MAX_VALUE, old, now);
    }
    var first = courses.until(device, time - 1) == null;
    var next = courses.after(device, time);
    return new Course.Window(
        first ? Long.MIN_VALUE : time, next == null ? Long.MAX_VALUE : next.first() - 1, old, now);
  }

  /// The logins on a device that an event tells of: one for each anchor that its kind of source may
  /// link by.
  private List<Login> logins(Identifier device, Event event) {
    var logins = new ArrayList<Login>(1);
    if (Unifier.linksBy(device, event.kind(), types)) {
      for (var anchor : event.identifiers()) {
        if (types.anchor(anchor.type())
            && Unifier.linksBy(anchor, event.kind(), types)
            && !anchor.equals(device)
            && draft.find(anchor) != null) {
          var head = event.head();
          logins.add(new Login(anchor, event.rank(), head.messageId(), head.source()));
        }
      }
    }
    return logins;
  }

  /// Works out anew who logged in when within a span, where a login falls among another's.
  private Logins reread(Identifier device, Span span, Logins known, long time, List<Login> logins) {
    var events = handOver.mentions(device, span, known.count());
    if (events == null) {
      return known;
    }
    var atTimes = atTimes(device, events);
    atTimes.computeIfAbsent(time, _ -> new ArrayList<>()).addAll(logins);
    return Logins.of(known.count(), atTimes);
  }

  private SortedMap<Long, List<Login>> atTimes(Identifier device, Collection<Event> events) {
    var atTimes = new TreeMap<Long, List<Login>>();
    for (var event : events) {
      var logins = logins(device, event);
      if (!logins.isEmpty()) {
        atTimes.computeIfAbsent(event.head().time(), _ -> new ArrayList<>()).addAll(logins);
      }
    }
    return atTimes;
  }

  private void put(Identifier device, Span span, Logins logins) {
    draft.put(new Key.OfLogins(device, span), logins);
    var spans = courses.spans(device);
    if (spans != null) {
      var with = spans.with(span, !logins.runs().isEmpty());
      if (with.all().size() + with.withLogins().size()
          > spans.all().size() + spans.withLogins().size()) {
        draft.put(new Key.OfSpans(device), with);
      }
    }
  }

  // ---- dividing spans

  /// The span that a time falls in, divided until it has room for one event more.
  private Span roomy(Identifier device, long time) {
    var most = draft.rules().spanEvents();
    while (true) {
      var span = courses.span(device, time);
      var count = courses.logins(device, span).count();
      // A span that could not be divided when it was full is tried again when it is twice as full.
      if (count < most || count % most != 0 || span.instant() || !divide(device, span, count)) {
        return span;
      }
    }
  }

  private boolean divide(Identifier device, Span span, long count) {
    var events = handOver.mentions(device, span, count);
    if (events == null) {
      return false;
    }
    var counted = new ArrayList<Event>();
    for (var event : events) {
      if (courses.span(event.identifiers(), event.head().time()).equals(span)) {
        counted.add(event);
      }
    }
    return handOver.retell(device, span, counted, () -> narrower(device, span, events));
  }

  private void narrower(Identifier device, Span span, List<Event> events) {
    var spans = courses.spans(device);
    spans = spans == null ? new Spans(List.of(), List.of()) : spans.without(span);
    draft.remove(new Key.OfLogins(device, span));
    for (var part : parts(span, events).entrySet()) {
      var logins = Logins.of(part.getValue().size(), atTimes(device, part.getValue()));
      draft.put(new Key.OfLogins(device, part.getKey()), logins);
      spans = spans.with(part.getKey(), !logins.runs().isEmpty());
    }
    draft.put(new Key.OfSpans(device), spans);
  }

  private Map<Span, List<Event>> parts(Span span, List<Event> events) {
    var parts = new LinkedHashMap<Span, List<Event>>();
    for (var event : events) {
      var part = Span.at(event.head().time(), span.level() - 1);
      parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(event);
    }
    var all = new LinkedHashMap<Span, List<Event>>();
    parts.forEach((part, some) -> {
      if (some.size() > draft.rules().spanEvents() && !part.instant()) {
        all.putAll(parts(part, some));
      } else {
        all.put(part, some);
      }
    });
    return all;
  }

  // ---- logins that count no longer, or again

  /// To whom logins give the events of those of these that are devices.
  Map<Identifier, Course> courses(Collection<Identifier> devices) {
    draft.foresee(devices);
    var all = new LinkedHashMap<Identifier, Course>();
    for (var device : devices) {
      if (courses.decide(device)) {
        all.put(device, courses.course(device));
      }
    }
    return all;
  }

  /// The same as long as some anchors had other tallies.
  Map<Identifier, Course> courses(Collection<Identifier> devices, Map<Identifier, Tally> tallies) {
    draft.foresee(devices);
    var all = new LinkedHashMap<Identifier, Course>();
    for (var device : devices) {
      if (courses.decide(device)) {
        all.put(device, courses.course(device, tallies));
      }
    }
    return all;
  }

  /// Brings the events of devices to whom they are to go now.
  void settle(Map<Identifier, Course> old) {
    old.forEach((device, course) -> {
      var windows = course.to(courses.course(device));
      if (!windows.isEmpty()) {
        handOver.move(device, windows);
      }
    });
  }

  /// The trees in which the events of one that is a device may be besides its own.
  ///
  /// @param old to whom logins gave them until now
  Set<OpenTree> keepers(Identifier device, Map<Identifier, Course> old) {
    var before = old.get(device);
    if (before == null) {
      return Set.of();
    }
    var heirs = new LinkedHashSet<>(before.heirs());
    heirs.addAll(courses.course(device).heirs());
    draft.foresee(heirs);
    var trees = new LinkedHashSet<OpenTree>();
    heirs.forEach(heir -> trees.add(draft.home(heir)));
    return trees;
  }

  /// Where an event is counted.
  ///
  /// @return the fragment's key, and in whose tree it is
  HandOver.Place place(FragmentKey key, long time) {
    return handOver.place(key, time);
  }
}
