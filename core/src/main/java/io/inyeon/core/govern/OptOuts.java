package io.inyeon.core.govern;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.ContentHash;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.StandardTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.bots.Bots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hears the no in an event that does not count, because a plan or a fault keeps it apart: an event
/// of its own says it, and nothing else of what was sent. A yes has to wait with its event.
///
/// ```
/// {"type": "track", "event": "Segment Consent Preference Updated", "messageId": "opt-out:m-1",
///  "userId": "u-1", "timestamp": "2026-11-01T00:00:00Z",
///  "context": {"consent": {"categoryPreferences": {"email_marketing": false}}}}
/// ```
///
/// A function of the event and the versions in force, as [Governance#judge] is: not of what came
/// before, so that no order of arrival makes a difference.
public final class OptOuts {
  /// Purposes in one event: it stays within what an event may have, whatever their names.
  private static final int AT_ONCE = 20;

  private static final int LONGEST_ID = 100;
  private static final String ID = "opt-out:";
  private static final List<String> SPOKEN =
      List.of("consent", "consentManagement", "messaging_subscriptions");
  private static final List<String> WHEN = List.of("timestamp", "originalTimestamp", "sentAt");

  /// Where an event names its person.
  ///
  /// @param above names in the event itself
  /// @param context names in its context
  /// @param contacts whether by address and number, too
  /// @param dated whether it says when; what says it wrongly counts from its arrival
  private record Who(List<String> above, List<String> context, boolean contacts, boolean dated) {}

  /// All that names the person; of less, where some of it is at fault.
  private static final List<Who> WAYS =
      Stream.of(true, false)
          .flatMap(dated ->
              Stream.of(
                  new Who(
                      List.of("userId", "anonymousId", "rowKey"),
                      List.of("device", "externalIds"),
                      true,
                      dated),
                  new Who(List.of("userId", "anonymousId"), List.of(), false, dated),
                  new Who(List.of("userId"), List.of(), false, dated),
                  new Who(List.of("anonymousId"), List.of(), false, dated),
                  new Who(List.of("rowKey"), List.of(), false, dated)))
          .toList();

  private OptOuts() {}

  /// The events that say the no of one that does not count; mostly none.
  ///
  /// @return bodies of single calls without a batch's context, for the same source and time
  public static List<Value.Fields> of(
      Envelope envelope, Body body, Source source, IdentifierTypes types, Governance governance) {
    var value = body instanceof Body.Unfit(_, var rest) ? rest : body;
    if (!(value instanceof Value.Fields sent)) {
      return List.of();
    }
    if (!governance.transforms(source) && !mayRefuse(sent, envelope.context())) {
      return List.of();
    }
    var whole = Batch.filled(sent, envelope);
    var event = governance.transformed(envelope, whole, source);
    if (!mayRefuse(event, Value.Fields.EMPTY)) {
      return List.of();
    }
    for (var who : WAYS) {
      var probe = said(event, who, spoken(event), true);
      if (EventReader.read(bare(envelope), probe, source, types)
          instanceof Reading.Understood(var heard, _)) {
        var refused = refused(heard);
        if (refused.isEmpty()) {
          return List.of();
        }
        var reading = governance.judge(envelope, body, source, types).reading();
        if (counts(reading) || (ofRobot(reading) && !namesSomebody(heard))) {
          return List.of();
        }
        var id = reading.head().messageId();
        // What says it is transformed like any other, and must name the same person after that.
        return Stream.of(whole, event)
            .map(from -> alone(from, id, refused, who))
            .filter(all -> same(heard, all, envelope, source, types, governance))
            .findFirst()
            .orElseGet(() -> alone(event, id, refused, who));
      }
    }
    return List.of();
  }

  private static boolean same(
      Event heard,
      List<Value.Fields> events,
      Envelope envelope,
      Source source,
      IdentifierTypes types,
      Governance governance) {
    return events.stream()
        .allMatch(each ->
            governance.judge(bare(envelope), each, source, types).reading()
                    instanceof Reading.Understood(var counts, _)
                && counts.identifiers().equals(heard.identifiers())
                && !refused(counts).isEmpty());
  }

  /// Whether it is worth a closer look, which few events are.
  private static boolean mayRefuse(Value.Fields event, Value.Fields batch) {
    var context = event.fields("context");
    for (var each : SPOKEN) {
      if (context.get(each) != null || batch.get(each) != null) {
        return true;
      }
    }
    return ConsentReader.namesWithdrawal(event.text("event"));
  }

  private static boolean counts(Reading reading) {
    return reading instanceof Reading.Understood;
  }

  private static boolean ofRobot(Reading reading) {
    return reading instanceof Reading.Refused(_, var violations)
        && violations.stream().map(Violation::code).anyMatch(Bots.CAUSE::equals);
  }

  /// A crawler that meets a banner is nobody; a mail service that takes its reader off a list names
  /// the reader.
  private static boolean namesSomebody(Event event) {
    return event.identifiers().stream().anyMatch(each -> !StandardTypes.nameless(each.type()));
  }

  private static Envelope bare(Envelope envelope) {
    return new Envelope(
        envelope.source(),
        envelope.receivedAt(),
        Call.TRACK,
        envelope.edgeId(),
        envelope.sentAt(),
        Value.Fields.EMPTY,
        0);
  }

  private static Set<String> refused(Event event) {
    var refused = new LinkedHashSet<String>();
    for (var statement : ConsentReader.read(event)) {
      if (!statement.granted()) {
        refused.add(statement.purpose());
      }
    }
    return refused;
  }

  private static List<Value.Fields> alone(
      Value.Fields event, String messageId, Set<String> refused, Who who) {
    var purposes = List.copyOf(refused);
    var events = new ArrayList<Value.Fields>();
    for (var from = 0; from < purposes.size(); from += AT_ONCE) {
      var preferences = new LinkedHashMap<String, Value>();
      purposes
          .subList(from, Math.min(from + AT_ONCE, purposes.size()))
          .forEach(each -> preferences.put(each, new Value.Truth(false)));
      var consent = new LinkedHashMap<String, Value>();
      consent.put("categoryPreferences", new Value.Fields(preferences));
      var said = new LinkedHashMap<String, Value>();
      said.put("consent", new Value.Fields(consent));
      var only = said(event, who, said, false);
      var named = new LinkedHashMap<>(only.values());
      named.put("event", new Value.Text(ConsentReader.PREFERENCE));
      named.put("messageId", new Value.Text(id(messageId, from)));
      events.add(new Value.Fields(named));
    }
    return events;
  }

  private static String id(String messageId, int from) {
    var id = ID + (from == 0 ? "" : from + ":") + messageId;
    return id.length() <= LONGEST_ID ? id : ID + ContentHash.of(new Value.Text(id));
  }

  /// Who says something, and when.
  ///
  /// @param context what is said there
  /// @param purposes whether what is taken back by name is said, too
  private static Value.Fields said(
      Value.Fields event, Who who, Map<String, Value> context, boolean purposes) {
    var said = new LinkedHashMap<String, Value>();
    said.put("type", new Value.Text("track"));
    var name = event.text("event");
    said.put(
        "event",
        new Value.Text(
            name != null && ConsentReader.namesWithdrawal(name) ? name : ConsentReader.PREFERENCE));
    put(said, who.above, event);
    if (who.dated) {
      put(said, WHEN, event);
    }
    var properties = new LinkedHashMap<String, Value>();
    if (purposes) {
      put(properties, List.of("purpose", "purposes"), event.fields("properties"));
    }
    var around = new LinkedHashMap<>(context);
    put(around, who.context, event.fields("context"));
    if (who.contacts) {
      put(properties, List.of("email", "phone"), event.fields("properties"));
      var contacts = contacts(event.fields("traits"));
      if (!contacts.isEmpty()) {
        if (around.get("externalIds") instanceof Value.Items(var others)) {
          contacts.addAll(others);
        }
        around.put("externalIds", new Value.Items(contacts));
      }
    }
    if (!properties.isEmpty()) {
      said.put("properties", new Value.Fields(properties));
    }
    said.put("context", new Value.Fields(around));
    return new Value.Fields(said);
  }

  private static Map<String, Value> spoken(Value.Fields event) {
    var spoken = new LinkedHashMap<String, Value>();
    put(spoken, SPOKEN, event.fields("context"));
    return spoken;
  }

  /// The address and the number that an identify call names its person by.
  private static List<Value> contacts(Value.Fields traits) {
    var contacts = new ArrayList<Value>();
    for (var type : List.of(StandardTypes.EMAIL, StandardTypes.PHONE)) {
      var written = traits.text(type);
      if (written != null && !written.isBlank()) {
        var one = new LinkedHashMap<String, Value>();
        one.put("id", new Value.Text(written));
        one.put("type", new Value.Text(type));
        one.put("collection", new Value.Text("users"));
        one.put("encoding", new Value.Text("none"));
        contacts.add(new Value.Fields(one));
      }
    }
    return contacts;
  }

  private static void put(Map<String, Value> to, List<String> names, Value.Fields from) {
    for (var name : names) {
      @Nullable Value value = from.get(name);
      if (value != null) {
        to.put(name, value);
      }
    }
  }
}
