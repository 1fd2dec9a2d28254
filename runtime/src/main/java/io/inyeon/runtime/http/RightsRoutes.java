package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;

/// The places of people's rights.
final class RightsRoutes {
  private static final int LONGEST_REASON = 1_000;
  private static final long PATIENCE_MS = 30_000;

  private final RightsDesk desk;
  private final Reads reads;
  private final SegmentDesk segments;
  private final ConsentDesk consents;
  private final VocabularyDesk vocabulary;
  private final EnricherDesk enrichers;
  private final IntFunction<String> sourceId;
  private final SelfServiceRoutes selfService;
  private final InstantSource clock = InstantSource.system();

  RightsRoutes(
      RightsDesk desk,
      Reads reads,
      SegmentDesk segments,
      ConsentDesk consents,
      VocabularyDesk vocabulary,
      EnricherDesk enrichers,
      IntFunction<String> sourceId) {
    this.desk = desk;
    this.consents = consents;
    this.vocabulary = vocabulary;
    this.enrichers = enrichers;
    this.reads = reads;
    this.segments = segments;
    this.sourceId = sourceId;
    selfService = new SelfServiceRoutes(desk.selfService());
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case ERASURES, ERASURE_MAKE, ERASURE, ERASURE_SCRUB, ERASURE_CERTIFICATE ->
          new ErasureRoutes(desk.erasures()).answer(exchange, route, arguments, author);
      case ERASURE_KEPT_BY_LAW -> statutory().read(exchange, arguments.getFirst(), author);
      case STATUTORY -> statutory().rules();
      case STATUTORY_SAVE -> statutory().save(exchange, author);
      case ACCESS_ARCHIVE -> archive(exchange, Who.of(arguments.getFirst()), author);
      case PROCESSING -> processing().answer(exchange);
      case PROCESSING_CONTROLLER -> processing().save(RequestBody.fields(exchange), author);
      case BREACHES, BREACH_OPEN, BREACH, BREACH_NOTE, BREACH_DRAFTS, BREACH_PEOPLE ->
          new BreachRoutes(desk.breaches(), desk.processing(), zone())
              .answer(exchange, route, arguments, author);
      case RETENTION,
          RETENTION_SAVE,
          RETENTION_PREVIEW,
          RETENTION_RUN,
          RETENTION_RUNS,
          RETENTION_VERSIONS ->
          new RetentionRoutes(desk.retention()).answer(exchange, route, author);
      case CORRECTIONS, CORRECTION_MAKE, CORRECTION_UNDO ->
          new CorrectionRoutes(desk.corrections()).answer(exchange, route, arguments, author);
      case AUTOMATED_DECISIONS ->
          new AutomatedDecisions(reads, segments, desk.records())
              .of(exchange, Who.of(arguments.getFirst()));
      case SELF_SERVICE_LINKS,
          SELF_SERVICE_LINK_MAKE,
          SELF_SERVICE_LINK_REVOKE,
          SELF_SERVICE_PAGE,
          SELF_SERVICE_ACT ->
          selfService.answer(exchange, route, arguments, author);
      default -> new RecordsRoutes(desk.records()).answer(exchange, route, arguments, author);
    };
  }

  /// Waits until the archive has all that the person's profile counts.
  private void awaitArchived(long position) throws Refusal {
    try {
      if (!reads.waiting().until(position, true, PATIENCE_MS)) {
        throw new Refusal(
            new Problem(503, "archive_behind", "The archive has not come as far yet.", 5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(new Problem(503, "stopping", "The server is stopping.", 1));
    }
  }

  private ProcessingRecord processing() {
    return new ProcessingRecord(desk, reads, consents, vocabulary, enrichers);
  }

  private StatutoryRoutes statutory() {
    return new StatutoryRoutes(desk.statutory());
  }

  /// All that is held of a person, as one file. Who took it and why is on record first.
  private Answer archive(Exchange exchange, Who who, String author)
      throws Refusal, Intake.Unavailable {
    var asked = RequestBody.fields(exchange);
    var reason = asked.text("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(
          400,
          "missing_reason",
          "Say why, in 1 to " + LONGEST_REASON + " characters; it is on record.");
    }
    var lang = asked.text("lang") == null ? "ko" : asked.text("lang");
    if (!"ko".equals(lang) && !"en".equals(lang)) {
      throw new Refusal(400, "invalid_lang", "lang is ko or en.");
    }
    var found = reads.profiles().profile(who);
    if (found == null) {
      throw Refusal.nobody();
    }
    awaitArchived(found.position());
    var standing = standing(who);
    desk.records().accessed(who, reason.strip(), author);
    exchange.note().because(reason.strip());
    var archive = new AccessArchive(reads, segments, desk, enrichers, sourceId, zone());
    return Answer.file(
        "application/zip",
        "personal-data.zip",
        out -> archive.write(who, found, standing, lang, clock.millis(), out));
  }

  /// In which people here read the clock.
  private ZoneId zone() {
    return ZoneId.of(vocabulary.told().timeZone());
  }

  /// For what the person's data may be used now.
  private ConsentDesk.Standing standing(Who who) throws Refusal, Intake.Unavailable {
    try {
      var standing = consents.standing(who, null, Recall.EVER);
      if (standing == null) {
        throw Refusal.nobody();
      }
      return standing;
    } catch (Recall.TooMuch e) {
      throw new IllegalStateException("the present needs no history", e);
    }
  }
}
