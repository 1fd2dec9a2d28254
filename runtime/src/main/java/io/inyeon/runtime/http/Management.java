package io.inyeon.runtime.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.json.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The management API: what operators and their programs read and change, never open.
final class Management {
  /// Says of which scratch workspace an answer tells; the live one's answers have none.
  private static final HeaderName SCRATCH_WORKSPACE = HeaderNames.create("Scratch-Workspace");

  private final Inside inside;
  private final Access access;
  private final Sessions sessions;
  private final OwnerLink owner;
  private final ImportRoutes imports;
  private final Meters meters;
  private final IdentityRoutes identity;
  private final RulesApi rules;
  private final LiveStream live;
  private final TasksApi tasks;
  private final PeopleRoute people;
  private final SegmentRoutes segments;
  private final ComputedTraitRoutes computedTraits;
  private final PreviewRoutes previews;
  private final VocabularyRoutes vocabulary;
  private final ConsentRoutes consents;
  private final KeyRoutes keys;
  private final PurposeGate gate;
  private final AccessRoutes accesses;
  private final Logbook logbook;
  private final QualityRoutes quality;
  private final EnricherRoutes enrichers;
  private final ReplayApi replays;
  private final RightsRoutes rights;
  private final Reads reads;
  private final AtLeast waiting;
  private final ProfileRoutes profiles;
  private final JournalRoutes journal;
  private final SourceRoutes sources;

  /// The API of a house.
  ///
  /// @param secure whether the world reaches the server by https only
  /// @param patience the longest that a request may be under way
  Management(Inside inside, Meters meters, boolean secure, Duration patience) {
    this(
        inside,
        meters,
        inside.reads(),
        new Sessions(inside.keys(), secure),
        new LiveStream(inside.live(), inside.vitals(), patience.toMillis() / 2));
  }

  /// Reads another workspace than the one it writes to.
  ///
  /// @param reads of the workspace that is read: the live one's, or a scratch one's
  private Management(
      Inside inside, Meters meters, Reads reads, Sessions sessions, LiveStream live) {
    this.inside = inside;
    this.reads = reads;
    this.sessions = sessions;
    this.live = live;
    this.access = new Access(inside.keys(), sessions);
    this.owner = new OwnerLink(inside.keys(), access, sessions);
    this.imports = new ImportRoutes(inside.imports());
    this.meters = meters;
    this.people = new PeopleRoute(inside.finding());
    identity = new IdentityRoutes(reads.identity(), this::sourceId);
    this.rules = new RulesApi(reads.rules(), reads.tasks());
    this.tasks = new TasksApi(reads.tasks());
    this.replays = new ReplayApi(inside.scratches(), inside.sources(), inside.rules());
    rights =
        new RightsRoutes(
            inside.rights(),
            reads,
            inside.segments(),
            inside.consents(),
            inside.vocabulary(),
            inside.quality().enrichers(),
            this::sourceId);
    gate = new PurposeGate(inside.consents(), inside.quality().personal()::inForce);
    waiting = new AtLeast(reads.waiting());
    profiles = new ProfileRoutes(reads, waiting, gate, this::sourceId);
    journal = new JournalRoutes(reads.journal(), waiting);
    sources = new SourceRoutes(reads.sources(), inside.sources());
    segments = new SegmentRoutes(inside.segments(), gate);
    computedTraits = new ComputedTraitRoutes(inside.computedTraits());
    previews = new PreviewRoutes(inside.segments(), gate);
    vocabulary = new VocabularyRoutes(inside.vocabulary());
    consents = new ConsentRoutes(inside.consents());
    accesses = new AccessRoutes(inside.access());
    logbook = new Logbook(inside.access(), inside.consents());
    keys = new KeyRoutes(inside.keys(), inside.consents());
    quality = new QualityRoutes(inside.quality());
    enrichers = new EnricherRoutes(inside.quality().enrichers());
  }

  Answer answer(Exchange exchange) throws Refusal {
    var scratch = ManagementRoute.inScratch(exchange.path());
    var matches = ManagementRoute.at(scratch == null ? exchange.path() : scratch.path());
    var method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    var allowed = new ArrayList<String>();
    for (var match : matches) {
      if (match.route().method.equals(method)) {
        return answer(exchange, match, scratch == null ? null : scratch.name());
      }
      allowed.add(match.route().method);
    }
    return allowed.isEmpty()
        ? Answer.of(Edge.nowhere())
        : Answer.notAllowed(String.join(", ", allowed));
  }

  private Answer answer(Exchange exchange, ManagementRoute.Match match, @Nullable String scratch)
      throws Refusal {
    Visitor visitor;
    try {
      visitor = access.visitor(exchange, match.route().door());
    } catch (Refusal refusal) {
      return refusal.problem().status() == 401
          ? Answer.of(refusal.problem())
              .with(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Bearer"))
          : Answer.of(refusal.problem());
    }
    try {
      var known = exchange.by(visitor);
      var who = match.route().template.contains("/{who}") ? match.arguments().getFirst() : null;
      gate.check(known, match.route(), who, scratch != null);
      logbook.admit(known, match.route());
      var answer =
          scratch == null
              ? answer(known, match.route(), match.arguments(), visitor.name())
              : inScratch(scratch, known, match, visitor.name());
      return logbook.written(known, match.route(), who, scratch, answer);
    } catch (Intake.Unavailable e) {
      throw Refusal.unavailable(e);
    }
  }

  /// The same answer about a scratch workspace, which the answer names.
  private Answer inScratch(
      String name, Exchange exchange, ManagementRoute.Match match, String author)
      throws Refusal, Intake.Unavailable {
    if (!match.route().ofScratch()) {
      throw new Refusal(
          403, "scratch_read_only", "A scratch workspace is only read, and nothing was done.");
    }
    try (var visit = inside.scratches().enter(name)) {
      return new Management(inside, meters, visit.reads(), sessions, live)
          .answer(exchange, match.route(), match.arguments(), author)
          .with(HeaderValues.create(SCRATCH_WORKSPACE, name));
    } catch (ScratchDesk.Refused refused) {
      throw refused.refusal();
    }
  }

  private Answer answer(
      Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case PROFILES -> {
        AtLeast.reached(
            exchange, position -> inside.finding().await(position, AtLeast.PATIENCE_MS));
        yield people.answer(exchange);
      }
      case PROFILE -> profiles.profile(exchange, Who.of(arguments.getFirst()));
      case PROFILE_EVENTS -> profiles.events(exchange, Who.of(arguments.getFirst()));
      case PROFILE_IDENTITY -> profiles.identity(exchange, Who.of(arguments.getFirst()));
      case PROFILE_EXPLAIN,
          IDENTITY_EXPLAIN,
          CUTS,
          CUT_MAKE,
          CUT_UNDO,
          LINKS,
          LINK_MAKE,
          LINK_UNDO,
          IDENTITY_BULK -> {
        waiting.await(exchange, false);
        yield identity.answer(exchange, route, arguments, author);
      }
      case PROFILE_CHANGES -> profiles.changes(exchange, Who.of(arguments.getFirst()));
      case TRACE -> journal.trace(exchange, arguments.getFirst());
      case QUARANTINE -> journal.quarantine(exchange);
      case QUARANTINE_GROUPS,
          QUARANTINE_GROUP,
          QUARANTINE_PREVIEW,
          QUARANTINE_TRIAL,
          QUARANTINE_RELEASE,
          QUARANTINE_DROP,
          QUARANTINE_REPAIRS,
          QUARANTINE_REPAIR,
          PLANS,
          PLAN_MODELS,
          PLAN_MODEL,
          PLAN_VALIDATE,
          PLAN_CONVERT,
          PLAN_INFER,
          PLAN,
          PLAN_SAVE,
          PLAN_VERSION,
          PLAN_DIFF,
          TRANSFORMATIONS,
          TRANSFORMATIONS_SAVE,
          TRANSFORMATIONS_TEMPLATES,
          TRANSFORMATIONS_PREVIEW,
          TRANSFORMATIONS_VERSIONS,
          TRANSFORMATIONS_VERSION,
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
          BOTS_CHECK -> {
        waiting.await(exchange, false);
        yield quality.answer(exchange, route, arguments, author);
      }
      case ENRICHERS,
          ENRICHER,
          ENRICHER_SAVE,
          ENRICHER_SECRETS,
          ENRICHER_PREVIEW,
          ENRICHER_VERSIONS,
          ENRICHER_VERSION,
          ENRICHER_FAILURES,
          ENRICHER_RETRY,
          ENRICHER_DROP,
          ENRICHER_DROPS -> {
        waiting.await(exchange, false);
        yield enrichers.answer(exchange, route, arguments, author);
      }
      case SOURCES -> sources.all();
      case SOURCE_CREATE -> sources.create(exchange, author);
      case SOURCE_ROTATE -> sources.rotate(exchange, arguments.getFirst(), author);
      case SOURCE_DISABLE -> sources.enable(arguments.getFirst(), false, author);
      case SOURCE_ENABLE -> sources.enable(arguments.getFirst(), true, author);
      case SOURCE_UNDO -> imports.undoSource(arguments.getFirst(), author);
      case IMPORTS -> imports.all();
      case IMPORT_CREATE -> imports.create(exchange, author);
      case IMPORT -> imports.one(arguments.getFirst());
      case IMPORT_UPLOAD -> imports.upload(exchange, arguments.getFirst());
      case IMPORT_START -> imports.start(exchange, arguments.getFirst());
      case IMPORT_CANCEL -> imports.cancel(arguments.getFirst());
      case IMPORT_UNDO -> imports.undo(arguments.getFirst(), author);
      case IMPORT_PREVIEW -> imports.preview(arguments.getFirst());
      case IMPORT_REJECTED -> imports.rejected(exchange, arguments.getFirst());
      case STATUS -> {
        waiting.await(exchange, false);
        yield Numbers.status(reads.vitals());
      }
      case WATCH -> Answer.stream(live.begin(exchange));
      case RULES -> rules.read();
      case RULES_SAVE ->
          rules.save(RequestBody.fields(exchange), exchange.header(HeaderNames.IF_MATCH), author);
      case RULES_VALIDATE -> rules.validate(RequestBody.fields(exchange));
      case RULES_VERSIONS -> rules.versions();
      case RULES_VERSION -> rules.version(arguments.getFirst());
      case REHEARSALS -> tasks.all(Kind.REHEARSAL);
      case REHEARSAL_START -> rules.rehearse(RequestBody.fields(exchange), author);
      case REHEARSAL -> tasks.one(Kind.REHEARSAL, arguments.getFirst());
      case REHEARSAL_CANCEL -> tasks.cancel(Kind.REHEARSAL, arguments.getFirst());
      case REHEARSAL_CHANGES ->
          tasks.changes(Kind.REHEARSAL, arguments.getFirst(), exchange.parameter("format"));
      case REBUILDS -> tasks.all(Kind.REBUILD);
      case REBUILD_START -> tasks.rebuild(author);
      case REBUILD -> tasks.one(Kind.REBUILD, arguments.getFirst());
      case REBUILD_CANCEL -> tasks.cancel(Kind.REBUILD, arguments.getFirst());
      case REBUILD_CHANGES ->
          tasks.changes(Kind.REBUILD, arguments.getFirst(), exchange.parameter("format"));
      case SEGMENTS,
          SEGMENT_CREATE,
          SEGMENT,
          SEGMENT_UPDATE,
          SEGMENT_MEMBERS,
          SEGMENT_HISTORY,
          SEGMENT_REACH,
          SEGMENT_EXPLAIN,
          PROFILE_SEGMENTS -> {
        waiting.await(exchange, false);
        yield segments.answer(exchange, route, arguments, author);
      }
      case COMPUTED_TRAITS,
          COMPUTED_TRAIT_CREATE,
          COMPUTED_TRAIT_TEMPLATES,
          COMPUTED_TRAIT,
          COMPUTED_TRAIT_UPDATE,
          COMPUTED_TRAIT_EXPLAIN,
          COMPUTED_TRAIT_MEASURE -> {
        waiting.await(exchange, false);
        yield computedTraits.answer(exchange, route, arguments, author);
      }
      case SEGMENT_PREVIEW -> {
        AtLeast.reached(
            exchange,
            position -> inside.segments().previews().await(position, AtLeast.PATIENCE_MS));
        yield previews.preview(exchange);
      }
      case SEGMENT_PREVIEW_CANCEL -> previews.cancel(arguments.getFirst());
      case CONDITION_EXPLAIN -> {
        waiting.await(exchange, true);
        yield previews.explain(exchange);
      }
      case SEGMENT_OVERLAP -> {
        waiting.await(exchange, false);
        yield previews.overlap(exchange);
      }
      case SEGMENT_PARSE, VOCABULARY, SYNONYMS, SYNONYMS_SAVE -> {
        waiting.await(exchange, false);
        yield vocabulary.answer(exchange, route, author);
      }
      case ACCESS_LOG -> accesses.page(exchange);
      case ACCESS_REVIEW -> accesses.review(exchange);
      case KEYS, KEY_CREATE, KEY_WITHDRAW -> keys.answer(exchange, route, arguments, author);
      case PURPOSES,
          PURPOSE_CREATE,
          PURPOSE,
          PURPOSE_UPDATE,
          CONSENT_RECORD,
          CONSENT_LEDGER,
          CONSENT_ENTRY,
          CONSENT_RECEIPT,
          PROFILE_CONSENTS,
          PROFILE_CONSENT_HISTORY -> {
        waiting.await(exchange, Instants.asOf(exchange) != null);
        yield consents.answer(exchange, route, arguments, author);
      }
      case REPLAYS -> tasks.all(Kind.REPLAY);
      case REPLAY_START -> replays.start(RequestBody.fields(exchange), author);
      case REPLAY -> tasks.one(Kind.REPLAY, arguments.getFirst());
      case REPLAY_CANCEL -> tasks.cancel(Kind.REPLAY, arguments.getFirst());
      case REPLAY_CHANGES ->
          tasks.changes(Kind.REPLAY, arguments.getFirst(), exchange.parameter("format"));
      case SCRATCHES -> replays.all();
      case SCRATCH -> replays.one(arguments.getFirst());
      case SCRATCH_DROP -> replays.drop(arguments.getFirst());
      case ERASURES,
          ERASURE_MAKE,
          ERASURE,
          ERASURE_SCRUB,
          ERASURE_CERTIFICATE,
          ERASURE_KEPT_BY_LAW,
          STATUTORY,
          STATUTORY_SAVE,
          ACCESS_ARCHIVE,
          RIGHTS_REQUESTS,
          RIGHTS_REQUEST_MAKE,
          RIGHTS_REQUEST,
          RIGHTS_REQUEST_CHANGE,
          SUPPRESSIONS,
          SUPPRESSION_ADD,
          SUPPRESSION_CHECK,
          SUPPRESSION_REMOVE,
          RESTRICTIONS,
          RESTRICTION_MAKE,
          RESTRICTION_LIFT,
          PROCESSING,
          PROCESSING_CONTROLLER,
          BREACHES,
          BREACH_OPEN,
          BREACH,
          BREACH_NOTE,
          BREACH_DRAFTS,
          BREACH_PEOPLE,
          RETENTION,
          RETENTION_SAVE,
          RETENTION_PREVIEW,
          RETENTION_RUN,
          RETENTION_RUNS,
          RETENTION_VERSIONS,
          CORRECTIONS,
          CORRECTION_MAKE,
          CORRECTION_UNDO,
          AUTOMATED_DECISIONS,
          SELF_SERVICE_LINKS,
          SELF_SERVICE_LINK_MAKE,
          SELF_SERVICE_LINK_REVOKE,
          SELF_SERVICE_PAGE,
          SELF_SERVICE_ACT ->
          rights.answer(exchange, route, arguments, author);
      case OWNER -> owner.redeem(exchange, ownerPage(exchange));
      case SESSION -> sessions.read(exchange, author);
      case SESSION_OPEN -> sessions.open(exchange, RequestBody.fields(exchange), access);
      case SESSION_END -> sessions.end(exchange);
      case OWNER_PAGE -> ownerPage(exchange).form(arguments.getFirst());
      case LIVE -> Answer.json(new JsonWriter().startObject().text("status", "live").endObject());
      case READY -> ready();
      case METRICS -> Numbers.metrics(inside.vitals(), meters);
    };
  }

  private static OwnerPage ownerPage(Exchange exchange) {
    return OwnerPage.in(exchange.header(HeaderNames.ACCEPT_LANGUAGE));
  }

  private Answer ready() throws Refusal {
    var ailments = inside.vitals().ailments();
    if (!ailments.isEmpty()) {
      var told = ailments.stream().map(Vitals.Ailment::told).collect(Collectors.joining(" "));
      throw new Refusal(new Problem(503, "not_ready", told, 1));
    }
    return Answer.json(new JsonWriter().startObject().text("status", "ready").endObject());
  }

  private String sourceId(int number) {
    var source = reads.sources().byNumber(number);
    return source == null ? Integer.toString(number) : source.id();
  }
}
