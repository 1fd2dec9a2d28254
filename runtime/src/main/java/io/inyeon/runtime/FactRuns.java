package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Facts in as few runs as can be, each of one kind, as the log takes them: entries and exits come
/// mixed, and a commit for each of them would wait for the disk each time.
///
/// What follows from one entry, and what is said of one person, stays in order.
final class FactRuns {
  /// Entries of one commit at most: a longer one would keep others waiting for the writer.
  private static final int MOST = 1_000;

  private final List<List<Entry.MembershipChanged>> runs = new ArrayList<>();
  private final Map<Identifier, Integer> people = new HashMap<>();
  private long cause = -1;
  private int ofCause;

  private FactRuns() {}

  /// Sorts them.
  ///
  /// @param facts in the order of their causes
  /// @param at when they go on record, milliseconds since 1970
  /// @return to be committed in this order
  static List<List<Entry.MembershipChanged>> of(List<Fact> facts, long at) {
    var sorted = new FactRuns();
    for (var fact : facts) {
      sorted.add(new Entry.MembershipChanged(0, at, fact));
    }
    return sorted.runs;
  }

  private void add(Entry.MembershipChanged entry) {
    var fact = entry.fact();
    var run = people.getOrDefault(fact.who(), 0);
    if (fact.cause() == cause) {
      run = Math.max(run, ofCause);
    }
    while (run < runs.size() && !takes(runs.get(run), fact)) {
      run++;
    }
    if (run == runs.size()) {
      runs.add(new ArrayList<>());
    }
    runs.get(run).add(entry);
    people.put(fact.who(), run);
    cause = fact.cause();
    ofCause = run;
  }

  private static boolean takes(List<Entry.MembershipChanged> run, Fact fact) {
    return run.size() < MOST && run.getFirst().fact().entered() == fact.entered();
  }
}
