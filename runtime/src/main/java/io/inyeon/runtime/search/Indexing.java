package io.inyeon.runtime.search;

import io.inyeon.core.Rules;
import io.inyeon.core.unify.Findable;
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
    put(tree.id(), Findable.all(tree, rules), true, rules);
  }

  /// Looks at a tree again. What nobody would find differently is not written again.
  ///
  /// @param now `null` when it is gone
  void look(long tree, @Nullable Tree now, Rules rules) throws IOException {
    put(tree, now == null ? List.of() : Findable.all(now, rules), false, rules);
  }

  private void put(long tree, List<Findable> people, boolean isNew, Rules rules)
      throws IOException {
    var order = new ArrayList<Activity.One>(people.size());
    var facts = new ArrayList<List<Searchable.Fact>>(people.size());
    var print = new Print();
    var any = false;
    for (var person : people) {
      order.add(
          new Activity.One(
              Activity.seconds(person.lastSeenAt()),
              Activity.quarter(person.createdAt()),
              person.known()));
      var its = Searchable.facts(person);
      facts.add(its);
      any |= !its.isEmpty();
      print.add(person, its);
    }
    var now = any ? print.number() : 0;
    if (now != to.activity().print(tree)) {
      changed = true;
      var found = found(people, facts, rules);
      if (found.isEmpty()) {
        to.index().remove(tree);
      } else if (isNew) {
        to.index().add(tree, found);
      } else {
        to.index().replace(tree, found);
      }
      to.activity().print(tree, now);
    }
    to.activity().put(tree, order);
  }

  private List<PeopleIndex.Person> found(
      List<Findable> people, List<List<Searchable.Fact>> facts, Rules rules) {
    var found = new ArrayList<PeopleIndex.Person>(people.size());
    for (var i = 0; i < people.size(); i++) {
      var person = people.get(i);
      var terms = Terms.of(facts.get(i), words);
      if (!terms.isEmpty()) {
        found.add(
            new PeopleIndex.Person(
                person.identifiers().getFirst(),
                person.known(),
                Activity.seconds(person.lastSeenAt()),
                order(person.id(rules).value()),
                terms));
      }
    }
    return found;
  }

  /// A number made of a profile's id, as good as any other fixed order.
  static long order(String id) {
    return new Print().text(id).hash;
  }

  /// What changes when anything does that a tree is indexed by: FNV-1a of 64 bits, of which 32 are
  /// kept.
  private static final class Print {
    private long hash = 0xcbf29ce484222325L;

    void add(Findable person, List<Searchable.Fact> facts) {
      letter(person.known() ? 1 : 0);
      var first = person.identifiers().getFirst();
      text(first.type()).text(first.value());
      for (var fact : facts) {
        text(fact.kind().name()).text(fact.name()).text(fact.value());
      }
      letter(Character.MAX_VALUE);
    }

    private Print text(String text) {
      for (var i = 0; i < text.length(); i++) {
        letter(text.charAt(i));
      }
      letter(0); // where one ends and the next begins
      return this;
    }

    private void letter(int letter) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }

    /// Never 0, which is nobody's.
    int number() {
      return Math.max(1, (int) (hash ^ hash >>> 32) & Integer.MAX_VALUE);
    }
  }
}
