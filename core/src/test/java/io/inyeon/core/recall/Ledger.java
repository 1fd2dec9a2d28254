package io.inyeon.core.recall;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.unify.Mentions;
import io.inyeon.core.unify.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A workspace in memory: state by the pipeline, and a record of every entry with what became of
/// it.
public final class Ledger {
  private final State state = new State();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /// Events that were read for a question.
  int read;

  /// An accepted event and whom it named.
  private record Line(Recorded.Said said, Set<Identifier> named) {}

  private static final class State implements Snapshot {
    private final Map<Key<?>, Object> values = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    @Override
    @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
    public <V> @Nullable V get(Key<V> key) {
      return key instanceof Key.OfMentions mentions ? (V) mentions(mentions) : (V) values.get(key);
    }

    private Mentions mentions(Key.OfMentions of) {
      return new Mentions(
          events.stream()
              .filter(event -> event.identifiers().contains(of.device()))
              .filter(event -> of.span().holds(event.head().time()))
              .toList());
    }

    void apply(List<Change> changes) {
      for (var change : changes) {
        switch (change) {
          case Change.Put<?>(var key, var value) -> values.put(key, value);
          case Change.Remove<?>(var key) -> values.remove(key);
        }
      }
    }
  }

  /// Rules ready for use.
  public static Rules ready(RulesDocument document) {
    return Rules.of(
        document, (written, _) -> written, pattern -> Pattern.compile(pattern).asMatchPredicate());
  }

  /// In force.
  public Rules rules() {
    return ready(Objects.requireNonNull(state.get(new Key.OfRules())));
  }

  /// Its state.
  public Snapshot live() {
    return state;
  }

  /// All that was entered.
  public List<Entry> entries() {
    return entries;
  }

  /// Decides the next entry; its position must be that of its place.
  public @Nullable Outcome enter(Entry entry) {
    entries.add(entry);
    if (entry instanceof Entry.RulesSaved(_, _, _, var document, _)) {
      state.values.put(new Key.OfRules(), document);
      return null;
    }
    if (!(Pipeline.decide(entry, state, rules()) instanceof Decision.Decided decided)) {
      throw new AssertionError("everything is loaded");
    }
    state.apply(decided.changes());
    if (entry instanceof Entry.Received(var position, var envelope, var body)
        && decided.outcome() instanceof Outcome.Accepted(var event, _, _)) {
      state.events.add(event);
      var named = new HashSet<>(event.identifiers());
      var source = Objects.requireNonNull(state.get(new Key.Source(envelope.source())));
      var said =
          new Recorded.Said(position, event.head().time(), envelope, body, source, named::contains);
      lines.add(new Line(said, named));
    }
    return decided.outcome();
  }

  /// What an accepted event named when it came; `null` when the event was not accepted.
  public @Nullable Set<Identifier> named(long position) {
    for (var line : lines) {
      if (line.said().position() == position) {
        return line.named();
      }
    }
    return null;
  }

  /// The source of an event.
  public Source source(int number) {
    return Objects.requireNonNull(state.get(new Key.Source(number)));
  }

  /// Who holds an identifier by other rules, read from the record; `null` for nobody.
  public @Nullable Profile asOfNow(Identifier who, Rules rules) {
    return AsOf.profile(who, rules, words(_ -> true), state, reader(_ -> true, 3));
  }

  /// The record within bounds, in small parts.
  Reader<RuntimeException> reader(Predicate<Recorded> within, int part) {
    return (identifiers, after) -> {
      var found = new ArrayList<Recorded.Said>();
      for (var line : lines) {
        if (line.said().position() > after
            && within.test(line.said())
            && line.named().stream().anyMatch(identifiers::contains)) {
          found.add(line.said());
        }
      }
      var last = found.size() <= part;
      var events = found.subList(0, Math.min(part, found.size()));
      read += events.size();
      return new Reader.Part(events, last);
    };
  }

  /// What stewards decided, within bounds.
  List<Recorded.Ruled> words(Predicate<Recorded> within) {
    var words = new ArrayList<Recorded.Ruled>();
    for (var entry : entries) {
      switch (entry) {
        case Entry.CutMade _, Entry.CutUndone _, Entry.LinkMade _, Entry.LinkUndone _ ->
            words.add(new Recorded.Ruled(entry));
        default -> {} // says nothing of who is who
      }
    }
    words.removeIf(word -> !within.test(word));
    return words;
  }

  /// The oracle: a workspace to which only what lies within the bounds ever came, in the same
  /// order, under these rules.
  public Ledger replayed(RulesDocument rules, Predicate<Recorded> within) {
    var other = new Ledger();
    other.state.values.put(new Key.OfRules(), rules);
    var accepted = new HashMap<Long, Recorded>();
    lines.forEach(line -> accepted.put(line.said().position(), line.said()));
    for (var entry : entries) {
      var comes =
          switch (entry) {
            case Entry.Received _ -> {
              var line = accepted.get(entry.position());
              yield line != null && within.test(line);
            }
            case Entry.CutMade _, Entry.CutUndone _, Entry.LinkMade _, Entry.LinkUndone _ ->
                within.test(new Recorded.Ruled(entry));
            case Entry.RulesSaved _ -> false;
            case Entry.SourceSaved _,
                Entry.RulesApplied _,
                Entry.ImportUndone _,
                Entry.SegmentSaved _,
                Entry.SegmentFilled _,
                Entry.TimerFired _,
                Entry.Swept _,
                Entry.ComputedTraitSaved _,
                Entry.ComputedTraitFilled _,
                Entry.CutsMeasured _,
                Entry.SynonymsSaved _,
                Entry.PlanSaved _,
                Entry.TransformationsSaved _,
                Entry.RepairNoted _,
                Entry.QuarantineDropped _,
                Entry.QualityAlerted _,
                Entry.PersonErased _,
                Entry.ErasureKept _,
                Entry.ErasuresScrubbed _,
                Entry.RightsSaved _,
                Entry.PurposesSaved _,
                Entry.MembershipChanged _,
                Entry.AccessGranted _,
                Entry.AccessRevoked _ ->
                true;
          };
      if (comes) {
        other.enter(entry);
      }
    }
    return other;
  }

  /// Who holds an identifier; `null` for nobody.
  public @Nullable Profile profile(Identifier who) {
    var tree = Recollection.tree(who, state);
    return tree == null ? null : tree.profile(who, rules());
  }

  static Entry source(long position, Source source) {
    return new Entry.SourceSaved(position, 0, "kim", source);
  }
}
