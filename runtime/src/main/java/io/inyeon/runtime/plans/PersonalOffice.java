package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.govern.personal.PersonalKind;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.personal.Sightings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Labels, what is proposed of them, and robots: documents in versions, by entries of the log.
final class PersonalOffice implements QualityDesk.Personal {
  private final House house;
  private final Patterns patterns;
  private final QuarantineOffice quarantine;
  private final Sightings sightings;
  private final Kept labels;
  private final Kept bots;

  PersonalOffice(House house, Patterns patterns, QuarantineOffice quarantine, Sightings sightings) {
    this.house = house;
    this.patterns = patterns;
    this.quarantine = quarantine;
    this.sightings = sightings;
    labels = new Kept(house, Labels.ROOM);
    bots = new Kept(house, Bots.ROOM);
  }

  /// Takes the program's list of robots up, in a workspace that has none or goes by an older one.
  void begin() throws Intake.Unavailable {
    synchronized (house.defining()) {
      var known = bots.latest();
      if (known == null) {
        bots.save(1, Crawlers.document(true, new Value.Items(List.of())), "first start", "");
      } else if (Crawlers.BUILT_IN.equals(known.document().text("list"))
          && !Crawlers.version().equals(known.document().text("listVersion"))) {
        var patterns = new LinkedHashSet<>(texts(Crawlers.patterns()));
        var allowed = texts(known.document().get("allowed"));
        allowed.removeIf(each -> !patterns.contains(each));
        bots.save(
            known.number() + 1,
            Crawlers.document(enabled(known.document()), items(allowed)),
            "start",
            "a newer list");
      }
    }
  }

  // ---- labels

  @Override
  public Labels inForce() {
    return house.rules().governance().labels();
  }

  @Override
  public Said labels() {
    return new Said.Good(told(labels.latest()));
  }

  private static Value.Fields told(Kept.@Nullable Version version) {
    var told = new Told().number("version", version == null ? 0 : version.number());
    if (version == null) {
      return told.text("unlabelled", "shown").list("labels", List.of()).done();
    }
    version.document().values().forEach(told::put);
    return told.text("author", version.author())
        .text("reason", version.reason())
        .time("savedAt", version.at())
        .done();
  }

  @Override
  public Said labelsVersion(int number) {
    var version = labels.version(number);
    return version == null
        ? new Said.Missing("version_not_found", "There is no such version.")
        : new Said.Good(told(version));
  }

  @Override
  public Said saveLabels(Value.Fields written, int after, String author) throws Intake.Unavailable {
    synchronized (house.defining()) {
      var before = labels.latest();
      var number = before == null ? 0 : before.number();
      if (after >= 0 && after != number) {
        return new Said.Conflict();
      }
      var problems = new Problems();
      var reason = problems.reason(written);
      var document = Documents.alone(written);
      var purposes = house.rules().purposes();
      if (Labels.read(number + 1, document, key -> purposes.all().containsKey(key))
          instanceof Labels.Reading.Bad(var bad)) {
        problems.addAll(bad);
      }
      if (!problems.none()) {
        return new Said.Wrong("invalid_labels", problems.all());
      }
      var position = labels.save(number + 1, document, author, reason);
      return good(told(labels.latest()), position);
    }
  }

  private static Said good(Value.Fields told, long position) {
    var fields = new Told();
    told.values().forEach(fields::put);
    return new Said.Good(fields.text("position", Long.toString(position)).done());
  }

  @Override
  public Said proposals(int days) throws Intake.Unavailable {
    var looked = new Looking(house).proposals(days);
    var proposals = new ArrayList<Value>();
    for (var each : looked.proposals()) {
      if (inForce().of(each.field()) != null) {
        continue; // somebody has said what it is
      }
      proposals.add(
          new Told()
              .text("field", each.field())
              .text("class", each.grade().code())
              .list("kinds", codes(each.kinds()))
              .number("values", each.values())
              .number("recognised", each.recognised())
              .done());
    }
    var masked = new ArrayList<Value>();
    for (var each : sightings.all()) {
      var source = house.source(each.source());
      masked.add(
          new Told()
              .text("source", source == null ? "" : source.id())
              .text("kind", each.kind().code())
              .text("path", each.path())
              .number("count", each.count())
              .done());
    }
    return new Said.Good(
        new Told()
            .number("events", looked.events())
            .list("proposals", proposals)
            .list("masked", masked)
            .done());
  }

  private static List<Value> codes(Set<PersonalKind> kinds) {
    return kinds.stream().sorted().map(kind -> (Value) new Value.Text(kind.code())).toList();
  }

  // ---- robots

  @Override
  public Said bots() {
    return new Said.Good(bots(bots.latest()));
  }

  private static Value.Fields bots(Kept.@Nullable Version version) {
    var told = new Told().number("version", version == null ? 0 : version.number());
    if (version == null) {
      return told.put("enabled", new Value.Truth(false)).done();
    }
    version.document().values().forEach(told::put);
    return told.text("author", version.author())
        .text("reason", version.reason())
        .time("savedAt", version.at())
        .done();
  }

  @Override
  public Said saveBots(Value.Fields written, int after, String author) throws Intake.Unavailable {
    synchronized (house.defining()) {
      var before = bots.latest();
      var number = before == null ? 0 : before.number();
      if (after >= 0 && after != number) {
        return new Said.Conflict();
      }
      var problems = new Problems();
      var reason = problems.reason(written);
      for (var name : Documents.alone(written).values().keySet()) {
        if (!Set.of("enabled", "list", "listVersion", "patterns", "allowed").contains(name)) {
          problems.add("unknown_field", "/" + name, null);
        }
      }
      var document = document(written, problems);
      if (Bots.read(number + 1, document, patterns) instanceof Bots.Reading.Bad(var bad)) {
        problems.addAll(bad);
      }
      if (!problems.none()) {
        return new Said.Wrong("invalid_bots", problems.all());
      }
      var position = bots.save(number + 1, document, author, reason);
      var released =
          before != null && !effective(document).containsAll(effective(before.document()))
              ? release(reason, author)
              : List.<Value>of();
      var told = new Told();
      bots(bots.latest()).values().forEach(told::put);
      return good(told.list("released", released).done(), position);
    }
  }

  private static Value.Fields document(Value.Fields written, Problems problems) {
    var list = written.get("list");
    var own = written.get("patterns");
    var named = list instanceof Value.Text(var text) ? text : null;
    if (list != null && !Crawlers.BUILT_IN.equals(named) && !"own".equals(named)) {
      problems.add("unknown_word", "/list", list);
    } else if ("own".equals(named) && own == null) {
      problems.add("missing_value", "/patterns", null);
    }
    var enabled = written.get("enabled");
    var allowed = written.get("allowed");
    var given = allowed == null ? new Value.Items(List.of()) : allowed;
    if (own == null || Crawlers.BUILT_IN.equals(named)) {
      var document = Crawlers.document(true, given);
      var fields = new LinkedHashMap<>(document.values());
      fields.put("enabled", enabled == null ? new Value.Truth(true) : enabled);
      return new Value.Fields(fields);
    }
    var fields = new LinkedHashMap<String, Value>();
    fields.put("enabled", enabled == null ? new Value.Truth(true) : enabled);
    fields.put("list", new Value.Text("own"));
    fields.put("patterns", plain(own));
    fields.put("allowed", given);
    return new Value.Fields(fields);
  }

  /// Of the public list's own form the patterns alone.
  private static Value plain(Value own) {
    if (!(own instanceof Value.Items(var items))) {
      return own;
    }
    var plain = new ArrayList<Value>();
    for (var item : items) {
      var pattern = item instanceof Value.Fields fields ? fields.get("pattern") : null;
      plain.add(pattern == null ? item : pattern);
    }
    return new Value.Items(plain);
  }

  private static boolean enabled(Value.Fields document) {
    return !new Value.Truth(false).equals(document.get("enabled"));
  }

  /// The patterns that flag.
  private static Set<String> effective(Value.Fields document) {
    if (!enabled(document)) {
      return Set.of();
    }
    var all = new LinkedHashSet<>(texts(document.get("patterns")));
    texts(document.get("allowed")).forEach(all::remove);
    return all;
  }

  /// Has everything decided again that was kept apart and is not flagged any more.
  private List<Value> release(String reason, String author) throws Intake.Unavailable {
    var begun = new ArrayList<Value>();
    for (var group : Waiting.groups(house.state())) {
      if (group.causes().stream().noneMatch(cause -> cause.code().equals("bot"))) {
        continue;
      }
      var wanted = new Told().text("reason", reason.isEmpty() ? "un-flagged" : reason).done();
      if (quarantine.release(group.id(), wanted, author) instanceof Said.Begun(var told)) {
        begun.add(told);
      }
    }
    return begun;
  }

  @Override
  public Said checkBot(Value.Fields wanted) {
    var agent = wanted.text("userAgent");
    var problems = new Problems();
    if (agent == null) {
      problems.add("missing_value", "/userAgent", wanted.get("userAgent"));
      return new Said.Wrong("invalid_request", problems.all());
    }
    var pattern = house.rules().governance().bots().flagged(agent);
    return new Said.Good(
        new Told()
            .put("flagged", new Value.Truth(pattern != null))
            .text("pattern", pattern)
            .done());
  }

  private static List<String> texts(@Nullable Value written) {
    var texts = new ArrayList<String>();
    if (written instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static Value items(List<String> texts) {
    return new Value.Items(texts.stream().map(text -> (Value) new Value.Text(text)).toList());
  }
}
