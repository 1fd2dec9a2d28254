package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Count;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.Sessions;
import io.inyeon.core.unify.Trait;
import io.inyeon.runtime.http.Profiles.Found;
import io.inyeon.runtime.http.Profiles.Ties;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A person in the form of the API.
final class ProfileJson {
  private final JsonWriter json;
  private final IntFunction<String> sourceId;
  private Labels.@Nullable Seen seen;

  /// Writes for a reader.
  ///
  /// @param sourceId of a source's number
  ProfileJson(IntFunction<String> sourceId) {
    this(new JsonWriter(), sourceId);
  }

  /// Writes into a larger document.
  ProfileJson(JsonWriter json, IntFunction<String> sourceId) {
    this.json = json;
    this.sourceId = sourceId;
  }

  /// Tells only what a reader may see; `null` for all.
  ProfileJson seenBy(Labels.@Nullable Seen reader) {
    seen = reader;
    return this;
  }

  private boolean hidden(String trait) {
    return seen != null && !seen.trait(trait);
  }

  private boolean hiddenType(String type) {
    return seen != null && !seen.identifier(type);
  }

  JsonWriter profile(Found found) {
    json.startObject();
    fields(found.profile());
    if (!found.computed().isEmpty()) {
      json.startObject("computed");
      found.computed().forEach(this::computed);
      json.endObject();
    }
    return json.text("position", Long.toString(found.position())).endObject();
  }

  /// A person as an item of an array.
  void item(Profile profile) {
    json.startObject();
    fields(profile);
    json.endObject();
  }

  private void fields(Profile profile) {
    json.text("id", profile.id().value()).truth("known", profile.known()).startArray("identifiers");
    for (var known : profile.identifiers()) {
      json.startObject().text("type", known.type());
      if (hiddenType(known.type())) {
        json.text("value", "").truth("masked", true);
      } else {
        json.text("value", known.value());
      }
      time("firstSeen", known.firstSeen());
      time("lastSeen", known.lastSeen());
      json.endObject();
    }
    json.endArray().startObject("traits");
    profile.traits().forEach(this::trait);
    json.endObject();
    events(profile.events());
    sessions(profile.sessions());
    commerce(json, "commerce", profile.commerce());
    json.startArray("accounts");
    for (var account : profile.accounts()) {
      json.startObject()
          .text("id", account.id())
          .number("count", account.count())
          .time("first", account.first())
          .time("last", account.last())
          .endObject();
    }
    json.endArray().startObject("consents");
    profile.consents().forEach(this::consent);
    json.endObject();
    time("createdAt", profile.createdAt());
    time("lastSeenAt", profile.lastSeenAt());
    leftOut(profile.leftOut());
  }

  JsonWriter identity(Ties ties) {
    json.startObject().text("id", ties.id().value()).startArray("identifiers");
    for (var identifier : ties.identifiers()) {
      json.startObject();
      identifier(identifier);
      json.endObject();
    }
    json.endArray();
    links("links", ties, true);
    links("spareLinks", ties, false);
    return json.text("position", Long.toString(ties.position())).endObject();
  }

  private void links(String name, Ties ties, boolean used) {
    json.startArray(name);
    for (var tie : ties.links()) {
      var link = tie.link();
      if (link.used() != used) {
        continue;
      }
      var evidence = tie.evidence();
      json.startObject().startArray("between");
      for (var end : List.of(link.pair().stronger(), link.pair().weaker())) {
        json.startObject();
        identifier(end);
        json.endObject();
      }
      json.endArray()
          .startObject("evidence")
          .number("rank", link.best().rank())
          .time("time", link.best().time())
          .text("messageId", link.best().messageId())
          .text("source", tie.source())
          .number("count", evidence.count())
          .time("firstSeen", evidence.first())
          .time("lastSeen", evidence.latest())
          .endObject()
          .endObject();
    }
    json.endArray();
  }

  private void identifier(Identifier identifier) {
    var hidden = hiddenType(identifier.type());
    json.text("type", identifier.type()).text("value", hidden ? "" : identifier.value());
    if (hidden) {
      json.truth("masked", true);
    }
  }

  private void trait(String name, Trait trait) {
    if (hidden(name)) {
      json.startObject(name).value("value", Value.Nothing.NOTHING).truth("masked", true);
      said(trait.source(), trait.time(), trait.messageId(), trait.party());
      json.startArray("others").endArray().endObject();
      return;
    }
    json.startObject(name).value("value", trait.value());
    said(trait.source(), trait.time(), trait.messageId(), trait.party());
    json.startArray("others");
    for (var other : trait.others()) {
      json.startObject().value("value", other.value());
      said(other.source(), other.time(), other.messageId(), other.party());
      json.endObject();
    }
    json.endArray();
    if (trait.more() > 0) {
      json.number("more", trait.more());
    }
    json.endObject();
  }

  private void computed(String name, Profiles.Computed computed) {
    json.startObject(name)
        .value("value", hidden(name) ? Value.Nothing.NOTHING : computed.value())
        .text("provenance", "computed")
        .number("version", computed.version());
    time("changesAt", computed.changesAt());
    json.endObject();
  }

  private void said(int source, long time, String messageId, int party) {
    json.text("source", sourceId.apply(source))
        .time("time", time)
        .text("messageId", messageId)
        .number("party", party);
  }

  private void events(Profile.Events events) {
    json.startObject("events").number("total", events.total()).startObject("byName");
    events.byName().forEach(this::count);
    json.endObject();
    var other = events.other();
    if (other != null) {
      count("other", other);
    }
    json.endObject();
  }

  private void sessions(Sessions sessions) {
    json.startObject("sessions").number("count", sessions.known().size()).startArray("known");
    for (var session : sessions.known()) {
      json.startObject()
          .time("start", session.start())
          .time("end", session.end())
          .number("lengthMs", session.lengthMs())
          .number("pages", session.pages())
          .number("events", session.events())
          .text("campaign", session.campaign())
          .endObject();
    }
    json.endArray();
    var earlier = sessions.earlier();
    if (earlier != null) {
      json.startObject("earlier")
          .number("events", earlier.events())
          .number("pages", earlier.pages())
          .time("last", earlier.last())
          .endObject();
    }
    json.endObject();
  }

  private void count(String name, Count count) {
    json.startObject(name)
        .number("count", count.count())
        .time("first", count.first())
        .time("last", count.last())
        .endObject();
  }

  /// What a person bought, as a member of a larger document.
  static void commerce(JsonWriter json, String name, Commerce commerce) {
    json.startObject(name)
        .number("orders", commerce.orders())
        .decimal("revenue", commerce.revenue())
        .number("returns", commerce.returns())
        .text("currency", commerce.currency())
        .decimal("gross", commerce.gross())
        .decimal("refunded", commerce.refunded())
        .number("cancelled", commerce.cancelled());
    var lastOrderAt = commerce.lastOrderAt();
    if (lastOrderAt != null) {
      json.time("lastOrderAt", lastOrderAt);
    }
    if (!commerce.unconverted().isEmpty()) {
      json.startObject("unconverted");
      commerce
          .unconverted()
          .forEach((currency, apart) ->
              json.startObject(currency)
                  .decimal("gross", apart.gross())
                  .decimal("refunded", apart.refunded())
                  .endObject());
      json.endObject();
    }
    json.endObject();
  }

  private void consent(String purpose, Consent consent) {
    var by = consent.by();
    json.startObject(purpose)
        .text(
            "state",
            switch (consent.state()) {
              case GRANTED -> "granted";
              case WITHDRAWN -> "withdrawn";
              case DEVICES_ONLY -> "devices_only";
            })
        .time("time", by.time())
        .text("source", sourceId.apply(by.source()))
        .text("messageId", by.messageId())
        .text("wording", by.wording())
        .text("language", by.language())
        .text("channel", by.channel());
    if (!consent.devices().isEmpty()) {
      json.startArray("devices");
      for (var device : consent.devices()) {
        json.startObject();
        identifier(device);
        json.endObject();
      }
      json.endArray();
    }
    json.endObject();
  }

  private void leftOut(Profile.LeftOut leftOut) {
    if (leftOut.nothing()) {
      return;
    }
    json.startObject("leftOut")
        .number("traits", leftOut.traits())
        .number("largeValues", leftOut.largeValues())
        .number("accounts", leftOut.accounts())
        .number("orders", leftOut.orders())
        .number("amounts", leftOut.amounts())
        .truth("purposes", leftOut.purposes())
        .endObject();
  }

  private void time(String name, @Nullable Long at) {
    if (at != null) {
      json.time(name, at);
    }
  }
}
