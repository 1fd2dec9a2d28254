package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads one clause: which events, with what said of them, and what else holds.
///
/// The order of words within a clause hardly matters in either language; what kind of words there
/// are does.
final class ClauseReader {
  /// So that "from then on" is a window with two ends.
  private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  /// Verbs that say nothing of their own beside a noun that names the event.
  private static final Set<String> LIGHT =
      Set.of("receive", "do", "place", "leave", "use", "complete", "request", "product", "start");

  private static final Meaning.Key RECEIVE = new Meaning.Key("receive", Meaning.Form.NOUN);

  private final Lexicon lexicon;
  private final Set<String> before;
  private final Language language;
  private final String written;
  private final List<Token> tokens;
  private final boolean[] used;
  private final List<Token> unfit;
  private final Said said;
  private final Map<Integer, Said.Holds> holds = new TreeMap<>();

  private ClauseReader(
      Clause clause,
      Set<String> before,
      Lexicon lexicon,
      Language language,
      String written,
      List<Token> unfit) {
    this.before = before;
    this.lexicon = lexicon;
    this.language = language;
    this.written = written;
    this.tokens = clause.tokens();
    this.unfit = unfit;
    used = new boolean[tokens.size()];
    said = new Said(clause.joint());
  }

  /// Reads a clause.
  ///
  /// @param before the keys of the clause before, which a verb alone may be of
  /// @param unfit takes the words that fit nowhere
  static Said read(
      Clause clause,
      Set<String> before,
      Lexicon lexicon,
      Language language,
      String written,
      List<Token> unfit) {
    return new ClauseReader(clause, before, lexicon, language, written, unfit).read();
  }

  private Said read() {
    said.bare = tokens.stream().noneMatch(token -> token.verb() || copula(token));
    groups();
    consents();
    scores();
    anniversaries();
    events();
    for (var happening : said.happened) {
      details(happening);
    }
    new TraitReader(lexicon, written, tokens, used, holds, said.happened.isEmpty()).read();
    negations();
    said.holds.addAll(holds.values());
    for (var i = 0; i < tokens.size(); i++) {
      if (!used[i]) {
        unfit.add(tokens.get(i));
        if (tokens.get(i).does(Word.NOT)) {
          said.denied.add(tokens.get(i));
        }
      }
    }
    return said;
  }

  private boolean copula(Token token) {
    return language == Language.KO
        && (token.does(Word.RELATIVE)
            || ((token.does(Word.AND) || token.does(Word.BUT) || token.does(Word.OR))
                && joined(token)));
  }

  /// Whether no space stands before it: an ending, not a word of its own.
  private boolean joined(Token token) {
    return token.from() > 0 && !Character.isWhitespace(written.charAt(token.from() - 1));
  }

  // ---- parentheses, consents, scores

  private void groups() {
    for (var i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).as(Meaning.Group.class) instanceof Meaning.Group(var node)) {
        used[i] = true;
        put(i, node);
      }
    }
  }

  private void put(int index, Node node) {
    holds.put(index, new Said.Holds(node, null, List.of(), false, List.of()));
  }

  private void consents() {
    var word = -1;
    for (var i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).does(Word.CONSENT) || tokens.get(i).does(Word.REFUSE)) {
        word = i;
      }
    }
    if (word < 0) {
      return;
    }
    var refused = tokens.get(word).does(Word.REFUSE);
    var found = false;
    for (var i = 0; i < tokens.size(); i++) {
      var purposes = tokens.get(i).all(Meaning.Purpose.class);
      if (!purposes.isEmpty() && !used[i] && !(found && purposes.size() > 1)) {
        found = true;
        used[i] = true;
        consent(i, word, purposes.stream().map(Meaning.Purpose::name).toList(), refused);
      }
    }
    if (!found) {
      var all = lexicon.names().vocabulary().purposes().stream().sorted().toList();
      if (all.isEmpty()) {
        return;
      }
      consent(word, word, all, refused);
    }
    used[word] = true;
    for (var i = 0; i < tokens.size(); i++) {
      // 수신 동의: the receiving is what is consented to.
      if (tokens.get(i).all(Meaning.Key.class).contains(RECEIVE)) {
        used[i] = true;
      }
    }
  }

  /// 가입 기념일: the day on which the person is there, year by year.
  private void anniversaries() {
    var dates = lexicon.traits("createdAt");
    for (var i = 0; i < tokens.size() && !dates.isEmpty(); i++) {
      if (!tokens.get(i).does(Word.ANNIVERSARY)) {
        continue;
      }
      var signup =
          TraitReader.nearest(
              tokens,
              used,
              i,
              token ->
                  token.all(Meaning.Key.class).stream().anyMatch(k -> k.key().equals("signup")));
      if (signup >= 0) {
        var traits = new TraitReader(lexicon, written, tokens, used, holds, true);
        if (traits.time(signup, dates)) {
          used[i] = true;
        }
      }
    }
  }

  private void consent(int index, int word, List<String> purposes, boolean refused) {
    var others =
        purposes.subList(1, purposes.size()).stream()
            .<Condition>map(Condition.Consents::new)
            .limit(20)
            .toList();
    var marks = new ArrayList<Node.Mark>();
    marks.add(
        others.isEmpty()
            ? Node.Mark.of(tokens.get(index), "/consent")
            : Node.Mark.of(
                tokens.get(index), "", Answer.Kind.AMBIGUOUS, "several_purposes", others));
    if (index != word && !refused) {
      marks.add(Node.Mark.of(tokens.get(word), ""));
    }
    var leaf = new Node.Leaf(new Condition.Consents(purposes.getFirst()), marks);
    var no = refused ? List.of(tokens.get(word)) : List.<Token>of();
    holds.put(index, new Said.Holds(leaf, null, List.of(), refused, no));
  }

  private void scores() {
    for (var i = 0; i < tokens.size(); i++) {
      if (!(tokens.get(i).as(Meaning.Score.class) instanceof Meaning.Score(var name)) || used[i]) {
        continue;
      }
      var measure = measure(i, Quantity.Unit.PERCENT, Quantity.Unit.POINTS, Quantity.Unit.BARE);
      var named =
          tokens.get(i).meanings().size() == 1
              || tokens.stream().anyMatch(token -> token.does(Word.SCORE));
      if (measure < 0 || !(named || unit(measure) == Quantity.Unit.PERCENT)) {
        continue;
      }
      var meaning = tokens.get(measure).as(Meaning.Measure.class);
      if (meaning == null) {
        continue;
      }
      used[i] = true;
      used[measure] = true;
      var leaf = new Condition.OfScore(name, Happening.operator(share(meaning)));
      var marks = new ArrayList<Node.Mark>();
      marks.add(Node.Mark.of(tokens.get(i), "/score"));
      marks.add(Node.Mark.of(tokens.get(measure), "/operator"));
      for (var j = 0; j < tokens.size(); j++) {
        if (!used[j] && tokens.get(j).does(Word.SCORE)) {
          used[j] = true;
          marks.add(Node.Mark.of(tokens.get(j), "/score"));
        }
      }
      put(i, new Node.Leaf(leaf, marks));
    }
  }

  /// 70 % of a score is 0.7.
  private static Meaning.Measure share(Meaning.Measure measure) {
    var quantity = measure.quantity();
    if (quantity.unit() != Quantity.Unit.PERCENT) {
      return measure;
    }
    return new Meaning.Measure(
        Quantity.of(hundredth(quantity.number()), Quantity.Unit.BARE),
        measure.relation(),
        measure.said(),
        measure.upTo() == null ? null : hundredth(measure.upTo()));
  }

  private static BigDecimal hundredth(BigDecimal number) {
    var moved = number.movePointLeft(2);
    return moved.scale() > 9 ? moved.setScale(9, java.math.RoundingMode.HALF_EVEN) : moved;
  }

  /// The nearest number of one of these units that is free; negative for none.
  private int measure(int near, Quantity.Unit... units) {
    return TraitReader.nearest(
        tokens,
        used,
        near,
        token -> {
          var measure = token.as(Meaning.Measure.class);
          return measure != null && List.of(units).contains(measure.quantity().unit());
        });
  }

  private Quantity.Unit unit(int index) {
    var measure = tokens.get(index).as(Meaning.Measure.class);
    return measure == null ? Quantity.Unit.BARE : measure.quantity().unit();
  }

  // ---- events

  private void events() {
    var keys = new LinkedHashMap<String, List<Integer>>();
    for (var i = 0; i < tokens.size(); i++) {
      if (!used[i]) {
        for (var key : tokens.get(i).all(Meaning.Key.class)) {
          keys.computeIfAbsent(key.key(), k -> new ArrayList<>()).add(i);
        }
      }
    }
    for (var i = 0; i < tokens.size(); i++) {
      var own = tokens.get(i).all(Meaning.Event.class);
      if (used[i] || own.isEmpty()) {
        continue;
      }
      var at = i;
      var told = lexicon.told(keys.keySet());
      if (told != null
          && told.keys().size() > 1
          && told.keys().stream().anyMatch(key -> keys.getOrDefault(key, List.of()).contains(at))) {
        continue;
      }
      happened(own.stream().map(Meaning.Event::name).toList(), List.of(i));
      keys.values().forEach(places -> places.remove(Integer.valueOf(at)));
      keys.values().removeIf(List::isEmpty);
    }
    unlessValues(keys);
    elliptical(keys);
    for (var told = lexicon.told(keys.keySet());
        told != null && !keys.isEmpty();
        told = lexicon.told(keys.keySet())) {
      var places = new LinkedHashSet<Integer>();
      var known = told.events();
      for (var key : told.keys()) {
        places.addAll(saying(keys.getOrDefault(key, List.of()), known));
      }
      var sorted = places.stream().sorted().toList();
      if (said.happened.stream().anyMatch(one -> one.events.equals(known))) {
        for (var place : sorted) {
          used[place] = true;
          said.happened.getLast().words.add(tokens.get(place));
        }
      } else if (!known.isEmpty() && said.happened.isEmpty()) {
        happened(known, sorted);
      }
      told.keys().forEach(keys::remove);
      keys.values().forEach(left -> left.removeAll(places));
      keys.values().removeIf(List::isEmpty);
    }
    if (!said.happened.isEmpty()) {
      for (var i = 0; i < tokens.size(); i++) {
        var left = tokens.get(i).all(Meaning.Key.class);
        if (!used[i]
            && !left.isEmpty()
            && left.stream().allMatch(key -> LIGHT.contains(key.key()))
            && tokens.get(i).as(Meaning.PropertyValue.class) == null
            && tokens.get(i).as(Meaning.TraitValue.class) == null) {
          used[i] = true;
          if (property(i) == null) {
            said.happened.getLast().words.add(tokens.get(i));
          } else {
            used[i] = false;
          }
        }
      }
    }
  }

  /// Where a key of an event is said: in "added bags to the cart" by the cart, and the bags are a
  /// value of what was added.
  private List<Integer> saying(List<Integer> places, List<String> events) {
    var others =
        places.stream().filter(place -> events.isEmpty() || !valueOf(place, events)).toList();
    return others.isEmpty() ? places : others;
  }

  private boolean valueOf(int place, List<String> events) {
    return tokens.get(place).all(Meaning.PropertyValue.class).stream()
        .anyMatch(value -> lexicon.kind(events.getFirst(), value.path()) != null);
  }

  /// "Viewed bags": a word for a cart is a value of products here, where carts are not viewed.
  private void unlessValues(Map<String, List<Integer>> keys) {
    var told = lexicon.told(keys.keySet());
    if (told == null || !told.events().isEmpty()) {
      return;
    }
    for (var key : told.keys()) {
      keys.getOrDefault(key, List.of())
          .removeIf(place -> tokens.get(place).as(Meaning.PropertyValue.class) != null);
    }
    keys.values().removeIf(List::isEmpty);
  }

  /// "Opened an e-mail but did not click": the noun stands in the clause before; "viewed shoes":
  /// the value stands for the product.
  private void elliptical(Map<String, List<Integer>> keys) {
    if (keys.isEmpty() || !said.happened.isEmpty() || lexicon.told(keys.keySet()) != null) {
      return;
    }
    var more = new LinkedHashSet<>(keys.keySet());
    if (tokens.stream().anyMatch(token -> token.as(Meaning.PropertyValue.class) != null)) {
      more.add("product");
    } else {
      more.addAll(before);
    }
    var told = lexicon.told(more);
    if (told == null
        || told.events().isEmpty()
        || !told.keys().stream().anyMatch(keys::containsKey)) {
      return;
    }
    var places = new LinkedHashSet<Integer>();
    for (var key : told.keys()) {
      places.addAll(keys.getOrDefault(key, List.of()));
    }
    happened(told.events(), places.stream().sorted().toList());
    keys.values().forEach(left -> left.removeAll(places));
    keys.values().removeIf(List::isEmpty);
  }

  private void happened(List<String> events, List<Integer> places) {
    var happening = new Happening(lexicon, events, unfit);
    happening.bare = said.bare;
    for (var place : places) {
      used[place] = true;
      happening.words.add(tokens.get(place));
      for (var key : tokens.get(place).all(Meaning.Key.class)) {
        if (key.form() == Meaning.Form.FINITE || happening.form == Meaning.Form.NOUN) {
          happening.form = key.form();
        }
      }
    }
    said.happened.add(happening);
  }

  /// What is said of an event: how often, for how much, of what, when, and that it was not.
  private void details(Happening happening) {
    var last = happening == said.happened.getLast();
    var event = happening.events.getFirst();
    var start = tokens.indexOf(happening.words.getFirst());
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (used[i]) {
        continue;
      }
      time(happening, i, start);
      if (used[i] || !last) {
        continue;
      }
      for (var word :
          List.of(
              Word.SUM,
              Word.AVERAGE,
              Word.LEAST,
              Word.MOST,
              Word.DISTINCT,
              Word.COUNT,
              Word.AMOUNT,
              Word.EACH,
              Word.FIRST,
              Word.LATEST)) {
        if (token.does(word)) {
          happening.flags.put(word, token);
          used[i] = true;
          break;
        }
      }
    }
    if (last) {
      values(happening, event);
      properties(happening, event);
      numbers(happening, start);
      flags(happening);
    }
  }

  private void time(Happening happening, int i, int start) {
    var token = tokens.get(i);
    var window = window(token);
    if (window != null && happening.window == null && happening.within == null) {
      happening.window = window;
      happening.when = token;
      happening.leading = i < start;
      used[i] = true;
    } else if (token.as(Meaning.Within.class) instanceof Meaning.Within(var span)
        && happening.within == null
        && happening.window == null) {
      happening.within = span;
      happening.when = token;
      happening.leading = i < start;
      used[i] = true;
    } else if (token.as(Meaning.LongerAgo.class) instanceof Meaning.LongerAgo(var span)
        && happening.longerAgo == null
        && happening.window == null) {
      happening.longerAgo = span;
      happening.flags.put(Word.AGO, token);
      used[i] = true;
    } else if (token.does(Word.EVER) && happening.window == null && happening.within == null) {
      happening.window = new Window.Ever();
      happening.when = token;
      used[i] = true;
    }
  }

  private @Nullable Window window(Token token) {
    if (token.as(Meaning.In.class) instanceof Meaning.In(var window, _)) {
      return window;
    }
    if (token.as(Meaning.Dates.class) instanceof Meaning.Dates(var from, var to)) {
      var first = from == null ? EARLIEST : start(from);
      var end = to == null ? ALWAYS : start(to.plusDays(1));
      return first.isBefore(end) ? new Window.Between(first, end) : null;
    }
    return null;
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(lexicon.names().zone()).toInstant();
  }

  private void values(Happening happening, String event) {
    var found = new LinkedHashMap<String, List<Value>>();
    var words = new LinkedHashMap<String, List<Token>>();
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var of =
          token.all(Meaning.PropertyValue.class).stream()
              .filter(value -> lexicon.kind(event, value.path()) != null)
              .toList();
      if (used[i] || of.isEmpty() || token.as(Meaning.TraitValue.class) != null) {
        continue;
      }
      var named = nearbyProperty(i, of);
      var value = named == null ? of.getFirst() : named;
      used[i] = true;
      found.computeIfAbsent(value.path(), p -> new ArrayList<>()).add(value.value());
      words.computeIfAbsent(value.path(), p -> new ArrayList<>()).add(token);
    }
    found.forEach((path, values) -> {
      var token = words.getOrDefault(path, List.of());
      var all = Token.joined(token.getFirst(), token.getLast(), new Meaning.Property(path));
      happening.about.add(new Happening.About(all, FieldPath.of(path), Said.oneOf(values)));
    });
  }

  private Meaning.@Nullable PropertyValue nearbyProperty(
      int index, List<Meaning.PropertyValue> of) {
    for (var i = Math.max(0, index - 3); i < Math.min(tokens.size(), index + 4); i++) {
      for (var property : tokens.get(i).all(Meaning.Property.class)) {
        for (var value : of) {
          if (value.path().equals(property.path())) {
            used[i] = true;
            return value;
          }
        }
      }
    }
    return null;
  }

  private Meaning.@Nullable Property property(int index) {
    for (var happening : said.happened) {
      for (var property : tokens.get(index).all(Meaning.Property.class)) {
        if (lexicon.kind(happening.events.getFirst(), property.path()) != null) {
          return property;
        }
      }
    }
    return null;
  }

  private void properties(Happening happening, String event) {
    for (var i = 0; i < tokens.size(); i++) {
      var property = property(i);
      var distinct = i > 0 && tokens.get(i - 1).equals(happening.flags.get(Word.DISTINCT));
      if (property == null || (used[i] && !(distinct && happening.property == null))) {
        continue;
      }
      var path = FieldPath.of(property.path());
      if (distinct) {
        if (happening.property == null) {
          happening.property = path;
          if (!used[i]) {
            happening.propertyWord = tokens.get(i);
          }
          used[i] = true;
        }
        continue;
      }
      var literal = TraitReader.nearest(tokens, used, i, Clauses::pure);
      var number =
          measure(
              i,
              Quantity.Unit.BARE,
              Quantity.Unit.PERCENT,
              Quantity.Unit.POINTS,
              Quantity.Unit.PIECES);
      if (literal >= 0
          && tokens.get(literal).as(Meaning.Literal.class) instanceof Meaning.Literal(var text)) {
        used[i] = true;
        used[literal] = true;
        happening.about.add(
            new Happening.About(
                joined(i, literal), path, textOperator(new Value.Text(text), literal)));
      } else if (number >= 0
          && lexicon.kind(event, property.path())
              == io.inyeon.core.segment.Vocabulary.Kind.NUMBER) {
        used[i] = true;
        if (aggregated(happening, i)) {
          happening.property = path;
          happening.propertyWord = tokens.get(i);
        } else {
          used[number] = true;
          happening.about.add(
              new Happening.About(joined(i, number), path, Happening.operator(measureAt(number))));
        }
      }
    }
  }

  private Meaning.Measure measureAt(int index) {
    var measure = tokens.get(index).as(Meaning.Measure.class);
    if (measure == null) {
      throw new IllegalStateException("no number at " + index);
    }
    return measure;
  }

  /// Whether an aggregate is said of this property: right before or after its name.
  private boolean aggregated(Happening happening, int index) {
    return List.of(Word.SUM, Word.AVERAGE, Word.LEAST, Word.MOST, Word.FIRST, Word.LATEST).stream()
        .map(happening.flags::get)
        .anyMatch(token ->
            token != null
                && ((index > 0 && token.equals(tokens.get(index - 1)))
                    || (index + 1 < tokens.size() && token.equals(tokens.get(index + 1)))));
  }

  private Operator textOperator(Value.Text text, int near) {
    for (var i = Math.max(0, near - 2); i < Math.min(tokens.size(), near + 4); i++) {
      var token = tokens.get(i);
      var operator =
          token.does(Word.CONTAINS)
              ? new Operator.Contains(text)
              : token.does(Word.STARTS)
                  ? new Operator.StartsWith(text.value())
                  : token.does(Word.ENDS) ? new Operator.EndsWith(text.value()) : null;
      if (operator != null && !used[i]) {
        used[i] = true;
        return operator;
      }
    }
    return new Operator.Equals(text);
  }

  private Token joined(int one, int other) {
    return Token.joined(
        tokens.get(Math.min(one, other)),
        tokens.get(Math.max(one, other)),
        new Meaning.Does(Word.FILLER));
  }

  private void numbers(Happening happening, int start) {
    for (var i = 0; i < tokens.size(); i++) {
      var measure = tokens.get(i).as(Meaning.Measure.class);
      if (used[i] || measure == null) {
        continue;
      }
      switch (measure.quantity().unit()) {
        case TIMES, PIECES, MONEY, PERCENT, POINTS, BARE -> {
          if (ofTrait(i)) {
            continue;
          }
          used[i] = true;
          var counted = counted(happening, i, measure);
          var ofOne =
              (i + 1 < tokens.size() && tokens.get(i + 1).does(Word.OF))
                  || (language == Language.EN
                      && happening.words.size() + happening.about.size() > 0
                      && i > start
                      && orders(happening));
          happening.measures.add(new Happening.Measured(tokens.get(i), counted, ofOne));
        }
        case SPAN -> span(happening, i, measure);
        case YEARS_OLD, DECADE, DATE -> {}
      }
    }
  }

  /// "At least 3 orders": a number right before the event's noun counts it.
  private Meaning.Measure counted(Happening happening, int index, Meaning.Measure measure) {
    if (language == Language.KO || measure.quantity().unit() != Quantity.Unit.BARE) {
      return measure;
    }
    for (var i = index + 1; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (happening.words.contains(token)
          && token.all(Meaning.Key.class).stream().anyMatch(k -> k.form() == Meaning.Form.NOUN)) {
        var unit =
            token.all(Meaning.Key.class).stream().anyMatch(key -> key.key().equals("product"))
                ? Quantity.Unit.PIECES
                : Quantity.Unit.TIMES;
        return happening.flags.containsKey(Word.DISTINCT)
            ? measure
            : new Meaning.Measure(
                Quantity.of(measure.quantity().number(), unit),
                measure.relation(),
                measure.said(),
                measure.upTo());
      }
      if (!token.does(Word.FILLER)) {
        break;
      }
    }
    return measure;
  }

  /// "With an order over 100" is of one order, "bought for over 100" of all.
  private static boolean orders(Happening happening) {
    return happening.form == Meaning.Form.NOUN
        || (happening.words.size() > 1
            && happening.words.getLast().all(Meaning.Key.class).stream()
                .anyMatch(key -> key.key().equals("order") && key.form() == Meaning.Form.NOUN));
  }

  /// Whether a number stands right after a trait that is one: points over 1,000.
  private boolean ofTrait(int index) {
    for (var i = index - 1; i >= 0 && i >= index - 3; i--) {
      var token = tokens.get(i);
      if (!used[i] && token.as(Meaning.Trait.class) instanceof Meaning.Trait(var path)) {
        return lexicon.names().vocabulary().traits().get(path)
            == io.inyeon.core.segment.Vocabulary.Kind.NUMBER;
      }
      if (!token.does(Word.FILLER)) {
        return false;
      }
    }
    return false;
  }

  private void span(Happening happening, int i, Meaning.Measure measure) {
    var span = measure.quantity().span();
    var negated = tokens.stream().anyMatch(token -> token.does(Word.NOT));
    var since = tokens.stream().anyMatch(token -> token.does(Word.SINCE_DONE));
    var relation = measure.relation();
    if (span == null || happening.window != null || happening.longerAgo != null) {
      return;
    }
    var more = relation == Operator.Relation.GTE || relation == Operator.Relation.GT;
    if (negated && (relation == null || more)) {
      happening.window = new Window.Last(span);
      happening.when = tokens.get(i);
      used[i] = true;
    } else if (since && more) {
      happening.longerAgo = span;
      happening.flags.put(Word.AGO, tokens.get(i));
      used[i] = true;
    } else if (since && relation != null) {
      happening.window = new Window.Last(span);
      happening.when = tokens.get(i);
      used[i] = true;
    }
  }

  /// What a word asks for that no condition can hold is told, not left out in silence.
  private void flags(Happening happening) {
    var latest = happening.flags.get(Word.LATEST);
    if (happening.oneOfAll()) {
      return;
    }
    if (happening.measures.isEmpty()) {
      for (var word : List.of(Word.FIRST, Word.SUM, Word.AVERAGE, Word.LEAST, Word.MOST)) {
        var token = happening.flags.remove(word);
        if (token != null) {
          unfit.add(token);
        }
      }
      // The last purchase was 30 days ago: then a time says it all, and without one nothing does.
      if (latest != null && !happening.timed()) {
        happening.flags.remove(Word.LATEST);
        unfit.add(latest);
      }
    } else if (latest != null && happening.measures.stream().allMatch(m -> counts(m.measure()))) {
      happening.flags.remove(Word.LATEST);
      unfit.add(latest);
    }
  }

  private static boolean counts(Meaning.Measure measure) {
    return measure.quantity().unit() == Quantity.Unit.TIMES;
  }

  // ---- not

  private void negations() {
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (used[i] || !(token.does(Word.NOT) || token.does(Word.EXCEPT))) {
        continue;
      }
      var happening = said.happening();
      if (happening != null && token.does(Word.NOT)) {
        used[i] = true;
        happening.negations.add(token);
        // Denied twice is said.
        happening.negative = !happening.negative;
        if (happening.longerAgo != null && happening.negative) {
          happening.window = new Window.Last(happening.longerAgo);
          happening.longerAgo = null;
        }
        continue;
      }
      var scope = scope(i);
      for (var place : scope) {
        used[i] = true;
        var one = holds.get(place);
        if (one != null) {
          var all = new ArrayList<>(one.negations());
          all.add(token);
          holds.put(
              place, new Said.Holds(one.node(), one.trait(), one.values(), !one.negative(), all));
        }
      }
    }
  }

  /// What a *not* denies: in English all that comes after it in the clause, in Korean what stands
  /// right before it.
  private List<Integer> scope(int not) {
    var places = new ArrayList<Integer>();
    for (var place : holds.keySet()) {
      if (language == Language.EN ? place > not : place < not) {
        places.add(place);
      }
    }
    if (places.isEmpty()) {
      return language == Language.EN || holds.isEmpty()
          ? places
          : List.of(holds.keySet().iterator().next());
    }
    return language == Language.EN ? places : List.of(places.getLast());
  }
}
