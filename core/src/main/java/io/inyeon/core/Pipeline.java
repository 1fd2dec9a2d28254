package io.inyeon.core;

import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Decision.Needs;
import java.util.List;

/// The whole product on one screen: collect, govern, unify.
///
/// Pure. The same entry, snapshot and rules give the same decision on every machine, so the
/// embedded runtime, a stream engine and the simulator all call exactly this.
public final class Pipeline {
  private Pipeline() {}

  public static Decision decide(Entry entry, Snapshot before, Rules rules) {
    try {
      return decided(entry, before, rules);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  private static Decided decided(Entry entry, Snapshot before, Rules rules) {
    throw new UnsupportedOperationException(entry + " " + before + rules + List.of());
  }
}
