package io.inyeon.core.collect;

import io.inyeon.core.collect.Reading.Refused;
import io.inyeon.core.collect.Reading.Understood;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what a source sent into the one form of an event, to the letter of the tracking
/// specification.
///
/// Fields that the specification does not name are no fault and are not looked at: they stay in the
/// event's own bytes. Values are taken as they come; only what names something must have a form.
public final class EventReader {
  static final int MAX_BYTES = 32 * 1024;
  static final int MAX_MESSAGE_ID = 100;
  static final int MAX_NAME = 200;

  private final Envelope envelope;
  private final Value.Fields event;
  private final Source source;
  private final IdentifierTypes types;
  private final Faults faults;

  private EventReader(
      Envelope envelope, Value.Fields event, Source source, IdentifierTypes types, Faults faults) {
    this.envelope = envelope;
    this.event = event;
    this.source = source;
    this.types = types;
    this.faults = faults;
  }

  /// Reads one event; all its faults are found at once. Never throws, whatever the body.
  ///
  /// @param body what stood in the event's place in the request
  public static Reading read(Envelope envelope, Body body, Source source, IdentifierTypes types) {
    var faults = new Faults();
    var value =
        switch (body) {
          case Body.Unfit(var why, var rest) -> {
            faults.add(why);
            yield rest;
          }
          case Value whole -> whole;
        };
    if (envelope.bytes() > MAX_BYTES) {
      faults.add(new Violation("event_too_large", "", envelope.bytes() + " bytes"));
    }
    if (value instanceof Value.Fields event) {
      return new EventReader(envelope, event, source, types, faults).reading();
    }
    if (faults.none()) {
      faults.add("not_an_object", "", value);
    }
    return new Refused(unreadableHead(envelope), faults.all());
  }

  /// The name under which an event is remembered, so that the same one is found again: its own, or
  /// one made of what it says.
  public static String messageId(
      Envelope envelope, Value.Fields event, Source source, IdentifierTypes types) {
    var reader = new EventReader(envelope, event, source, types, new Faults());
    return reader.messageId(reader.call());
  }

  /// The name that an event gives itself; `null` when it says none, or none that will do.
  public static @Nullable String named(Body body) {
    var written = body instanceof Value.Fields event ? event.get("messageId") : null;
    var id = written == null ? null : Names.text(written);
    return id == null || id.length() > MAX_MESSAGE_ID || Characters.blank(id) || !Characters.fit(id)
        ? null
        : id;
  }

  /// Whether an event says nothing of its own name, so that one is made of what it says.
  public static boolean unnamed(Value.Fields event) {
    var written = event.get("messageId");
    return written == null || Names.blank(written);
  }

  private static Event.Head unreadableHead(Envelope envelope) {
    return new Event.Head(
        envelope.source(),
        envelope.edgeId(),
        envelope.call(),
        envelope.call() == null ? "" : wire(envelope.call()),
        envelope.receivedAt(),
        envelope.receivedAt());
  }

  private Reading reading() {
    var call = call();
    var name = name(call);
    var sections = new Sections(event, faults);
    var traits = sections.traits();
    var properties = sections.properties();
    var context = sections.context(envelope.context());
    var messageId = messageId(call);
    var time = time(context);
    var future = ClockRule.future(time, envelope.receivedAt());
    var head =
        new Event.Head(
            envelope.source(),
            messageId,
            call,
            name,
            future ? envelope.receivedAt() : time,
            envelope.receivedAt());
    var account = call == Call.GROUP ? account() : null;
    var places = new Places(source, types, faults);
    var corrects = source.id().equals(OwnSources.CORRECTIONS);
    // A correction or an enricher says what is true of a person, and nothing of who is who.
    var naming = OwnSources.namesNobody(source.id()) ? withoutTraits() : event;
    var names = call == Call.ALIAS ? places.ofAlias(event) : places.of(call, naming, context);
    if (!faults.none()) {
      return new Refused(head, faults.all());
    }
    return new Understood(
        new Event(
            head,
            source.kind(),
            corrects ? Event.STEWARD : source.party(),
            future,
            names.all(),
            Sections.traitsOf(call, traits, context),
            account,
            sections.propertiesOf(call, properties),
            context,
            sections.integrations(envelope.integrations())),
        names.newTypes());
  }

  private Value.Fields withoutTraits() {
    var fields = new LinkedHashMap<>(event.values());
    fields.remove("traits");
    return new Value.Fields(fields);
  }

  private @Nullable Call call() {
    if (envelope.call() != null) {
      return envelope.call();
    }
    var written = event.get("type");
    if (written == null || Names.blank(written)) {
      faults.add("missing_type", "/type");
      return null;
    }
    var call = written instanceof Value.Text(var text) ? call(text) : null;
    if (call == null) {
      faults.add("unknown_type", "/type", written);
    }
    return call;
  }

  private static @Nullable Call call(String text) {
    return switch (text) {
      case "track" -> Call.TRACK;
      case "page" -> Call.PAGE;
      case "identify" -> Call.IDENTIFY;
      case "screen" -> Call.SCREEN;
      case "group" -> Call.GROUP;
      case "alias" -> Call.ALIAS;
      default -> {
        var plain = Characters.trimmed(text).toLowerCase(Locale.ROOT);
        yield plain.equals(text) ? null : call(plain);
      }
    };
  }

  /// The call as it is written on the wire.
  private static String wire(Call call) {
    return switch (call) {
      case TRACK -> "track";
      case PAGE -> "page";
      case IDENTIFY -> "identify";
      case SCREEN -> "screen";
      case GROUP -> "group";
      case ALIAS -> "alias";
    };
  }

  private String name(@Nullable Call call) {
    if (call != Call.TRACK) {
      return call == null ? "" : wire(call);
    }
    var written = event.get("event");
    var name = written == null ? "" : Names.text(written);
    if (name == null || !Characters.fit(name)) {
      faults.add("invalid_event_name", "/event", written == null ? Value.Nothing.NOTHING : written);
      return "";
    }
    if (Characters.blank(name)) {
      faults.add("missing_event_name", "/event");
      return "";
    }
    if (name.length() > MAX_NAME) {
      faults.add("name_too_long", "/event", new Value.Text(name));
      return name.substring(0, Character.isHighSurrogate(name.charAt(199)) ? 199 : MAX_NAME);
    }
    return name;
  }

  private String messageId(@Nullable Call call) {
    var named = named(event);
    if (named != null) {
      return named;
    }
    var written = event.get("messageId");
    var id = written == null ? "" : Names.text(written);
    if (id != null && id.length() > MAX_MESSAGE_ID) {
      faults.add("message_id_too_long", "/messageId", new Value.Text(id));
      return ContentHash.of(event, call);
    }
    if (written != null && (id == null || !Characters.blank(id))) {
      faults.add("invalid_message_id", "/messageId", written);
    }
    return said("timestamp") || said("originalTimestamp")
        ? ContentHash.of(event, call)
        : envelope.edgeId();
  }

  private boolean said(String name) {
    var written = event.get(name);
    return written != null && !Names.blank(written);
  }

  private long time(Value.Fields context) {
    var timestamp = time("timestamp", "/timestamp");
    var original = time("originalTimestamp", "/originalTimestamp");
    var server = ClockRule.server(event, context, source.kind());
    var sentAt = server ? Timestamps.UNREADABLE : sentAt();
    return ClockRule.time(server, timestamp, original, sentAt, envelope.receivedAt());
  }

  private long time(String name, String path) {
    var written = event.get(name);
    if (written == null || Names.blank(written)) {
      return Timestamps.UNREADABLE;
    }
    var time = Timestamps.read(written);
    if (time == Timestamps.UNREADABLE) {
      faults.add("invalid_timestamp", path, written);
    }
    return time;
  }

  /// When it was sent, by the sender's clock: the event's own word, else its request's. It only
  /// helps to understand the timestamp; an unreadable one is as good as none.
  private long sentAt() {
    var own = event.get("sentAt");
    if (own != null && !Names.blank(own)) {
      return Timestamps.read(own);
    }
    return envelope.sentAt() == null ? Timestamps.UNREADABLE : Timestamps.read(envelope.sentAt());
  }

  private @Nullable String account() {
    var written = event.get("groupId");
    var text = written == null ? "" : Names.text(written);
    if (written != null && text == null) {
      faults.add(Faults.INVALID_IDENTIFIER, "/groupId", written);
      return null;
    }
    var id = text == null ? "" : Characters.trimmed(text);
    if (id.isEmpty()) {
      faults.add("missing_group_id", "/groupId");
      return null;
    }
    if (written != null && (id.length() > IdentifierTypes.MAX_LENGTH || !Characters.fit(id))) {
      faults.add(Faults.INVALID_IDENTIFIER, "/groupId", written);
      return null;
    }
    return Characters.nfc(id);
  }
}
