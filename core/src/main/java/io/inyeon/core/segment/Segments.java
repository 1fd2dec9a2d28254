package io.inyeon.core.segment;

import io.inyeon.core.collect.Event;
import io.inyeon.core.govern.ConsentReader;
import java.util.ArrayList;
import java.util.Collection;
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

/// The segments of a workspace, ready for use: indexed by what an event may touch, so that it costs
/// nothing where no segment asks for it.
public final class Segments {
  private final SequencedMap<String, Segment> all;
  private final Terms terms;
  private final Map<String, List<Kept>> tracks = new LinkedHashMap<>();
  private final Map<String, List<Segment>> byTrait = new LinkedHashMap<>();
  private final List<Segment> byConsent = new ArrayList<>();
  private final List<Segment> live = new ArrayList<>();

  /// Since when each track is kept that is kept whole, by its id.
  private final Map<Long, Long> epochs = new LinkedHashMap<>();

  /// A track that is kept.
  ///
  /// @param id its name in state
  /// @param users the segments whose answer it may change
  public record Kept(Track track, Reach reach, long id, List<Segment> users) {
    public Kept {
      users = List.copyOf(users);
    }
  }

  private Segments(SequencedMap<String, Segment> all, Terms terms) {
    this.all = all;
    this.terms = terms;
    var users = new LinkedHashMap<Long, List<Segment>>();
    for (var segment : all.values()) {
      if (!segment.live()) {
        continue;
      }
      live.add(segment);
      segment.epochs().forEach((track, epoch) -> epochs.merge(track, epoch, Math::min));
      var needs = needs(segment.condition(), true);
      needs.each((track, reach) ->
          users.computeIfAbsent(track.id(reach), _ -> new ArrayList<>()).add(segment));
      needs.traits.forEach(
          trait -> byTrait.computeIfAbsent(trait, _ -> new ArrayList<>()).add(segment));
      if (needs.consents) {
        byConsent.add(segment);
      }
    }
    var met = new HashSet<Long>();
    for (var segment : all.values()) {
      if (segment.status() == Segment.Status.ACTIVE) {
        keep(segment, users, met);
      }
    }
  }

  private void keep(Segment segment, Map<Long, List<Segment>> users, Set<Long> met) {
    needs(segment.condition(), false)
        .each((track, reach) -> {
          var base = track.id(reach);
          var epoch = segment.epochs().get(base);
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
    return new Segments(new LinkedHashMap<>(), terms);
  }

  /// All that are defined, drafts included.
  public static Segments of(Collection<Segment> segments, Terms terms) {
    var all = new TreeMap<String, Segment>();
    segments.forEach(segment -> all.put(segment.id(), segment));
    return new Segments(all, terms);
  }

  /// The same, but nobody enters or leaves.
  public Segments countingOnly() {
    var counting = new Segments(all, terms);
    counting.live.clear();
    counting.byTrait.clear();
    counting.byConsent.clear();
    return counting;
  }

  public Terms terms() {
    return terms;
  }

  /// All, by their ids.
  public SequencedMap<String, Segment> all() {
    return all;
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
    var base = track.id(reach);
    var epoch = epochs.get(base);
    return epoch == null ? null : Segment.kept(base, epoch);
  }

  /// Since when each of a condition's own tracks is kept whole; for those that are not, an entry.
  SortedMap<Long, Long> epochs(Condition condition, long otherwise) {
    var since = new TreeMap<Long, Long>();
    needs(condition, false)
        .each((track, reach) -> {
          var base = track.id(reach);
          since.put(base, epochs.getOrDefault(base, otherwise));
        });
    return since;
  }

  /// The tracks that a segment waits for: kept since it was saved, and so to be filled.
  public List<Kept> unfilled(Segment segment, long since) {
    var names = new HashSet<Long>();
    segment
        .epochs()
        .forEach((track, epoch) -> {
          if (epoch == since) {
            names.add(Segment.kept(track, epoch));
          }
        });
    return tracks().stream().filter(kept -> names.contains(kept.id())).toList();
  }

  /// What membership of a segment means; `null` when it has no members.
  public @Nullable Condition condition(String id) {
    var segment = all.get(id);
    return segment == null || !segment.live() ? null : segment.condition();
  }

  /// Whose answers an event may change by what it says of traits and consents.
  void touched(Event event, SequencedSet<Segment> touched) {
    if (!byTrait.isEmpty() && !event.traits().values().isEmpty()) {
      for (var trait : event.traits().values().keySet()) {
        touched.addAll(byTrait.getOrDefault(trait, List.of()));
      }
    }
    if (!byConsent.isEmpty() && !ConsentReader.read(event).isEmpty()) {
      touched.addAll(byConsent);
    }
  }

  // ---- what a condition needs, other segments that it names included

  private static final class Needs {
    private final Map<Track, SequencedSet<Reach>> tracks = new LinkedHashMap<>();
    private final SequencedSet<String> traits = new LinkedHashSet<>();
    private boolean consents;

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

  private void collect(Condition condition, Needs needs, @Nullable Set<String> met) {
    switch (condition) {
      case Condition.All(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.Any(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.None(var conditions) -> conditions.forEach(each -> collect(each, needs, met));
      case Condition.OfTrait(var trait, _) -> needs.traits.add(trait.head());
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
          collect(other.condition(), needs, met);
        }
      }
      case Condition.Consents _ -> needs.consents = true;
      case Condition.OfScore _, Condition.OfAccountTrait _, Condition.OfAccountMembers _ -> {}
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
