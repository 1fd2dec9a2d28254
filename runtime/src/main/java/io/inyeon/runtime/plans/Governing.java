package io.inyeon.runtime.plans;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.plan.PlanInForce;
import io.inyeon.core.govern.plan.PlanReader;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.govern.transform.TransformationsReader;
import io.inyeon.core.govern.transform.Transforming;
import io.inyeon.core.segment.OneEvent;
import io.inyeon.runtime.store.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes ready for use what state holds of plans, transformations, robots and labels. Owned by the
/// writer's thread.
public final class Governing {
  private final Patterns patterns;
  private final Map<String, Plan> plans = new TreeMap<>();
  private Transformations transformations = Transformations.NONE;
  private Bots bots = Bots.NONE;
  private Labels labels = Labels.NONE;

  public Governing(Patterns patterns) {
    this.patterns = patterns;
  }

  /// Begins anew with what a state holds.
  public void take(State state) {
    plans.clear();
    state.forEach(Key.OfPlan.class, (Key<Plan> _, Plan plan) -> plans.put(plan.id(), plan));
    var saved = state.read(new Key.OfTransformations());
    transformations = saved == null ? Transformations.NONE : saved;
    bots = bots(state.read(new Key.OfRights(Bots.ROOM, Bots.LATEST)));
    labels = labels(state.read(new Key.OfRights(Labels.ROOM, Labels.LATEST)));
  }

  private Bots bots(Value.@Nullable Fields kept) {
    var saved = Kept.read(kept);
    return saved == null ? Bots.NONE : Bots.saved(saved.number(), saved.document(), patterns);
  }

  private static Labels labels(Value.@Nullable Fields kept) {
    var saved = Kept.read(kept);
    if (saved == null) {
      return Labels.NONE;
    }
    // A purpose that went since is one that nobody reads for.
    return switch (Labels.read(saved.number(), saved.document(), _ -> true)) {
      case Labels.Reading.Good(var good) -> good;
      case Labels.Reading.Bad(var problems) ->
          throw new IllegalStateException("the labels are none: " + problems);
    };
  }

  /// Takes a change up.
  ///
  /// @return whether events are governed otherwise from now on
  public boolean follows(Change change) {
    if (change instanceof Change.Put<?>(Key.OfPlan _, Plan plan)) {
      plans.put(plan.id(), plan);
      return true;
    }
    if (change instanceof Change.Put<?>(Key.OfTransformations _, Transformations all)) {
      transformations = all;
      return true;
    }
    if (change instanceof Change.Put<?>(Key.OfRights(var room, var id), Value.Fields kept)) {
      if (room.equals(Bots.ROOM) && id.equals(Bots.LATEST)) {
        bots = bots(kept);
        return true;
      }
      if (room.equals(Labels.ROOM) && id.equals(Labels.LATEST)) {
        labels = labels(kept);
        return true;
      }
    }
    return false;
  }

  /// Rules with all of it.
  public Rules with(Rules rules) {
    var governance =
        plans.isEmpty() && transformations.version() == 0
            ? Governance.NONE
            : governance(transformations, List.copyOf(plans.values()), rules, patterns);
    return rules.with(governance.with(bots, labels));
  }

  /// Makes plans and transformations ready for use that were checked before.
  public static Governance governance(
      Transformations transformations, List<Plan> plans, Rules rules, Patterns patterns) {
    var inForce = new ArrayList<PlanInForce>();
    for (var plan : plans) {
      switch (PlanReader.saved(plan, MetaSchemas.ALL, patterns)) {
        case PlanReader.Reading.Good(var good) -> inForce.add(good);
        // It was saved by this very reader: going on without would let through what it refuses.
        case PlanReader.Reading.Bad(var problems) ->
            throw new IllegalStateException("the plan " + plan.id() + " is none: " + problems);
      }
    }
    return new Governance(transforming(transformations, rules, patterns), inForce)
        .with(rules.governance().bots(), rules.governance().labels());
  }

  private static Transforming transforming(
      Transformations transformations, Rules rules, Patterns patterns) {
    var conditions = new OneEvent(rules.segments().terms(), patterns);
    return switch (TransformationsReader.read(
        transformations,
        conditions,
        rules.document().workspaceKey(),
        rules.types(),
        PublicWorks.ALL)) {
      case TransformationsReader.Reading.Good(var good) -> good;
      case TransformationsReader.Reading.Bad(var problems) ->
          throw new IllegalStateException("the transformations are none: " + problems);
    };
  }
}
