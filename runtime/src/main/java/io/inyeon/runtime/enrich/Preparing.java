package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.govern.enricher.RequestForm;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Suppressions;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.enrich.Answers.CacheKey;
import io.inyeon.runtime.json.JsonWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Decides at this instant whether somebody may be asked about a person, and with what: every
/// attempt goes through it anew, so that a consent withdrawn, a restriction, a suppression or an
/// erasure in between holds.
final class Preparing {
  /// The channel by which a suppression forbids enrichment; so does one of all channels.
  static final String CHANNEL = "enrichment";

  private final House house;
  private final SecretHeaders secrets;

  Preparing(House house, SecretHeaders secrets) {
    this.house = house;
    this.secrets = secrets;
  }

  /// What an event comes to.
  sealed interface Step {
    /// Nobody is asked, on purpose.
    ///
    /// @param reason stable, e.g. `not_permitted`
    record Skip(String reason) implements Step {}

    /// Nobody can be asked until an operator does something.
    ///
    /// @param code stable, e.g. `secret_missing`
    record NotReady(String code) implements Step {}

    /// This is to be asked.
    ///
    /// @param who the identifier by which the person is known best
    /// @param hash its keyed hash
    /// @param fields where in the event, or of the person, what is sent stands
    record Ask(
        Asking.Request request, CacheKey key, Identifier who, ProfileId hash, List<String> fields)
        implements Step {
      public Ask {
        fields = List.copyOf(fields);
      }
    }
  }

  /// The event of a row as it counts; `null` when nothing of it is left, or it did not count.
  static Value.@Nullable Fields event(House house, @Nullable Row row) {
    return row != null
            && row.kind() == Kind.EVENT
            && row.status() == Status.ACCEPTED
            && row.body().length > 0
            && house.body(row) instanceof Value.Fields event
        ? event
        : null;
  }

  Step of(Enricher enricher, @Nullable Row row) throws Unavailable {
    var event = event(house, row);
    var owner = row == null ? null : row.owner();
    var person = owner == null ? null : house.person(identifier(owner));
    if (row == null || event == null || person == null) {
      return new Step.Skip("gone");
    }
    if (!enricher.wants(String.valueOf(row.name()), event, row.at())) {
      return new Step.Skip("not_wanted");
    }
    var rules = house.rules();
    var purpose = rules.purposes().of(enricher.purpose());
    if (purpose == null) {
      return new Step.Skip("unknown_purpose");
    }
    var now = house.now();
    if (!person.permission(purpose).at(now)) {
      return new Step.Skip("not_permitted");
    }
    var workspace = rules.document().workspaceKey();
    var suppressions = new Suppressions(house.state()::read, workspace);
    for (var each : person.part()) {
      if (suppressions.inForce(CHANNEL, each, List.of(), now) != null) {
        return new Step.Skip("suppressed");
      }
    }
    var ofPerson = enricher.request().ofPerson();
    var known = ofPerson.isEmpty() ? Value.Fields.EMPTY : person.known(ofPerson, now);
    if (hidden(enricher, event) || hidden(enricher, ofPerson, known)) {
      return new Step.Skip("label_forbids");
    }
    var document = ofPerson.isEmpty() ? event : with(event, known);
    return switch (enricher.request().of(document)) {
      case RequestForm.Made.Missing _ -> new Step.Skip("missing_field");
      case RequestForm.Made.Asked(var path, var body) -> {
        var headers = headers(enricher);
        if (headers == null) {
          yield new Step.NotReady("secret_missing");
        }
        var bytes = body == null ? new byte[0] : JsonWriter.bytes(body);
        var form = enricher.request();
        var request = new Asking.Request(form.target(), form.method(), path, headers, bytes);
        yield new Step.Ask(
            request,
            key(enricher, request),
            person.strongest(),
            ProfileIds.of(workspace, person.strongest()),
            sent(form, document));
      }
    };
  }

  private static Value.Fields with(Value.Fields event, Value.Fields known) {
    var all = new LinkedHashMap<>(event.values());
    all.put(PersonPlace.PERSON, known);
    return new Value.Fields(all);
  }

  /// The names of what is sent: those places of event and person that say something.
  private static List<String> sent(RequestForm form, Value.Fields document) {
    return form.places().stream()
        .filter(place -> place.in(document) != null)
        .map(place -> place.written())
        .toList();
  }

  static Identifier identifier(String owner) {
    var colon = owner.indexOf(':');
    return new Identifier(owner.substring(0, colon), owner.substring(colon + 1));
  }

  /// Whether a label forbids the purpose any of what would be sent.
  private boolean hidden(Enricher enricher, Value.Fields event) {
    var seen = house.rules().governance().labels().seenFor(enricher.purpose());
    if (seen.everything()) {
      return false;
    }
    var hidden = new ArrayList<String>();
    seen.event(event, hidden);
    for (var place : enricher.request().places()) {
      var at = place.written();
      if (hidden.stream().anyMatch(each -> each.equals(at) || each.startsWith(at + "/"))) {
        return true;
      }
    }
    return false;
  }

  /// The same of what would be sent of the person: a label says of a trait what it says of its
  /// parts, and of a computed trait what it says of the trait of this name.
  private boolean hidden(Enricher enricher, List<PersonPlace> places, Value.Fields known) {
    var seen = house.rules().governance().labels().seenFor(enricher.purpose());
    if (places.isEmpty() || seen.everything()) {
      return false;
    }
    for (var section : PersonPlace.Section.values()) {
      var hidden = new ArrayList<String>();
      var traits = new LinkedHashMap<String, Value>();
      traits.put("traits", known.fields(section.written()));
      seen.event(new Value.Fields(traits), hidden);
      for (var place : places) {
        var at = place.field();
        if (place.section() == section
            && hidden.stream().anyMatch(each -> each.equals(at) || each.startsWith(at + "/"))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The author's headers and the secret ones; `null` when a secret is missing.
  private @Nullable SequencedMap<String, String> headers(Enricher enricher) {
    var form = enricher.request();
    var headers = new LinkedHashMap<String, String>(form.headers());
    for (var name : form.secretHeaders()) {
      var value = secrets.of(enricher.id(), name, form.target().origin());
      if (value == null) {
        return null;
      }
      headers.put(name, value);
    }
    return headers;
  }

  private static CacheKey key(Enricher enricher, Asking.Request request) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      for (var part :
          List.of(
              Integer.toString(enricher.version()),
              request.method(),
              request.target().origin(),
              request.path())) {
        hash.update(part.getBytes(UTF_8));
        hash.update((byte) 0);
      }
      return new CacheKey(enricher.id(), hash.digest(request.body()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
