package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.ConditionWriter;
import io.inyeon.core.segment.Cycles;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.ReasonForm;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.SegmentReader;
import io.inyeon.core.segment.Standing;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.unify.Findable;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Suppressions;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.analytics.Previews;
import io.inyeon.runtime.http.Bound;
import io.inyeon.runtime.http.PreviewDesk;
import io.inyeon.runtime.http.Reach;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The segments of a workspace: defined by entries of the log, asked about from state.
final class SegmentOffice implements SegmentDesk {
  private static final int MOST_FACTS = 1_000;
  private static final int MOST_LOOKS = 100;
  private static final int MANY = 1_000;

  private final Workspace workspace;
  private final People people;
  private final VocabularyDesk vocabulary;
  private final PreviewOffice previews;
  private final Explaining explaining;

  SegmentOffice(Workspace workspace, People people, VocabularyDesk vocabulary) {
    this.workspace = workspace;
    this.people = people;
    this.vocabulary = vocabulary;
    previews = new PreviewOffice(workspace, people, vocabulary);
    explaining = new Explaining(workspace, people, vocabulary);
  }

  @Override
  public PreviewDesk previews() {
    return previews;
  }

  @Override
  public @Nullable Asked explain(@Nullable Value condition, Who who)
      throws Intake.Unavailable, Recall.TooMuch {
    return explaining.explain(condition, who);
  }

  private SortedMap<String, Segment> known() {
    var known = new TreeMap<String, Segment>();
    workspace
        .state()
        .forEach(
            Key.OfSegment.class,
            (Key<Segment> _, Segment segment) -> known.put(segment.id(), segment));
    return known;
  }

  @Override
  public List<Listed> all() {
    var known = known();
    return known.values().stream().map(segment -> listed(segment, known)).toList();
  }

  @Override
  public @Nullable Listed one(String id) {
    var known = known();
    var segment = known.get(id);
    return segment == null ? null : listed(segment, known);
  }

  private Listed listed(Segment segment, SortedMap<String, Segment> known) {
    var size = workspace.state().read(new Key.OfSegmentSize(segment.id()));
    var filling = workspace.state().read(new Key.OfFilling(segment.id()));
    var usedBy = new ArrayList<String>();
    known.forEach((id, other) -> {
      if (Uses.of(other.condition()).segments().contains(segment.id())) {
        usedBy.add(id);
      }
    });
    var progress = filling == null ? 1 : filling.done() / (double) Math.max(1, filling.upTo() - 1);
    return new Listed(
        segment,
        size == null ? 0 : size,
        Math.min(1, progress),
        usedBy,
        usedByTraits(segment.id(), traits()));
  }

  private SortedMap<String, ComputedTrait> traits() {
    return new TreeMap<>(workspace.rules().segments().traits());
  }

  private static List<String> usedByTraits(
      String segment, SortedMap<String, ComputedTrait> traits) {
    var users = new ArrayList<String>();
    traits.forEach((id, trait) -> {
      if (Uses.of(trait.formula()).segments().contains(segment)) {
        users.add(id);
      }
    });
    return users;
  }

  @Override
  public List<Segment> versions(String id) {
    var versions = new ArrayList<Segment>();
    workspace
        .state()
        .forEach(
            Key.OfSegmentVersion.class,
            (Key<Segment> _, Segment segment) -> {
              if (segment.id().equals(id)) {
                versions.add(segment);
              }
            });
    versions.sort(Comparator.comparingInt(Segment::version).reversed());
    return versions;
  }

  @Override
  public Saved save(@Nullable String id, Value.Fields written, int after, String author)
      throws Intake.Unavailable {
    synchronized (workspace.defining()) {
      return saved(id, written, after, author);
    }
  }

  private Saved saved(@Nullable String id, Value.Fields written, int after, String author)
      throws Intake.Unavailable {
    var known = known();
    var before = id == null ? null : known.get(id);
    if (id != null && before == null) {
      return new Saved.Missing();
    }
    if (before != null && after >= 0 && before.version() != after) {
      return new Saved.Conflict();
    }
    var fresh = "seg_" + Secrets.hex(6);
    var patterns = new LinearPatterns();
    return switch (SegmentReader.read(written, before, fresh, patterns)) {
      case SegmentReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case SegmentReader.Reading.Good(var segment, var reason) -> {
        if (before == null && known.containsKey(segment.id())) {
          yield new Saved.Conflict();
        }
        var problems = problems(segment, known, traits());
        if (!problems.isEmpty()) {
          yield new Saved.Wrong(problems);
        }
        workspace.enter(
            new Entry.SegmentSaved(0, workspace.clock().millis(), author, segment, reason));
        var saved = workspace.state().read(new Key.OfSegment(segment.id()));
        yield new Saved.Done(
            saved == null ? segment : saved, vocabulary.notices(segment.condition(), "/condition"));
      }
    };
  }

  /// What is wrong with a segment among the others.
  private static List<Violation> problems(
      Segment segment, SortedMap<String, Segment> known, SortedMap<String, ComputedTrait> traits) {
    var problems = new ArrayList<Violation>();
    var conditions = new HashMap<String, Condition>();
    known.forEach((id, other) -> conditions.put(id, other.condition()));
    for (var name : Uses.of(segment.condition()).segments()) {
      if (!known.containsKey(name) && !name.equals(segment.id())) {
        problems.add(new Violation("unknown_segment", "/condition", name));
      }
    }
    var cycle =
        Cycles.through(
            segment.id(), segment.condition(), conditions, ComputedTraitOffice.formulas(traits));
    if (!cycle.isEmpty()) {
      problems.add(new Violation("cycle", "/condition", String.join(" -> ", cycle)));
    }
    if (segment.status() != Segment.Status.ACTIVE) {
      known.forEach((id, other) -> {
        if (other.status() == Segment.Status.ACTIVE
            && Uses.of(other.condition()).segments().contains(segment.id())) {
          problems.add(new Violation("in_use", "/status", id));
        }
      });
      usedByTraits(segment.id(), traits)
          .forEach(id -> {
            var trait = traits.get(id);
            if (trait != null && trait.active()) {
              problems.add(new Violation("in_use", "/status", trait.filling()));
            }
          });
    }
    return problems;
  }

  @Override
  public Members members(
      String segment, @Nullable Identifier after, int limit, @Nullable Bound bound)
      throws Intake.Unavailable {
    var members = new ArrayList<Member>();
    var last = after;
    // However many are left out, a page reads no more than so many.
    for (var looks = 0; looks < MOST_LOOKS; looks++) {
      var found = found(segment, last, limit);
      for (var member : found.entrySet()) {
        last = member.getKey();
        var place = people.place(new Who.Named(last.type(), last.value()));
        if (bound == null || permitted(place, bound)) {
          members.add(member(last, place, member.getValue()));
        }
        if (members.size() == limit) {
          return new Members(members, last);
        }
      }
      if (found.size() < limit) {
        return new Members(members, null);
      }
    }
    return new Members(members, last);
  }

  private boolean permitted(People.@Nullable Place place, Bound bound) {
    return place != null && people.automated(place, bound.purpose()).at(workspace.clock().millis());
  }

  private SequencedMap<Identifier, Membership> found(
      String segment, @Nullable Identifier after, int limit) {
    var found = new LinkedHashMap<Identifier, Membership>();
    workspace
        .state()
        .from(
            new Key.OfMember(segment, after == null ? SegmentWork.FIRST : after),
            (Key<Membership> key, Membership membership) -> {
              if (!(key instanceof Key.OfMember(var of, var who)) || !of.equals(segment)) {
                return false;
              }
              if (!who.equals(after)) {
                found.put(who, membership);
              }
              return found.size() < limit;
            });
    return found;
  }

  @Override
  public Reach reach(String segment, Bound bound, BooleanSupplier gone)
      throws Intake.Unavailable, PreviewDesk.Cancelled {
    var known = workspace.rules().segments().all().get(segment);
    if (known != null
        && Asking.read(ConditionWriter.of(known.condition()), workspace)
            instanceof Asking.Read.Good(var condition)) {
      var question =
          new Previews.Question(
              condition, workspace.clock().millis(), 0, null, 0, null, bound.purpose().key());
      var reach = workspace.previews().ask(question, gone).reach();
      if (reach != null) {
        return reach;
      }
    }
    return counted(segment, bound, gone);
  }

  /// Counted one by one, where the model cannot: conditions on computed traits, say.
  private Reach counted(String segment, Bound bound, BooleanSupplier gone)
      throws Intake.Unavailable, PreviewDesk.Cancelled {
    var now = workspace.clock().millis();
    var suppressions =
        new Suppressions(workspace.state()::read, workspace.rules().document().workspaceKey());
    var matched = 0L;
    var consented = 0L;
    var reachable = 0L;
    Identifier last = null;
    for (var found = found(segment, null, MANY);
        !found.isEmpty();
        found = found(segment, last, MANY)) {
      if (gone.getAsBoolean()) {
        throw new PreviewDesk.Cancelled();
      }
      for (var who : found.keySet()) {
        last = who;
        matched++;
        var place = people.place(new Who.Named(who.type(), who.value()));
        if (place != null && permitted(place, bound)) {
          consented++;
          var part = place.tree().part(place.identifier(), workspace.rules());
          reachable += suppressions.reachableFrom(bound.purpose().channel(), part) <= now ? 1 : 0;
        }
      }
      if (found.size() < MANY) {
        break;
      }
    }
    return new Reach(bound.purpose().key(), matched, consented, reachable);
  }

  @Override
  public void everyMember(String segment, @Nullable Bound bound, MemberTaker taker)
      throws IOException {
    var key = workspace.rules().document().workspaceKey();
    try {
      workspace
          .state()
          .from(
              new Key.OfMember(segment, SegmentWork.FIRST),
              (Key<Membership> at, Membership membership) -> {
                if (!(at instanceof Key.OfMember(var of, var who)) || !of.equals(segment)) {
                  return false;
                }
                try {
                  if (bound == null
                      || permitted(people.place(new Who.Named(who.type(), who.value())), bound)) {
                    // A member's key is the identifier that the profile's id is a hash of.
                    taker.take(new Member(who, ProfileIds.of(key, who), null, membership));
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                } catch (Intake.Unavailable e) {
                  throw new UncheckedIOException(new IOException(e.code(), e));
                }
                return true;
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public @Nullable Overlap overlap(List<String> segments) {
    var known = known();
    if (!known.keySet().containsAll(segments)) {
      return null;
    }
    // Everybody's memberships stand together: one walk, whatever is asked.
    var position = workspace.state().position();
    var sizes = new long[segments.size()];
    var only = new TreeMap<Integer, Long>();
    workspace
        .state()
        .from(
            new Key.OfStanding(SegmentWork.FIRST),
            (Key<Standing> key, Standing standing) -> {
              if (!(key instanceof Key.OfStanding)) {
                return false;
              }
              var bits = 0;
              for (var i = 0; i < sizes.length; i++) {
                if (standing.members().containsKey(segments.get(i))) {
                  bits |= 1 << i;
                  sizes[i]++;
                }
              }
              if (bits != 0) {
                only.merge(bits, 1L, Long::sum);
              }
              return true;
            });
    return new Overlap(Arrays.stream(sizes).boxed().toList(), only, position);
  }

  private Member member(Identifier who, People.@Nullable Place place, Membership membership) {
    if (place == null) {
      return new Member(who, null, null, membership);
    }
    var rules = workspace.rules();
    var found = Findable.of(place.tree(), place.identifier(), rules);
    return new Member(who, found.id(rules), found.name(), membership);
  }

  @Override
  public SortedMap<LocalDate, Flow> flows(String segment) {
    var flows = new TreeMap<LocalDate, Flow>();
    workspace
        .state()
        .from(
            new Key.OfFlow(segment, 0),
            (Key<Flow> key, Flow flow) -> {
              if (!(key instanceof Key.OfFlow(var of, var day)) || !of.equals(segment)) {
                return false;
              }
              flows.put(LocalDate.ofEpochDay(day), flow);
              return true;
            });
    return Collections.unmodifiableSortedMap(flows);
  }

  @Override
  public @Nullable Standings standings(Who who, boolean history) throws Intake.Unavailable {
    var place = people.place(who);
    if (place == null) {
      return null;
    }
    var rules = workspace.rules();
    var part = place.tree().part(place.identifier(), rules);
    var standing =
        workspace.state().read(new Key.OfStanding(Tree.representative(part, rules.types())));
    var known = standing == null ? Standing.NONE : standing;
    var facts = new ArrayList<Fact>();
    if (history) {
      part.forEach(identifier -> past(identifier, facts));
      facts.sort(
          Comparator.comparingLong(Fact::at)
              .thenComparingLong(Fact::cause)
              .thenComparingInt(Fact::ordinal)
              .reversed());
    }
    return new Standings(
        place.tree().profileId(place.identifier(), rules),
        known.members(),
        known.due() == Standing.NEVER ? null : known.due(),
        facts.subList(0, Math.min(MOST_FACTS, facts.size())));
  }

  private void past(Identifier identifier, List<Fact> facts) {
    workspace
        .state()
        .from(
            new Key.OfPast(identifier, 0, 0),
            (Key<Fact> key, Fact fact) -> {
              if (!(key instanceof Key.OfPast past) || !past.who().equals(identifier)) {
                return false;
              }
              facts.add(fact);
              return true;
            });
  }

  @Override
  public @Nullable Explained explain(String id, Who who) throws Intake.Unavailable {
    var segment = workspace.rules().segments().all().get(id);
    var place = people.place(who);
    if (segment == null || place == null) {
      return null;
    }
    var rules = workspace.rules();
    var reading = new CommittedState(workspace.state());
    var part = place.tree().part(place.identifier(), rules);
    var view = new PersonView(place.tree(), part, reading, rules);
    var now = workspace.clock().millis();
    var evaluation = Evaluator.evaluate(segment.condition(), view, Instant.ofEpochMilli(now));
    return new Explained(
        place.tree().profileId(place.identifier(), rules),
        segment,
        ReasonForm.of(evaluation.reason(), segment.condition(), view),
        now);
  }
}
