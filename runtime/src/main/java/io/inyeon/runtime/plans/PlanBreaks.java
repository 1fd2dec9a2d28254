package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.PlanChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// What a draft of a plan would break: each event and field that it promises no longer, or as
/// another type, and each that it demands or of which it allows less, with the segments, computed
/// traits and enrichers that read it and the transformations that touch it.
final class PlanBreaks {
  /// What takes all of an event away from its readers when it breaks the plan.
  private static final Set<Value> REFUSING =
      Set.of(new Value.Text("quarantine"), new Value.Text("block"));

  private final House house;
  private final MeasuresOffice measures;
  private final EnricherReads enrichers;
  private final Patterns patterns;

  PlanBreaks(House house, MeasuresOffice measures, Patterns patterns) {
    this.house = house;
    this.measures = measures;
    this.patterns = patterns;
    enrichers = new EnricherReads(house, patterns);
  }

  /// Compared with the version that was saved last; nothing breaks where none was.
  List<Value> of(String id, Value.Fields draft) {
    var saved = house.state().read(new Key.OfPlan(id));
    var told = new ArrayList<Value>();
    if (saved == null) {
      return told;
    }
    var refuses = refuses(draft);
    for (var change : PlanChange.between(saved.document(), draft, MetaSchemas.ALL)) {
      // An event that is refused for a field is missing to whoever reads anything of it.
      var whole = change.field().isEmpty() || (change.breaksEvents() && refuses);
      var readers = readers(change, whole);
      var touches = touches(change);
      var asking = enrichers.of(name(change), whole ? "" : change.field());
      if (!readers.isEmpty() || !touches.isEmpty() || !asking.isEmpty()) {
        told.add(
            new Told()
                .text("change", change.what().name().toLowerCase(Locale.ROOT))
                .text("call", change.call())
                .text("event", change.event().isEmpty() ? null : change.event())
                .list("versions", texts(change.versions()))
                .text("field", change.field().isEmpty() ? null : change.field())
                .text("rule", change.rule().isEmpty() ? null : change.rule())
                .list("before", texts(change.before()))
                .list("after", texts(change.after()))
                .list("readers", readers)
                .list("transformations", touches)
                .list("enrichers", asking)
                .done());
      }
    }
    return told;
  }

  /// Whether some source's events that break the plan do not count.
  private static boolean refuses(Value.Fields draft) {
    return draft.get("sources") instanceof Value.Items(var sources)
        && sources.stream()
            .anyMatch(each ->
                each instanceof Value.Fields policy
                    && REFUSING.contains(
                        Objects.requireNonNullElse(
                            policy.get("violations"), Value.Nothing.NOTHING)));
  }

  private List<Value> readers(PlanChange change, boolean whole) {
    if (change.field().startsWith("traits")) {
      return measures.readers("", change.field());
    }
    return measures.readers(name(change), whole ? "" : change.field());
  }

  /// Steps that touch the field, and transformations whose condition asks for it; of all of an
  /// event, transformations that are of it by name.
  private List<Value> touches(PlanChange change) {
    var event = change.call().equals("track") ? change.event() : "";
    if (change.field().isEmpty()) {
      return event.isEmpty() ? List.of() : measures.transformationsOf(event);
    }
    var touches = new ArrayList<>(measures.transformations(event, change.field()));
    var known = house.state().read(new Key.OfTransformations());
    if (known != null && known.document().get("transformations") instanceof Value.Items(var all)) {
      for (var each : all) {
        if (each instanceof Value.Fields one
            && !new Value.Truth(false).equals(one.get("enabled"))
            && WrittenWhen.reads(one.get("when"), patterns, name(change), change.field())) {
          touches.add(
              new Told()
                  .text("transformation", one.text("id"))
                  .text("do", "when")
                  .text("field", change.field())
                  .list("to", List.of())
                  .done());
        }
      }
    }
    return touches;
  }

  /// Of calls other than track nobody reads the event as such but by its call's name.
  private static String name(PlanChange change) {
    return change.call().equals("track") ? change.event() : change.call();
  }

  private static List<Value> texts(Collection<String> texts) {
    return texts.stream().<Value>map(Value.Text::new).toList();
  }
}
