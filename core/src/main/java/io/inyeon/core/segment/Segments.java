package io.inyeon.core.segment;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.govern.ConsentReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The segments and computed traits of a workspace, ready for use: indexed by what an event may
/// touch, so that it costs nothing where nobody asks for it.
public final class Segments implements Meanings {
  private final SequencedMap<String, Segment> all;
  private final SequencedMap<String, ComputedTrait> traits;
  private final Terms terms;
  private final Map<String, List<Kept>> tracks = new LinkedHashMap<>();
  private final Map<String, List<Answered>> byTrait = new LinkedHashMap<>();
  private final List<Answered> byConsent = new ArrayList<>();
  private final List<Answered> byActivity = new ArrayList<>();
  private final List<Answered> byAccount = new ArrayList<>();

  /// Segments that ask of the members of accounts.
  private final List<Segment> byMembers = new ArrayList<>();

  /// What is asked of the members of accounts, the deepest first.
  private final SequencedMap<Condition, CountedCondition> counted = new LinkedHashMap<>();

  private final @Nullable MembersCounted membersCounted;

  /// Computed traits on which memberships depend.
  private final Set<String> computed = new HashSet<>();

  private final List<Segment> live = new ArrayList<>();

  /// Since when each track is kept that is kept whole, by its id.
  private final Map<Long, Long> epochs = new LinkedHashMap<>();

  /// The ids of tracks that are kept: to work one out takes a hash of a text.
  private final Map<Name, Long> ids = new HashMap<>();

  private record Name(Track track, Reach reach) {}

  /// A track that is kept.
  ///
  /// @param id its name in state
  /// @param users whose answer it may change
  public record Kept(Track track, Reach reach, long id, List<Answered> users) {
    public Kept {
      users = List.copyOf(users);
    }
  }

  private Segments(
      SequencedMap<String, Segment> all,
      SequencedMap<String, ComputedTrait> traits,
      Terms terms,
      @Nullable MembersCounted membersCounted) {
    this.all = all;
    this.traits = traits;
    this.terms = terms;
    this.membersCounted = membersCounted;
    var users = new LinkedHashMap<Long, List<Answered>>();
    var asked = new LinkedHashMap<Condition, Set<Condition.Quantifier>>();
    for (var segment : all.values()) {
      if (!segment.live()) {
        continue;
      }
      segment.epochs().forEach((track, epoch) -> epochs.merge(track, epoch, Math::min));
      var needs = needs(segment.condition(), true);
      computed.addAll(needs.computed);
      ofMembers(needs, asked);
      if (needs.waiting) {
        continue; // members stay who they are until what it is made of is counted again
      }
      live.add(segment);
      index(segment, needs, users);
      if (!needs.members.isEmpty()) {
        byMembers.add(segment);
      }
    }
    for (var trait : traits.values()) {
      if (trait.live()) {
        trait.epochs().forEach((track, epoch) -> epochs.merge(track, epoch, Math::min));
        for (var condition : trait.formula().conditions()) {
          ofMembers(needs(condition, true), asked);
        }
      }
    }
    asked.forEach((condition, quantifiers) -> {
      var needs = needs(condition, true);
      var id = Meaning.of(condition, all, traits);
      var some = quantifiers.size() > 1 || !quantifiers.contains(Condition.Quantifier.ALL);
      var every = quantifiers.contains(Condition.Quantifier.ALL);
      var each =
          new CountedCondition(
              id, condition, depth(needs), some, every, whole(condition), needs.waiting);
      counted.put(condition, each);
      if (!needs.waiting) {
        index(each, needs, users);
      }
    });
    var met = new HashSet<Long>();
    for (var segment : all.values()) {
      if (segment.status() == Segment.Status.ACTIVE) {
        keep(needs(segment.condition(), false), segment.epochs(), users, met);
      }
    }
    for (var trait : traits.values()) {
      if (trait.active()) {
        keep(needs(trait.formula()), trait.epochs(), users, met);
      }
    }
  }

  /// Notes what may change an answer.
  private void index(Answered answered, Needs needs, Map<Long, List<Answered>> users) {
    needs.each((track, reach) ->
        users.computeIfAbsent(track.id(reach), _ -> new ArrayList<>()).add(answered));
    needs.traits.forEach(
        trait -> byTrait.computeIfAbsent(trait, _ -> new ArrayList<>()).add(answered));
    if (needs.consents) {
      byConsent.add(answered);
    }
    if (needs.activity) {
      byActivity.add(answered);
    }
    if (needs.accounts) {
      byAccount.add(answered);
    }
  }

  /// Collects what is asked of the members of accounts; what such a condition asks of members
  /// itself stands before it.
  private void ofMembers(Needs needs, SequencedMap<Condition, Set<Condition.Quantifier>> asked) {
    needs.members.forEach((condition, quantifiers) -> {
      if (!asked.containsKey(condition)) {
        var inner = needs(condition, true);
        computed.addAll(inner.computed);
        ofMembers(inner, asked);
      }
      asked
          .computeIfAbsent(condition, _ -> EnumSet.noneOf(Condition.Quantifier.class))
          .addAll(quantifiers);
    });
  }

  private int depth(Needs needs) {
    var depth = 0;
    for (var condition : needs.members.keySet()) {
      var inner = counted.get(condition);
      depth = Math.max(depth, inner == null ? 0 : inner.depth() + 1);
    }
    return depth;
  }

  /// Whether everybody was looked at for a condition that is asked of members.
  private boolean whole(Condition condition) {
    return membersCounted != null
        && membersCounted.whole().contains(Meaning.of(condition, all, traits));
  }

  private void keep(
      Needs needs, Map<Long, Long> since, Map<Long, List<Answered>> users, Set<Long> met) {
    needs.each((track, reach) -> {
      var base = track.id(reach);
      ids.put(new Name(track, reach), base);
      var epoch = since.get(base);
      if (epoch == null || !met.add(Segment.kept(base, epoch))) {
        return;
      }
      var counted = epoch.equals(epochs.get(base));
      tracks
          .computeIfAbsent(track.filter().event(), _ -> new ArrayList<>())
          .add(
              new Kept(
                  track,
                  reach,
                  Segment.kept(base, epoch),
                  counted ? users.getOrDefault(base, List.of()) : List.of()));
    });
  }

  /// None at all.
  public static Segments none(Terms terms) {
    return new Segments(new LinkedHashMap<>(), new LinkedHashMap<>(), terms, null);
  }

  /// All that are defined, drafts included.
  public static Segments of(
      Collection<Segment> segments, Collection<ComputedTrait> traits, Terms terms) {
    return of(segments, traits, terms, null);
  }

  /// The same.
  ///
  /// @param membersCounted what is counted of the members of accounts; `null` for nothing
  public static Segments of(
      Collection<Segment> segments,
      Collection<ComputedTrait> traits,
      Terms terms,
      @Nullable MembersCounted membersCounted) {
    var all = new TreeMap<String, Segment>();
    segments.forEach(segment -> all.put(segment.id(), segment));
    var computed = new TreeMap<String, ComputedTrait>();
    traits.forEach(trait -> computed.put(trait.id(), trait));
    return new Segments(all, computed, terms, membersCounted);
  }

  /// The same, but nobody enters or leaves.
  public Segments countingOnly() {
    var counting = new Segments(all, traits, terms, null);
    counting.live.clear();
    counting.byTrait.clear();
    counting.byConsent.clear();
    counting.byActivity.clear();
    counting.byAccount.clear();
    counting.byMembers.clear();
    counting.counted.clear();
    return counting;
  }

  public Terms terms() {
    return terms;
  }

  /// All, by their ids.
  public SequencedMap<String, Segment> all() {
    return all;
  }

  /// Computed traits, drafts included, by their ids.
  public SequencedMap<String, ComputedTrait> traits() {
    return traits;
  }

  /// A computed trait that has values; `null` when there is none of this id.
  @Override
  public @Nullable ComputedTrait trait(String id) {
    var trait = traits.get(id);
    return trait == null || !trait.live() ? null : trait;
  }

  /// What is counted of the members of accounts; `null` for nothing.
  public @Nullable MembersCounted membersCounted() {
    return membersCounted;
  }

  /// Whether nobody's answers are kept.
  boolean idle() {
    return live.isEmpty() && membersCounted == null;
  }

  /// What is asked of the members of accounts, those first that others ask for themselves.
  Collection<CountedCondition> counted() {
    return counted.values();
  }

  /// A condition that is asked of the members of accounts; `null` when nobody asks it.
  @Nullable CountedCondition counted(Condition condition) {
    return counted.get(condition);
  }

  /// Segments that ask of the members of accounts.
  List<Segment> byMembers() {
    return byMembers;
  }

  /// Whether answers depend on the traits of accounts.
  boolean asksAccounts() {
    return !byAccount.isEmpty();
  }

  /// Whether the value of any computed trait is made of when people were active.
  public boolean asksActivity() {
    return traits.values().stream().anyMatch(each -> each.live() && ofActivity(each.formula()));
  }

  private static boolean ofActivity(Formula formula) {
    return formula instanceof Formula.Visits || formula instanceof Formula.ActiveHour;
  }

  /// Whether memberships depend on a computed trait.
  boolean depends(String trait) {
    return computed.contains(trait);
  }

  /// Those that people are members of.
  List<Segment> live() {
    return live;
  }

  /// What is kept of the events of a name.
  List<Kept> tracks(String event) {
    return tracks.getOrDefault(event, List.of());
  }

  /// Every track that is kept.
  public List<Kept> tracks() {
    return tracks.values().stream().flatMap(List::stream).toList();
  }

  /// Under which name a track is kept whole; `null` when it is not.
  @Nullable Long kept(Track track, Reach reach) {
    var known = ids.get(new Name(track, reach));
    var base = known == null ? (Long) track.id(reach) : known;
    var epoch = epochs.get(base);
    return epoch == null ? null : Segment.kept(base, epoch);
  }

  /// Since when each of a condition's own tracks is kept whole; for those that are not, an entry.
  SortedMap<Long, Long> epochs(Condition condition, long otherwise) {
    return epochs(needs(condition, false), otherwise);
  }

  /// The same of a formula.
  SortedMap<Long, Long> epochs(Formula formula, long otherwise) {
    return epochs(needs(formula), otherwise);
  }

  private SortedMap<Long, Long> epochs(Needs needs, long otherwise) {
    var since = new TreeMap<Long, Long>();
    needs.each((track, reach) -> {
      var base = track.id(reach);
      since.put(base, epochs.getOrDefault(base, otherwise));
    });
    return since;
  }

  /// The tracks that a segment or computed trait waits for: kept since it was saved, and so to be
  /// filled.
  ///
  /// @param epochs of its tracks
  public List<Kept> unfilled(SortedMap<Long, Long> epochs, long since) {
    var names = new HashSet<Long>();
    epochs.forEach((track, epoch) -> {
      if (epoch == since) {
        names.add(Segment.kept(track, epoch));
      }
    });
    return tracks().stream().filter(kept -> names.contains(kept.id())).toList();
  }

  /// What membership of a segment means; `null` when it has no members.
  @Override
  public @Nullable Condition condition(String id) {
    var segment = all.get(id);
    return segment == null || !segment.live() ? null : segment.condition();
  }

  /// Whose answers an event may change by what it says of traits and consents.
  void touched(Event event, SequencedSet<Answered> touched) {
    if (!byTrait.isEmpty() && !event.traits().values().isEmpty()) {
      for (var trait : event.traits().values().keySet()) {
        touched.addAll(byTrait.getOrDefault(trait, List.of()));
      }
    }
    if (!byConsent.isEmpty() && !ConsentReader.read(event).isEmpty()) {
      touched.addAll(byConsent);
    }
    if (event.account() != null) {
      touched.addAll(byAccount);
      touched.addAll(byMembers);
      touched.addAll(counted.values());
    }
    if (!byActivity.isEmpty()
        && (event.kind() == SourceKind.BROWSER || event.kind() == SourceKind.APP)) {
      touched.addAll(byActivity);
    }
  }

  // ---- what a condition needs, other segments that it names included

  private static final class Needs {
    private final Map<Track, SequencedSet<Reach>> tracks = new LinkedHashMap<>();
    private final SequencedSet<String> traits = new LinkedHashSet<>();

    /// Computed traits that are named, directly or not.
    private final SequencedSet<String> computed = new LinkedHashSet<>();

    private boolean consents;
    private boolean activity;
    private boolean accounts;

    /// What is asked of the members of accounts.
    private final SequencedMap<Condition, Set<Condition.Quantifier>> members =
        new LinkedHashMap<>();

    /// Whether something that it names is being counted.
    private boolean waiting;

    void each(BiConsumer<Track, Reach> reader) {
      tracks.forEach((track, reaches) -> reaches.forEach(reach -> reader.accept(track, reach)));
    }
  }

  /// What a condition asks for.
  ///
  /// @param others whether those of other segments that it names count too
  private Needs needs(Condition condition, boolean others) {
    var needs = new Needs();
    collect(condition, needs, others ? new LinkedHashSet<>() : null);
    return needs;
  }

  /// What a formula asks for itself.
  private Needs needs(Formula formula) {
    var needs = new Needs();
    formula.tracks((track, reach) -> track(track, reach, needs));
    formula.conditions().forEach(condition -> collect(condition, needs, null));
    return needs;
  }

  private void trait(String name, Needs needs, @Nullable Set<String> met) {
    needs.traits.add(name);
    var computed = traits.get(name);
    if (computed == null || !computed.active() || met == null || !met.add(computed.filling())) {
      return;
    }
    needs.computed.add(name);
    needs.waiting |= !computed.filled();
    var formula = computed.formula();
    formula.tracks((track, reach) -> track(track, reach, needs));
    needs.activity |= ofActivity(formula);
    if (formula instanceof Formula.Anniversary(var of)) {
      needs.traits.add(of.head());
    }
    formula.conditions().forEach(condition -> collect(condition, needs, met));
  }

  private void collect(Condition condition, Needs needs, @Nullable Set<String> met) {
    switch (condition) {
      case Condition.All(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.Any(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.None(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.OfTrait(var trait, _) -> trait(trait.head(), needs, met);
      case Condition.OfEvents events -> {
        track(events.track(), Reach.of(events), needs);
        since(events.window(), needs);
      }
      case Condition.Sequence sequence -> {
        sequence.steps().forEach(step -> track(step.track(), Reach.of(sequence), needs));
        since(sequence.window(), needs);
      }
      case Condition.InSegment(var id) -> {
        var other = all.get(id);
        if (other != null && met != null && met.add(id)) {
          needs.waiting |= other.status() == Segment.Status.ACTIVE && !other.filled();
          collect(other.condition(), needs, met);
        }
      }
      case Condition.Consents _ -> needs.consents = true;
      case Condition.OfAccountTrait _ -> needs.accounts = true;
      case Condition.OfAccountMembers(var quantifier, var inner) -> {
        if (met == null) {
          collect(inner, needs, null);
        } else {
          needs
              .members
              .computeIfAbsent(inner, _ -> EnumSet.noneOf(Condition.Quantifier.class))
              .add(quantifier);
          needs.waiting |= !whole(inner);
        }
      }
      case Condition.OfScore _ -> {}
    }
  }

  private static void track(Track track, Reach reach, Needs needs) {
    needs.tracks.computeIfAbsent(track, _ -> new LinkedHashSet<>()).add(reach);
  }

  private static void since(Window window, Needs needs) {
    if (window instanceof Window.Since(var trait)) {
      needs.traits.add(trait.head());
    }
  }
}
