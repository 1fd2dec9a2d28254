package io.inyeon.core.collect;

import io.inyeon.core.collect.Reading.Refused;
import io.inyeon.core.collect.Reading.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what a source sent into the one form of an event, to the letter of the tracking
/// specification.
public final class EventReader {
  private EventReader() {}

  /// Reads one event; all its faults are found at once.
  ///
  /// @param body what stood in the event's place in the request
  public static Reading read(Envelope envelope, Body body, Source source, IdentifierTypes types) {
    var head =
        new Event.Head(
            source.number(),
            envelope.edgeId(),
            envelope.call(),
            envelope.call() == null ? "" : envelope.call().name().toLowerCase(Locale.ROOT),
            envelope.receivedAt(),
            envelope.receivedAt());
    if (!(body instanceof Value.Fields fields)) {
      return new Refused(head, List.of(new Violation("not_an_object", "", body.toString())));
    }
    var identifiers = new ArrayList<Identifier>();
    for (var type : List.of("user_id", "anonymous_id")) {
      var written = fields.text(type.equals("user_id") ? "userId" : "anonymousId");
      var identifier = written == null ? null : types.normalise(type, written);
      if (identifier != null) {
        identifiers.add(identifier);
      }
    }
    if (identifiers.isEmpty()) {
      return new Refused(head, List.of(new Violation("no_identifier", "", "")));
    }
    return new Understood(
        new Event(
            head,
            source.kind(),
            source.party(),
            false,
            identifiers,
            fields.fields("traits"),
            null,
            fields.fields("properties"),
            fields.fields("context")));
  }
}
