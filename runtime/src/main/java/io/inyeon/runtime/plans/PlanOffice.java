package io.inyeon.runtime.plans;

import io.inyeon.core.Authorship;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.plan.PlanDiff;
import io.inyeon.core.govern.plan.PlanFiles;
import io.inyeon.core.govern.plan.PlanReader;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tracking plans of a workspace: defined by entries of the log, told from state.
final class PlanOffice implements QualityDesk.Plans {
  private static final Said NOT_FOUND =
      new Said.Missing("plan_not_found", "There is no such plan.");

  /// What stands at their places is no plan.
  private static final Set<String> PLACES = Set.of("models", "validate", "convert", "infer");

  private final House house;
  private final Patterns patterns;
  private final PlanBreaks breaks;

  PlanOffice(House house, Patterns patterns, PlanBreaks breaks) {
    this.breaks = breaks;
    this.house = house;
    this.patterns = patterns;
  }

  static Value.Fields told(Plan plan) {
    var told = new Told().text("id", plan.id()).number("version", plan.version());
    plan.document().values().forEach(told::put);
    return told.done();
  }

  private List<Plan> known() {
    var plans = new ArrayList<Plan>();
    house.state().forEach(Key.OfPlan.class, (Key<Plan> _, Plan plan) -> plans.add(plan));
    plans.sort(Comparator.comparing(Plan::id));
    return plans;
  }

  @Override
  public Said all() {
    return new Said.Good(
        new Told().list("plans", known().stream().map(PlanOffice::told).toList()).done());
  }

  @Override
  public Said one(String id) {
    var plan = house.state().read(new Key.OfPlan(id));
    if (plan == null) {
      return NOT_FOUND;
    }
    var versions = new ArrayList<Value>();
    for (var version = plan.version(); version > 0; version--) {
      var each = house.state().read(new Key.OfPlanVersion(id, version));
      if (each != null) {
        versions.add(
            new Told()
                .number("version", version)
                .text("name", each.name())
                .saved(by(id, version))
                .done());
      }
    }
    return new Said.Good(
        Told.of(told(plan)).saved(by(id, plan.version())).list("versions", versions).done());
  }

  private @Nullable Authorship by(String id, int version) {
    return Authorship.read(house.state().read(Authorship.ofPlan(id, version)));
  }

  @Override
  public Said version(String id, int version) {
    var plan = house.state().read(new Key.OfPlanVersion(id, version));
    return plan == null
        ? NOT_FOUND
        : new Said.Good(Told.of(told(plan)).saved(by(id, version)).done());
  }

  @Override
  public Said diff(String id, int from, int to) {
    var before = house.state().read(new Key.OfPlanVersion(id, from));
    var after = house.state().read(new Key.OfPlanVersion(id, to));
    if (before == null || after == null) {
      return NOT_FOUND;
    }
    return new Said.Good(
        new Told()
            .text("id", id)
            .number("from", from)
            .number("to", to)
            .put("changes", PlanDiff.between(before.document(), after.document()))
            .done());
  }

  @Override
  public Said save(String id, Value.Fields written, int after, String author)
      throws Intake.Unavailable {
    synchronized (house.defining()) {
      var before = house.state().read(new Key.OfPlan(id));
      if (after >= 0 && after != (before == null ? 0 : before.version())) {
        return new Said.Conflict();
      }
      var problems = new Problems();
      if (!id.matches("[a-z0-9_-]{1,64}") || PLACES.contains(id)) {
        problems.add("invalid_id", "/id", new Value.Text(id));
      }
      var reason = problems.reason(written);
      var plan = new Plan(id, before == null ? 1 : before.version() + 1, Documents.alone(written));
      check(plan, problems);
      if (!problems.none()) {
        return new Said.Wrong("invalid_plan", problems.all());
      }
      var broken = breaks.of(id, plan.document());
      var entry = new Entry.PlanSaved(0, house.clock().millis(), author, plan, reason);
      var position = house.enter(List.of(entry));
      var told = new Told();
      told(plan).values().forEach(told::put);
      return new Said.Good(
          told.list("breaks", broken).text("position", Long.toString(position)).done());
    }
  }

  private void check(Plan plan, Problems problems) {
    if (PlanReader.read(plan, MetaSchemas.ALL, patterns)
        instanceof PlanReader.Reading.Bad(var bad)) {
      problems.addAll(bad);
    }
    var ids = house.sources().stream().map(Source::id).toList();
    var sources = sources(plan);
    for (var i = 0; i < sources.size(); i++) {
      var source = sources.get(i);
      var path = "/sources/" + i + "/source";
      if (OwnSources.own(source)) {
        problems.add("own_source", path, new Value.Text(source));
      } else if (!source.equals("*") && !ids.contains(source)) {
        problems.add("unknown_source", path, new Value.Text(source));
      }
      for (var other : known()) {
        if (!other.id().equals(plan.id()) && sources(other).contains(source)) {
          problems.addAll(List.of(new Violation("source_has_plan", path, other.id())));
        }
      }
    }
  }

  private static List<String> sources(Plan plan) {
    var sources = new ArrayList<String>();
    if (plan.document().get("sources") instanceof Value.Items(var items)) {
      for (var item : items) {
        var source = item instanceof Value.Fields fields ? fields.text("source") : null;
        sources.add(source == null ? "" : source);
      }
    }
    return sources;
  }

  @Override
  public Said validate(Value.Fields written) {
    var problems = new Problems();
    var id = written.text("id");
    var plan = new Plan(id == null ? "" : id, 1, Documents.alone(written));
    check(plan, problems);
    return problems.none()
        ? new Said.Good(
            new Told()
                .list("problems", List.of())
                .list("breaks", breaks.of(plan.id(), plan.document()))
                .done())
        : new Said.Wrong("invalid_plan", problems.all());
  }

  @Override
  public Said convert(Value.Fields file, @Nullable String event) {
    return switch (PlanFiles.read(file, event)) {
      case PlanFiles.Reading.Good(var document) -> new Said.Good(document);
      case PlanFiles.Reading.Bad(var problems) -> new Said.Wrong("unknown_file", problems);
    };
  }

  @Override
  public Said infer(Value.Fields wanted) throws Intake.Unavailable {
    return new Inferring(house).infer(wanted);
  }

  @Override
  public Said models() {
    var models = new ArrayList<Value>();
    for (var name : MetaSchemas.MODELS) {
      if (MetaSchemas.ALL.at(PlanReader.MODELS + name) instanceof Value.Fields model) {
        var rules = model.get("rules") instanceof Value.Items(var items) ? items.size() : 0;
        models.add(
            new Told()
                .text("id", name)
                .put("name", model.get("name"))
                .put("description", model.get("description"))
                .number("rules", rules)
                .done());
      }
    }
    return new Said.Good(new Told().list("models", models).done());
  }

  @Override
  public Said model(String name) {
    var model = MetaSchemas.ALL.at(PlanReader.MODELS + name);
    return model == null
        ? new Said.Missing("model_not_found", "There is no such model.")
        : new Said.Good(model);
  }
}
