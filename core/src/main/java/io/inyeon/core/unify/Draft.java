package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// State as one decision is about to leave it: what it read, and what it has changed so far.
final class Draft {
  private final Snapshot before;
  private final Rules rules;
  private final Map<Key<?>, Change> written = new LinkedHashMap<>();

  /// Identifiers looked up or moved. One that is not in here is where state has it.
  private final Map<Identifier, OpenTree> homes = new HashMap<>();

  /// Trees that state has, by the id they were loaded under.
  private final Map<Long, OpenTree> loaded = new LinkedHashMap<>();

  private final List<OpenTree> made = new ArrayList<>();

  Draft(Snapshot before, Rules rules) {
    this.before = before;
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  // ---- single values

  @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
  <V> @Nullable V get(Key<V> key) {
    return switch (written.get(key)) {
      case null -> before.get(key);
      case Change.Put<?>(_, var value) -> (V) value;
      case Change.Remove<?> _ -> null;
    };
  }

  <V> void put(Key<V> key, V value) {
    written.put(key, new Change.Put<>(key, value));
  }

  <V> void remove(Key<V> key) {
    if (get(key) != null) {
      written.put(key, new Change.Remove<>(key));
    }
  }

  /// Sees to it that all of these are loaded; says all that are missing at once.
  void require(Collection<? extends Key<?>> keys) {
    var missing = new LinkedHashSet<Key<?>>();
    for (var key : keys) {
      if (!written.containsKey(key)) {
        try {
          before.get(key);
        } catch (Snapshot.Unloaded unloaded) {
          missing.addAll(unloaded.keys());
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
  }

  // ---- trees

  /// The tree that holds an identifier; `null` for one that has never been named, or is blocked.
  @Nullable OpenTree find(Identifier identifier) {
    var home = homes.get(identifier);
    if (home == null) {
      home = found(identifier);
      if (home != null) {
        homes.put(identifier, home);
      }
    }
    return home;
  }

  private @Nullable OpenTree found(Identifier identifier) {
    Holder holder;
    try {
      holder = before.get(new Key.OfIdentifier(identifier));
    } catch (Snapshot.Unloaded unloaded) {
      var open = among(identifier);
      if (open == null) {
        throw unloaded;
      }
      return open;
    }
    return holder == null ? null : open(holder.tree());
  }

  /// Which of the trees at hand holds it; saves a load.
  private @Nullable OpenTree among(Identifier identifier) {
    for (var tree : loaded.values()) {
      if (tree.holds(identifier)) {
        return tree;
      }
    }
    return null;
  }

  /// The tree that holds an identifier that is a node for certain.
  OpenTree home(Identifier identifier) {
    return Objects.requireNonNull(find(identifier), () -> "no tree holds " + identifier);
  }

  private OpenTree open(long id) {
    var tree = loaded.get(id);
    if (tree == null) {
      var stored = get(new Key.Tree(id));
      tree = new OpenTree(Objects.requireNonNull(stored, () -> "no tree " + id), rules.types());
      loaded.put(id, tree);
    }
    return tree;
  }

  /// Sees to it that the trees of all these identifiers are loaded, in two rounds however many they
  /// are.
  void foresee(Collection<Identifier> identifiers) {
    var missing = new LinkedHashSet<Key<?>>();
    var trees = new LinkedHashSet<Key.Tree>();
    for (var identifier : identifiers) {
      if (!homes.containsKey(identifier)) {
        try {
          var holder = before.get(new Key.OfIdentifier(identifier));
          if (holder != null && !loaded.containsKey(holder.tree())) {
            trees.add(new Key.Tree(holder.tree()));
          }
        } catch (Snapshot.Unloaded unloaded) {
          if (among(identifier) == null) {
            missing.addAll(unloaded.keys());
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
    require(trees);
  }

  /// Makes a node of an identifier at first sight, unless it is blocked; and lets its profile id be
  /// found from then on.
  ///
  /// @return whether it is a node
  boolean admit(Identifier identifier) {
    if (find(identifier) != null) {
      return true;
    }
    if (rules.types().blocked(identifier)) {
      return false;
    }
    var tree = plant();
    tree.put(identifier, Node.NEW);
    tree.newcomers().add(identifier);
    homes.put(identifier, tree);
    put(new Key.OfProfile(ProfileIds.of(rules.document().workspaceKey(), identifier)), identifier);
    return true;
  }

  /// Forgets an identifier that hangs together with nothing any more, and its profile id.
  void drop(Identifier identifier) {
    home(identifier).drop(identifier);
    homes.remove(identifier);
    remove(new Key.OfIdentifier(identifier));
    remove(new Key.OfProfile(ProfileIds.of(rules.document().workspaceKey(), identifier)));
  }

  /// A new tree, empty.
  OpenTree plant() {
    var tree = new OpenTree(rules.types());
    made.add(tree);
    return tree;
  }

  /// Hands some identifiers over from one tree to another, with all that hangs on them.
  void handOver(Set<Identifier> half, OpenTree from, OpenTree to) {
    to.take(half, from);
    for (var identifier : half) {
      homes.put(identifier, to);
    }
  }

  /// Makes two trees one: the smaller goes into the larger, which keeps its id.
  OpenTree merge(OpenTree a, OpenTree b) {
    if (a == b) {
      return a;
    }
    var larger = a.size() >= b.size() ? a : b;
    var smaller = larger == a ? b : a;
    for (var identifier : smaller.identifiers()) {
      homes.put(identifier, larger);
    }
    larger.takeAll(smaller);
    return larger;
  }

  // ---- the end

  /// All that has changed, as changes of state.
  void into(List<Change> changes) {
    name();
    var all = new ArrayList<>(loaded.values());
    all.addAll(made);
    var alive = new LinkedHashSet<Long>();
    for (var tree : all) {
      if (tree.size() > 0) {
        alive.add(tree.id());
        var changed = tree.changed();
        if (changed != null) {
          put(new Key.Tree(tree.id()), changed);
        }
        for (var identifier : tree.newcomers()) {
          put(new Key.OfIdentifier(identifier), new Holder(tree.id()));
        }
      }
    }
    for (var id : loaded.keySet()) {
      if (!alive.contains(id)) {
        remove(new Key.Tree(id));
      }
    }
    changes.addAll(written.values());
  }

  private void name() {
    var key = new Key.NextTree();
    var next = 0L;
    for (var tree : made) {
      if (tree.size() > 0 && tree.id() == 0) {
        if (next == 0) {
          var stored = get(key);
          next = stored == null ? 1 : stored;
        }
        tree.named(next++);
      }
    }
    if (next > 0) {
      put(key, next);
    }
  }
}
