package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Moment;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads what a clause says of traits, segments and ages.
final class TraitReader {
  private static final int NEAR = 6;

  private final Lexicon lexicon;
  private final String written;
  private final List<Token> tokens;
  private final boolean[] used;
  private final Map<Integer, Said.Holds> holds;
  private final boolean alone;
  private final boolean segment;

  /// @param used which tokens have found their place; shared
  /// @param holds by the place of its word what holds; shared
  /// @param alone whether nothing happened in the clause
  TraitReader(
      Lexicon lexicon,
      String written,
      List<Token> tokens,
      boolean[] used,
      Map<Integer, Said.Holds> holds,
      boolean alone) {
    this.lexicon = lexicon;
    this.written = written;
    this.tokens = tokens;
    this.used = used;
    this.holds = holds;
    this.alone = alone;
    segment = tokens.stream().anyMatch(token -> token.does(Word.SEGMENT));
  }

  void read() {
    for (var i = 0; i < tokens.size(); i++) {
      if (!used[i] && traits(i).size() > 0 && tokens.get(i).as(Meaning.TraitValue.class) == null) {
        trait(i);
      }
    }
    for (var i = 0; i < tokens.size(); i++) {
      if (!used[i]) {
        value(i);
      }
    }
    for (var i = 0; i < tokens.size(); i++) {
      if (!used[i]) {
        age(i);
      }
    }
  }

  /// The nearest free token that is such, first after a place, then before it; negative for none.
  static int nearest(List<Token> tokens, boolean[] used, int near, Predicate<Token> such) {
    for (var i = near + 1; i < tokens.size() && i <= near + NEAR; i++) {
      if (!used[i] && such.test(tokens.get(i))) {
        return i;
      }
    }
    for (var i = near - 1; i >= 0 && i >= near - NEAR; i--) {
      if (!used[i] && such.test(tokens.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private int nearest(int near, Predicate<Token> such) {
    return nearest(tokens, used, near, such);
  }

  private List<String> traits(int index) {
    return tokens.get(index).all(Meaning.Trait.class).stream().map(Meaning.Trait::path).toList();
  }

  // ---- a trait by its name

  private void trait(int i) {
    var paths = traits(i);
    if (nearest(i, token -> textWord(token) != null) >= 0 && text(i, paths)) {
      return;
    }
    if (literals(i, paths)) {
      return;
    }
    var values = nearest(i, token -> valueOf(token, paths) != null);
    if (values >= 0) {
      // The value tells the trait as well; the name only says it again.
      used[i] = true;
      var value = valueOf(tokens.get(values), paths);
      if (value != null) {
        used[values] = true;
        leaf(
            i,
            List.of(value.path()),
            values,
            path ->
                Said.oneOf(value.values().subList(0, value.known() ? value.values().size() : 1)),
            value.values());
      }
      return;
    }
    if (number(i, paths) || time(i, paths) || text(i, paths)) {
      return;
    }
    var has = nearest(i, token -> token.does(Word.HAS));
    var not = nearest(i, token -> token.does(Word.NOT));
    if (kind(paths.getFirst()) == Kind.TRUTH) {
      used[i] = true;
      if (has >= 0) {
        used[has] = true;
      }
      leaf(i, paths, -1, path -> new Operator.Equals(new Value.Truth(true)), List.of());
    } else if (alone && not >= 0 && Math.abs(not - i) <= 3) {
      used[i] = true;
      used[not] = true;
      leaf(i, paths, not, path -> new Operator.NotExists(), List.of());
    } else if (alone && has >= 0 && Math.abs(has - i) <= 3) {
      used[i] = true;
      used[has] = true;
      leaf(i, paths, has, path -> new Operator.Exists(), List.of());
    }
  }

  /// Values in quotes are just that, one or several.
  private boolean literals(int i, List<String> paths) {
    var texts =
        paths.stream()
            .filter(path -> kind(path) != Kind.NUMBER && kind(path) != Kind.TRUTH)
            .toList();
    var places = new ArrayList<Integer>();
    for (var j = i + 1; j < tokens.size(); j++) {
      if (!used[j] && Clauses.pure(tokens.get(j))) {
        places.add(j);
      } else if (!used[j] && (!traits(j).isEmpty() || textWord(tokens.get(j)) != null)) {
        if (textWord(tokens.get(j)) != null) {
          return false;
        }
        break;
      }
    }
    var before = i > 0 && textWord(tokens.get(i - 1)) != null;
    if (texts.isEmpty() || places.isEmpty() || before) {
      return false;
    }
    var values = new ArrayList<Value>();
    for (var place : places) {
      if (tokens.get(place).as(Meaning.Literal.class) instanceof Meaning.Literal(var text)) {
        used[place] = true;
        values.add(new Value.Text(text));
      }
    }
    used[i] = true;
    leaf(i, texts, places.getLast(), path -> Said.oneOf(values), values);
    return true;
  }

  private static Meaning.@Nullable TraitValue valueOf(Token token, List<String> paths) {
    for (var value : token.all(Meaning.TraitValue.class)) {
      if (paths.contains(value.path())) {
        return value;
      }
    }
    return null;
  }

  private @Nullable Kind kind(String path) {
    return lexicon.names().vocabulary().traits().get(path);
  }

  private interface Operators {
    Operator of(String path);
  }

  private void leaf(int i, List<String> paths, int other, Operators operators, List<Value> values) {
    var condition = condition(paths.getFirst(), operators);
    var others = paths.stream().skip(1).map(path -> condition(path, operators)).toList();
    var marks = new ArrayList<Node.Mark>();
    for (var j = Math.min(i, Math.max(other, 0)); j < Math.max(i, other); j++) {
      used[j] |= tokens.get(j).as(Meaning.Exactly.class) != null;
    }
    marks.add(
        others.isEmpty()
            ? Node.Mark.of(tokens.get(i), "/trait")
            : Node.Mark.of(tokens.get(i), "", Answer.Kind.AMBIGUOUS, "several_traits", others));
    if (other >= 0) {
      marks.add(Node.Mark.of(tokens.get(other), "/operator"));
    }
    holds.put(
        Math.max(i, other),
        new Said.Holds(
            new Node.Leaf(condition, marks),
            values.isEmpty() ? null : FieldPath.of(paths.getFirst()),
            values,
            false,
            List.of()));
  }

  private static Condition condition(String path, Operators operators) {
    return new Condition.OfTrait(FieldPath.of(path), operators.of(path));
  }

  private boolean number(int i, List<String> paths) {
    var numeric = paths.stream().filter(path -> kind(path) == Kind.NUMBER).toList();
    if (numeric.isEmpty()) {
      return false;
    }
    var at =
        nearest(
            i,
            token ->
                token.as(Meaning.Measure.class) instanceof Meaning.Measure(var of, _, _, _)
                    && switch (of.unit()) {
                      case BARE, MONEY, POINTS, YEARS_OLD, DECADE, PERCENT, PIECES, TIMES -> true;
                      case SPAN, DATE -> false;
                    });
    var measure = at < 0 ? null : tokens.get(at).as(Meaning.Measure.class);
    if (measure == null) {
      return false;
    }
    used[i] = true;
    used[at] = true;
    leaf(i, numeric, at, path -> Happening.operator(measure), List.of());
    return true;
  }

  /// Reads when a date is of which a word tells; false when it is not said.
  boolean time(int i, List<String> paths) {
    var yearly =
        lexicon.traits("birthday").contains(paths.getFirst())
            || tokens.stream().anyMatch(token -> token.does(Word.ANNIVERSARY));
    if (!alone || (kind(paths.getFirst()) != Kind.TEXT && kind(paths.getFirst()) != Kind.ANY)) {
      return false;
    }
    var at = nearest(i, token -> time(token, yearly) != null);
    var operator = at < 0 ? null : time(tokens.get(at), yearly);
    if (operator == null) {
      return false;
    }
    used[i] = true;
    used[at] = true;
    leaf(i, paths, at, path -> operator, List.of());
    for (var j = 0; j < tokens.size(); j++) {
      used[j] |= yearly && tokens.get(j).does(Word.ANNIVERSARY);
    }
    if (tokens.get(at).as(Meaning.LongerAgo.class) != null
        || (tokens.get(at).as(Meaning.Measure.class)
                instanceof Meaning.Measure(_, var relation, _, _)
            && (relation == Operator.Relation.GTE || relation == Operator.Relation.GT))) {
      // So long ago or longer: not within it, which asks for a date as well.
      var leaf = holds.get(Math.max(i, at));
      if (leaf != null) {
        holds.put(
            Math.max(i, at),
            new Said.Holds(
                Node.together(Node.How.NONE, List.of(leaf.node())),
                null,
                List.of(),
                false,
                List.of()));
      }
    }
    return true;
  }

  private static @Nullable Operator time(Token token, boolean yearly) {
    for (var meaning : token.meanings()) {
      switch (meaning) {
        case Meaning.Within(var span) -> {
          return yearly ? new Operator.AnniversaryWithin(span) : new Operator.WithinLast(span);
        }
        case Meaning.Ahead(var span) -> {
          return yearly ? new Operator.AnniversaryWithin(span) : new Operator.WithinNext(span);
        }
        case Meaning.In(Window.Last(var span), _) -> {
          return yearly ? new Operator.AnniversaryWithin(span) : new Operator.WithinLast(span);
        }
        case Meaning.LongerAgo(var span) when !yearly -> {
          return new Operator.WithinLast(span);
        }
        case Meaning.Measure(var quantity, var relation, _, _)
            when quantity.span() != null && !yearly && relation != null -> {
          return new Operator.WithinLast(quantity.span());
        }
        case Meaning.Dates(var from, var to) when !yearly -> {
          if (to == null && from != null) {
            return new Operator.After(new Moment.Day(from.minusDays(1)));
          }
          if (from == null && to != null) {
            return new Operator.Before(new Moment.Day(to.plusDays(1)));
          }
        }
        default -> {}
      }
    }
    return null;
  }

  private boolean text(int i, List<String> paths) {
    var texts =
        paths.stream()
            .filter(path -> kind(path) != Kind.NUMBER && kind(path) != Kind.TRUTH)
            .toList();
    if (texts.isEmpty()) {
      return false;
    }
    var at = nearest(i, token -> token.as(Meaning.Literal.class) != null);
    if (at < 0) {
      at = unknownNextTo(i);
    }
    if (at < 0 && nearest(i, token -> textWord(token) != null) >= 0) {
      // Contains Seoul: a value that is known is just letters here.
      at = nearest(i, token -> valueOf(token, paths) != null);
    }
    if (at < 0) {
      return false;
    }
    var literal = tokens.get(at).as(Meaning.Literal.class);
    var value =
        literal == null
            ? written.substring(tokens.get(at).from(), tokens.get(at).to())
            : literal.text();
    var how = nearest(at, token -> textWord(token) != null);
    var word = how < 0 ? null : textWord(tokens.get(how));
    used[i] = true;
    used[at] = true;
    if (how >= 0) {
      used[how] = true;
    }
    leaf(
        i,
        texts,
        at,
        path -> operator(word, value),
        word == null ? List.of(new Value.Text(value)) : List.of());
    return true;
  }

  private static @Nullable Word textWord(Token token) {
    for (var word : List.of(Word.CONTAINS, Word.STARTS, Word.ENDS)) {
      if (token.does(word)) {
        return word;
      }
    }
    return null;
  }

  private static Operator operator(@Nullable Word word, String value) {
    return word == Word.CONTAINS
        ? new Operator.Contains(new Value.Text(value))
        : word == Word.STARTS
            ? new Operator.StartsWith(value)
            : word == Word.ENDS
                ? new Operator.EndsWith(value)
                : new Operator.Equals(new Value.Text(value));
  }

  /// An unknown word right after a trait is its value: 도시가 천안인, city is Springfield.
  private int unknownNextTo(int i) {
    for (var j = i + 1; j < tokens.size() && j <= i + 3; j++) {
      if (tokens.get(j).unknown() && !used[j]) {
        return j;
      }
      if (!tokens.get(j).does(Word.FILLER)
          && textWord(tokens.get(j)) == null
          && tokens.get(j).as(Meaning.Exactly.class) == null) {
        return -1;
      }
    }
    return -1;
  }

  // ---- a value, by which the trait is known

  private void value(int i) {
    var token = tokens.get(i);
    var readings = new LinkedHashSet<Condition>();
    var segments = token.all(Meaning.Segment.class);
    if (segment || token.as(Meaning.TraitValue.class) == null) {
      segments.forEach(each -> readings.add(new Condition.InSegment(each.id())));
    }
    var values = token.all(Meaning.TraitValue.class);
    if (!segment || segments.isEmpty()) {
      for (var value : values) {
        if (value.known()) {
          readings.add(condition(value.path(), path -> Said.oneOf(value.values())));
        } else {
          value
              .values()
              .forEach(
                  one -> readings.add(condition(value.path(), path -> new Operator.Equals(one))));
        }
      }
      if (!values.isEmpty()) {
        segments.forEach(each -> readings.add(new Condition.InSegment(each.id())));
      }
    }
    if (readings.isEmpty()) {
      return;
    }
    used[i] = true;
    var all = List.copyOf(readings);
    var spelled = values.size() == 1 && !values.getFirst().known() && segments.isEmpty();
    var marks = new ArrayList<Node.Mark>();
    marks.add(
        all.size() == 1
            ? Node.Mark.of(token, "")
            : Node.Mark.of(
                token,
                "",
                Answer.Kind.AMBIGUOUS,
                spelled ? "value_not_known" : "several_meanings",
                all.subList(1, all.size())));
    for (var j = 0; j < tokens.size(); j++) {
      if (segment && !used[j] && tokens.get(j).does(Word.SEGMENT)) {
        used[j] = true;
        marks.add(Node.Mark.of(tokens.get(j), ""));
      }
    }
    var only = all.size() == 1 && values.size() == 1;
    holds.put(
        i,
        new Said.Holds(
            new Node.Leaf(all.getFirst(), marks),
            only ? FieldPath.of(values.getFirst().path()) : null,
            only ? values.getFirst().values() : List.of(),
            false,
            List.of()));
  }

  private void age(int i) {
    var measure = tokens.get(i).as(Meaning.Measure.class);
    if (measure == null || (!alone && measure.quantity().unit() == Quantity.Unit.POINTS)) {
      return;
    }
    var sort =
        switch (measure.quantity().unit()) {
          case YEARS_OLD, DECADE -> "age";
          case POINTS -> "points";
          case BARE, MONEY, TIMES, PIECES, PERCENT, SPAN, DATE -> "";
        };
    var ages = lexicon.traits(sort).stream().filter(path -> kind(path) == Kind.NUMBER).toList();
    if (!ages.isEmpty()) {
      used[i] = true;
      leaf(i, ages, -1, path -> Happening.operator(measure), List.of());
    }
  }
}
