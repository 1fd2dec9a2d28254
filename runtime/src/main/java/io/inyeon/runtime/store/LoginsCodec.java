package io.inyeon.runtime.store;

import io.inyeon.core.unify.Login;
import io.inyeon.core.unify.Logins;
import io.inyeon.core.unify.Span;
import io.inyeon.core.unify.Spans;
import io.inyeon.core.unify.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The bytes of who logged in on a device when, and of the spans of time by which that is kept.
final class LoginsCodec {
  private LoginsCodec() {}

  static Encoder span(Encoder to, Span span) {
    return to.octet(span.level()).signed(span.index());
  }

  static Span span(Decoder from) {
    var level = from.octet();
    var index = from.signed();
    try {
      return new Span(level, index);
    } catch (IllegalArgumentException e) {
      throw from.wrong(String.valueOf(e.getMessage()));
    }
  }

  /// Each span, and whether it has logins.
  static void write(Encoder to, Spans spans) {
    var withLogins = new HashSet<>(spans.withLogins());
    to.varint(spans.all().size());
    spans.all().forEach(span -> span(to, span).truth(withLogins.contains(span)));
  }

  static Spans spans(Decoder from) {
    var all = new ArrayList<Span>();
    var withLogins = new ArrayList<Span>();
    for (var left = from.count(); left > 0; left--) {
      var span = span(from);
      all.add(span);
      if (from.truth()) {
        withLogins.add(span);
      }
    }
    return new Spans(all, withLogins);
  }

  /// The number of events; then each run: its first time, how much later its last is, its logins.
  static void write(Encoder to, Logins logins) {
    to.varint(logins.count()).varint(logins.runs().size());
    for (var run : logins.runs()) {
      to.signed(run.first()).varint(run.last() - run.first()).varint(run.logins().size());
      for (var login : run.logins()) {
        IdentifierBytes.write(to, login.anchor());
        to.octet(login.rank()).id(login.messageId());
        to.varint(login.source());
      }
    }
  }

  static Logins logins(Decoder from) {
    var count = from.varint();
    var runs = new ArrayList<Logins.Run>();
    for (var left = from.count(); left > 0; left--) {
      var first = from.signed();
      runs.add(new Logins.Run(first, first + from.varint(), ofRun(from)));
    }
    return new Logins(count, runs);
  }

  private static List<Login> ofRun(Decoder from) {
    var logins = new ArrayList<Login>();
    for (var left = from.count(); left > 0; left--) {
      logins.add(
          new Login(
              IdentifierBytes.read(from),
              from.number(Stamp.WORST),
              from.id(),
              from.number(Integer.MAX_VALUE)));
    }
    return logins;
  }
}
