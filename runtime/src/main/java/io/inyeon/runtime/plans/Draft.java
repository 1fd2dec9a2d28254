package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.plan.PlanReader;
import io.inyeon.core.govern.transform.Transformations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans and transformations in force, with some put in their place that nobody has saved yet.
///
/// ```
/// {"transformations": {whole document}, "plan": {"id": "shop", ...}}
/// ```
final class Draft {
  private Draft() {}

  /// What events would be governed by.
  ///
  /// @param problems where what is wrong with the draft is put; then what comes back is in force
  static Governance of(
      Value.Fields written,
      House house,
      Patterns patterns,
      TransformationOffice changes,
      Problems problems) {
    var plans = new ArrayList<Plan>();
    house.state().forEach(Key.OfPlan.class, (Key<Plan> _, Plan plan) -> plans.add(plan));
    var saved = house.state().read(new Key.OfTransformations());
    var transformations = saved == null ? Transformations.NONE : saved;
    for (var name : List.of("transformations", "plan")) {
      var one = written.get(name);
      if (one != null && one != Value.Nothing.NOTHING && !(one instanceof Value.Fields)) {
        // What is in force would be tried instead, and look like the draft.
        problems.add("not_an_object", "/" + name, one);
      }
    }
    if (written.get("transformations") instanceof Value.Fields draft) {
      var version = transformations.version() + 1;
      transformations = new Transformations(version, Documents.alone(draft));
      var found = new Problems();
      changes.check(transformations, found);
      found.all().forEach(each -> problems.addAll(List.of(below("/transformations", each))));
    }
    if (written.get("plan") instanceof Value.Fields draft) {
      var id = draft.text("id");
      var plan = new Plan(id == null ? "draft" : id, version(plans, id), Documents.alone(draft));
      if (PlanReader.read(plan, MetaSchemas.ALL, patterns)
          instanceof PlanReader.Reading.Bad(var bad)) {
        bad.forEach(each -> problems.addAll(List.of(below("/plan", each))));
      }
      plans.removeIf(each -> each.id().equals(plan.id()));
      plans.add(plan);
    }
    return problems.none()
        ? Governing.governance(transformations, plans, house.rules(), patterns)
        : house.rules().governance();
  }

  private static int version(List<Plan> plans, @Nullable String id) {
    return plans.stream()
        .filter(each -> each.id().equals(id))
        .mapToInt(each -> each.version() + 1)
        .findFirst()
        .orElse(1);
  }

  private static Violation below(String path, Violation each) {
    return new Violation(each.code(), path + each.path(), each.found());
  }
}
