package io.inyeon.core.segment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All that a condition means, the segments and computed traits that it names included, as one
/// number: another meaning is another number.
final class Meaning {
  private final Map<String, Segment> segments;
  private final Map<String, ComputedTrait> traits;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> met = new HashSet<>();

  private Meaning(Map<String, Segment> segments, Map<String, ComputedTrait> traits) {
    this.segments = segments;
    this.traits = traits;
  }

  static long of(
      Condition condition, Map<String, Segment> segments, Map<String, ComputedTrait> traits) {
    var meaning = new Meaning(segments, traits);
    meaning.write(condition);
    return TrackIds.hash(meaning.text);
  }

  private void write(Condition condition) {
    TrackIds.value(text, ConditionWriter.of(condition));
    write(Uses.of(condition));
  }

  private void write(Uses uses) {
    for (var id : new TreeSet<>(uses.segments())) {
      var segment = segments.get(id);
      if (segment != null && segment.status() == Segment.Status.ACTIVE && met.add(id)) {
        write(TrackIds.part(text.append('s'), id), segment.condition());
      }
    }
    for (var id : new TreeSet<>(uses.traits())) {
      var trait = traits.get(id);
      if (trait != null && trait.active() && met.add(trait.filling())) {
        TrackIds.value(TrackIds.part(text.append('c'), id), FormulaWriter.of(trait.formula()));
        var cuts = trait.measured();
        if (cuts != null) {
          text.append(cuts.recency()).append(cuts.frequency()).append(cuts.monetary());
        }
        write(Uses.of(trait.formula()));
      }
    }
  }

  private void write(StringBuilder to, Condition condition) {
    to.append('=');
    write(condition);
  }
}
