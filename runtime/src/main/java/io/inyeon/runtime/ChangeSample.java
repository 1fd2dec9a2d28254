package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Regrouping.Change;
import io.inyeon.runtime.Regrouping.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// Some of those who are united and some of those who are divided, picked by chance and yet the
/// same each time: those with the smallest profile ids, which are keyed hashes.
final class ChangeSample {
  private static final int EACH = 10;
  private static final int PARTS = 10;
  private static final int IDENTIFIERS = 20;

  private final TreeMap<String, Change> merges = new TreeMap<>();
  private final TreeMap<String, Change> splits = new TreeMap<>();

  /// Takes one more into consideration.
  void add(Change change) {
    var kept = change.kind() == Kind.MERGE ? merges : splits;
    var id = change.one().value();
    if (kept.size() < EACH || id.compareTo(kept.lastKey()) < 0) {
      kept.put(id, shortened(change));
      if (kept.size() > EACH) {
        kept.pollLastEntry();
      }
    }
  }

  /// Of people with thousands of identifiers some are enough here; the list has them all.
  private static Change shortened(Change change) {
    var some = new ArrayList<Regrouping.Other>();
    for (var other : first(change.several(), PARTS)) {
      some.add(new Regrouping.Other(other.id(), first(other.identifiers(), IDENTIFIERS)));
    }
    return new Change(change.kind(), change.one(), some);
  }

  private static <T> List<T> first(List<T> all, int most) {
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /// A report with the examples in it.
  Value.Fields in(Value.Fields report) {
    if (merges.isEmpty() && splits.isEmpty()) {
      return report;
    }
    var examples = new ArrayList<Value>();
    merges.values().forEach(change -> examples.add(TaskReports.of(change)));
    splits.values().forEach(change -> examples.add(TaskReports.of(change)));
    var fields = new LinkedHashMap<>(report.values());
    fields.put("examples", new Value.Items(examples));
    return new Value.Fields(fields);
  }
}
