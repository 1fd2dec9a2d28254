package io.inyeon.runtime.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Protocols;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.personal.Addresses;
import io.inyeon.core.govern.personal.ForbiddenNumbers;
import io.inyeon.core.govern.personal.Keep;
import io.inyeon.core.govern.personal.PersonalKind;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Masks what must not be kept, of every event that comes in, before anything of it is written:
/// card and resident numbers wherever they stand, and the part of an internet address that leads to
/// one household. What a tracking plan keeps is left alone.
///
/// An event that holds nothing of the kind is passed on as the very object that it is.
public final class Masking {
  private final Supplier<Rules> rules;
  private final IntFunction<@Nullable Source> sources;
  private final Sightings sightings = new Sightings();

  /// Masks by what plans say.
  ///
  /// @param rules those in force
  /// @param sources by their numbers
  public Masking(Supplier<Rules> rules, IntFunction<@Nullable Source> sources) {
    this.rules = rules;
    this.sources = sources;
  }

  /// What was masked since the start.
  public Sightings sightings() {
    return sightings;
  }

  private List<Keep> keeps(int number) {
    var source = sources.apply(number);
    return source == null ? List.of() : rules.get().governance().keeps(source);
  }

  /// The events of one request as they may be kept.
  public List<Collected> masked(List<Collected> events) {
    List<Collected> changed = null;
    var last = new Defaults(Value.Fields.EMPTY, Value.Fields.EMPTY, null, null);
    for (var i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var envelope = event.envelope();
      var kept = keeps(envelope.source());
      if (!last.of(envelope)) {
        last = defaults(envelope, kept);
      }
      var masked = event(last.on(event), kept);
      if (changed == null && !same(masked, event)) {
        changed = new ArrayList<>(events);
      }
      if (changed != null) {
        changed.set(i, masked);
      }
    }
    return changed == null ? events : changed;
  }

  @SuppressWarnings("ReferenceEquality") // what holds nothing is not copied
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }

  private Collected event(Collected event, List<Keep> kept) {
    var body = event.body();
    var parsed = event.parsed();
    var source = event.envelope().source();
    var hidden = new ArrayList<Value>();
    var found = ForbiddenNumbers.in(body);
    if (!found.isEmpty()) {
      var masked =
          MaskedBytes.of(
              body,
              found,
              kept,
              (each, path) -> {
                sightings.saw(source, each.kind(), path);
                hidden.add(listed(path, each.kind()));
              });
      if (!same(masked, body)) {
        body = masked;
        parsed = JsonReader.event(body);
      }
    }
    if (parsed instanceof Value.Fields fields) {
      var truncated = Addresses.in(fields, kept);
      if (truncated != null) {
        truncated.changes().forEach(_ -> sightings.saw(source, PersonalKind.IP, ""));
        for (var edit : Edits.between(fields, truncated.event())) {
          hidden.add(listed(edit.path(), PersonalKind.IP));
        }
        var written = InPlace.written(body, truncated.changes());
        if (written != null) {
          return new Collected(listing(event.envelope(), hidden), written, truncated.event());
        }
        body = JsonWriter.bytes(truncated.event());
        parsed = JsonReader.event(body);
      }
    }
    return same(body, event.body())
        ? event
        : new Collected(listing(event.envelope(), hidden), body, parsed);
  }

  private static Value listed(String path, PersonalKind kind) {
    var one = new LinkedHashMap<String, Value>();
    // The name of a field may be such a number itself.
    var place = path.getBytes(UTF_8);
    ForbiddenNumbers.in(place).forEach(each -> ForbiddenNumbers.hide(place, each));
    one.put("path", new Value.Text(new String(place, UTF_8)));
    one.put("code", new Value.Text(kind.code()));
    return new Value.Fields(one);
  }

  /// What was hidden is listed with what the edge knows of the event, since its own bytes stay as
  /// long as they were.
  private static Envelope listing(Envelope envelope, List<Value> hidden) {
    var before = envelope.context().fields(Protocols.NAME).get("masked");
    var all = new ArrayList<Value>(before instanceof Value.Items(var items) ? items : List.of());
    all.addAll(hidden);
    return all.isEmpty() ? envelope : envelope.with(Protocols.masked(envelope.context(), all));
  }

  /// What a batch says for all its events, before and after.
  private record Defaults(
      Value.Fields context,
      Value.Fields integrations,
      @Nullable String sentAt,
      @Nullable Masked masked) {
    private record Masked(
        Value.Fields context, Value.Fields integrations, @Nullable String sentAt) {}

    boolean of(Envelope envelope) {
      return same(context, envelope.context())
          && same(integrations, envelope.integrations())
          && same(sentAt, envelope.sentAt());
    }

    Collected on(Collected event) {
      if (masked == null) {
        return event;
      }
      var was = event.envelope();
      return new Collected(
          new Envelope(
              was.source(),
              was.receivedAt(),
              was.call(),
              was.edgeId(),
              masked.sentAt,
              masked.context,
              masked.integrations,
              was.bytes(),
              was.release()),
          event.body(),
          event.parsed());
    }
  }

  private Defaults defaults(Envelope envelope, List<Keep> kept) {
    var context = part("context", envelope.context(), envelope.source(), kept);
    var integrations = part("integrations", envelope.integrations(), envelope.source(), kept);
    var sentAt = envelope.sentAt();
    var time =
        sentAt == null || ForbiddenNumbers.in(sentAt.getBytes(UTF_8)).isEmpty() ? sentAt : null;
    var nothing =
        same(context, envelope.context())
            && same(integrations, envelope.integrations())
            && same(time, sentAt);
    return new Defaults(
        envelope.context(),
        envelope.integrations(),
        sentAt,
        nothing ? null : new Defaults.Masked(context, integrations, time));
  }

  /// A part of an event that the batch says: as the same part of an event alone.
  private Value.Fields part(String name, Value.Fields part, int source, List<Keep> kept) {
    var listed = new ArrayList<Value>();
    if (part.values().isEmpty()) {
      return part;
    }
    var whole = new LinkedHashMap<String, Value>();
    whole.put(name, part);
    Value.Fields event = new Value.Fields(whole);
    var bytes = JsonWriter.bytes(event);
    var found = ForbiddenNumbers.in(bytes);
    if (!found.isEmpty()) {
      var hidden =
          MaskedBytes.of(
              bytes,
              found,
              kept,
              (each, path) -> {
                sightings.saw(source, each.kind(), path);
                listed.add(listed(path, each.kind()));
              });
      if (!same(hidden, bytes) && JsonReader.event(hidden) instanceof Value.Fields read) {
        event = read;
      }
    }
    var truncated = Addresses.in(event, kept);
    if (truncated != null) {
      truncated.changes().forEach(_ -> sightings.saw(source, PersonalKind.IP, ""));
      for (var edit : Edits.between(event, truncated.event())) {
        listed.add(listed(edit.path(), PersonalKind.IP));
      }
      event = truncated.event();
    }
    var left = same(event.values().get(name), part) ? part : event.fields(name);
    return listed.isEmpty() || !name.equals("context") ? left : Protocols.masked(left, listed);
  }
}
