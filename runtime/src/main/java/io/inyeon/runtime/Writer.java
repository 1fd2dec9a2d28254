package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.Purposes;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.unify.ErasuresSoFar;
import io.inyeon.core.unify.Restrictions;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.plans.Governing;
import io.inyeon.runtime.store.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The single writer: it asks the core what each durable entry means, and makes that true. Owned by
/// one thread.
public final class Writer {
  /// An entry that is durable in the log.
  public record Given(Entry entry, byte[] payload) {}

  /// What an entry came to.
  ///
  /// @param outcome of an event; `null` for other entries
  public record Applied(Given given, @Nullable Outcome outcome) {}

  /// What a batch came to.
  ///
  /// @param rows for the archive, one for each entry
  public record Batch(List<Applied> applied, List<Row> rows) {
    /// The outcomes of some of its events, in order.
    List<Outcome> outcomes(int from, int to) {
      var outcomes = new ArrayList<Outcome>(to - from);
      for (var each : applied.subList(from, to)) {
        if (each.outcome() != null) {
          outcomes.add(each.outcome());
        }
      }
      return outcomes;
    }
  }

  private final State state;
  private final PhoneNumbers phones;
  private final Patterns patterns;
  private final Consumer<Effect> effects;
  private final RulesDocument first;
  private final OnRecord onRecord;
  private final Commits commits = new Commits();
  private final Governing governing;
  private volatile Rules rules;

  /// Takes the state up where it stands.
  ///
  /// @param first the rules until an entry says otherwise
  /// @param onRecord where it reads events again
  Writer(
      State state,
      RulesDocument first,
      PhoneNumbers phones,
      Patterns patterns,
      Consumer<Effect> effects,
      OnRecord onRecord) {
    this.onRecord = onRecord;
    this.state = state;
    this.phones = phones;
    this.patterns = patterns;
    this.effects = effects;
    this.first = first;
    governing = new Governing(patterns);
    this.rules = saved();
  }

  private Rules saved() {
    var saved = state.read(new Key.OfRules());
    var segments = new ArrayList<Segment>();
    state.forEach(Key.OfSegment.class, (Key<Segment> _, Segment segment) -> segments.add(segment));
    var traits = new ArrayList<ComputedTrait>();
    state.forEach(
        Key.OfComputedTrait.class,
        (Key<ComputedTrait> _, ComputedTrait trait) -> traits.add(trait));
    var erased = state.read(new Key.OfErasures());
    var purposes = new ArrayList<Purpose>();
    state.forEach(
        Key.OfPurpose.class,
        (Key<SavedPurpose> _, SavedPurpose purpose) -> purposes.add(purpose.purpose()));
    var restrictions = new Restrictions[] {Restrictions.NONE};
    state.from(
        new Key.OfRights(Restrictions.ROOM, ""),
        (Key<Value.Fields> key, Value.Fields document) -> {
          if (!(key instanceof Key.OfRights(var room, var id)) || !room.equals(Restrictions.ROOM)) {
            return false;
          }
          restrictions[0] = restrictions[0].with(id, document);
          return true;
        });
    governing.take(state);
    return governing.with(
        Rules.of(saved == null ? first : saved, phones, patterns)
            .with(segments, traits)
            .with(state.read(new Key.OfMembersCounted()))
            .with(erased == null ? ErasuresSoFar.NONE : erased)
            .with(Purposes.of(purposes))
            .with(restrictions[0]));
  }

  /// Makes other rules ready for use.
  Rules ready(RulesDocument document) {
    return Rules.of(document, phones, patterns);
  }

  /// Takes up another state, which was put in the place of the old one between two batches.
  void resume() {
    rules = saved();
  }

  /// The rules in force for the next entry.
  public Rules rules() {
    return rules;
  }

  /// What it commits, for readers who must see one moment.
  Commits commits() {
    return commits;
  }

  /// Decides a batch and commits it whole. Entries that the state has already are passed over, so a
  /// replay may begin early.
  public Batch apply(List<Given> batch) {
    try {
      return applied(batch);
    } catch (RuntimeException e) {
      // Nothing of the batch may stay behind, whether it is tried again or the writer stops.
      state.rollback();
      rules = saved();
      throw e;
    }
  }

  private Batch applied(List<Given> batch) {
    var applied = new ArrayList<Applied>(batch.size());
    var told = new ArrayList<Effect>();
    state.load(ahead(batch));
    for (var given : batch) {
      if (given.entry().position() <= state.position()) {
        continue;
      }
      var decided = decide(given.entry(), applied);
      state.stage(decided.changes());
      follow(decided.changes());
      told.addAll(decided.effects());
      applied.add(new Applied(given, decided.outcome()));
    }
    var rows = Outbox.rows(applied);
    if (!applied.isEmpty()) {
      var outbox = Outbox.encode(rows);
      commits.commit(() -> state.commit(rows.getLast().position(), outbox));
      told.forEach(effects);
    }
    return new Batch(applied, rows);
  }

  /// What tells whether events came before: looked up for a batch together, that costs a fraction.
  private Set<Key<?>> ahead(List<Given> batch) {
    var keys = new HashSet<Key<?>>();
    for (var given : batch) {
      if (given.entry() instanceof Entry.Received(var position, var envelope, var body)
          && position > state.position()) {
        var messageId = EventReader.named(body);
        if (messageId != null) {
          keys.add(new Key.Seen(envelope.source(), messageId));
        }
      }
    }
    return keys;
  }

  private Decision.Decided decide(Entry entry, List<Applied> before) {
    if (!(entry instanceof Entry.Received)) {
      onRecord.forget();
    }
    var by = rules;
    return onRecord.decide(
        snapshot -> Pipeline.decide(entry, snapshot, by),
        state,
        state::load,
        by,
        entry.position(),
        state.position(),
        () -> Outbox.rows(before));
  }

  private void follow(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.Put<?>(Key.OfRules _, RulesDocument document)) {
        rules =
            Rules.of(document, phones, patterns)
                .with(rules.segments().all().values(), rules.segments().traits().values())
                .with(rules.segments().membersCounted())
                .with(rules.governance())
                .with(rules.erased())
                .with(rules.purposes())
                .with(rules.restrictions());
      } else if (change instanceof Change.Put<?>(Key.OfErasures _, ErasuresSoFar all)) {
        rules = rules.with(all);
      } else if (change instanceof Change.Put<?>(Key.OfPurpose _, SavedPurpose saved)) {
        rules = rules.with(rules.purposes().with(saved.purpose()));
      } else if (change instanceof Change.Put<?>(Key.OfRights(var room, var id), Value.Fields all)
          && room.equals(Restrictions.ROOM)) {
        rules = rules.with(rules.restrictions().with(id, all));
      } else if (change instanceof Change.Remove<?>(Key.OfRights(var room, var id))
          && room.equals(Restrictions.ROOM)) {
        rules = rules.with(rules.restrictions().without(id));
      } else if (change instanceof Change.Put<?>(Key.OfSegment _, Segment segment)) {
        var all = new TreeMap<>(rules.segments().all());
        all.put(segment.id(), segment);
        rules = rules.with(all.values());
      } else if (change instanceof Change.Put<?>(Key.OfComputedTrait _, ComputedTrait trait)) {
        var all = new TreeMap<>(rules.segments().traits());
        all.put(trait.id(), trait);
        rules = rules.with(rules.segments().all().values(), all.values());
      } else if (change instanceof Change.Put<?>(Key.OfMembersCounted _, MembersCounted all)) {
        rules = rules.with(all);
      } else if (change instanceof Change.Remove<?>(Key.OfMembersCounted _)) {
        rules = rules.with((MembersCounted) null);
      } else if (governing.follows(change)) {
        rules = governing.with(rules);
      }
    }
  }
}
