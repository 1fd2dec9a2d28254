package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.steps.Actor;
import io.inyeon.core.steps.Address;
import io.inyeon.core.steps.Desk;
import io.inyeon.core.steps.Mail;
import io.inyeon.core.steps.Message;
import io.inyeon.core.steps.Reaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// State kept by many, on a few nodes that take messages in any order, commit now and then what
/// they did together with what they took and sent, and crash before they have.
final class Spread {
  /// So many messages for one entry on average mean that it never ends.
  private static final int ENDLESS = 2_000;

  private final Rules rules;
  private final Snapshot workspace;
  private BiFunction<Entry, Snapshot, Decision> decide =
      (entry, _) -> {
        throw new AssertionError(entry + " has no meaning");
      };
  private final Random random;

  /// Whether what one sends to another arrives in the order in which it was sent; entries do.
  private final boolean inOrder;

  private final boolean crashes;
  private final List<Node> nodes = new ArrayList<>();

  /// What is committed, and nobody has taken, by who sends it to whom.
  private final Map<List<Address>, ArrayDeque<Mail>> channels = new HashMap<>();

  /// Those with something in them.
  private final List<ArrayDeque<Mail>> ready = new ArrayList<>();

  private final Map<Long, Decision.Decided> settled = new TreeMap<>();
  private final Map<Long, Integer> messages = new TreeMap<>();
  private int entries;
  private int delivered;
  private int lost = -1;

  /// What a message that was lost would have changed and nobody has changed since; `null` while
  /// none was, and of one that says more than changes.
  private @Nullable Set<Key<?>> unsaid;

  Spread(Rules rules, Snapshot workspace, Random random, boolean inOrder, boolean crashes) {
    this.rules = rules;
    this.workspace = workspace;
    this.random = random;
    this.inOrder = inOrder;
    this.crashes = crashes;
    var many = 1 + random.nextInt(4);
    for (var i = 0; i < many; i++) {
      nodes.add(new Node());
    }
  }

  /// Says what entries mean.
  void deciding(BiFunction<Entry, Snapshot, Decision> meaning) {
    decide = meaning;
  }

  /// Loses a message: the one that is delivered as the nth.
  void lose(int nth) {
    lost = nth;
  }

  // ---- nodes

  /// What one address keeps.
  private static final class Keeper {
    private final Map<Key<?>, Object> values = new HashMap<>();
    private final List<Event> mentions = new ArrayList<>();
    private Desk desk = Desk.EMPTY;

    Keeper copy() {
      var copy = new Keeper();
      copy.values.putAll(values);
      copy.mentions.addAll(mentions);
      copy.desk = desk;
      return copy;
    }

    boolean atRest() {
      return desk.lentTo() == 0 && desk.waiting().isEmpty() && desk.expecting().isEmpty();
    }
  }

  private record Taken(ArrayDeque<Mail> from, Mail mail) {}

  private final class Node {
    private final Map<Address, Keeper> committed = new HashMap<>();
    private final Map<Address, Keeper> working = new HashMap<>();
    private final Deque<Taken> taken = new ArrayDeque<>();
    private final List<List<Address>> ways = new ArrayList<>();
    private final List<Mail> sent = new ArrayList<>();
    private final List<Reaction.Settled> done = new ArrayList<>();

    void take(ArrayDeque<Mail> from) {
      var mail = from.remove();
      if (from.isEmpty()) {
        ready.remove(from);
      }
      taken.add(new Taken(from, mail));
      if (delivered++ == lost) {
        if (mail.message() instanceof Message.HandBack back
            && !back.lent()
            && back.mention() == null
            && back.onward().isEmpty()) {
          unsaid = new HashSet<>();
          back.changes().forEach(change -> Objects.requireNonNull(unsaid).add(change.key()));
        }
        return;
      }
      var here = mail.to();
      var keeper =
          working.computeIfAbsent(here, _ -> committed.getOrDefault(here, new Keeper()).copy());
      var reaction =
          Actor.receive(
              mail.message(), here, keeper.desk, kept(here, keeper), workspace, rules, decide);
      keeper.desk = reaction.desk();
      for (var change : reaction.changes()) {
        require(Address.of(change.key()).equals(here), () -> here + " changes " + change.key());
        if (unsaid != null) {
          unsaid.remove(change.key());
        }
        switch (change) {
          case Change.Put<?>(var key, var value) -> keeper.values.put(key, value);
          case Change.Remove<?>(var key) -> keeper.values.remove(key);
        }
      }
      keeper.mentions.addAll(reaction.mentions());
      done.addAll(reaction.settled());
      for (var out : reaction.out()) {
        sent.add(out);
        ways.add(List.of(here, out.to()));
      }
    }

    void commit() {
      committed.putAll(working);
      for (var one : done) {
        var position = one.entry().position();
        require(settled.put(position, one.decided()) == null, () -> position + " is decided again");
      }
      for (var i = 0; i < sent.size(); i++) {
        messages.merge(position(sent.get(i)), 1, Integer::sum);
        send(inOrder ? ways.get(i) : List.of(), sent.get(i));
      }
      forget();
    }

    /// All that was not committed is as if it had never been.
    void crash() {
      while (!taken.isEmpty()) {
        var last = taken.removeLast();
        if (last.from().isEmpty()) {
          ready.add(last.from());
        }
        last.from().addFirst(last.mail());
      }
      forget();
    }

    private void forget() {
      working.clear();
      taken.clear();
      ways.clear();
      sent.clear();
      done.clear();
    }
  }

  private static Snapshot kept(Address here, Keeper keeper) {
    return new Snapshot() {
      @Override
      @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
      public <V> @Nullable V get(Key<V> key) {
        require(Address.of(key).equals(here), () -> here + " is asked for " + key);
        if (key instanceof Key.OfMentions(_, var span)) {
          return (V)
              new Mentions(
                  keeper.mentions.stream()
                      .filter(event -> span.holds(event.head().time()))
                      .toList());
        }
        return (V) keeper.values.get(key);
      }
    };
  }

  private static void require(boolean truth, Supplier<String> otherwise) {
    if (!truth) {
      throw new AssertionError(otherwise.get());
    }
  }

  private static long position(Mail mail) {
    return switch (mail.message()) {
      case Message.Borrow(var step) -> step.entry().position();
      case Message.HandBack back -> back.step();
    };
  }

  private Node node(Address address) {
    return nodes.get(Math.floorMod(address.hashCode(), nodes.size()));
  }

  private void send(List<Address> way, Mail mail) {
    var channel =
        way.isEmpty()
            ? new ArrayDeque<Mail>()
            : channels.computeIfAbsent(way, _ -> new ArrayDeque<>());
    if (channel.isEmpty()) {
      ready.add(channel);
    }
    channel.add(mail);
  }

  // ---- what happens

  /// An entry comes in.
  void enter(Mail first) {
    entries++;
    send(List.of(first.to()), first);
  }

  /// Lets things happen, some of them.
  void some() {
    for (var i = random.nextInt(12); i > 0; i--) {
      happen();
    }
  }

  /// Lets things happen until nothing can any more.
  void all() {
    while (happen()) {
      require(delivered < (entries + 10) * ENDLESS, () -> "it never ends");
    }
  }

  private boolean happen() {
    var node = nodes.get(random.nextInt(nodes.size()));
    switch (random.nextInt(8)) {
      case 0 -> node.commit();
      case 1 -> {
        if (crashes) {
          node.crash();
        } else {
          node.commit();
        }
      }
      default -> {
        if (ready.isEmpty()) {
          nodes.forEach(Node::commit);
          return !ready.isEmpty();
        }
        var from = ready.get(random.nextInt(ready.size()));
        node(from.element().to()).take(from);
      }
    }
    return true;
  }

  // ---- what it came to

  /// Nothing is on its way, nobody waits, nothing is lent, and every entry was decided once.
  void assertAtRest() {
    for (var node : nodes) {
      node.committed.forEach((address, keeper) ->
          assertThat(keeper.atRest()).as("%s is at rest: %s", address, keeper.desk).isTrue());
    }
    assertThat(settled).as("entries decided").hasSize(entries);
  }

  /// All that is kept, in one state.
  Replica together() {
    var replica = new Replica(rules);
    for (var node : nodes) {
      node.committed.values().forEach(keeper -> replica.memory().values().putAll(keeper.values));
    }
    return replica;
  }

  Decision.Decided decided(long position) {
    return Objects.requireNonNull(settled.get(position));
  }

  /// How many messages an entry took, that by which it came not counted.
  int messages(long position) {
    return messages.getOrDefault(position, 0);
  }

  /// Whether all that the lost message would have changed was changed again by what came later.
  boolean saidAgain() {
    return unsaid != null && unsaid.isEmpty();
  }

  int delivered() {
    return delivered;
  }
}
