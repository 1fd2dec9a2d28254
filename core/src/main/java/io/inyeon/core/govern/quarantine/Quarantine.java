package io.inyeon.core.govern.quarantine;

import io.inyeon.core.Change;
import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Key;
import io.inyeon.core.Overlay;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.ContentHash;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What waits in quarantine, by the cause of it: a part of state, so that it is exact, survives
/// whatever the log survives, and is made anew with everything else.
public final class Quarantine {
  /// How many causes of one source are told apart; what comes beyond is put together by its first
  /// code. A stranger who makes up names cannot fill the state with groups.
  static final int MOST_GROUPS = 1_000;

  private static final int MOST_CAUSES = 10;
  private static final List<String> WHO = List.of("userId", "previousId", "anonymousId", "groupId");

  private Quarantine() {}

  /// An event is put into quarantine.
  public static void hold(
      Event.Head head,
      Body body,
      List<Violation> violations,
      long position,
      Snapshot before,
      List<Change> changes) {
    var who = who(body);
    var exact = empty(head.source(), head.name(), causes(violations));
    loaded(
        Set.of(
            new Key.OfQuarantineGroup(exact.id()),
            new Key.OfHeldPerson(exact.id(), who),
            new Key.OfGroupsOfSource(head.source())),
        before);
    var group = group(exact, head.source(), violations, before, changes);
    var people =
        group.people() + (who != 0 && counted(group.id(), who, 1, before, changes) ? 1 : 0);
    changes.add(
        new Put<>(
            new Key.OfHeld(group.id(), position),
            new Held(head.messageId(), head.receivedAt(), who)));
    changes.add(
        new Put<>(
            new Key.OfQuarantineGroup(group.id()),
            group.with(
                group.open() + 1,
                people,
                group.open() == 0
                    ? head.receivedAt()
                    : Math.min(group.firstAt(), head.receivedAt()),
                Math.max(group.lastAt(), head.receivedAt()))));
  }

  /// Asks at once for all that letting an event out will look at, before anything is worked out.
  public static void prepare(Envelope.Release release, Body body, int source, Snapshot before) {
    loaded(
        Set.of(
            new Key.OfHeld(release.group(), release.first()),
            new Key.OfQuarantineGroup(release.group()),
            new Key.OfHeldPerson(release.group(), who(body)),
            new Key.OfGroupsOfSource(source)),
        before);
  }

  /// An event leaves quarantine.
  ///
  /// @return false when it is not there
  public static boolean leave(String group, long position, Snapshot before, List<Change> changes) {
    var held = before.get(new Key.OfHeld(group, position));
    var known = before.get(new Key.OfQuarantineGroup(group));
    if (held == null || known == null) {
      return false;
    }
    var gone = held.who() != 0 && counted(group, held.who(), -1, before, changes);
    changes.add(new Remove<>(new Key.OfHeld(group, position)));
    if (known.open() > 1) {
      changes.add(
          new Put<>(
              new Key.OfQuarantineGroup(group),
              known.with(
                  known.open() - 1,
                  known.people() - (gone ? 1 : 0),
                  known.firstAt(),
                  known.lastAt())));
    } else {
      changes.add(new Remove<>(new Key.OfQuarantineGroup(group)));
      var groups = new Key.OfGroupsOfSource(known.source());
      var count = before.get(groups);
      changes.add(new Put<>(groups, Math.max(0, (count == null ? 0 : count) - 1)));
    }
    return true;
  }

  /// Counts a person's events in a group.
  ///
  /// @return whether the person is there for the first time, or no more
  private static boolean counted(
      String group, long who, int step, Snapshot before, List<Change> changes) {
    var key = new Key.OfHeldPerson(group, who);
    var known = before.get(key);
    var count = (known == null ? 0 : known) + step;
    changes.add(count > 0 ? new Put<>(key, count) : new Remove<>(key));
    return step > 0 ? known == null : count <= 0;
  }

  private static QuarantineGroup group(
      QuarantineGroup exact,
      int source,
      List<Violation> violations,
      Snapshot before,
      List<Change> changes) {
    var known = before.get(new Key.OfQuarantineGroup(exact.id()));
    if (known != null) {
      return known;
    }
    var groups = new Key.OfGroupsOfSource(source);
    var counted = before.get(groups);
    var count = counted == null ? 0 : counted;
    if (count < MOST_GROUPS) {
      changes.add(new Put<>(groups, count + 1));
      return exact;
    }
    var coarse = coarse(source, violations);
    var there = before.get(new Key.OfQuarantineGroup(coarse.id()));
    if (there == null) {
      changes.add(new Put<>(groups, count + 1));
    }
    return there == null ? coarse : there;
  }

  private static QuarantineGroup coarse(int source, List<Violation> violations) {
    var code = violations.isEmpty() ? "" : violations.getFirst().code();
    return empty(source, "", List.of(new QuarantineGroup.Cause(code, "")));
  }

  /// The ids of the groups in which an event may wait that was quarantined for these reasons.
  public static List<String> groups(int source, String name, List<Violation> violations) {
    return List.of(empty(source, name, causes(violations)).id(), coarse(source, violations).id());
  }

  private static QuarantineGroup empty(
      int source, String name, List<QuarantineGroup.Cause> causes) {
    var said = new ArrayList<Value>();
    said.add(new Value.Decimal(BigDecimal.valueOf(source)));
    said.add(new Value.Text(name));
    for (var cause : causes) {
      said.add(new Value.Text(cause.code()));
      said.add(new Value.Text(cause.path()));
    }
    var id = "qg_" + ContentHash.of(new Value.Items(said)).substring(0, 16);
    return new QuarantineGroup(id, source, name, causes, 0, 0, 0, 0);
  }

  private static List<QuarantineGroup.Cause> causes(List<Violation> violations) {
    var causes =
        new TreeSet<>(
            Comparator.comparing(QuarantineGroup.Cause::code)
                .thenComparing(QuarantineGroup.Cause::path));
    for (var each : violations) {
      causes.add(new QuarantineGroup.Cause(each.code(), general(each.path())));
    }
    return causes.stream().limit(MOST_CAUSES).toList();
  }

  /// The place without the numbers of items.
  private static String general(String path) {
    if (path.length() > 300) {
      return path.substring(0, path.indexOf('/', 1) < 0 ? 300 : path.indexOf('/', 1));
    }
    var steps = path.split("/", -1);
    for (var i = 1; i < steps.length; i++) {
      if (!steps[i].isEmpty() && steps[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
        steps[i] = "*";
      }
    }
    return String.join("/", steps);
  }

  /// A hash of what an event says of who it is about: as it is written, since what is quarantined
  /// may be too broken for more. 0 for nothing.
  static long who(Body body) {
    var value = body instanceof Body.Unfit(_, var rest) ? rest : (Value) body;
    if (!(value instanceof Value.Fields event)) {
      return 0;
    }
    for (var name : WHO) {
      var said = said(event.get(name));
      if (said != null) {
        return hash(name, said);
      }
    }
    for (var section : List.of("traits", "properties")) {
      var email = said(event.fields(section).get("email"));
      if (email != null) {
        return hash("email", email);
      }
    }
    return 0;
  }

  private static @Nullable String said(@Nullable Value value) {
    return switch (value) {
      case Value.Text(var text) when !text.isBlank() -> text;
      case Value.Decimal(var number) -> number.toString();
      case null, default -> null;
    };
  }

  private static long hash(String name, String said) {
    var hash = ContentHash.of(new Value.Text(name + ":" + said));
    var number = Long.parseUnsignedLong(hash.substring(0, 16), 16);
    return number == 0 ? 1 : number;
  }

  /// Drops events that wait.
  ///
  /// @return how many there were
  public static int drop(
      String group, List<Long> positions, Snapshot before, List<Change> changes) {
    load(group, positions, before);
    var dropped = 0;
    for (var position : positions) {
      var made = new ArrayList<Change>();
      if (leave(group, position, new Overlay(before, changes), made)) {
        changes.addAll(made);
        dropped++;
      }
    }
    return dropped;
  }

  /// Asks for all of them at once.
  private static void load(String group, List<Long> positions, Snapshot before) {
    var keys = new HashSet<Key<?>>();
    for (var position : positions) {
      keys.add(new Key.OfHeld(group, position));
    }
    loaded(keys, before);
    var people = new HashSet<Key<?>>();
    for (var position : positions) {
      var held = before.get(new Key.OfHeld(group, position));
      if (held != null && held.who() != 0) {
        people.add(new Key.OfHeldPerson(group, held.who()));
      }
    }
    loaded(people, before);
  }

  private static void loaded(Set<Key<?>> keys, Snapshot before) {
    var missing = new HashSet<Key<?>>();
    for (var key : keys) {
      try {
        before.get(key);
      } catch (Snapshot.Unloaded unloaded) {
        missing.addAll(unloaded.keys());
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
  }
}
