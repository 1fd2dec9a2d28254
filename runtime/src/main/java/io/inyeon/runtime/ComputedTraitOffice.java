package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.ComputedTraitReader;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Cycles;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.segment.Window;
import io.inyeon.runtime.http.ComputedTraitDesk;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.text.LinearPatterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The computed traits of a workspace: defined by entries of the log, worked out when asked for.
final class ComputedTraitOffice implements ComputedTraitDesk {
  private final Workspace workspace;
  private final People people;
  private final VocabularyDesk vocabulary;

  ComputedTraitOffice(Workspace workspace, People people, VocabularyDesk vocabulary) {
    this.workspace = workspace;
    this.people = people;
    this.vocabulary = vocabulary;
  }

  private SortedMap<String, ComputedTrait> known() {
    var known = new TreeMap<String, ComputedTrait>();
    workspace
        .state()
        .forEach(
            Key.OfComputedTrait.class,
            (Key<ComputedTrait> _, ComputedTrait trait) -> known.put(trait.id(), trait));
    return known;
  }

  private SortedMap<String, Segment> segments() {
    return new TreeMap<>(workspace.rules().segments().all());
  }

  @Override
  public List<Listed> all() {
    var known = known();
    return known.values().stream().map(trait -> listed(trait, known)).toList();
  }

  @Override
  public @Nullable Listed one(String id) {
    var known = known();
    var trait = known.get(id);
    return trait == null ? null : listed(trait, known);
  }

  private Listed listed(ComputedTrait trait, SortedMap<String, ComputedTrait> known) {
    var filling = workspace.state().read(new Key.OfFilling(trait.filling()));
    var progress = filling == null ? 1 : filling.done() / (double) Math.max(1, filling.upTo() - 1);
    return new Listed(
        trait,
        Math.min(1, progress),
        usedBy(trait.id(), segments()),
        usedByTraits(trait.id(), known),
        workspace.measuring(trait.id()));
  }

  /// Segments that name a computed trait.
  static List<String> usedBy(String trait, SortedMap<String, Segment> segments) {
    var users = new ArrayList<String>();
    segments.forEach((id, segment) -> {
      if (Uses.of(segment.condition()).traits().contains(trait)) {
        users.add(id);
      }
    });
    return users;
  }

  private static List<String> usedByTraits(String trait, SortedMap<String, ComputedTrait> known) {
    var users = new ArrayList<String>();
    known.forEach((id, other) -> {
      if (Uses.of(other.formula()).traits().contains(trait)) {
        users.add(id);
      }
    });
    return users;
  }

  @Override
  public List<ComputedTrait> versions(String id) {
    var versions = new ArrayList<ComputedTrait>();
    workspace
        .state()
        .forEach(
            Key.OfComputedTraitVersion.class,
            (Key<ComputedTrait> _, ComputedTrait trait) -> {
              if (trait.id().equals(id)) {
                versions.add(trait);
              }
            });
    versions.sort(Comparator.comparingInt(ComputedTrait::version).reversed());
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
    var fresh = "trait_" + Secrets.hex(6);
    return switch (ComputedTraitReader.read(written, before, fresh, new LinearPatterns())) {
      case ComputedTraitReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case ComputedTraitReader.Reading.Good(var trait, var reason) -> {
        if (before == null && known.containsKey(trait.id())) {
          yield new Saved.Conflict();
        }
        var problems = problems(trait, known);
        if (!problems.isEmpty()) {
          yield new Saved.Wrong(problems);
        }
        workspace.enter(
            new Entry.ComputedTraitSaved(0, workspace.clock().millis(), author, trait, reason));
        var saved = workspace.state().read(new Key.OfComputedTrait(trait.id()));
        yield new Saved.Done(saved == null ? trait : saved, notices(trait.formula()));
      }
    };
  }

  /// What of a formula nobody has met so far.
  private List<Violation> notices(Formula formula) {
    var notices = new ArrayList<Violation>();
    switch (formula) {
      case Formula.Aggregated(var measure, var of, _) -> {
        var alone = of.size() == 1 && of.getFirst().as() == null;
        for (var i = 0; i < of.size(); i++) {
          var path = alone ? "/definition" : "/definition/of/" + i;
          for (var notice : vocabulary.notices(asked(of.get(i), measure), path)) {
            if (!notice.code().equals("type_mismatch") || !takesListsApart(measure)) {
              notices.add(notice);
            }
          }
        }
      }
      case Formula.Rfm(var filter, var property, _, _) ->
          notices.addAll(
              vocabulary.notices(
                  asked(new Formula.Part(filter, property, null), Formula.Measure.SUM),
                  "/definition/rfm"));
      case Formula.Stages(var stages, _) -> {
        for (var i = 0; i < stages.size(); i++) {
          var path = "/definition/stages/" + i;
          switch (stages.get(i).rule()) {
            case Formula.Rule.When(var condition) ->
                notices.addAll(vocabulary.notices(condition, path + "/when"));
            case Formula.Rule.AfterGap gap ->
                notices.addAll(
                    vocabulary.notices(
                        asked(new Formula.Part(gap.filter(), null, null), Formula.Measure.COUNT),
                        path + "/after_gap"));
          }
        }
      }
      case Formula.Anniversary(var trait) ->
          vocabulary
              .notices(new Condition.OfTrait(trait, new Operator.Exists()), "/definition")
              .forEach(each ->
                  notices.add(new Violation(each.code(), "/definition/anniversary", each.found())));
      case Formula.Visits _, Formula.ActiveHour _, Formula.Touched _ -> {}
    }
    return notices;
  }

  private static boolean takesListsApart(Formula.Measure measure) {
    return switch (measure) {
      case MOST_FREQUENT, UNIQUE, DISTINCT -> true;
      case COUNT, SUM, AVG, MIN, MAX, FIRST, LAST -> false;
    };
  }

  /// A condition that asks for the same events and values.
  private static Condition asked(Formula.Part part, Formula.Measure measure) {
    var aggregate =
        part.property() == null
            ? Aggregate.COUNT
            : switch (measure) {
              case SUM, AVG, MIN, MAX -> Aggregate.SUM;
              case COUNT, FIRST, LAST, MOST_FREQUENT, UNIQUE, DISTINCT -> Aggregate.FIRST;
            };
    return new Condition.OfEvents(
        part.filter(), aggregate, part.property(), new Operator.Exists(), new Window.Ever());
  }

  /// What is wrong with a computed trait among all else.
  private List<Violation> problems(ComputedTrait trait, SortedMap<String, ComputedTrait> known) {
    var problems = new ArrayList<Violation>();
    var segments = segments();
    var conditions = new HashMap<String, Condition>();
    segments.forEach((id, segment) -> conditions.put(id, segment.condition()));
    var uses = Uses.of(trait.formula());
    for (var name : uses.segments()) {
      if (!segments.containsKey(name)) {
        problems.add(new Violation("unknown_segment", "/definition", name));
      }
    }
    var cycle = Cycles.through(trait.id(), trait.formula(), conditions, formulas(known));
    if (!cycle.isEmpty()) {
      problems.add(new Violation("cycle", "/definition", String.join(" -> ", cycle)));
    }
    if (!trait.active()) {
      var before = known.get(trait.id());
      for (var user : usedBy(trait.id(), segments)) {
        var segment = segments.get(user);
        if (before != null
            && before.active()
            && segment != null
            && segment.status() == Segment.Status.ACTIVE) {
          problems.add(new Violation("in_use", "/status", user));
        }
      }
      for (var user : usedByTraits(trait.id(), known)) {
        var other = known.get(user);
        if (other != null && other.active()) {
          problems.add(new Violation("in_use", "/status", named(user)));
        }
      }
    }
    return problems;
  }

  private static String named(String trait) {
    return "trait:" + trait;
  }

  /// How all computed traits are worked out, by their ids.
  static SortedMap<String, Formula> formulas(SortedMap<String, ComputedTrait> known) {
    var formulas = new TreeMap<String, Formula>();
    known.forEach((id, trait) -> formulas.put(id, trait.formula()));
    return formulas;
  }

  @Override
  public @Nullable Explained explain(String id, Who who) throws Intake.Unavailable {
    var rules = workspace.rules();
    var trait = rules.segments().traits().get(id);
    var place = people.place(who);
    if (trait == null || place == null) {
      return null;
    }
    var part = place.tree().part(place.identifier(), rules);
    var view = new PersonView(place.tree(), part, new CommittedState(workspace.state()), rules);
    var now = workspace.clock().millis();
    var computation = trait.live() ? Computation.of(trait.formula(), trait.measured(), view) : null;
    var next = computation == null ? Long.MAX_VALUE : computation.next(now);
    return new Explained(
        place.tree().profileId(place.identifier(), rules),
        trait,
        computation == null ? null : computation.at(now),
        next == Long.MAX_VALUE ? null : next,
        computation == null ? Map.of() : computation.facts(now),
        now);
  }

  @Override
  public boolean measure(String id) {
    var trait = known().get(id);
    if (trait == null || !trait.live() || !trait.formula().measured()) {
      return false;
    }
    workspace.measure(id);
    return true;
  }
}
