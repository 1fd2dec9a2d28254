package io.inyeon.runtime.http;

import io.inyeon.core.Effect;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Explanation;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.LoginSlice;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Preview;
import io.inyeon.core.unify.Reason;
import io.inyeon.core.unify.Refused;
import io.inyeon.core.unify.Relation;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.Support;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reasons, cuts and stewards' links in the form of the API: codes and data, the words are the
/// client's.
final class IdentityJson {
  private final JsonWriter json = new JsonWriter();
  private final IntFunction<String> sourceId;

  /// Writes for a reader.
  ///
  /// @param sourceId of a source's number
  IdentityJson(IntFunction<String> sourceId) {
    this.sourceId = sourceId;
  }

  // ---- reasons

  JsonWriter explanation(Explanation explanation, long position) {
    json.startObject().text("id", explanation.id().value());
    identifiers("identifiers", explanation.identifiers());
    json.startArray("links");
    explanation.held().forEach(this::supportItem);
    json.endArray();
    spareAndRefused(explanation.spare(), explanation.refused(), explanation.unlisted());
    cuts(explanation.cuts());
    logins(explanation.logins());
    if (explanation.unlistedLogins() > 0) {
      json.number("loginsNotListed", explanation.unlistedLogins());
    }
    return position(position).endObject();
  }

  private void logins(List<LoginSlice> slices) {
    json.startArray("logins");
    for (var slice : slices) {
      var login = slice.login();
      json.startObject();
      identifier("device", slice.device());
      json.text("policy", slice.policy().name().toLowerCase(Locale.ROOT));
      json.text("code", slice.mine() ? "owned_by_login" : "owned_by_others_login");
      if (slice.from() != null) {
        json.time("from", slice.from());
      }
      if (slice.last() != null) {
        json.time("last", slice.last());
      }
      identifier("anchor", login.anchor());
      json.startObject("login").text("messageId", login.messageId());
      json.time("time", slice.loginAt());
      json.text("source", sourceId.apply(login.source())).number("rank", login.rank());
      json.endObject().endObject();
    }
    json.endArray();
  }

  JsonWriter relation(Relation relation, long position) {
    json.startObject();
    end("a", relation.a());
    end("b", relation.b());
    json.truth("onePerson", relation.one()).text("verdict", verdict(relation)).startArray("path");
    for (var step : relation.path()) {
      json.startObject();
      identifier("from", step.from());
      identifier("to", step.to());
      support(step.by());
      json.endObject();
    }
    json.endArray();
    spareAndRefused(relation.spare(), relation.refused(), relation.unlisted());
    cuts(relation.cuts());
    return position(position).endObject();
  }

  private static String verdict(Relation relation) {
    if (relation.one()) {
      return "one_person";
    }
    return relation.refused().isEmpty() && relation.cuts().isEmpty() && relation.unlisted() == 0
        ? "no_evidence"
        : "evidence_refused";
  }

  private void end(String name, Relation.End end) {
    json.startObject(name);
    fields(end.identifier());
    var profile = end.profile();
    json.text("profile", profile == null ? null : profile.value()).endObject();
  }

  private void spareAndRefused(List<Support> spare, List<Refused> refused, long unlisted) {
    json.startArray("spareLinks");
    spare.forEach(this::supportItem);
    json.endArray().startArray("refused");
    for (var each : refused) {
      json.startObject();
      between(each.pair());
      evidence(each.evidence());
      stewards(each.stewards());
      json.startArray("reasons");
      each.reasons().forEach(this::reason);
      json.endArray().endObject();
    }
    json.endArray();
    if (unlisted > 0) {
      json.number("refusedNotListed", unlisted);
    }
  }

  private void supportItem(Support support) {
    json.startObject();
    between(support.link().pair());
    support(support);
    json.endObject();
  }

  private void support(Support support) {
    json.text("rule", lower(support.rule())).number("weight", support.weight());
    evidence(support.evidence());
    stewards(support.stewards());
  }

  private void evidence(LinkEvidence evidence) {
    json.startObject("evidence")
        .number("rank", evidence.best().rank())
        .time("time", evidence.best().time())
        .text("messageId", evidence.best().messageId())
        .text("source", evidence.source() == 0 ? null : sourceId.apply(evidence.source()))
        .number("count", evidence.count())
        .time("firstSeen", evidence.first())
        .time("lastSeen", evidence.latest());
    if (evidence.count() > 0) {
      json.startObject("latest")
          .text("messageId", evidence.latestId())
          .text("source", sourceId.apply(evidence.latestSource()))
          .time("time", evidence.latest())
          .endObject();
    }
    json.endObject();
  }

  private void stewards(List<StewardLink> stewards) {
    if (!stewards.isEmpty()) {
      json.startArray("stewards");
      stewards.forEach(link -> {
        json.startObject();
        fields(link);
        json.endObject();
      });
      json.endArray();
    }
  }

  private void reason(Reason reason) {
    json.startObject();
    switch (reason) {
      case Reason.Anchor(var one, var other) -> {
        json.text("code", "anchor");
        identifiers("anchors", List.of(one, other));
      }
      case Reason.Limit(var type, var limit) ->
          json.text("code", "limit").text("type", type).number("limit", limit);
      case Reason.Shared(var identifier, var rank, var ofType, var hub) -> {
        json.text("code", "shared");
        identifier("identifier", identifier);
        json.number("rank", rank).text("ofType", ofType).truth("hub", hub);
      }
      case Reason.Blocked(var identifier) -> {
        json.text("code", "blocked");
        identifier("identifier", identifier);
      }
      case Reason.Divided(var cut) -> json.text("code", "cut").text("cut", cut);
      case Reason.Untrusted(var kind, var type) ->
          json.text("code", "untrusted").text("kind", lower(kind)).text("type", type);
    }
    json.endObject();
  }

  // ---- decisions

  JsonWriter made(Cut cut, long position) {
    json.startObject();
    fields(cut);
    return json.text("result", "made").text("position", Long.toString(position)).endObject();
  }

  JsonWriter made(StewardLink link, boolean one, long position) {
    json.startObject();
    fields(link);
    return json.truth("onePerson", one)
        .text("result", "made")
        .text("position", Long.toString(position))
        .endObject();
  }

  JsonWriter exists(String id) {
    return json.startObject().text("id", id).text("result", "exists").endObject();
  }

  JsonWriter undone(String id, long position) {
    return json.startObject()
        .text("id", id)
        .text("result", "undone")
        .text("position", Long.toString(position))
        .endObject();
  }

  JsonWriter preview(Preview preview, long position) {
    json.startObject().text("result", "preview");
    for (var before : List.of(true, false)) {
      json.startArray(before ? "before" : "after");
      for (var profile : before ? preview.before() : preview.after()) {
        new ProfileJson(json, sourceId).item(profile);
      }
      json.endArray();
    }
    json.startArray("moves");
    for (var move : preview.moves()) {
      json.startObject().text("from", move.from().value()).text("to", move.to().value());
      identifiers("identifiers", move.identifiers());
      json.number("events", move.events()).endObject();
    }
    json.endArray().startArray("turningShared");
    for (var effect : preview.effects()) {
      switch (effect) {
        case Effect.IdentifierShared(var identifier, var rank, var ofType, var hub) -> {
          json.startObject();
          identifier("identifier", identifier);
          json.number("rank", rank).text("ofType", ofType).truth("hub", hub).endObject();
        }
        case Effect.SpanUnreadable _ -> {} // an alarm, and nothing that a decision brings about
      }
    }
    json.endArray().number("profilesNotListed", preview.unlisted());
    return position(position).endObject();
  }

  JsonWriter cutPage(List<Cut> cuts, @Nullable String next) {
    json.startObject();
    cuts(cuts);
    return json.text("next", next).endObject();
  }

  JsonWriter linkPage(List<StewardLink> links, @Nullable String next) {
    json.startObject().startArray("links");
    for (var link : links) {
      json.startObject();
      fields(link);
      json.endObject();
    }
    return json.endArray().text("next", next).endObject();
  }

  private void cuts(List<Cut> cuts) {
    json.startArray("cuts");
    for (var cut : cuts) {
      json.startObject();
      fields(cut);
      json.endObject();
    }
    json.endArray();
  }

  private void fields(Cut cut) {
    json.text("id", cut.id());
    identifiers("left", cut.left());
    identifiers("right", cut.right());
    said(cut.author(), cut.time(), cut.reason());
  }

  private void fields(StewardLink link) {
    json.text("id", link.id());
    identifier("a", link.pair().stronger());
    identifier("b", link.pair().weaker());
    said(link.author(), link.time(), link.reason());
  }

  private void said(String author, long at, String reason) {
    json.text("author", author).time("at", at).text("reason", reason);
  }

  // ---- parts

  private void between(Pair pair) {
    identifiers("between", List.of(pair.stronger(), pair.weaker()));
  }

  private void identifiers(String name, Collection<Identifier> identifiers) {
    json.startArray(name);
    for (var identifier : identifiers) {
      json.startObject();
      fields(identifier);
      json.endObject();
    }
    json.endArray();
  }

  private void identifier(String name, Identifier identifier) {
    json.startObject(name);
    fields(identifier);
    json.endObject();
  }

  private void fields(Identifier identifier) {
    json.text("type", identifier.type()).text("value", identifier.value());
  }

  private JsonWriter position(long position) {
    return json.text("position", Long.toString(position));
  }

  private static String lower(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT);
  }
}
