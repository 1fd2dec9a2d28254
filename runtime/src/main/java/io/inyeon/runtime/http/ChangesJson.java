package io.inyeon.runtime.http;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.recall.ProfileChange;
import io.inyeon.core.recall.ProfileChange.Cause;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What became different of a person, in the form of the API.
final class ChangesJson {
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::time)
          .thenComparingLong(Place::position)
          .thenComparingInt(Place::ordinal);
  private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})");

  private final JsonWriter json = new JsonWriter();
  private final IntFunction<String> sourceId;

  /// @param sourceId the id of a source's number
  ChangesJson(IntFunction<String> sourceId) {
    this.sourceId = sourceId;
  }

  /// Where a change stands among all of a person's.
  record Place(long time, long position, int ordinal) {
    static Place of(ProfileChange change) {
      return new Place(change.time(), change.position(), change.ordinal());
    }

    String text() {
      return time + "." + position + "." + ordinal;
    }
  }

  /// Where the page before ended; `null` for the first page.
  static @Nullable Place after(@Nullable String cursor) throws Refusal {
    if (cursor == null) {
      return null;
    }
    var parts = CURSOR.matcher(cursor);
    if (!parts.matches()) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    return new Place(
        Long.parseLong(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  JsonWriter page(Recall.Changes changes, @Nullable Place after, int limit) {
    json.startObject().startArray("changes");
    String next = null;
    var written = 0;
    Place last = null;
    for (var change : changes.changes()) {
      var place = Place.of(change);
      if (after != null && ORDER.compare(place, after) <= 0) {
        continue;
      }
      if (written == limit && last != null) {
        next = last.text();
        break;
      }
      change(change);
      written++;
      last = place;
    }
    return json.endArray()
        .text("next", next)
        .text("position", Long.toString(changes.position()))
        .endObject();
  }

  private void change(ProfileChange change) {
    json.startObject().time("time", change.time());
    what(change.what());
    cause(change.cause(), change.position());
    json.endObject();
  }

  private void what(What what) {
    switch (what) {
      case What.OfTrait(var name, var old, var now) -> {
        json.text("change", now == null ? "trait_removed" : "trait_set").text("trait", name);
        value("old", old);
        value("new", now);
      }
      case What.Joined(var identifier) -> identifier("identifier_joined", identifier);
      case What.Left(var identifier) -> identifier("identifier_left", identifier);
      case What.OfConsent(var purpose, var old, var now) -> {
        json.text("change", "consent").text("purpose", purpose);
        state("old", old);
        state("new", now);
        if (old != null && now != null && !old.devices().equals(now.devices())) {
          devices("oldDevices", old);
          devices("newDevices", now);
        }
      }
      case What.AccountJoined(var id) -> json.text("change", "account_joined").text("account", id);
      case What.AccountLeft(var id) -> json.text("change", "account_left").text("account", id);
      case What.SessionBegan(var start, var campaign) -> session("session_began", start, campaign);
      case What.SessionGone(var start, var campaign) -> session("session_gone", start, campaign);
      case What.OfCommerce(var old, var now) -> {
        json.text("change", "commerce");
        commerce("old", old);
        commerce("new", now);
      }
      case What.Merged(var other, var identifiers) -> profile("merged", other, identifiers);
      case What.Split(var other, var identifiers) -> profile("split", other, identifiers);
    }
  }

  private void value(String name, @Nullable Value value) {
    if (value != null) {
      json.value(name, value);
    }
  }

  private void state(String name, @Nullable Consent consent) {
    if (consent != null) {
      json.text(name, consent.state().name().toLowerCase(Locale.ROOT));
    }
  }

  private void session(String change, long start, @Nullable String campaign) {
    json.text("change", change)
        .startObject("session")
        .time("start", start)
        .text("campaign", campaign)
        .endObject();
  }

  private void commerce(String name, @Nullable Commerce commerce) {
    if (commerce != null) {
      ProfileJson.commerce(json, name, commerce);
    }
  }

  private void devices(String name, Consent consent) {
    json.startArray(name);
    for (var device : consent.devices()) {
      json.startObject().text("type", device.type()).text("value", device.value()).endObject();
    }
    json.endArray();
  }

  private void identifier(String change, Identifier identifier) {
    json.text("change", change).startObject("identifier");
    json.text("type", identifier.type()).text("value", identifier.value()).endObject();
  }

  private void profile(String change, ProfileId other, SortedSet<Identifier> identifiers) {
    json.text("change", change).text("profile", other.value()).startArray("identifiers");
    for (var identifier : identifiers) {
      json.startObject()
          .text("type", identifier.type())
          .text("value", identifier.value())
          .endObject();
    }
    json.endArray();
  }

  private void cause(Cause cause, long position) {
    json.startObject("cause");
    switch (cause) {
      case Cause.ByEvent(var head) ->
          json.text("kind", "event")
              .text("name", head.name())
              .text("source", sourceId.apply(head.source()))
              .text("messageId", head.messageId())
              .time("receivedAt", head.receivedAt());
      case Cause.ByOperator(var entry) -> operator(entry);
    }
    json.text("position", Long.toString(position)).endObject();
  }

  private void operator(Entry entry) {
    switch (entry) {
      case Entry.CutMade made ->
          by("cut_made", made.author(), made.cut().id(), made.cut().reason());
      case Entry.CutUndone undone ->
          by("cut_undone", undone.author(), undone.cutId(), undone.reason());
      case Entry.LinkMade made ->
          by("link_made", made.author(), made.link().id(), made.link().reason());
      case Entry.LinkUndone undone ->
          by("link_undone", undone.author(), undone.link().id(), undone.reason());
      case Entry.RulesSaved saved ->
          by("rules_saved", saved.author(), Integer.toString(saved.rules().version()), null);
      case Entry.Received _,
          Entry.SourceSaved _,
          Entry.RulesApplied _,
          Entry.ImportUndone _,
          Entry.SegmentSaved _,
          Entry.SegmentFilled _,
          Entry.TimerFired _,
          Entry.Swept _,
          Entry.ComputedTraitSaved _,
          Entry.ComputedTraitFilled _,
          Entry.CutsMeasured _,
          Entry.SynonymsSaved _,
          Entry.PlanSaved _,
          Entry.TransformationsSaved _,
          Entry.RepairNoted _,
          Entry.QuarantineDropped _,
          Entry.QualityAlerted _,
          Entry.PersonErased _,
          Entry.ErasureKept _,
          Entry.ErasuresScrubbed _,
          Entry.RightsSaved _,
          Entry.PurposesSaved _,
          Entry.MembershipChanged _,
          Entry.AccessGranted _,
          Entry.AccessRevoked _ ->
          throw new IllegalArgumentException("changes nobody: " + entry);
    }
  }

  private void by(String kind, String author, String id, @Nullable String reason) {
    json.text("kind", kind).text("author", author).text("id", id);
    if (reason != null && !reason.isEmpty()) {
      json.text("reason", reason);
    }
  }
}
