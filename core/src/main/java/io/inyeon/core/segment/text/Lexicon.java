package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Operator.Relation;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All words that a workspace may be spoken of with: the dictionary's, and its own names.
///
/// Made once for [Names] and kept; reading with it changes nothing.
public final class Lexicon {
  private final Names names;
  private final Words korean = new Words();
  private final Words english = new Words();
  private final Typos koreanTypos = new Typos();
  private final Typos englishTypos = new Typos();

  /// By their keys the events that they tell of; none when the workspace has none such.
  private final Map<Set<String>, Set<String>> told = new LinkedHashMap<>();

  private final Map<String, List<Set<String>>> toldWith = new HashMap<>();
  private final Map<String, List<String>> traits = new HashMap<>();
  private final List<String> money = new ArrayList<>();

  /// Learns a workspace's names.
  public Lexicon(Names names) {
    this.names = names;
    var lines = StandardWords.lines();
    lines.forEach(this::line);
    // An ending of its own: without it, and.
    korean.add("없이", Shape.COMPLETE, new Meaning.Does(Word.NOT), Word.AND);
    ownNames();
    events(lines);
    for (var keys : told.keySet()) {
      for (var key : keys) {
        toldWith.computeIfAbsent(key, k -> new ArrayList<>()).add(keys);
      }
    }
    typos(korean, koreanTypos);
    typos(english, englishTypos);
  }

  Names names() {
    return names;
  }

  Words words(Language language) {
    return language == Language.KO ? korean : english;
  }

  Typos typos(Language language) {
    return language == Language.KO ? koreanTypos : englishTypos;
  }

  /// What the words for something like `age` may mean here: the traits of that sort that are known.
  List<String> traits(String sort) {
    return traits.getOrDefault(sort, List.of());
  }

  /// The properties of an event that hold its amount of money, the likeliest first.
  List<String> money(String event) {
    return money.stream().filter(path -> kind(event, path) == Kind.NUMBER).toList();
  }

  @Nullable Kind kind(String event, String property) {
    var properties = names.vocabulary().events().get(event);
    return properties == null ? null : properties.get(property);
  }

  /// Keys that tell of events together.
  ///
  /// @param events none when the workspace has no such event
  record Told(Set<String> keys, List<String> events) {}

  /// What the most of these keys tell of together; `null` when they tell of nothing.
  @Nullable Told told(Set<String> keys) {
    Set<String> best = null;
    for (var key : keys) {
      for (var all : toldWith.getOrDefault(key, List.of())) {
        if (keys.containsAll(all) && (best == null || better(all, best))) {
          best = all;
        }
      }
    }
    return best == null ? null : new Told(best, List.copyOf(told.getOrDefault(best, Set.of())));
  }

  private boolean better(Set<String> one, Set<String> other) {
    return one.size() != other.size()
        ? one.size() > other.size()
        : told.getOrDefault(other, Set.of()).isEmpty()
            && !told.getOrDefault(one, Set.of()).isEmpty();
  }

  // ---- the dictionary

  private void line(StandardWords.Line line) {
    switch (line.kind()) {
      case "key" -> key(line);
      case "word" -> {
        var does = new Meaning.Does(Word.valueOf(line.what().toUpperCase(Locale.ROOT)));
        line.first().forEach(word -> korean(word, does));
        line.second().forEach(word -> both(word, does));
      }
      case "compare" -> each(line, new Meaning.Comparing(relation(line.what()), false));
      case "before" -> each(line, new Meaning.Comparing(relation(line.what()), true));
      case "exactly" -> each(line, new Meaning.Exactly(line.what().equals("before")));
      case "calendar" ->
          each(
              line,
              new Meaning.Calendar(Window.Period.valueOf(line.what().toUpperCase(Locale.ROOT))));
      case "particle" -> hanging(line, Shape.PARTICLE);
      case "ending" -> hanging(line, Shape.ENDING);
      case "copula" -> hanging(line, Shape.COPULA);
      case "trait" -> {
        var known = known(names.vocabulary().traits().keySet(), line.what());
        traits.put(sort(line.what()), known);
        for (var meaning : traitMeanings(line.what(), known)) {
          line.first().forEach(word -> korean(word, meaning));
          line.second().forEach(word -> english(word, meaning));
        }
      }
      case "value" -> value(line);
      case "purpose" -> named(line, names.vocabulary().purposes(), Meaning.Purpose::new);
      case "score" -> named(line, names.vocabulary().scores(), Meaning.Score::new);
      case "property" -> property(line);
      case "event", "instead" -> {}
      default -> throw new IllegalStateException("no such line: " + line);
    }
  }

  private void each(StandardWords.Line line, Meaning meaning) {
    line.first().forEach(word -> korean(word, meaning));
    line.second().forEach(word -> both(word, meaning));
  }

  private static Relation relation(String word) {
    return Relation.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String sort(String what) {
    return what.split(",", 2)[0].strip();
  }

  private void hanging(StandardWords.Line line, Shape shape) {
    var does = new Meaning.Does(Word.valueOf(line.what().toUpperCase(Locale.ROOT)));
    for (var word : line.first()) {
      korean.add(word, shape, does, null);
      if (!Letters.hangul(word.charAt(0))) {
        english.add(word, shape, does, null);
      }
    }
  }

  private void key(StandardWords.Line line) {
    line.first().forEach(word -> korean(word, new Meaning.Key(line.what(), Meaning.Form.NOUN)));
    for (var word : line.second()) {
      inflected(word, line.what());
    }
  }

  /// A Korean word or verb, see [StandardWords].
  private void korean(String word, Meaning meaning) {
    var parts = word.split("-", -1);
    if (parts.length != 3) {
      korean.add(word, Shape.NOUN, meaning, null);
      return;
    }
    korean.add(parts[0], Shape.STEM, meaning, null);
    korean.add(parts[2], Shape.STEM, meaning, null);
    korean.add(parts[1], Shape.COMPLETE, meaning, Word.RELATIVE);
    korean.add(parts[1] + "지", Shape.COMPLETE, meaning, Word.SINCE_DONE);
  }

  private void english(String word, Meaning meaning) {
    if (word.startsWith("n ")) {
      both(word.substring(2), meaning);
    } else {
      both(word, meaning);
    }
  }

  /// English words stand in Korean texts too.
  private void both(String word, Meaning meaning) {
    english.add(word, Shape.NOUN, meaning, null);
    korean.add(word, Shape.NOUN, meaning, null);
  }

  private void inflected(String word, String key) {
    var parts = word.replace('_', ' ').split(" ", 2);
    if (parts[0].equals("v")) {
      var forms = word.substring(2).split(" ", -1);
      verb(forms[0].replace('_', ' '), key);
      for (var i = 1; i < forms.length; i++) {
        both(forms[i].replace('_', ' '), new Meaning.Key(key, Meaning.Form.FINITE));
      }
    } else if (parts[0].equals("n")) {
      noun(parts[1], key);
    } else {
      both(word, new Meaning.Key(key, Meaning.Form.NOUN));
    }
  }

  private void noun(String noun, String key) {
    both(noun, new Meaning.Key(key, Meaning.Form.NOUN));
    both(Inflection.plural(noun), new Meaning.Key(key, Meaning.Form.NOUN));
  }

  private void verb(String verb, String key) {
    both(verb, new Meaning.Key(key, Meaning.Form.BASE));
    both(Inflection.third(verb), new Meaning.Key(key, Meaning.Form.FINITE));
    both(Inflection.past(verb), new Meaning.Key(key, Meaning.Form.FINITE));
    both(Inflection.gerund(verb), new Meaning.Key(key, Meaning.Form.GERUND));
  }

  /// Those of the workspace's names that a line of the dictionary lists, in its order; where none
  /// is listed those that hold a word after an asterisk.
  private static List<String> known(Set<String> own, String listed) {
    var known = new LinkedHashSet<String>();
    var sorted = new TreeSet<>(own);
    for (var name : listed.split(",", -1)) {
      var wanted = name.strip();
      var part = wanted.startsWith("*") ? wanted.substring(1) : "";
      if (!part.isEmpty() && !known.isEmpty()) {
        break;
      }
      for (var each : sorted) {
        if (part.isEmpty() ? plain(each).equals(plain(wanted)) : plain(each).contains(part)) {
          known.add(each);
        }
      }
    }
    return List.copyOf(known);
  }

  private static List<Meaning> traitMeanings(String what, List<String> known) {
    return known.isEmpty()
        ? List.of(new Meaning.Missing(sort(what)))
        : known.stream().<Meaning>map(Meaning.Trait::new).toList();
  }

  private void named(
      StandardWords.Line line,
      Set<String> own,
      java.util.function.Function<String, Meaning> meaning) {
    for (var name : known(own, line.what())) {
      line.first().forEach(word -> korean(word, meaning.apply(name)));
      line.second().forEach(word -> both(word, meaning.apply(name)));
    }
  }

  private void property(StandardWords.Line line) {
    var all = new TreeSet<String>();
    names.vocabulary().events().values().forEach(properties -> all.addAll(properties.keySet()));
    var known = known(all, line.what());
    if (sort(line.what()).equals("revenue")) {
      money.addAll(known);
    }
    for (var path : known) {
      line.first().forEach(word -> korean(word, new Meaning.Property(path)));
      line.second().forEach(word -> both(word, new Meaning.Property(path)));
    }
  }

  private void value(StandardWords.Line line) {
    var colon = line.what().indexOf(':');
    var sort = line.what().substring(0, colon);
    var spellings =
        List.of(line.what().substring(colon + 1).split(",", -1)).stream()
            .map(String::strip)
            .toList();
    var meanings = new ArrayList<Meaning>();
    for (var path : new TreeSet<>(names.vocabulary().traits().keySet())) {
      var values = names.traitValues().get(path);
      if (values == null) {
        // The trait is known, its values are not: every spelling may be the workspace's.
        if (traits.getOrDefault(sort, List.of()).contains(path)) {
          var written = new ArrayList<Value>();
          for (var word : List.of(line.second(), line.first())) {
            if (!word.isEmpty()) {
              written.add(new Value.Text(capital(word.getFirst())));
            }
          }
          meanings.add(new Meaning.TraitValue(path, written, false));
        }
      } else {
        var known = values.stream().filter(value -> spelled(value, spellings)).toList();
        if (!known.isEmpty()) {
          meanings.add(new Meaning.TraitValue(path, known, true));
        }
      }
    }
    names
        .propertyValues()
        .forEach((path, values) ->
            values.stream()
                .filter(value -> spelled(value, spellings))
                .forEach(value -> meanings.add(new Meaning.PropertyValue(path, value))));
    for (var meaning : meanings) {
      line.first().forEach(word -> korean(word, meaning));
      line.second().forEach(word -> both(word, meaning));
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static boolean spelled(Value value, List<String> spellings) {
    return value instanceof Value.Text(var text) && spellings.contains(Letters.form(text));
  }

  // ---- the workspace's own names

  private void ownNames() {
    var vocabulary = names.vocabulary();
    for (var event : new TreeSet<>(vocabulary.events().keySet())) {
      own(event, new Meaning.Event(event));
      new TreeSet<>(vocabulary.events().getOrDefault(event, Map.of()).keySet())
          .forEach(path -> own(path, new Meaning.Property(path)));
    }
    for (var trait : new TreeSet<>(vocabulary.traits().keySet())) {
      own(trait, new Meaning.Trait(trait));
    }
    for (var id : new TreeSet<>(vocabulary.segments())) {
      own(id, new Meaning.Segment(id));
      var label = names.segmentLabels().get(id);
      if (label != null) {
        own(label, new Meaning.Segment(id));
      }
    }
    new TreeSet<>(vocabulary.purposes()).forEach(name -> own(name, new Meaning.Purpose(name)));
    new TreeSet<>(vocabulary.scores()).forEach(name -> own(name, new Meaning.Score(name)));
    names.traitValues().forEach((path, values) -> values.forEach(value -> ownValue(path, value)));
    names
        .propertyValues()
        .forEach((path, values) ->
            values.forEach(value -> {
              if (value instanceof Value.Text(var text) && sayable(text)) {
                var meaning = new Meaning.PropertyValue(path, value);
                own(text, meaning);
                // Who bought a bag bought of the category bags.
                var form = Letters.form(text);
                var other = Inflection.otherNumber(form);
                if (!other.equals(form)) {
                  english.add(other, Shape.NOUN, meaning, null);
                }
              }
            }));
    for (var synonym : names.synonyms()) {
      own(
          synonym.word(),
          switch (synonym.kind()) {
            case EVENT -> new Meaning.Event(synonym.name());
            case TRAIT -> new Meaning.Trait(synonym.name());
            case SEGMENT -> new Meaning.Segment(synonym.name());
            case PURPOSE -> new Meaning.Purpose(synonym.name());
            case SCORE -> new Meaning.Score(synonym.name());
          });
    }
  }

  private void ownValue(String path, Value value) {
    if (value instanceof Value.Text(var text) && sayable(text)) {
      var meaning = new Meaning.TraitValue(path, List.of(value), true);
      // A value that the dictionary has under the same word may come with other spellings of it.
      if (korean.of(Letters.form(text)).stream()
          .flatMap(entry -> entry.meanings().stream())
          .noneMatch(other ->
              other instanceof Meaning.TraitValue(var same, var values, _)
                  && same.equals(path)
                  && values.contains(value))) {
        own(text, meaning);
      }
    }
  }

  /// Whether a value is a word by which a trait is known: no number, no single letter.
  private static boolean sayable(String text) {
    return Letters.form(text).length() >= 2 && text.codePoints().anyMatch(Character::isLetter);
  }

  private void own(String name, Meaning meaning) {
    both(name, meaning);
    both(plain(name), meaning);
  }

  /// A name as words: Order Completed, order_completed and orderCompleted are the same.
  static String plain(String name) {
    var spaced = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))) {
        spaced.append(' ');
      }
      spaced.append(c == '_' || c == '-' || c == '.' || c == '/' ? ' ' : c);
    }
    return Letters.form(spaced.toString().strip().replaceAll(" +", " "));
  }

  // ---- events

  private void events(List<StandardWords.Line> lines) {
    var own = names.vocabulary().events().keySet();
    for (var line : lines) {
      if (line.kind().equals("event")) {
        var known = known(own, line.what());
        for (var keys : line.first()) {
          told.computeIfAbsent(Set.of(keys.split("\\+", -1)), k -> new LinkedHashSet<>())
              .addAll(known);
        }
      }
    }
    for (var event : new TreeSet<>(own)) {
      var keys = new LinkedHashSet<String>();
      for (var word : plain(event).split(" ", -1)) {
        var key = keyOf(word);
        if (key != null) {
          keys.add(key);
        }
      }
      if (!keys.isEmpty()) {
        told.computeIfAbsent(Set.copyOf(keys), k -> new LinkedHashSet<>()).add(event);
      }
    }
    for (var line : lines) {
      if (line.kind().equals("instead")) {
        var known = known(own, line.what());
        for (var keys : line.first()) {
          var events =
              told.computeIfAbsent(Set.of(keys.split("\\+", -1)), k -> new LinkedHashSet<>());
          if (events.isEmpty()) {
            events.addAll(known);
          }
        }
      }
    }
  }

  /// The key of a word in an event's name: the dictionary's, or one of its own; `null` for a word
  /// that says nothing.
  private @Nullable String keyOf(String word) {
    var entries = korean.of(word);
    for (var entry : entries) {
      for (var meaning : entry.meanings()) {
        if (meaning instanceof Meaning.Key(var key, _)) {
          return key;
        }
      }
    }
    if (word.isEmpty()
        || entries.stream()
            .anyMatch(entry -> entry.meanings().contains(new Meaning.Does(Word.FILLER)))) {
      return null;
    }
    var key = "own " + word;
    if (Letters.hangul(word.charAt(0))) {
      korean.add(word, Shape.NOUN, new Meaning.Key(key, Meaning.Form.NOUN), null);
    } else {
      noun(word, key);
      for (var base : Inflection.bases(word)) {
        verb(base, key);
      }
    }
    return key;
  }

  private static void typos(Words words, Typos typos) {
    for (var form : words.forms()) {
      for (var entry : words.of(form)) {
        if ((entry.shape() == Shape.NOUN || entry.shape() == Shape.STEM)
            && entry.meanings().stream().anyMatch(Lexicon::content)) {
          typos.add(form);
        }
      }
    }
  }

  private static boolean content(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Key _,
          Meaning.Event _,
          Meaning.Trait _,
          Meaning.TraitValue _,
          Meaning.Property _,
          Meaning.PropertyValue _,
          Meaning.Segment _,
          Meaning.Purpose _,
          Meaning.Score _ ->
          true;
      case Meaning.Missing _,
          Meaning.Does _,
          Meaning.Numeral _,
          Meaning.Comparing _,
          Meaning.Exactly _,
          Meaning.Calendar _,
          Meaning.Literal _,
          Meaning.Measure _,
          Meaning.In _,
          Meaning.Dates _,
          Meaning.Within _,
          Meaning.LongerAgo _,
          Meaning.Ahead _,
          Meaning.Group _ ->
          false;
    };
  }
}
