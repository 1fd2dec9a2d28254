package io.inyeon.runtime.enrich;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.EnricherReader;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.EnricherDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.plans.Documents;
import io.inyeon.runtime.plans.Problems;
import io.inyeon.runtime.plans.Told;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Enrichers as the management API asks for them: defined by entries of the log, told from state
/// and from how they stand.
public final class EnricherOffice implements EnricherDesk {
  private static final System.Logger LOG = System.getLogger(EnricherOffice.class.getName());
  private static final String SECRETS = "enricher-secrets";
  private static final int MOST = 100;
  private static final int LONGEST_SECRET = 4_000;

  private final House house;
  private final Enrichment work;
  private final Definitions definitions;

  /// Of a workspace.
  public EnricherOffice(House house, Enrichment work) {
    this.house = house;
    this.work = work;
    definitions = work.definitions();
  }

  // ---- told

  private static Said missing() {
    return new Said.Missing("enricher_not_found", "There is no enricher of this id.");
  }

  private static Told told(Definitions.Version version) {
    var told = new Told().text("id", version.id()).number("version", version.number());
    version.document().values().forEach(told::put);
    return told.text("author", version.author())
        .time("savedAt", version.at())
        .text("reason", version.reason());
  }

  private Value whole(Definitions.Version version) {
    return told(version)
        .list("secrets", secrets(version))
        .put("standing", standing(version.id()))
        .done();
  }

  /// Which secrets are set, and by whom; never to what.
  private List<Value> secrets(Definitions.Version version) {
    var kept = house.state().read(new Key.OfRights(SECRETS, version.id()));
    var request = definitions.ready(version).request();
    var all = new ArrayList<Value>();
    for (var header : request.secretHeaders()) {
      var origin = request.target().origin();
      var set = work.secrets().of(version.id(), header, origin) != null;
      var told = new Told().text("header", header).put("set", new Value.Truth(set));
      var by = kept == null ? Value.Fields.EMPTY : kept.fields(header.toLowerCase(Locale.ROOT));
      if (set && by.text("author") != null) {
        told.text("author", by.text("author")).time("setAt", Rows.number(by, "at"));
      }
      all.add(told.done());
    }
    return all;
  }

  private Value standing(String id) {
    var standing = work.standing(id);
    if (standing == null) {
      return Value.Fields.EMPTY;
    }
    var tally = standing.tally();
    var told =
        new Told()
            .text("state", standing.state())
            .text("blocked", standing.blocked().isEmpty() ? null : standing.blocked())
            .number("waiting", standing.waiting())
            .number("again", standing.again())
            .number("failures", standing.failed())
            .number("requests", standing.requests())
            .number("cachedBytes", standing.cachedBytes())
            .text("position", Long.toString(work.position()))
            .number("lag", Math.max(0, house.decided() - work.position()));
    for (var name : List.of("asked", "remembered", "enriched", "nothing", "failed", "skipped")) {
      told.put(name, tally.get(name));
    }
    if (standing.circuitUntil() > 0) {
      told.time("circuitOpenUntil", standing.circuitUntil());
    }
    if (standing.heldUntil() > 0) {
      told.time("heldUntil", standing.heldUntil());
    }
    if (Rows.number(tally, "answeredAt") > 0) {
      told.time("answeredAt", Rows.number(tally, "answeredAt"));
    }
    if (!"".equals(tally.text("error"))) {
      told.put(
          "lastError",
          new Told()
              .text("code", tally.text("error"))
              .put("status", tally.get("errorStatus"))
              .time("at", Rows.number(tally, "errorAt"))
              .done());
    }
    return told.done();
  }

  @Override
  public Said all() {
    return new Said.Good(
        new Told().list("enrichers", definitions.all().stream().map(this::whole).toList()).done());
  }

  @Override
  public Said one(String id) {
    var version = definitions.latest(id);
    return version == null ? missing() : new Said.Good(whole(version));
  }

  @Override
  public Said version(String id, int number) {
    var version = definitions.version(id, number);
    return version == null
        ? new Said.Missing("version_not_found", "There is no such version.")
        : new Said.Good(told(version).done());
  }

  @Override
  public Said versions(String id, int before, int limit) {
    var known = definitions.latest(id);
    if (known == null) {
      return missing();
    }
    var latest = Math.min(known.number(), before - 1);
    var versions = new ArrayList<Value>();
    for (var number = latest; number > Math.max(0, latest - limit); number--) {
      var version = Objects.requireNonNull(definitions.version(id, number), "a version");
      versions.add(
          new Told()
              .number("version", number)
              .text("author", version.author())
              .time("savedAt", version.at())
              .text("reason", version.reason())
              .text("status", version.document().text("status"))
              .done());
    }
    var next = latest - limit;
    return new Said.Good(
        new Told()
            .list("versions", versions)
            .put("next", next > 0 ? new Value.Text(Integer.toString(next + 1)) : null)
            .done());
  }

  // ---- saving

  /// What somebody wrote, without what is told beside it.
  private static Value.Fields document(Value.Fields written) {
    var fields = new LinkedHashMap<>(Documents.alone(written).values());
    fields.remove("secrets");
    fields.remove("standing");
    return new Value.Fields(fields);
  }

  /// A definition, with all that is wrong with it among the problems.
  private @Nullable Enricher checked(
      String id, int version, Value.Fields document, Problems problems) {
    var ids = house.sources().stream().map(Source::id).toList();
    if (document.get("sources") instanceof Value.Items(var sources)) {
      for (var i = 0; i < sources.size(); i++) {
        if (sources.get(i) instanceof Value.Text(var source) && !ids.contains(source)) {
          problems.add("unknown_source", "/sources/" + i, sources.get(i));
        }
      }
    }
    var named = document.text("purpose");
    var purpose = named == null ? null : house.rules().purposes().of(named);
    if (named != null && (purpose == null || !purpose.active())) {
      problems.add("unknown_purpose", "/purpose", document.get("purpose"));
    }
    return switch (definitions.read(id, version, document)) {
      case EnricherReader.Reading.Bad(var bad) -> {
        problems.addAll(bad);
        yield null;
      }
      case EnricherReader.Reading.Good(var enricher) -> {
        var seen = house.rules().governance().labels().seenFor(enricher.purpose());
        for (var place : enricher.request().places()) {
          var of = PersonPlace.of(place);
          if (of != null
              && of.section() == PersonPlace.Section.COMPUTED
              && !house.rules().segments().traits().containsKey(of.name())) {
            problems.add("unknown_place", "/request", new Value.Text(place.written()));
          }
          if (!shown(seen, of == null ? place.written() : of.field())) {
            problems.add("label_forbids", "/request", new Value.Text(place.written()));
          }
        }
        yield enricher;
      }
    };
  }

  private static boolean shown(Labels.Seen seen, String place) {
    return switch (place) {
      case "/userId" -> seen.identifier("user_id");
      case "/anonymousId" -> seen.identifier("anonymous_id");
      default ->
          // Of other places it is decided with each event: see Preparing.
          !(place.startsWith("/traits/") || place.startsWith("/properties/")) || seen.field(place);
    };
  }

  @Override
  public Said save(String id, Value.Fields written, int after, String author) throws Unavailable {
    synchronized (house.defining()) {
      var before = definitions.latest(id);
      var number = before == null ? 0 : before.number();
      if (after >= 0 && after != number) {
        return new Said.Conflict();
      }
      var problems = new Problems();
      var reason = problems.reason(written);
      var document = document(written);
      var enricher = checked(id, number + 1, document, problems);
      if (before == null && definitions.all().size() >= MOST) {
        problems.add("too_many", "", null);
      }
      if (enricher != null && enricher.status() == Enricher.Status.ACTIVE) {
        var headers = enricher.request().secretHeaders();
        for (var i = 0; i < headers.size(); i++) {
          if (work.secrets().of(id, headers.get(i), enricher.request().target().origin()) == null) {
            problems.add(
                "secret_missing", "/request/secretHeaders/" + i, new Value.Text(headers.get(i)));
          }
        }
      }
      if (!problems.none() || enricher == null) {
        return new Said.Wrong("invalid_enricher", problems.all());
      }
      var position = definitions.save(id, number + 1, document, author, reason);
      work.saved(enricher, position);
      var saved = Objects.requireNonNull(definitions.latest(id), "what was saved");
      return new Said.Good(
          Told.of((Value.Fields) whole(saved)).text("position", Long.toString(position)).done());
    }
  }

  @Override
  public Said secrets(String id, Value.Fields written, String author) throws Unavailable {
    synchronized (house.defining()) {
      var version = definitions.latest(id);
      if (version == null) {
        return missing();
      }
      var enricher = definitions.ready(version);
      var names = new HashSet<String>();
      enricher
          .request()
          .secretHeaders()
          .forEach(header -> names.add(header.toLowerCase(Locale.ROOT)));
      var problems = new Problems();
      var values = values(written, names, problems);
      if (!problems.none()) {
        return new Said.Wrong("invalid_secrets", problems.all());
      }
      try {
        work.secrets().put(id, values, enricher.request().target().origin());
      } catch (IOException e) {
        LOG.log(Level.ERROR, "Secrets of an enricher cannot be written", e);
        throw new Unavailable("secrets_unwritable", 10);
      }
      noted(id, values.keySet(), author);
      work.saved(enricher, Long.MAX_VALUE);
      return new Said.Good(new Told().list("secrets", secrets(version)).done());
    }
  }

  private static Map<String, @Nullable String> values(
      Value.Fields written, Set<String> names, Problems problems) {
    var values = new LinkedHashMap<String, @Nullable String>();
    var headers = written.get("headers");
    if (!(headers instanceof Value.Fields(var all)) || all.isEmpty()) {
      problems.add("missing_value", "/headers", null);
      return values;
    }
    all.forEach((header, value) -> {
      var name = header.toLowerCase(Locale.ROOT);
      var text = value instanceof Value.Text(var said) ? said : null;
      if (!names.contains(name)) {
        problems.add("unknown_header", "/headers/" + header, new Value.Text(header));
      } else if (value == Value.Nothing.NOTHING) {
        values.put(name, null);
      } else if (text == null
          || text.isBlank()
          || text.length() > LONGEST_SECRET
          || !text.matches("[\\x20-\\x7e]+")) {
        problems.add("invalid_secret", "/headers/" + header, null); // never told, not even wrong
      } else {
        values.put(name, text);
      }
    });
    return values;
  }

  /// Has it on record who set a secret when.
  private void noted(String id, Set<String> headers, String author) throws Unavailable {
    var known = house.state().read(new Key.OfRights(SECRETS, id));
    var all = new LinkedHashMap<String, Value>();
    if (known != null) {
      all.putAll(known.values());
    }
    var now = house.now();
    for (var header : headers) {
      all.put(header, new Told().text("author", author).number("at", now).done());
    }
    house.enter(List.of(new Entry.RightsSaved(0, now, author, SECRETS, id, new Value.Fields(all))));
  }

  // ---- trying out

  @Override
  public Said preview(Value.Fields wanted) throws Unavailable {
    var problems = new Problems();
    var id = wanted.text("id") == null ? "preview" : String.valueOf(wanted.text("id"));
    var latest = definitions.latest(id);
    Enricher enricher = null;
    if (wanted.get("enricher") instanceof Value.Fields draft) {
      enricher = checked(id, latest == null ? 1 : latest.number(), document(draft), problems);
    } else {
      problems.add("missing_value", "/enricher", wanted.get("enricher"));
    }
    if (!problems.none() || enricher == null) {
      return new Said.Wrong("invalid_enricher", problems.all());
    }
    return new Trying(house, work).preview(enricher, wanted);
  }

  // ---- failures

  @Override
  public Said failures(String id, long after, int limit) throws Unavailable {
    if (definitions.latest(id) == null) {
      return missing();
    }
    var told = new ArrayList<Value>();
    var jobs = work.givenUp().failures(id, after, limit);
    for (var job : jobs) {
      var one =
          new Told()
              .text("position", Long.toString(job.position()))
              .text("code", job.cause())
              .number("status", job.status())
              .number("attempts", job.attempts())
              .time("at", job.at());
      try {
        var row = house.row(job.position());
        if (row != null && row.body().length > 0) {
          var source = house.source(row.source());
          one.text("messageId", row.messageId())
              .text("event", row.name())
              .text("source", source == null ? null : source.id());
        }
      } catch (IOException e) {
        throw new Unavailable("archive_unavailable", 5);
      }
      told.add(one.done());
    }
    var page = new Told().list("failures", told);
    return new Said.Good(
        (jobs.size() < limit ? page : page.text("next", Long.toString(jobs.getLast().position())))
            .done());
  }

  @Override
  public Said retry(String id, Value.Fields wanted) {
    if (definitions.latest(id) == null) {
      return missing();
    }
    var problems = new Problems();
    var positions = positions(wanted, problems);
    if (!problems.none()) {
      return new Said.Wrong("invalid_request", problems.all());
    }
    synchronized (house.defining()) {
      return new Said.Begun(
          new Told().number("retried", work.givenUp().retry(id, positions)).done());
    }
  }

  @Override
  public Said drop(String id, Value.Fields wanted, String author) throws Unavailable {
    if (definitions.latest(id) == null) {
      return missing();
    }
    var problems = new Problems();
    var positions = positions(wanted, problems);
    var reason = problems.reason(wanted).strip();
    if (reason.isEmpty() && problems.none()) {
      problems.add("missing_reason", "/reason", wanted.get("reason"));
    }
    if (!problems.none()) {
      return new Said.Wrong("invalid_request", problems.all());
    }
    // Nobody may have the same tried again between the record and the deed.
    synchronized (house.defining()) {
      return new Said.Good(
          new Told().number("dropped", work.givenUp().drop(id, positions, reason, author)).done());
    }
  }

  @Override
  public Said drops(String id, int before, int limit) {
    if (definitions.latest(id) == null) {
      return missing();
    }
    var drops = work.givenUp().drops(id, before, limit);
    var told = new ArrayList<Value>();
    for (var drop : drops) {
      told.add(
          new Told()
              .number("number", drop.number())
              .text("author", drop.author())
              .time("at", drop.at())
              .text("reason", drop.reason())
              .number("events", drop.positions().size())
              .put("causes", drop.causes())
              .done());
    }
    var page = new Told().list("drops", told);
    return new Said.Good(
        (drops.size() < limit || drops.getLast().number() == 1
                ? page
                : page.text("next", Integer.toString(drops.getLast().number())))
            .done());
  }

  /// Which events are meant; none for all.
  private static Set<Long> positions(Value.Fields wanted, Problems problems) {
    var positions = new HashSet<Long>();
    var written = wanted.get("positions");
    if (written instanceof Value.Items(var items)) {
      for (var i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Text(var text) && text.matches("[0-9]{1,18}")) {
          positions.add(Long.parseLong(text));
        } else {
          problems.add("invalid_position", "/positions/" + i, items.get(i));
        }
      }
      if (items.isEmpty()) {
        problems.add("missing_value", "/positions", written);
      }
    } else if (written != null) {
      problems.add("not_a_list", "/positions", written);
    }
    return positions;
  }

  // ---- who got what

  @Override
  public List<Shared> shared(Who who) throws Unavailable {
    var identifier =
        switch (who) {
          case Who.Named(var type, var value) ->
              type.isEmpty() ? null : house.rules().types().normalise(type, value);
          case Who.Id(var id) -> house.state().read(new Key.OfProfile(id));
        };
    var person = identifier == null ? null : house.person(identifier);
    return person == null
        ? List.of()
        : work.sent(person.part()).stream()
            .map(each ->
                new Shared(
                    each.at(),
                    each.enricher(),
                    each.recipient(),
                    each.host(),
                    each.purpose(),
                    each.fields()))
            .toList();
  }

  @Override
  public List<Recipient> recipients() {
    return definitions.all().stream()
        .map(version -> {
          var enricher = definitions.ready(version);
          return new Recipient(
              enricher.id(),
              enricher.name(),
              enricher.status().name().toLowerCase(Locale.ROOT),
              enricher.recipient(),
              enricher.purpose(),
              enricher.request().places().stream().map(place -> place.written()).toList());
        })
        .toList();
  }

  @Override
  public List<Value> setting(String trait) {
    var all = new ArrayList<Value>();
    for (var version : definitions.all()) {
      var enricher = definitions.ready(version);
      for (var pick : enricher.picks()) {
        if (trait.isEmpty() || pick.trait().equals(trait)) {
          all.add(
              new Told()
                  .text("enricher", enricher.id())
                  .text("name", enricher.name())
                  .text("status", enricher.status().name().toLowerCase(Locale.ROOT))
                  .text("recipient", enricher.recipient())
                  .text("trait", pick.trait())
                  .text("from", pick.from().written())
                  .done());
        }
      }
    }
    return all;
  }
}
