package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.PlanChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What a draft of a plan would break: each field that it promises no longer, or as another type,
/// with the segments and computed traits that read it and the transformations that touch it.
final class PlanBreaks {
  private final House house;
  private final MeasuresOffice measures;

  PlanBreaks(House house, MeasuresOffice measures) {
    this.house = house;
    this.measures = measures;
  }

  /// Compared with the version that was saved last; nothing breaks where none was.
  List<Value> of(String id, Value.Fields draft) {
    var saved = house.state().read(new Key.OfPlan(id));
    var told = new ArrayList<Value>();
    if (saved == null) {
      return told;
    }
    for (var change : PlanChange.between(saved.document(), draft, MetaSchemas.ALL)) {
      var readers = readers(change);
      var touches = measures.transformations(event(change), change.field());
      if (!readers.isEmpty() || (!touches.isEmpty() && !change.field().isEmpty())) {
        told.add(
            new Told()
                .text("change", change.what().name().toLowerCase(Locale.ROOT))
                .text("call", change.call())
                .text("event", change.event().isEmpty() ? null : change.event())
                .text("field", change.field().isEmpty() ? null : change.field())
                .list("before", texts(change.before()))
                .list("after", texts(change.after()))
                .list("readers", readers)
                .list("transformations", change.field().isEmpty() ? List.of() : touches)
                .done());
      }
    }
    return told;
  }

  private List<Value> readers(PlanChange change) {
    var track = change.call().equals("track");
    // Of calls other than track nobody reads the event as such but by its call's name.
    return change.field().startsWith("traits")
        ? measures.readers("", change.field())
        : measures.readers(track ? change.event() : change.call(), change.field());
  }

  private static String event(PlanChange change) {
    return change.call().equals("track") ? change.event() : "";
  }

  private static List<Value> texts(Collection<String> types) {
    return types.stream().<Value>map(Value.Text::new).toList();
  }
}
