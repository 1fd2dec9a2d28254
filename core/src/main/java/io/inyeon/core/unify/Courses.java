package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SharedPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks up to whom logins give the events of devices. Changes nothing.
final class Courses {
  private static final int FEW = 4;

  private final Draft draft;
  private final IdentifierTypes types;

  Courses(Draft draft) {
    this.draft = draft;
    types = draft.rules().types();
  }

  /// Whether a login counts.
  private interface Validity {
    boolean counts(Identifier device, Login login);
  }

  /// A run of logins that counts.
  ///
  /// @param anchor whose login is in force
  record Found(long first, Identifier anchor) {}

  /// Whether logins decide whose the events are that this one owns.
  boolean decide(Identifier device) {
    return types.byLogin(device.type()) && draft.find(device) != null;
  }

  // ---- spans

  /// Sees to it that what stands of some devices at a time is loaded, in as few rounds as can be.
  void foresee(List<Identifier> devices, long time) {
    draft.require(devices.stream().map(Key.OfSpans::new).toList());
    draft.require(devices.stream().map(each -> new Key.OfLogins(each, span(each, time))).toList());
    var before = new ArrayList<Key.OfLogins>();
    for (var device : devices) {
      var last = withLogins(device);
      var end = upTo(last, time);
      last.subList(Math.max(0, end - FEW), Math.min(last.size(), end + 1))
          .forEach(span -> before.add(new Key.OfLogins(device, span)));
    }
    draft.require(before);
    var anchors = new LinkedHashSet<Identifier>();
    before.forEach(key -> anchors(key.device(), key.span(), anchors));
    draft.foresee(anchors);
  }

  /// How many of some spans begin at a time or before.
  private static int upTo(List<Span> spans, long time) {
    var end = spans.size();
    while (end > 0 && spans.get(end - 1).from() > time) {
      end--;
    }
    return end;
  }

  private void anchors(Identifier device, Span span, Set<Identifier> anchors) {
    for (var run : logins(device, span).runs()) {
      run.logins().forEach(login -> anchors.add(login.anchor()));
    }
  }

  @Nullable Spans spans(Identifier device) {
    return draft.get(new Key.OfSpans(device));
  }

  Logins logins(Identifier device, Span span) {
    var logins = draft.get(new Key.OfLogins(device, span));
    return logins == null ? Logins.NONE : logins;
  }

  /// The span that a time of a device falls in.
  Span span(Identifier device, long time) {
    var spans = spans(device);
    return spans == null ? Span.WHOLE : spans.at(time);
  }

  /// The span in which an event with a list of identifiers is counted: the narrowest of those that
  /// the devices in it have.
  Span span(List<Identifier> identifiers, long time) {
    var narrowest = Span.WHOLE;
    for (var identifier : identifiers) {
      if (decide(identifier)) {
        var span = span(identifier, time);
        narrowest = span.level() < narrowest.level() ? span : narrowest;
      }
    }
    return narrowest;
  }

  /// All spans in which somebody may have logged in, in the order of time.
  private List<Span> withLogins(Identifier device) {
    var spans = spans(device);
    return spans == null ? List.of(Span.WHOLE) : spans.withLogins();
  }

  // ---- heirs

  /// To whom logins give what happened on a device at a time; `null` when nobody ever logged in.
  @Nullable Identifier heir(Identifier device, long time) {
    if (types.type(device.type()).policy() == SharedPolicy.LAST) {
      var last = until(device, Long.MAX_VALUE);
      return last == null ? null : last.anchor();
    }
    var before = until(device, time);
    var found = before == null ? after(device, time) : before;
    return found == null ? null : found.anchor();
  }

  /// The last run that counts and begins at a time or before.
  @Nullable Found until(Identifier device, long time) {
    var spans = withLogins(device);
    var end = upTo(spans, time);
    for (var many = FEW; end > 0; many *= 2) {
      var begin = Math.max(0, end - many);
      require(device, spans.subList(begin, end));
      for (var i = end - 1; i >= begin; i--) {
        var runs = logins(device, spans.get(i));
        for (var at = runs.lastTo(time); at >= 0; at--) {
          var login = inForce(device, runs.runs().get(at), this::counts);
          if (login != null) {
            return new Found(runs.runs().get(at).first(), login.anchor());
          }
        }
      }
      end = begin;
    }
    return null;
  }

  /// The first run that counts and begins after a time.
  @Nullable Found after(Identifier device, long time) {
    var spans = withLogins(device);
    var begin = 0;
    while (begin < spans.size() && spans.get(begin).last() < time) {
      begin++;
    }
    for (var many = FEW; begin < spans.size(); many *= 2) {
      var end = Math.min(spans.size(), begin + many);
      require(device, spans.subList(begin, end));
      for (var span : spans.subList(begin, end)) {
        var logins = logins(device, span);
        for (var run : logins.runs().subList(logins.lastTo(time) + 1, logins.runs().size())) {
          var login = inForce(device, run, this::counts);
          if (login != null) {
            return new Found(run.first(), login.anchor());
          }
        }
      }
      begin = end;
    }
    return null;
  }

  /// Whether everything from a time to another goes to one.
  boolean same(Identifier device, long from, long last) {
    if (types.type(device.type()).policy() == SharedPolicy.LAST) {
      return true;
    }
    var heir = heir(device, from);
    for (var next = after(device, from); next != null && next.first() <= last; ) {
      // Before the first login everything is the first's.
      if (!next.anchor().equals(heir)) {
        return false;
      }
      next = after(device, next.first());
    }
    return true;
  }

  /// Sees to it that spans and whoever logged in in them are loaded.
  private void require(Identifier device, List<Span> spans) {
    draft.require(spans.stream().map(span -> new Key.OfLogins(device, span)).toList());
    var anchors = new LinkedHashSet<Identifier>();
    spans.forEach(span -> anchors(device, span, anchors));
    draft.foresee(anchors);
  }

  /// A login that begins a slice.
  record Begun(long at, Login login) {}

  /// The logins in force that begin the slices of a device, in the order of time.
  List<Begun> begun(Identifier device) {
    var spans = withLogins(device);
    require(device, spans);
    var begun = new ArrayList<Begun>();
    for (var span : spans) {
      for (var run : logins(device, span).runs()) {
        var login = inForce(device, run, this::counts);
        if (login != null
            && (begun.isEmpty() || !login.anchor().equals(begun.getLast().login().anchor()))) {
          begun.add(new Begun(run.first(), login));
        }
      }
    }
    return types.type(device.type()).policy() == SharedPolicy.LAST && !begun.isEmpty()
        ? List.of(begun.getLast())
        : begun;
  }

  // ---- all of time

  /// To whom logins give a device's events, over all of time.
  Course course(Identifier device) {
    return course(device, this::counts);
  }

  /// The same as long as these had other tallies.
  Course course(Identifier device, Map<Identifier, Tally> tallies) {
    return course(
        device,
        (on, login) -> {
          var tally = tallies.get(login.anchor());
          return counts(on, login, tally == null ? Function.identity() : _ -> tally);
        });
  }

  private Course course(Identifier device, Validity validity) {
    var spans = withLogins(device);
    require(device, spans);
    var slices = new ArrayList<Course.Slice>();
    for (var span : spans) {
      for (var run : logins(device, span).runs()) {
        var login = inForce(device, run, validity);
        if (login != null
            && (slices.isEmpty() || !login.anchor().equals(slices.getLast().heir()))) {
          var from = slices.isEmpty() ? Long.MIN_VALUE : run.first();
          slices.add(new Course.Slice(from, login.anchor()));
        }
      }
    }
    if (slices.isEmpty()) {
      return Course.of(null);
    }
    return types.type(device.type()).policy() == SharedPolicy.LAST
        ? Course.of(slices.getLast().heir())
        : new Course(slices);
  }

  private static @Nullable Login inForce(Identifier device, Logins.Run run, Validity validity) {
    for (var login : run.logins()) {
      if (validity.counts(device, login)) {
        return login;
      }
    }
    return null;
  }

  private boolean counts(Identifier device, Login login) {
    return counts(device, login, Function.identity());
  }

  /// A login counts while its anchor is not shared at its rank, and no cut lies between.
  private boolean counts(Identifier device, Login login, Function<Tally, Tally> tally) {
    var anchor = login.anchor();
    var node = draft.home(anchor).node(anchor);
    return !Sharing.any(anchor, tally.apply(node.tally()), login.rank(), types)
        && !node.cutFrom(draft.home(device).node(device));
  }
}
