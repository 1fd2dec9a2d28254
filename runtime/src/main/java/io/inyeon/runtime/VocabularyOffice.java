package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.ConditionCheck;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Vocabulary;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.core.segment.text.Language;
import io.inyeon.core.segment.text.Lexicon;
import io.inyeon.core.segment.text.Names;
import io.inyeon.core.segment.text.PhraseReader;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.segment.text.SynonymsReader;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.vocabulary.VocabularyKeeper;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the workspace knows by name: what it has met, what operators defined, and their own words.
final class VocabularyOffice implements VocabularyDesk {
  private final Workspace workspace;
  private volatile @Nullable Ready ready;

  VocabularyOffice(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The names of one moment, ready for use. Made anew when any of what they are made of is another
  /// object.
  private record Ready(
      VocabularyKeeper.Told met,
      Rules rules,
      Synonyms synonyms,
      Vocabulary vocabulary,
      Lexicon lexicon) {
    boolean of(MetNames names, Rules now, Synonyms words) {
      return sameObject(met.names(), names) && sameObject(rules, now) && synonyms.equals(words);
    }

    @SuppressWarnings("ReferenceEquality") // another object is made only when something changed
    private static boolean sameObject(Object a, Object b) {
      return a == b;
    }
  }

  private Ready ready() {
    var met = workspace.vocabulary().told();
    var rules = workspace.rules();
    var synonyms = synonyms();
    var known = ready;
    if (known != null && known.of(met.names(), rules, synonyms)) {
      return known;
    }
    var vocabulary = vocabulary(met.names(), rules);
    var made =
        new Ready(
            met,
            rules,
            synonyms,
            vocabulary,
            new Lexicon(names(met.names(), rules, synonyms, vocabulary)));
    ready = made;
    return made;
  }

  private static Vocabulary vocabulary(MetNames met, Rules rules) {
    var traits = kinds(met.traits());
    for (var trait : rules.segments().traits().values()) {
      if (trait.active()) {
        traits.put(trait.id(), trait.formula().kind());
        if (trait.formula() instanceof Formula.Rfm) {
          for (var part : List.of("recency", "frequency", "monetary")) {
            traits.put(trait.id() + "." + part, Kind.NUMBER);
          }
          traits.put(trait.id() + ".score", Kind.TEXT);
        }
      }
    }
    var events = new HashMap<String, Map<String, Kind>>();
    met.events().forEach(event -> events.put(event.name(), kinds(event.properties())));
    return new Vocabulary(
        traits, events, rules.segments().all().keySet(), new HashSet<>(met.purposes()), Set.of());
  }

  private static Map<String, Kind> kinds(List<MetNames.OfPath> paths) {
    var kinds = new HashMap<String, Kind>();
    paths.forEach(path -> kinds.put(path.path(), path.kind()));
    return kinds;
  }

  private static Names names(MetNames met, Rules rules, Synonyms synonyms, Vocabulary vocabulary) {
    var traitValues = new LinkedHashMap<String, List<Value>>();
    for (var trait : met.traits()) {
      if (!trait.values().isEmpty()) {
        traitValues.put(trait.path(), trait.values());
      }
    }
    // Of several events with a property of one path the values of all, the commoner event's first.
    var propertyValues = new LinkedHashMap<String, List<Value>>();
    for (var event : met.events()) {
      for (var property : event.properties()) {
        var all = propertyValues.computeIfAbsent(property.path(), _ -> new ArrayList<>());
        property.values().stream().filter(value -> !all.contains(value)).forEach(all::add);
      }
    }
    for (var trait : rules.segments().traits().values()) {
      // The stages of a life cycle are said as values are.
      if (trait.active() && trait.formula() instanceof Formula.Stages(var stages, var otherwise)) {
        var names = new ArrayList<Value>();
        stages.forEach(stage -> names.add(new Value.Text(stage.name())));
        names.add(new Value.Text(otherwise));
        traitValues.put(trait.id(), names);
      }
    }
    propertyValues.values().removeIf(List::isEmpty);
    var labels = new LinkedHashMap<String, String>();
    rules.segments().all().forEach((id, segment) -> labels.put(id, segment.name()));
    return new Names(
        vocabulary,
        traitValues,
        propertyValues,
        labels,
        synonyms.words(),
        rules.document().currency(),
        ZoneId.of(rules.document().timeZone()));
  }

  @Override
  public Told told() {
    var now = ready();
    var rules = now.rules();
    return new Told(
        now.met().names(),
        now.met().position(),
        List.copyOf(rules.segments().all().values()),
        rules.segments().traits().values().stream().map(VocabularyOffice::computed).toList(),
        now.synonyms(),
        rules.document().currency(),
        rules.document().timeZone(),
        rules.segments().terms().weekStart().name().toLowerCase(Locale.ROOT));
  }

  private static Computed computed(ComputedTrait trait) {
    var heading = trait.heading();
    return new Computed(
        heading.id(),
        heading.name(),
        trait.formula().kind(),
        trait.formula().dates(),
        heading.status());
  }

  @Override
  public Parsed parse(String text, @Nullable Language language) {
    var now = ready();
    var answer = PhraseReader.read(text, language, now.lexicon());
    var condition = answer.condition();
    return new Parsed(
        answer,
        condition == null
            ? List.of()
            : ConditionCheck.of(condition, "/condition", now.vocabulary()).notices());
  }

  @Override
  public List<Violation> notices(Condition condition, String path) {
    return ConditionCheck.of(condition, path, ready().vocabulary()).notices();
  }

  @Override
  public Synonyms synonyms() {
    var saved = workspace.state().read(new Key.OfSynonyms());
    return saved == null ? Synonyms.NONE : saved;
  }

  @Override
  public synchronized Saved save(Value.Fields written, int after, String author)
      throws Intake.Unavailable {
    var known = synonyms();
    if (after >= 0 && known.version() != after) {
      return new Saved.Conflict();
    }
    return switch (SynonymsReader.read(written)) {
      case SynonymsReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case SynonymsReader.Reading.Good(var words, var reason) -> {
        var next = new Synonyms(known.version() + 1, words);
        workspace.enter(
            new Entry.SynonymsSaved(0, workspace.clock().millis(), author, next, reason));
        yield new Saved.Done(next);
      }
    };
  }
}
