package io.inyeon.runtime.plans;

import io.inyeon.core.Authorship;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.govern.transform.TransformationsReader;
import io.inyeon.core.segment.OneEvent;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The transformations of a workspace: defined by entries of the log, told from state.
final class TransformationOffice implements QualityDesk.Changes {
  private final House house;
  private final Patterns patterns;
  private final MeasuresOffice measures;
  private final PlanBreaks planBreaks;

  TransformationOffice(
      House house, Patterns patterns, MeasuresOffice measures, PlanBreaks planBreaks) {
    this.planBreaks = planBreaks;
    this.house = house;
    this.measures = measures;
    this.patterns = patterns;
  }

  private Transformations known() {
    var known = house.state().read(new Key.OfTransformations());
    return known == null ? Transformations.NONE : known;
  }

  private static Value.Fields told(Transformations all) {
    var told = new Told().number("version", all.version());
    all.document().values().forEach(told::put);
    if (all.version() == 0) {
      told.list("transformations", List.of());
    }
    return told.done();
  }

  private @Nullable Authorship by(int version) {
    return Authorship.read(house.state().read(Authorship.ofTransformations(version)));
  }

  @Override
  public Said all() {
    var all = known();
    return new Said.Good(Told.of(told(all)).saved(by(all.version())).done());
  }

  @Override
  public Said versions(int before, int limit) {
    var latest = Math.min(known().version(), before - 1);
    var versions = new ArrayList<Value>();
    for (var version = latest; version > Math.max(0, latest - limit); version--) {
      versions.add(new Told().number("version", version).saved(by(version)).done());
    }
    var next = latest - limit;
    return new Said.Good(
        new Told()
            .list("versions", versions)
            .put("next", next > 0 ? new Value.Text(Integer.toString(next + 1)) : null)
            .done());
  }

  @Override
  public Said version(int version) {
    var all = house.state().read(new Key.OfTransformationsVersion(version));
    return all == null
        ? new Said.Missing("version_not_found", "There is no such version.")
        : new Said.Good(Told.of(told(all)).saved(by(version)).done());
  }

  @Override
  public Said save(Value.Fields written, int after, String author) throws Intake.Unavailable {
    synchronized (house.defining()) {
      var before = known();
      if (after >= 0 && after != before.version()) {
        return new Said.Conflict();
      }
      var problems = new Problems();
      var reason = problems.reason(written);
      var all = new Transformations(before.version() + 1, Documents.alone(written));
      check(all, problems);
      if (!problems.none()) {
        return new Said.Wrong("invalid_transformations", problems.all());
      }
      var entry = new Entry.TransformationsSaved(0, house.clock().millis(), author, all, reason);
      var position = house.enter(List.of(entry));
      var told = new Told();
      told(all).values().forEach(told::put);
      return new Said.Good(told.text("position", Long.toString(position)).done());
    }
  }

  /// Finds all that is wrong with transformations.
  void check(Transformations all, Problems problems) {
    var rules = house.rules();
    if (TransformationsReader.read(
            all,
            new OneEvent(rules.segments().terms(), patterns),
            rules.document().workspaceKey(),
            rules.types(),
            PublicWorks.ALL)
        instanceof TransformationsReader.Reading.Bad(var bad)) {
      problems.addAll(bad);
    }
    var ids = house.sources().stream().map(Source::id).toList();
    if (!(all.document().get("transformations") instanceof Value.Items(var items))) {
      return;
    }
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Fields one
          && one.get("sources") instanceof Value.Items(var sources)) {
        for (var j = 0; j < sources.size(); j++) {
          var path = "/transformations/" + i + "/sources/" + j;
          if (sources.get(j) instanceof Value.Text(var id) && OwnSources.own(id)) {
            problems.add("own_source", path, sources.get(j));
          } else if (!(sources.get(j) instanceof Value.Text(var id)) || !ids.contains(id)) {
            problems.add("unknown_source", path, sources.get(j));
          }
        }
      }
    }
  }

  @Override
  public Said preview(Value.Fields wanted) throws Intake.Unavailable {
    var said = new Samples(house, patterns).preview(wanted, this);
    return said instanceof Said.Good(Value.Fields told)
        ? new Said.Good(
            Told.of(told)
                .list("breaks", breaks(wanted))
                .list("planBreaks", planBreaks(wanted))
                .done())
        : said;
  }

  private List<Value> planBreaks(Value.Fields wanted) {
    var draft = wanted.get("plan") instanceof Value.Fields plan ? plan : Value.Fields.EMPTY;
    var id = draft.text("id");
    return id == null ? List.of() : planBreaks.of(id, draft);
  }

  private List<Value> breaks(Value.Fields wanted) {
    return wanted.get("transformations") instanceof Value.Fields draft
        ? measures.breaks(draft, known().document())
        : List.of();
  }

  @Override
  public Said templates() {
    var templates = new ArrayList<Value>();
    templates.addAll(MetaSchemas.templates());
    return new Said.Good(new Told().list("templates", templates).done());
  }
}
