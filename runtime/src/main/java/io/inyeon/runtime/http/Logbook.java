package io.inyeon.runtime.http;

import static io.inyeon.runtime.http.ManagementRoute.*;

import io.inyeon.runtime.Intake;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has every read of personal data written down before anything of it is told, and asks for a
/// reason where it leaves as a file.
final class Logbook {
  private static final int LONGEST = 500;

  /// What of people each place tells.
  private static final Map<ManagementRoute, List<String>> FIELDS = new EnumMap<>(fields());

  /// What tells of nobody. A place that stands in neither list is taken to tell of somebody.
  private static final Set<ManagementRoute> OF_NOBODY =
      EnumSet.of(
          CUT_UNDO,
          LINK_UNDO,
          IDENTITY_BULK,
          SOURCES,
          SOURCE_CREATE,
          SOURCE_ROTATE,
          SOURCE_DISABLE,
          SOURCE_ENABLE,
          SOURCE_UNDO,
          PLANS,
          PLAN,
          PLAN_VERSION,
          PLAN_DIFF,
          PLAN_SAVE,
          PLAN_VALIDATE,
          PLAN_CONVERT,
          PLAN_MODELS,
          PLAN_MODEL,
          TRANSFORMATIONS,
          TRANSFORMATIONS_SAVE,
          TRANSFORMATIONS_TEMPLATES,
          TRANSFORMATIONS_VERSIONS,
          TRANSFORMATIONS_VERSION,
          QUARANTINE_RELEASE,
          QUARANTINE_DROP,
          QUARANTINE_REPAIRS,
          QUARANTINE_REPAIR,
          ENRICHERS,
          ENRICHER,
          ENRICHER_SAVE,
          ENRICHER_SECRETS,
          ENRICHER_VERSIONS,
          ENRICHER_VERSION,
          ENRICHER_RETRY,
          ENRICHER_DROP,
          ENRICHER_DROPS,
          DATA_QUALITY,
          DATA_QUALITY_ALERTS,
          DATA_QUALITY_NEWS,
          DATA_QUALITY_SOURCE,
          DATA_QUALITY_EVENT,
          LINEAGE,
          LABELS,
          LABELS_SAVE,
          LABELS_PROPOSALS,
          LABELS_VERSION,
          BOTS,
          BOTS_SAVE,
          PLACES,
          PLACES_CHECK,
          BOTS_CHECK,
          IMPORTS,
          IMPORT_CREATE,
          IMPORT,
          IMPORT_UPLOAD,
          IMPORT_START,
          IMPORT_CANCEL,
          IMPORT_UNDO,
          RULES,
          RULES_SAVE,
          RULES_VALIDATE,
          RULES_VERSIONS,
          RULES_VERSION,
          REHEARSALS,
          REHEARSAL_START,
          REHEARSAL,
          REHEARSAL_CANCEL,
          REBUILDS,
          REBUILD_START,
          REBUILD,
          REBUILD_CANCEL,
          SEGMENTS,
          SEGMENT_CREATE,
          SEGMENT_PREVIEW_CANCEL,
          SEGMENT_OVERLAP,
          SEGMENT,
          SEGMENT_UPDATE,
          SEGMENT_HISTORY,
          SEGMENT_REACH,
          SEGMENT_PARSE,
          COMPUTED_TRAITS,
          COMPUTED_TRAIT_CREATE,
          COMPUTED_TRAIT_TEMPLATES,
          COMPUTED_TRAIT,
          COMPUTED_TRAIT_UPDATE,
          COMPUTED_TRAIT_MEASURE,
          VOCABULARY,
          SYNONYMS,
          SYNONYMS_SAVE,
          PURPOSES,
          PURPOSE_CREATE,
          PURPOSE,
          PURPOSE_UPDATE,
          CONSENT_RECORD,
          CONSENT_LEDGER,
          ACCESS_REVIEW,
          KEYS,
          KEY_CREATE,
          KEY_WITHDRAW,
          REPLAYS,
          REPLAY_START,
          REPLAY,
          REPLAY_CANCEL,
          SCRATCHES,
          SCRATCH,
          SCRATCH_DROP,
          ERASURES,
          ERASURE,
          ERASURE_SCRUB,
          ERASURE_CERTIFICATE,
          STATUTORY,
          STATUTORY_SAVE,
          RIGHTS_REQUEST_MAKE,
          RIGHTS_REQUEST_CHANGE,
          SUPPRESSIONS,
          SUPPRESSION_ADD,
          SUPPRESSION_CHECK,
          SUPPRESSION_REMOVE,
          RESTRICTION_MAKE,
          RESTRICTION_LIFT,
          PROCESSING,
          PROCESSING_CONTROLLER,
          BREACHES,
          BREACH_OPEN,
          BREACH,
          BREACH_NOTE,
          BREACH_DRAFTS,
          RETENTION,
          RETENTION_SAVE,
          RETENTION_PREVIEW,
          RETENTION_RUN,
          RETENTION_RUNS,
          RETENTION_VERSIONS,
          SELF_SERVICE_LINKS,
          SELF_SERVICE_LINK_MAKE,
          SELF_SERVICE_LINK_REVOKE,
          SELF_SERVICE_ACT,
          STATUS,
          SESSION,
          SESSION_OPEN,
          SESSION_END,
          OWNER,
          OWNER_PAGE,
          LIVE,
          READY,
          METRICS);

  /// Which of these may leave as a file: `?format=csv` or `parquet`.
  private static final Set<ManagementRoute> FILES =
      EnumSet.of(
          BREACH_PEOPLE, SEGMENT_MEMBERS, REHEARSAL_CHANGES, REBUILD_CHANGES, REPLAY_CHANGES);

  private final AccessDesk access;
  private final ConsentDesk people;

  Logbook(AccessDesk access, ConsentDesk people) {
    this.access = access;
    this.people = people;
  }

  private static Map<ManagementRoute, List<String>> fields() {
    return Map.ofEntries(
        Map.entry(PROFILES, List.of("identifiers", "name", "activity", "traits")),
        Map.entry(
            PROFILE,
            List.of(
                "identifiers", "traits", "events", "sessions", "orders", "accounts", "consents")),
        Map.entry(PROFILE_EVENTS, List.of("events")),
        Map.entry(PROFILE_IDENTITY, List.of("identifiers", "links")),
        Map.entry(PROFILE_EXPLAIN, List.of("identifiers", "links")),
        Map.entry(PROFILE_CHANGES, List.of("changes")),
        Map.entry(PROFILE_SEGMENTS, List.of("segments")),
        Map.entry(PROFILE_CONSENTS, List.of("consents")),
        Map.entry(PROFILE_CONSENT_HISTORY, List.of("identifiers", "consents", "evidence")),
        Map.entry(CONSENT_ENTRY, List.of("identifiers", "consents", "evidence")),
        Map.entry(CONSENT_RECEIPT, List.of("identifiers", "consents", "evidence")),
        Map.entry(IDENTITY_EXPLAIN, List.of("identifiers", "links")),
        Map.entry(CUTS, List.of("identifiers")),
        Map.entry(LINKS, List.of("identifiers")),
        Map.entry(TRACE, List.of("events")),
        Map.entry(QUARANTINE, List.of("events")),
        Map.entry(ENRICHER_PREVIEW, List.of("events", "traits")),
        Map.entry(ENRICHER_FAILURES, List.of("events")),
        Map.entry(IMPORT_PREVIEW, List.of("rows")),
        Map.entry(IMPORT_REJECTED, List.of("rows")),
        Map.entry(REHEARSAL_CHANGES, List.of("identifiers")),
        Map.entry(REBUILD_CHANGES, List.of("identifiers")),
        Map.entry(REPLAY_CHANGES, List.of("identifiers")),
        Map.entry(SEGMENT_MEMBERS, List.of("identifiers")),
        Map.entry(SEGMENT_PREVIEW, List.of("identifiers", "name", "traits")),
        Map.entry(SEGMENT_EXPLAIN, List.of("reason")),
        Map.entry(CONDITION_EXPLAIN, List.of("reason")),
        Map.entry(COMPUTED_TRAIT_EXPLAIN, List.of("reason")),
        Map.entry(WATCH, List.of("events")),
        Map.entry(ERASURE_MAKE, List.of("places")),
        Map.entry(ERASURE_KEPT_BY_LAW, List.of("records")),
        Map.entry(RIGHTS_REQUESTS, List.of("requests")),
        Map.entry(RIGHTS_REQUEST, List.of("requests")),
        Map.entry(ACCESS_ARCHIVE, List.of("everything")),
        Map.entry(RESTRICTIONS, List.of("identifiers")),
        Map.entry(BREACH_PEOPLE, List.of("identifiers")),
        Map.entry(CORRECTIONS, List.of("traits")),
        Map.entry(CORRECTION_MAKE, List.of("traits")),
        Map.entry(CORRECTION_UNDO, List.of("traits")),
        Map.entry(AUTOMATED_DECISIONS, List.of("segments", "traits", "requests")),
        Map.entry(SELF_SERVICE_PAGE, List.of("consents", "requests")),
        Map.entry(CUT_MAKE, List.of("identifiers")),
        Map.entry(LINK_MAKE, List.of("identifiers")),
        Map.entry(ACCESS_LOG, List.of("accesses")));
  }

  /// Whether a place tells of people.
  static boolean personal(ManagementRoute route) {
    return !OF_NOBODY.contains(route);
  }

  /// Lets in who says why, where that is asked.
  void admit(Exchange exchange, ManagementRoute route) throws Refusal {
    said(exchange, "task");
    if (said(exchange, "reason") == null && file(exchange, route)) {
      throw new Refusal(
          400, "reason_required", "A file of people's data needs a reason: ?reason=, in words.");
    }
  }

  private static @Nullable String said(Exchange exchange, String name) throws Refusal {
    var said = exchange.parameter(name);
    if (said == null || said.isBlank()) {
      return null;
    }
    if (said.length() > LONGEST) {
      throw new Refusal(
          400, "invalid_" + name, "A " + name + " has " + LONGEST + " characters at most.");
    }
    return said.strip();
  }

  private static boolean file(Exchange exchange, ManagementRoute route) {
    var format = exchange.parameter("format");
    return FILES.contains(route) && ("csv".equals(format) || "parquet".equals(format));
  }

  /// Writes down what an answer tells, and gives it back.
  ///
  /// @param who whom the address names; `null` for nobody in particular
  /// @param scratch the scratch workspace that it is about; `null` for the live one
  Answer written(
      Exchange exchange,
      ManagementRoute route,
      @Nullable String who,
      @Nullable String scratch,
      Answer answer)
      throws Refusal, Intake.Unavailable {
    var fields = FIELDS.getOrDefault(route, List.of("other"));
    if (OF_NOBODY.contains(route) || answer.status().code() >= 300) {
      return answer;
    }
    var note = exchange.note();
    if (route == SEGMENT_PREVIEW && note.count() == 0) {
      return answer; // numbers only
    }
    if (note.count() == 0 && scratch == null) {
      name(exchange, who);
      if (route == IDENTITY_EXPLAIN) {
        name(exchange, exchange.parameter("a"));
        name(exchange, exchange.parameter("b"));
      }
    }
    var visitor = exchange.visitor();
    var reason = said(exchange, "reason");
    var asked = exchange.parameter("purpose");
    access.record(
        new AccessDesk.Read(
            exchange.receivedAt(),
            visitor.name(),
            visitor.keyId(),
            visitor.session(),
            exchange.client(),
            route.name().toLowerCase(Locale.ROOT),
            fields,
            note.people(),
            note.count(),
            scope(note, who, scratch),
            asked == null ? visitor.purpose() : asked,
            said(exchange, "task"),
            reason == null ? note.reason() : reason,
            file(exchange, route) || answer.attached(),
            exchange.id()));
    return answer;
  }

  private void name(Exchange exchange, @Nullable String who) throws Intake.Unavailable {
    var id = who == null ? null : people.id(Who.of(who));
    if (id != null) {
      exchange.note().person(id);
    }
  }

  private static String scope(AccessNote note, @Nullable String who, @Nullable String scratch) {
    if (scratch != null) {
      return "scratch:" + scratch;
    }
    return note.scope().isEmpty() && note.count() == 0 && who == null ? "all" : note.scope();
  }
}
