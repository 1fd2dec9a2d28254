package io.inyeon.runtime.search;

import io.inyeon.core.Rules;
import io.inyeon.core.unify.Listing;
import io.inyeon.core.unify.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings index and order up to what a tree is now. Of one thread.
final class Indexing {
  private final SearchFolder.Opened to;
  private final Words words;
  private boolean changed;

  Indexing(SearchFolder.Opened to, Words words) {
    this.to = to;
    this.words = words;
  }

  /// Whether the index was changed since this was asked last.
  boolean changed() {
    var was = changed;
    changed = false;
    return was;
  }

  /// Indexes a tree that was not there.
  void add(Tree tree, Rules rules) throws IOException {
    put(tree.id(), Listing.all(tree, rules), true);
  }

  /// Looks at a tree again. What nobody would find differently is not written again.
  ///
  /// @param now `null` when it is gone
  void look(long tree, @Nullable Tree now, Rules rules) throws IOException {
    put(tree, now == null ? List.of() : Listing.all(now, rules), false);
  }

  private void put(long tree, List<Listing> people, boolean isNew) throws IOException {
    var order = new ArrayList<Activity.One>(people.size());
    var found = new ArrayList<PeopleIndex.Person>(people.size());
    var print = people.size();
    for (var person : people) {
      var seen = Activity.seconds(person.lastSeenAt());
      var known = person.known();
      order.add(new Activity.One(seen, known));
      var terms = Terms.of(person, words);
      if (!terms.isEmpty()) {
        var representative = person.identifiers().getFirst();
        found.add(
            new PeopleIndex.Person(representative, known, seen, order(person.id().value()), terms));
        print =
            31 * (31 * (31 * print + terms.print()) + representative.hashCode())
                + Boolean.hashCode(known);
      }
    }
    print = found.isEmpty() ? 0 : print == 0 ? 1 : print;
    if (print != to.activity().print(tree)) {
      changed = true;
      if (found.isEmpty()) {
        to.index().remove(tree);
      } else if (isNew) {
        to.index().add(tree, found);
      } else {
        to.index().replace(tree, found);
      }
      to.activity().print(tree, print);
    }
    to.activity().put(tree, order);
  }

  /// A number made of a profile's id: FNV-1a of 64 bits, as good as any other fixed order.
  static long order(String id) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
