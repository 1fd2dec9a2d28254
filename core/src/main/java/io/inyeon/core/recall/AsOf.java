package io.inyeon.core.recall;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person as they were known at another time: what is on record of them up to then is taken
/// through the same steps again, in a state of its own, until whose events there are can make no
/// difference any more.
public final class AsOf {
  private AsOf() {}

  /// Tells a person; `null` when nobody was known by this identifier.
  ///
  /// @param rules as they stood then
  /// @param words all that stewards had decided by then, in the order of the log
  /// @param live the state of today, which knows more; by the same rules. Saves reading the events
  ///   of other people
  /// @param reader gives the events that were there by then
  public static <E extends Exception> @Nullable Profile profile(
      Identifier who, Rules rules, List<Recorded.Ruled> words, Snapshot live, Reader<E> reader)
      throws E {
    var tree = tree(who, rules, words, live, reader);
    return tree == null ? null : tree.profile(who, rules);
  }

  /// Tells the tree that held somebody; see [#profile].
  public static <E extends Exception> @Nullable Tree tree(
      Identifier who, Rules rules, List<Recorded.Ruled> words, Snapshot live, Reader<E> reader)
      throws E {
    var said = new Words(words);
    var neverShared = Ground.neverShared(live, rules, said.linkedByHand());
    var readings = new Readings(said);
    var memory = new Recollection(rules);
    while (true) {
      var missing = new Ground(memory, memory, readings::whole, neverShared).missing(who);
      if (missing.isEmpty()) {
        return memory.tree(who);
      }
      readings.more(missing, reader).forEach(memory::take);
    }
  }
}
