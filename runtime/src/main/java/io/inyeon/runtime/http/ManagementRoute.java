package io.inyeon.runtime.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place of the management API. Its template is that of the OpenAPI documents: `{…}` stands for
/// any one segment.
enum ManagementRoute {
  PROFILES("GET", "/api/v1/profiles"),
  PROFILE("GET", "/api/v1/profiles/{who}"),
  PROFILE_EVENTS("GET", "/api/v1/profiles/{who}/events"),
  PROFILE_IDENTITY("GET", "/api/v1/profiles/{who}/identity"),
  PROFILE_EXPLAIN("GET", "/api/v1/profiles/{who}/explain"),
  IDENTITY_EXPLAIN("GET", "/api/v1/identity/explain"),
  CUTS("GET", "/api/v1/identity/cuts"),
  CUT_MAKE("POST", "/api/v1/identity/cuts"),
  CUT_UNDO("DELETE", "/api/v1/identity/cuts/{id}"),
  LINKS("GET", "/api/v1/identity/links"),
  LINK_MAKE("POST", "/api/v1/identity/links"),
  LINK_UNDO("DELETE", "/api/v1/identity/links/{id}"),
  IDENTITY_BULK("POST", "/api/v1/identity/bulk"),
  PROFILE_CHANGES("GET", "/api/v1/profiles/{who}/changes"),
  TRACE("GET", "/api/v1/trace/{messageId}"),
  QUARANTINE("GET", "/api/v1/quarantine"),
  QUARANTINE_GROUPS("GET", "/api/v1/quarantine/groups"),
  QUARANTINE_GROUP("GET", "/api/v1/quarantine/groups/{id}"),
  QUARANTINE_PREVIEW("POST", "/api/v1/quarantine/groups/{id}/preview"),
  QUARANTINE_TRIAL("GET", "/api/v1/quarantine/previews/{id}"),
  QUARANTINE_RELEASE("POST", "/api/v1/quarantine/groups/{id}/release"),
  QUARANTINE_DROP("POST", "/api/v1/quarantine/groups/{id}/drop"),
  QUARANTINE_REPAIRS("GET", "/api/v1/quarantine/repairs"),
  QUARANTINE_REPAIR("GET", "/api/v1/quarantine/repairs/{id}"),
  PLANS("GET", "/api/v1/plans"),
  PLAN_MODELS("GET", "/api/v1/plans/models"),
  PLAN_MODEL("GET", "/api/v1/plans/models/{name}"),
  PLAN_VALIDATE("POST", "/api/v1/plans/validate"),
  PLAN_CONVERT("POST", "/api/v1/plans/convert"),
  PLAN_INFER("POST", "/api/v1/plans/infer"),
  PLAN("GET", "/api/v1/plans/{id}"),
  PLAN_SAVE("PUT", "/api/v1/plans/{id}"),
  PLAN_VERSION("GET", "/api/v1/plans/{id}/versions/{version}"),
  PLAN_DIFF("GET", "/api/v1/plans/{id}/diff"),
  TRANSFORMATIONS("GET", "/api/v1/transformations"),
  TRANSFORMATIONS_SAVE("PUT", "/api/v1/transformations"),
  TRANSFORMATIONS_TEMPLATES("GET", "/api/v1/transformations/templates"),
  TRANSFORMATIONS_PREVIEW("POST", "/api/v1/transformations/preview"),
  TRANSFORMATIONS_VERSIONS("GET", "/api/v1/transformations/versions"),
  TRANSFORMATIONS_VERSION("GET", "/api/v1/transformations/versions/{version}"),
  ENRICHERS("GET", "/api/v1/enrichers"),
  ENRICHER_PREVIEW("POST", "/api/v1/enrichers/preview"),
  ENRICHER("GET", "/api/v1/enrichers/{id}"),
  ENRICHER_SAVE("PUT", "/api/v1/enrichers/{id}"),
  ENRICHER_SECRETS("PUT", "/api/v1/enrichers/{id}/secrets"),
  ENRICHER_VERSIONS("GET", "/api/v1/enrichers/{id}/versions"),
  ENRICHER_VERSION("GET", "/api/v1/enrichers/{id}/versions/{version}"),
  ENRICHER_FAILURES("GET", "/api/v1/enrichers/{id}/failures"),
  ENRICHER_RETRY("POST", "/api/v1/enrichers/{id}/failures/retry"),
  ENRICHER_DROP("POST", "/api/v1/enrichers/{id}/failures/drop"),
  ENRICHER_DROPS("GET", "/api/v1/enrichers/{id}/drops"),
  DATA_QUALITY("GET", "/api/v1/data-quality"),
  DATA_QUALITY_ALERTS("GET", "/api/v1/data-quality/alerts"),
  DATA_QUALITY_NEWS("GET", "/api/v1/data-quality/alerts/events"),
  DATA_QUALITY_SOURCE("GET", "/api/v1/data-quality/sources/{id}"),
  DATA_QUALITY_EVENT("GET", "/api/v1/data-quality/sources/{id}/events/{name}"),
  LINEAGE("GET", "/api/v1/lineage"),
  LABELS("GET", "/api/v1/labels"),
  LABELS_SAVE("PUT", "/api/v1/labels"),
  LABELS_PROPOSALS("GET", "/api/v1/labels/proposals"),
  LABELS_VERSION("GET", "/api/v1/labels/versions/{version}"),
  BOTS("GET", "/api/v1/bots"),
  BOTS_SAVE("PUT", "/api/v1/bots"),
  BOTS_CHECK("POST", "/api/v1/bots/check"),
  PLACES("GET", "/api/v1/places"),
  PLACES_CHECK("POST", "/api/v1/places/check"),
  SOURCES("GET", "/api/v1/sources"),
  SOURCE_CREATE("POST", "/api/v1/sources"),
  SOURCE_ROTATE("POST", "/api/v1/sources/{id}/rotate"),
  SOURCE_DISABLE("POST", "/api/v1/sources/{id}/disable"),
  SOURCE_ENABLE("POST", "/api/v1/sources/{id}/enable"),
  SOURCE_UNDO("POST", "/api/v1/sources/{id}/undo-imports"),
  IMPORTS("GET", "/api/v1/imports"),
  IMPORT_CREATE("POST", "/api/v1/imports"),
  IMPORT("GET", "/api/v1/imports/{id}"),
  IMPORT_UPLOAD("PUT", "/api/v1/imports/{id}/file"),
  IMPORT_START("POST", "/api/v1/imports/{id}/start"),
  IMPORT_CANCEL("POST", "/api/v1/imports/{id}/cancel"),
  IMPORT_UNDO("POST", "/api/v1/imports/{id}/undo"),
  IMPORT_PREVIEW("GET", "/api/v1/imports/{id}/preview"),
  IMPORT_REJECTED("GET", "/api/v1/imports/{id}/rejected"),
  RULES("GET", "/api/v1/identity/rules"),
  RULES_SAVE("PUT", "/api/v1/identity/rules"),
  RULES_VALIDATE("POST", "/api/v1/identity/rules/validate"),
  RULES_VERSIONS("GET", "/api/v1/identity/rules/versions"),
  RULES_VERSION("GET", "/api/v1/identity/rules/versions/{version}"),
  REHEARSALS("GET", "/api/v1/identity/rules/rehearsals"),
  REHEARSAL_START("POST", "/api/v1/identity/rules/rehearsals"),
  REHEARSAL("GET", "/api/v1/identity/rules/rehearsals/{id}"),
  REHEARSAL_CANCEL("POST", "/api/v1/identity/rules/rehearsals/{id}/cancel"),
  REHEARSAL_CHANGES("GET", "/api/v1/identity/rules/rehearsals/{id}/changes"),
  REBUILDS("GET", "/api/v1/rebuilds"),
  REBUILD_START("POST", "/api/v1/rebuilds"),
  REBUILD("GET", "/api/v1/rebuilds/{id}"),
  REBUILD_CANCEL("POST", "/api/v1/rebuilds/{id}/cancel"),
  REBUILD_CHANGES("GET", "/api/v1/rebuilds/{id}/changes"),
  SEGMENTS("GET", "/api/v1/segments"),
  SEGMENT_CREATE("POST", "/api/v1/segments"),
  SEGMENT_PREVIEW("POST", "/api/v1/segments/preview"),
  SEGMENT_PREVIEW_CANCEL("DELETE", "/api/v1/segments/preview/{id}"),
  CONDITION_EXPLAIN("POST", "/api/v1/segments/explain"),
  SEGMENT_OVERLAP("GET", "/api/v1/segments/overlap"),
  SEGMENT("GET", "/api/v1/segments/{id}"),
  SEGMENT_UPDATE("PATCH", "/api/v1/segments/{id}"),
  SEGMENT_MEMBERS("GET", "/api/v1/segments/{id}/members"),
  SEGMENT_HISTORY("GET", "/api/v1/segments/{id}/history"),
  SEGMENT_REACH("GET", "/api/v1/segments/{id}/reach"),
  SEGMENT_PARSE("POST", "/api/v1/segments/parse"),
  SEGMENT_EXPLAIN("POST", "/api/v1/segments/{id}/explain"),
  PROFILE_SEGMENTS("GET", "/api/v1/profiles/{who}/segments"),
  COMPUTED_TRAITS("GET", "/api/v1/computed-traits"),
  COMPUTED_TRAIT_CREATE("POST", "/api/v1/computed-traits"),
  COMPUTED_TRAIT_TEMPLATES("GET", "/api/v1/computed-traits/templates"),
  COMPUTED_TRAIT("GET", "/api/v1/computed-traits/{id}"),
  COMPUTED_TRAIT_UPDATE("PATCH", "/api/v1/computed-traits/{id}"),
  COMPUTED_TRAIT_EXPLAIN("POST", "/api/v1/computed-traits/{id}/explain"),
  COMPUTED_TRAIT_MEASURE("POST", "/api/v1/computed-traits/{id}/measure"),
  VOCABULARY("GET", "/api/v1/vocabulary"),
  SYNONYMS("GET", "/api/v1/vocabulary/synonyms"),
  SYNONYMS_SAVE("PUT", "/api/v1/vocabulary/synonyms"),
  PURPOSES("GET", "/api/v1/purposes"),
  PURPOSE_CREATE("POST", "/api/v1/purposes"),
  PURPOSE("GET", "/api/v1/purposes/{key}"),
  PURPOSE_UPDATE("PATCH", "/api/v1/purposes/{key}"),
  CONSENT_RECORD("POST", "/api/v1/consents"),
  CONSENT_LEDGER("GET", "/api/v1/consents"),
  CONSENT_ENTRY("GET", "/api/v1/consents/{number}"),
  CONSENT_RECEIPT("GET", "/api/v1/consents/{number}/receipt"),
  PROFILE_CONSENTS("GET", "/api/v1/profiles/{who}/consents"),
  PROFILE_CONSENT_HISTORY("GET", "/api/v1/profiles/{who}/consents/history"),
  ACCESS_LOG("GET", "/api/v1/access-log"),
  ACCESS_REVIEW("GET", "/api/v1/access-log/review"),
  KEYS("GET", "/api/v1/keys"),
  KEY_CREATE("POST", "/api/v1/keys"),
  KEY_WITHDRAW("DELETE", "/api/v1/keys/{id}"),
  REPLAYS("GET", "/api/v1/replays"),
  REPLAY_START("POST", "/api/v1/replays"),
  REPLAY("GET", "/api/v1/replays/{id}"),
  REPLAY_CANCEL("POST", "/api/v1/replays/{id}/cancel"),
  REPLAY_CHANGES("GET", "/api/v1/replays/{id}/changes"),
  SCRATCHES("GET", "/api/v1/scratch"),
  SCRATCH("GET", "/api/v1/scratch/{name}"),
  SCRATCH_DROP("DELETE", "/api/v1/scratch/{name}"),
  ERASURES("GET", "/api/v1/erasures"),
  ERASURE_MAKE("POST", "/api/v1/erasures"),
  ERASURE("GET", "/api/v1/erasures/{id}"),
  ERASURE_SCRUB("POST", "/api/v1/erasures/{id}/scrub"),
  ERASURE_CERTIFICATE("GET", "/api/v1/erasures/{id}/certificate"),
  ERASURE_KEPT_BY_LAW("POST", "/api/v1/erasures/{id}/kept-by-law"),
  STATUTORY("GET", "/api/v1/statutory-retention"),
  STATUTORY_SAVE("PUT", "/api/v1/statutory-retention"),
  ACCESS_ARCHIVE("POST", "/api/v1/profiles/{who}/access-archive"),
  RIGHTS_REQUESTS("GET", "/api/v1/rights-requests"),
  RIGHTS_REQUEST_MAKE("POST", "/api/v1/rights-requests"),
  RIGHTS_REQUEST("GET", "/api/v1/rights-requests/{id}"),
  RIGHTS_REQUEST_CHANGE("PATCH", "/api/v1/rights-requests/{id}"),
  SUPPRESSIONS("GET", "/api/v1/suppressions"),
  SUPPRESSION_ADD("POST", "/api/v1/suppressions"),
  SUPPRESSION_CHECK("POST", "/api/v1/suppressions/check"),
  SUPPRESSION_REMOVE("DELETE", "/api/v1/suppressions/{id}"),
  RESTRICTIONS("GET", "/api/v1/restrictions"),
  RESTRICTION_MAKE("POST", "/api/v1/restrictions"),
  RESTRICTION_LIFT("DELETE", "/api/v1/restrictions/{id}"),
  RETENTION("GET", "/api/v1/retention"),
  RETENTION_SAVE("PUT", "/api/v1/retention"),
  RETENTION_PREVIEW("POST", "/api/v1/retention/preview"),
  RETENTION_RUN("POST", "/api/v1/retention/runs"),
  RETENTION_RUNS("GET", "/api/v1/retention/runs"),
  RETENTION_VERSIONS("GET", "/api/v1/retention/versions"),
  PROCESSING("GET", "/api/v1/record-of-processing"),
  PROCESSING_CONTROLLER("PUT", "/api/v1/record-of-processing/controller"),
  BREACHES("GET", "/api/v1/breaches"),
  BREACH_OPEN("POST", "/api/v1/breaches"),
  BREACH("GET", "/api/v1/breaches/{id}"),
  BREACH_NOTE("PATCH", "/api/v1/breaches/{id}"),
  BREACH_DRAFTS("GET", "/api/v1/breaches/{id}/drafts"),
  BREACH_PEOPLE("GET", "/api/v1/breaches/{id}/people"),
  CORRECTIONS("GET", "/api/v1/profiles/{who}/corrections"),
  CORRECTION_MAKE("POST", "/api/v1/profiles/{who}/corrections"),
  CORRECTION_UNDO("POST", "/api/v1/profiles/{who}/corrections/{id}/undo"),
  AUTOMATED_DECISIONS("GET", "/api/v1/profiles/{who}/automated-decisions"),
  SELF_SERVICE_LINKS("GET", "/api/v1/self-service-links"),
  SELF_SERVICE_LINK_MAKE("POST", "/api/v1/self-service-links"),
  SELF_SERVICE_LINK_REVOKE("DELETE", "/api/v1/self-service-links/{id}"),
  SELF_SERVICE_PAGE("GET", "/self-service/{token}"),
  SELF_SERVICE_ACT("POST", "/self-service/{token}"),
  STATUS("GET", "/api/v1/status"),
  WATCH("GET", "/api/v1/live"),
  SESSION("GET", "/api/v1/session"),
  SESSION_OPEN("POST", "/api/v1/session"),
  SESSION_END("DELETE", "/api/v1/session"),
  OWNER("POST", "/api/v1/owner"),
  OWNER_PAGE("GET", "/owner/{token}"),
  LIVE("GET", "/health/live"),
  READY("GET", "/health/ready"),
  METRICS("GET", "/metrics");

  /// Who may come in.
  enum Door {
    /// Who has a key.
    KEY,
    /// Who has a key, or is on this very machine.
    KEY_OR_LOCAL,
    /// Everybody.
    OPEN
  }

  private static final String API = "/api/v1/";

  /// What stands behind [#API] in some template: nobody but the management API answers there.
  private static final Set<String> AREAS =
      Stream.of(values())
          .filter(route -> route.template.startsWith(API))
          .map(route -> route.places.get(2))
          .collect(Collectors.toUnmodifiableSet());

  /// The routes by how many places their templates have, for a path is only held against those.
  private static final Map<Integer, List<ManagementRoute>> BY_PLACES =
      Stream.of(values()).collect(Collectors.groupingBy(route -> route.places.size()));

  private static final String SCRATCH_PREFIX = API + "scratch/";
  private static final Set<ManagementRoute> IN_SCRATCH =
      EnumSet.of(
          PROFILES,
          PROFILE,
          PROFILE_EVENTS,
          PROFILE_IDENTITY,
          PROFILE_EXPLAIN,
          PROFILE_CHANGES,
          IDENTITY_EXPLAIN,
          CUTS,
          LINKS,
          TRACE,
          QUARANTINE,
          SOURCES,
          RULES,
          RULES_VALIDATE,
          RULES_VERSIONS,
          RULES_VERSION,
          REHEARSALS,
          REHEARSAL_START,
          REHEARSAL,
          REHEARSAL_CANCEL,
          REHEARSAL_CHANGES,
          STATUS);

  final String method;
  final String template;

  @SuppressWarnings("ImmutableEnumChecker") // of List.of
  private final List<String> places;

  ManagementRoute(String method, String template) {
    this.method = method;
    this.template = template;
    this.places = List.of(template.substring(1).split("/", -1));
  }

  Door door() {
    return switch (this) {
      case SESSION_OPEN,
          SESSION_END,
          OWNER,
          OWNER_PAGE,
          SELF_SERVICE_PAGE,
          SELF_SERVICE_ACT,
          LIVE,
          READY ->
          Door.OPEN;
      case METRICS -> Door.KEY_OR_LOCAL;
      default -> Door.KEY;
    };
  }

  /// Whether a path lies where nobody but the management API answers. The tracking API may stand
  /// behind any prefix, `/api` too.
  static boolean area(String path) {
    if (path.startsWith(API)) {
      var end = path.indexOf('/', API.length());
      return AREAS.contains(path.substring(API.length(), end < 0 ? path.length() : end));
    }
    return path.startsWith("/health/")
        || path.startsWith("/owner/")
        || path.startsWith("/self-service/")
        || path.equals("/metrics");
  }

  /// Whether it is there in a scratch workspace, too: all that only reads what a workspace holds,
  /// and trying rules out.
  boolean ofScratch() {
    return IN_SCRATCH.contains(this);
  }

  /// A place of a scratch workspace, e.g. `/api/v1/scratch/march/profiles/email:kim@example.com`.
  ///
  /// @param name of the scratch workspace
  /// @param path of the same place of the live one
  record InScratch(String name, String path) {}

  /// `null` when a path is of the live workspace.
  static @Nullable InScratch inScratch(String path) {
    if (!path.startsWith(SCRATCH_PREFIX)) {
      return null;
    }
    var end = path.indexOf('/', SCRATCH_PREFIX.length());
    return end < 0 || end == path.length() - 1
        ? null
        : new InScratch(
            Percent.decode(path.substring(SCRATCH_PREFIX.length(), end)),
            API + path.substring(end + 1));
  }

  /// A place and what stood for the `{…}` of its template, decoded.
  record Match(ManagementRoute route, List<String> arguments) {
    Match {
      arguments = List.copyOf(arguments);
    }
  }

  /// All places at a path, one for each method.
  static List<Match> at(String path) {
    var bare =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    var parts = bare.substring(1).split("/", -1);
    var matches = new ArrayList<Match>();
    for (var route : BY_PLACES.getOrDefault(parts.length, List.of())) {
      var arguments = route.arguments(parts);
      if (arguments != null) {
        matches.add(new Match(route, arguments));
      }
    }
    return matches;
  }

  /// `null` where the path is of another place; it has as many parts as this.
  private @Nullable List<String> arguments(String[] parts) {
    for (var i = 0; i < parts.length; i++) {
      if (!places.get(i).startsWith("{") && !places.get(i).equals(parts[i])) {
        return null;
      }
    }
    var arguments = new ArrayList<String>(2);
    for (var i = 0; i < parts.length; i++) {
      if (places.get(i).startsWith("{")) {
        arguments.add(Percent.decode(parts[i]));
      }
    }
    return arguments;
  }
}
