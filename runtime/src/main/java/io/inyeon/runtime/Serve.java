package io.inyeon.runtime;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Key;
import io.inyeon.runtime.access.AccessLog;
import io.inyeon.runtime.enrich.AddressGuard;
import io.inyeon.runtime.enrich.EnricherOffice;
import io.inyeon.runtime.enrich.Enrichment;
import io.inyeon.runtime.enrich.Trust;
import io.inyeon.runtime.http.HttpSettings;
import io.inyeon.runtime.http.Inside;
import io.inyeon.runtime.http.Proxies;
import io.inyeon.runtime.http.Server;
import io.inyeon.runtime.importing.Imports;
import io.inyeon.runtime.places.PlaceDetail;
import io.inyeon.runtime.places.Places;
import io.inyeon.runtime.plans.MeasuresOffice;
import io.inyeon.runtime.plans.QualityOffice;
import io.inyeon.runtime.plans.RepairWork;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.rights.RightsOffice;
import io.inyeon.runtime.search.Finder;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;

/// The server with its workspace, from the first byte to the last.
public final class Serve implements AutoCloseable {
  private static final int CONNECTIONS = 4_096;
  static final String WORKSPACE = "default";

  private final Workspace workspace;
  private final Imports imports;
  private final Scratches scratches;
  private final RepairWork repairs;
  private final QualityKeeper quality;
  private final Places places;
  private final Enrichment enrichment;
  private final RightsOffice rights;
  private final AccessLog access;
  private final Server server;
  private final String base;

  private Serve(
      Workspace workspace,
      Imports imports,
      Scratches scratches,
      RepairWork repairs,
      QualityKeeper quality,
      Places places,
      Enrichment enrichment,
      RightsOffice rights,
      AccessLog access,
      Server server,
      String base) {
    this.workspace = workspace;
    this.access = access;
    this.imports = imports;
    this.scratches = scratches;
    this.repairs = repairs;
    this.quality = quality;
    this.places = places;
    this.enrichment = enrichment;
    this.rights = rights;
    this.server = server;
    this.base = base;
  }

  /// Opens the workspace, makes its first keys when it is new, and listens.
  static Serve start(Config config) throws IOException, Intake.Unavailable {
    var clock = InstantSource.system();
    Server.check(config.text(Setting.HOST), (int) config.number(Setting.PORT));
    var workspace = Workspace.open(config.data().resolve(WORKSPACE), config, clock);
    var desk = new Desk(workspace.state(), workspace.sources(), clock, workspace::enter);
    var link = firstKeys(config, workspace, desk);
    var happenings = new Happenings(workspace);
    var places =
        Places.open(
            config.text(Setting.PLACE_DATABASE),
            config.data().resolve(WORKSPACE).resolve("places"),
            PlaceDetail.of(config.text(Setting.PLACE_DETAIL)).orElse(PlaceDetail.CITY),
            config.text(Setting.REGION),
            clock);
    var imports =
        Imports.open(
            config.data().resolve(WORKSPACE).resolve("imports"),
            new ImportHouse(workspace, places),
            clock);
    var scratches =
        Scratches.open(config.data().resolve(WORKSPACE).resolve("scratch"), workspace, config);
    var people = new People(workspace, happenings);
    var past = new Past(workspace, people, Past.MOST_EVENTS);
    var word = new OwnWord(workspace, desk);
    var consents = new ConsentOffice(workspace, people, past, word);
    consents.begin();
    var access =
        AccessLog.open(
            config.data().resolve(WORKSPACE).resolve("access"),
            config.number(Setting.ACCESS_LOG_DAYS),
            clock,
            ZoneId.of(workspace.rules().document().timeZone()));
    var vocabulary = new VocabularyOffice(workspace);
    var planned = new PlanHouse(workspace);
    var repairs =
        new RepairWork(planned, Duration.ofDays(config.number(Setting.QUARANTINE_DAYS))).begin();
    var quality = workspace.quality(config.data().resolve(WORKSPACE).resolve("quality"));
    var asking = EnrichHouse.of(workspace, people, word);
    var enrichment =
        Enrichment.start(
            asking,
            new LinearPatterns(),
            config.data().resolve(WORKSPACE).resolve("enrichers"),
            AddressGuard.of(config.text(Setting.ENRICHER_ALLOW), InetAddress::getAllByName),
            Trust.of(config.text(Setting.ENRICHER_CA)));
    var enrichers = new EnricherOffice(asking, enrichment);
    var measures = new MeasuresOffice(quality, planned, enrichers::setting);
    var rights =
        RightsOffice.open(
            new RightsHouse(workspace, people, scratches, word, enrichment, quality),
            config.data().resolve(WORKSPACE),
            imports,
            consents,
            access);
    var inside =
        new Inside(
            workspace,
            workspace.sources()::byWriteKey,
            desk,
            desk,
            people,
            new Finder(workspace.search(), workspace.state(), workspace::rules, workspace.clock()),
            past,
            happenings,
            new Stewardship(
                workspace.state(),
                workspace::mentions,
                workspace.commits(),
                workspace::rules,
                clock,
                workspace::enter),
            imports,
            new Health(workspace, quality, enrichment),
            RulesOffice.of(workspace),
            workspace.tasks(),
            new SegmentOffice(workspace, people, vocabulary),
            new ComputedTraitOffice(workspace, people, vocabulary),
            vocabulary,
            consents,
            access,
            new QualityOffice(
                    planned,
                    new LinearPatterns(),
                    repairs,
                    workspace.masking().sightings(),
                    measures,
                    places,
                    enrichers)
                .begin(),
            scratches,
            rights,
            (position, archived, timeoutMs) ->
                workspace.reached(position, archived, Duration.ofMillis(timeoutMs)),
            new Watching(workspace, happenings));
    var publicUrl = config.text(Setting.PUBLIC_URL);
    var settings =
        new HttpSettings(
            config.text(Setting.HOST),
            (int) config.number(Setting.PORT),
            publicUrl.isEmpty() ? null : publicUrl,
            CONNECTIONS,
            (int) config.number(Setting.RATE_LIMIT),
            Duration.ofSeconds(60),
            Proxies.of(config.text(Setting.TRUSTED_PROXIES)).orElse(Proxies.NONE));
    Server server;
    try {
      server = Server.start(settings, inside, clock);
    } catch (RuntimeException e) {
      enrichment.close();
      rights.close();
      imports.close();
      repairs.close();
      quality.close();
      places.close();
      workspace.close();
      scratches.close();
      throw e;
    }
    var base = "http://" + reachable(config.text(Setting.HOST)) + ":" + server.port();
    if (!link.isEmpty()) {
      var seen = publicUrl.isEmpty() ? base : publicUrl.replaceFirst("/+$", "");
      System.out.println("Owner link (works once): " + seen + "/owner/" + link);
    }
    return new Serve(
        workspace,
        imports,
        scratches,
        repairs,
        quality,
        places,
        enrichment,
        rights,
        access,
        server,
        base);
  }

  /// A host as it stands in an address that leads here.
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }

  /// Makes what a new workspace needs to be let into.
  ///
  /// @return the secret of the owner's link; empty when the workspace is not new
  private static String firstKeys(Config config, Workspace workspace, Desk desk)
      throws Intake.Unavailable {
    var known = new java.util.concurrent.atomic.AtomicBoolean();
    workspace.state().forEach(Key.Access.class, (Key<AccessKey> _, AccessKey _) -> known.set(true));
    var chosen = config.text(Setting.ADMIN_KEY);
    if (known.get()) {
      if (!chosen.isEmpty() && desk.byHash(Secrets.hash(chosen)) == null) {
        System.out.println(
            "INYEON_ADMIN_KEY is not a key of this workspace: it sets the first key of a new one"
                + " only.");
      }
      return "";
    }
    var secret = chosen.isEmpty() ? Secrets.key("ink_") : chosen;
    var link = Secrets.key("own_");
    desk.grant(link, "owner link", true);
    desk.grant(secret, "first key", false);
    if (chosen.isEmpty()) {
      // At once: whatever happens next, nobody can ask for it again.
      System.out.println("First start. Management key (shown once): " + secret);
    }
    return link;
  }

  /// Where it listens, e.g. `http://127.0.0.1:7070`.
  String base() {
    return base;
  }

  /// Runs until the process is told to end.
  static int run(Config config) throws Exception {
    var serve = start(config);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  serve.end();
                  ended.countDown();
                }));
    System.out.println("Inyeon is ready on " + serve.base() + " (data: " + config.data() + ")");
    ended.await();
    return 0;
  }

  private void end() {
    try {
      close();
      System.out.println("Ended. Nothing is left to recover.");
    } catch (IOException e) {
      System.err.println("Ended with trouble; the next start recovers: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    // Those who watch would be waited for.
    workspace.lately().close();
    server.close();
    workspace.tasks().close();
    enrichment.close();
    rights.close();
    access.close();
    imports.close();
    repairs.close();
    quality.close();
    places.close();
    workspace.close();
    scratches.close();
  }
}
