package io.inyeon.core.recall;

import static io.inyeon.core.recall.Difference.less;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.recall.Difference.Picture;
import io.inyeon.core.recall.ProfileChange.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What became different of one person between two instants: everything on record of them is taken
/// again in the order in which it happened, and the person is looked at after each step.
public final class History {
  /// Rules that an operator saved and that came into force.
  ///
  /// @param entry that saved them
  /// @param since when they came into force, milliseconds since 1970
  /// @param position of what says so in the log
  /// @param ready the same, ready for use
  public record Version(Entry.RulesSaved entry, long since, long position, Rules ready) {}

  private final Identifier who;
  private final long from;
  private final List<Version> versions;
  private final Readings readings;
  private final Words words;
  private final Snapshot live;
  private final List<Recorded> all = new ArrayList<>();

  private final List<ProfileChange> changes = new ArrayList<>();
  private final SortedSet<Identifier> missing = new TreeSet<>();

  private History(
      Identifier who,
      long from,
      List<Version> versions,
      List<Recorded.Ruled> words,
      Snapshot live) {
    this.who = who;
    this.from = from;
    this.versions = List.copyOf(versions);
    this.words = new Words(words);
    this.readings = new Readings(this.words);
    this.live = live;
  }

  /// Tells what became different after `from`, in the order in which it happened.
  ///
  /// @param from milliseconds since 1970; later things are told, up to the end of what `words` and
  ///   `reader` give
  /// @param versions of the rules, one at least, in the order in which they came into force; the
  ///   first is in force for all that is earlier, too
  /// @param words all that stewards had decided by the end, in the order of the log
  /// @param live the state of today, as for [AsOf]
  /// @param reader gives the events that there were by the end
  public static <E extends Exception> List<ProfileChange> of(
      Identifier who,
      long from,
      List<Version> versions,
      List<Recorded.Ruled> words,
      Snapshot live,
      Reader<E> reader)
      throws E {
    var history = new History(who, from, versions, words, live);
    history.missing.add(who);
    while (!history.missing.isEmpty()) {
      history.all.addAll(history.readings.more(new TreeSet<>(history.missing), reader));
      history.all.sort(Recorded.BY_TIME);
      history.walk();
    }
    return List.copyOf(history.changes);
  }

  /// Takes everything again in the order in which it happened. Whoever turns out to be missing on
  /// the way makes this walk void.
  private void walk() {
    missing.clear();
    changes.clear();
    var memory = new Recollection(versions.getFirst().ready());
    var taken = new ArrayList<Recorded>();
    var standing = false; // whether the person could be told after the last step
    for (var step : steps()) {
      var told = step.time() > from;
      if (told && !standing) {
        stand(memory, memory, who);
        standing = true;
      }
      switch (step) {
        case Step.Takes(var recorded) -> {
          taken.add(recorded);
          memory.take(recorded);
          if (told) {
            look(memory, recorded);
          }
        }
        case Step.Saves(var version) -> {
          var old = memory;
          memory = new Recollection(version.ready());
          taken.forEach(memory::take);
          if (told) {
            stand(memory, memory, who);
            tell(old, old, memory, step, new Cause.ByOperator(version.entry()));
          }
        }
      }
    }
    if (!standing) {
      // What is read so far is all too old; there may be more.
      stand(memory, memory, who);
    }
  }

  /// One thing more that happened.
  private sealed interface Step {
    long time();

    long position();

    /// An event or a steward's decision.
    record Takes(Recorded recorded) implements Step {
      @Override
      public long time() {
        return recorded.time();
      }

      @Override
      public long position() {
        return recorded.position();
      }
    }

    /// Other rules.
    record Saves(Version version) implements Step {
      @Override
      public long time() {
        return version.since();
      }

      @Override
      public long position() {
        return version.position();
      }
    }
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    versions.stream().skip(1).map(Step.Saves::new).forEach(steps::add);
    all.stream().map(Step.Takes::new).forEach(steps::add);
    steps.sort(Comparator.comparingLong(Step::time).thenComparingLong(Step::position));
    return steps;
  }

  private void look(Recollection memory, Recorded taken) {
    if (memory.regrouped()) {
      stand(memory, memory, who);
    }
    if (memory.touched(who) && !memory.onlyCounted()) {
      tell(memory, memory.before(), memory, new Step.Takes(taken), cause(taken, memory));
    }
  }

  private static Cause cause(Recorded step, Recollection memory) {
    return switch (step) {
      case Recorded.Said said ->
          new Cause.ByEvent(
              EventReader.read(said.envelope(), said.body(), said.source(), memory.rules().types())
                  .head());
      case Recorded.Ruled(var entry) -> new Cause.ByOperator(entry);
    };
  }

  private void tell(Recollection old, Snapshot before, Recollection now, Step step, Cause cause) {
    if (!missing.isEmpty()) {
      return;
    }
    var was = picture(before, old.rules());
    var is = picture(now, now.rules());
    // Whom they came from and went to is told by profile ids, which must be right as well.
    less(is.identifiers(), was.identifiers()).forEach(each -> stand(old, before, each));
    less(was.identifiers(), is.identifiers()).forEach(each -> stand(now, now, each));
    var ordinal = 0;
    for (var what : Difference.between(was, is)) {
      changes.add(new ProfileChange(step.time(), step.position(), ordinal++, what, cause));
    }
  }

  private Picture picture(Snapshot state, Rules rules) {
    var tree = Recollection.tree(who, state);
    return new Picture(tree == null ? null : tree.profile(who, rules), state, rules);
  }

  private void stand(Recollection memory, Snapshot state, Identifier identifier) {
    var neverShared = Ground.neverShared(live, memory.rules(), words.linkedByHand());
    missing.addAll(new Ground(memory, state, readings::whole, neverShared).missing(identifier));
  }
}
