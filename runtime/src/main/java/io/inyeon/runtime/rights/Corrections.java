package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Correction;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Trait;
import io.inyeon.core.unify.Traits;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.OwnWord;
import io.inyeon.runtime.http.CorrectionDesk;
import io.inyeon.runtime.http.RightsRecords;
import io.inyeon.runtime.http.RightsRecords.Request;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Corrections of traits. What is right is said by an event of the house's own
/// ([io.inyeon.core.unify.Correction]), and is the person's; who said so, when and why is a
/// document in state that names them by a keyed hash.
final class Corrections implements CorrectionDesk {
  private static final String ROOM = "correction";

  private final House house;
  private final Records records;
  private final Avowals avowals;
  private final Object correcting = new Object();

  Corrections(House house, Records records, Avowals avowals) {
    this.house = house;
    this.records = records;
    this.avowals = avowals;
  }

  /// A correction as it is kept.
  ///
  /// @param key of its document
  /// @param said messageId of the event that said it first
  /// @param again messageId of the event that said it last: the same, or one that came when a later
  ///   correction was undone
  private record Kept(
      String key,
      String trait,
      String said,
      String again,
      String reason,
      String request,
      String author,
      long at,
      long undoneAt,
      String undoneBy,
      String undoneReason) {
    String id() {
      return key.substring(key.indexOf('.') + 1);
    }

    Kept saidAgain(String messageId) {
      return new Kept(
          key,
          trait,
          said,
          messageId,
          reason,
          request,
          author,
          at,
          undoneAt,
          undoneBy,
          undoneReason);
    }

    Kept undone(long now, String by, String why) {
      return new Kept(key, trait, said, again, reason, request, author, at, now, by, why);
    }
  }

  // ---- correcting

  @Override
  public Corrected correct(
      Who who, String trait, Value value, String reason, Answered request, String author)
      throws Unavailable {
    var part = house.part(who);
    if (part.isEmpty()) {
      return nobody();
    }
    if (Correction.undone(value) || JsonWriter.bytes(value).length > Traits.LARGEST) {
      return new Corrected.Not(
          422, "invalid_value", "A value has " + Traits.LARGEST + " bytes of JSON at most.");
    }
    var asked = request.id().isEmpty() ? null : records.request(request.id());
    if (asked == null && !request.id().isEmpty()) {
      return new Corrected.Not(422, "request_not_found", "There is no request with this id.");
    }
    var not =
        asked == null || request.outcome().isEmpty() ? null : unclosable(asked, request, part);
    if (not != null) {
      return not;
    }
    // Held, so that of two at one time the later is later by its time, too.
    synchronized (correcting) {
      var before = house.trait(who, trait);
      var known = kept(part);
      var identifier = Collections.min(part, house.rules().types().strongestFirst());
      var now = house.now();
      var messageId = Avowals.messageId();
      var correction =
          new Kept(
              hash(identifier) + "." + Records.id("cor", now),
              trait,
              messageId,
              messageId,
              reason,
              request.id(),
              author,
              now,
              0,
              "",
              "");
      var documents = new ArrayList<>(List.of(document(correction)));
      if (asked != null && !request.outcome().isEmpty()) {
        documents.add(records.document(closed(asked, request, now)));
      }
      var time = time(now, trait, known, before);
      if (!say(identifier, trait, value, messageId, time, documents, author)) {
        return refused();
      }
      return new Corrected.Done(
          shown(correction, house.trait(who, trait), value),
          before == null ? null : before.value());
    }
  }

  /// Why a request cannot be closed by a correction of somebody; `null` when it can.
  private @Nullable Corrected unclosable(
      Request asked, Answered request, Collection<Identifier> part) {
    if (!asked.waits()) {
      return new Corrected.Not(409, "request_closed", "The request has been answered already.");
    }
    if (part.stream().noneMatch(each -> hash(each).equals(asked.subject()))) {
      return new Corrected.Not(422, "request_of_another", "The request is another person's.");
    }
    if (asked.identityNote().isBlank() && request.identityNote().isBlank()) {
      return new Corrected.Not(
          422, "missing_identity_note", "Say how it was made certain who asks: identityNote.");
    }
    return null;
  }

  private static Request closed(Request asked, Answered request, long now) {
    var note = request.identityNote().isBlank() ? asked.identityNote() : request.identityNote();
    return asked.standing(RightsRecords.State.DONE, note, request.outcome(), asked.erasure(), now);
  }

  private static Corrected refused() {
    return new Corrected.Not(
        422, "correction_refused", "What is said of this person is not kept: they were erased.");
  }

  /// Later than any correction of the trait before, whatever the clock has done.
  private static long time(long now, String trait, List<Kept> known, @Nullable Trait standing) {
    var time = now;
    for (var each : known) {
      if (each.trait.equals(trait)) {
        time = Math.max(time, Math.max(each.at, each.undoneAt) + 1);
        if (standing != null && standing.messageId().equals(each.again)) {
          time = Math.max(time, standing.time() + 1);
        }
      }
    }
    return time;
  }

  /// Says what is right, with the documents that account for it: a value that nobody accounts for
  /// must not stand.
  ///
  /// @return whether it was kept
  private boolean say(
      Identifier who,
      String trait,
      Value value,
      String messageId,
      long time,
      List<Avowals.Document> documents,
      String author)
      throws Unavailable {
    var more = new LinkedHashMap<String, Value>();
    more.put("traits", new Value.Fields(Map.of(trait, value)));
    var event = OwnWord.event("identify", messageId, time, List.of(who), more);
    return avowals.avow(OwnSources.CORRECTIONS, messageId, event, documents, author).isEmpty();
  }

  @Override
  public Corrected undo(Who who, String id, String reason, String author) throws Unavailable {
    var part = house.part(who);
    if (part.isEmpty()) {
      return nobody();
    }
    synchronized (correcting) {
      var known = kept(part);
      var undone = known.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
      if (undone == null) {
        return new Corrected.Not(404, "correction_not_found", "There is no correction of this id.");
      }
      if (undone.undoneAt > 0) {
        return new Corrected.Not(409, "already_undone", "It was taken back before.");
      }
      var now = house.now();
      var standing = house.trait(who, undone.trait);
      var later =
          known.stream()
              .filter(each -> each.trait.equals(undone.trait) && each.undoneAt == 0)
              .findFirst()
              .orElse(undone);
      var ended = undone.undone(now, author, reason);
      if (later.equals(undone)) {
        var time = time(now, undone.trait, known, standing);
        if (!fallBack(part, known, undone, ended, time, author)) {
          return refused();
        }
      } else {
        house.enter(saved(ended, author));
      }
      return new Corrected.Done(
          shown(ended, house.trait(who, undone.trait), value(ended)),
          standing == null ? null : standing.value());
    }
  }

  /// What was corrected before stands again, or else what sources said.
  ///
  /// @param ended the correction that is undone, as it is kept from now on
  /// @return whether that was kept
  private boolean fallBack(
      Collection<Identifier> part,
      List<Kept> known,
      Kept undone,
      Kept ended,
      long time,
      String author)
      throws Unavailable {
    var messageId = Avowals.messageId();
    var identifier =
        part.stream()
            .filter(each -> undone.key.startsWith(hash(each) + "."))
            .findFirst()
            .orElseThrow();
    for (var each : known) {
      if (each.trait.equals(undone.trait) && each.undoneAt == 0 && !each.equals(undone)) {
        var value = value(each);
        if (value != null) {
          var documents = List.of(document(ended), document(each.saidAgain(messageId)));
          return say(identifier, undone.trait, value, messageId, time, documents, author);
        }
      }
    }
    return say(
        identifier,
        undone.trait,
        Correction.undone(undone.id()),
        messageId,
        time,
        List.of(document(ended)),
        author);
  }

  private static Corrected nobody() {
    return new Corrected.Not(404, "profile_not_found", "Nobody is known by this name.");
  }

  // ---- reading

  @Override
  public @Nullable List<CorrectionDesk.Rectified> all(Who who, int most) throws Unavailable {
    var part = house.part(who);
    if (part.isEmpty()) {
      return null;
    }
    var all = new ArrayList<CorrectionDesk.Rectified>();
    for (var each : kept(part)) {
      if (all.size() < most) {
        all.add(shown(each, house.trait(who, each.trait), value(each)));
      }
    }
    return all;
  }

  /// What a correction says is right; `null` when that was erased, or never said.
  private @Nullable Value value(Kept kept) throws Unavailable {
    var event = house.said(OwnSources.CORRECTIONS, kept.said);
    return event == null ? null : event.fields("traits").values().get(kept.trait);
  }

  private CorrectionDesk.Rectified shown(
      Kept kept, @Nullable Trait standing, @Nullable Value value) {
    var state = state(kept, standing, value);
    return new CorrectionDesk.Rectified(
        kept.id(),
        kept.trait,
        value,
        kept.reason,
        kept.request,
        kept.author,
        kept.at,
        state,
        kept.undoneAt,
        kept.undoneBy,
        kept.undoneReason);
  }

  private static State state(Kept kept, @Nullable Trait standing, @Nullable Value value) {
    if (kept.undoneAt > 0) {
      return State.UNDONE;
    }
    if (value == null) {
      return State.LOST;
    }
    var stands =
        standing == null ? value == Value.Nothing.NOTHING : standing.messageId().equals(kept.again);
    return stands ? State.IN_FORCE : State.SUPERSEDED;
  }

  /// Those of whoever holds some identifiers, the latest first.
  private List<Kept> kept(Collection<Identifier> part) {
    var all = new ArrayList<Kept>();
    for (var identifier : part) {
      Records.eachOf(
          house, ROOM, hash(identifier), "cor", (key, fields) -> all.add(read(key, fields)));
    }
    all.sort(Comparator.comparingLong(Kept::at).thenComparing(Kept::id).reversed());
    return all;
  }

  private String hash(Identifier identifier) {
    return ProfileIds.of(house.rules().document().workspaceKey(), identifier).value();
  }

  private static Kept read(String key, Value.Fields fields) {
    return new Kept(
        key,
        said(fields, "trait"),
        said(fields, "said"),
        said(fields, "again"),
        said(fields, "reason"),
        said(fields, "request"),
        said(fields, "author"),
        Records.number(fields, "at"),
        Records.number(fields, "undoneAt"),
        said(fields, "undoneBy"),
        said(fields, "undoneReason"));
  }

  private static String said(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  private static Avowals.Document document(Kept kept) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("trait", new Value.Text(kept.trait));
    fields.put("said", new Value.Text(kept.said));
    fields.put("again", new Value.Text(kept.again));
    fields.put("reason", new Value.Text(kept.reason));
    fields.put("request", new Value.Text(kept.request));
    fields.put("author", new Value.Text(kept.author));
    fields.put("at", new Value.Decimal(BigDecimal.valueOf(kept.at)));
    fields.put("undoneAt", new Value.Decimal(BigDecimal.valueOf(kept.undoneAt)));
    fields.put("undoneBy", new Value.Text(kept.undoneBy));
    fields.put("undoneReason", new Value.Text(kept.undoneReason));
    return new Avowals.Document(ROOM, kept.key, new Value.Fields(fields));
  }

  private Entry saved(Kept kept, String author) {
    var document = document(kept);
    return new Entry.RightsSaved(0, house.now(), author, ROOM, kept.key, document.fields());
  }
}
