package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that people did, while it is being read: which event, how often, for how much, when.
final class Happening {
  /// Of a property in what was said: an operator on it, or values it may have.
  record About(Token token, FieldPath property, Operator operator) {}

  /// A number with the words it came from.
  record Measured(Token token, Meaning.Measure measure, boolean ofOne) {}

  private final Lexicon lexicon;
  private final List<Token> unfit;
  final List<String> events;
  final List<Token> words = new ArrayList<>();
  final List<About> about = new ArrayList<>();
  final List<Measured> measures = new ArrayList<>();
  final Map<Word, Token> flags = new LinkedHashMap<>();
  final List<Token> negations = new ArrayList<>();
  boolean negative;

  /// Told by a noun alone, so that what is said of the next is said of it too.
  boolean bare;

  Meaning.Form form = Meaning.Form.NOUN;
  @Nullable Window window;
  @Nullable Token when;
  boolean leading;
  boolean inherited;
  @Nullable Span within;
  @Nullable Span longerAgo;
  @Nullable FieldPath property;
  @Nullable Token propertyWord;

  /// @param unfit takes the words that turn out to fit nowhere
  Happening(Lexicon lexicon, List<String> events, List<Token> unfit) {
    this.lexicon = lexicon;
    this.events = events;
    this.unfit = unfit;
  }

  Window windowOrEver() {
    return window == null ? new Window.Ever() : window;
  }

  /// Whether nothing is said of it but that it happened.
  boolean simple() {
    return measures.isEmpty() && about.isEmpty() && window == null && longerAgo == null;
  }

  // ---- as a condition

  /// As a condition, without its negation.
  Node node() {
    if (within != null && window == null) {
      window = new Window.Last(within);
    }
    return node(windowOrEver());
  }

  private Node node(Window in) {
    var marks = new ArrayList<Node.Mark>();
    var first = events.getFirst();
    var readings = readings(first, in, marks);
    var condition = readings.getFirst();
    var single = condition instanceof Condition.OfEvents;
    var others = new LinkedHashSet<Condition>();
    for (var event : events.subList(1, events.size())) {
      others.add(readings(event, in, new ArrayList<>()).getFirst());
    }
    for (var word : words) {
      marks.add(
          others.isEmpty()
              ? Node.Mark.of(word, single ? "/event" : "")
              : Node.Mark.of(
                  word, "", Answer.Kind.AMBIGUOUS, "several_events", List.copyOf(others)));
    }
    for (var i = 0; i < about.size(); i++) {
      marks.add(
          Node.Mark.of(
              about.get(i).token, !single ? "" : oneOfAll() ? "/operator" : "/where/" + i));
    }
    if (when != null) {
      var ever = readings(first, new Window.Ever(), new ArrayList<>()).getFirst();
      marks.add(
          inherited
              ? Node.Mark.of(when, "", Answer.Kind.UNDERSTOOD, "window_of_both", List.of(ever))
              : Node.Mark.of(when, single ? "/window" : ""));
    }
    flags.forEach((_, token) -> marks.add(Node.Mark.of(token, "")));
    if (propertyWord != null) {
      marks.add(Node.Mark.of(propertyWord, single ? "/property" : ""));
    }
    return new Node.Leaf(condition, marks);
  }

  /// What it may mean for an event, the likeliest first.
  private List<Condition> readings(String event, Window in, List<Node.Mark> marks) {
    var where = new ArrayList<Filter.Where>();
    for (var each : about) {
      where.add(new Filter.Where(each.property, each.operator));
    }
    var counted = measures.stream().anyMatch(m -> unit(m) == Quantity.Unit.TIMES);
    for (var measured : measures) {
      var path = aboutOne(measured, counted) ? money(measured, event) : null;
      if (path != null) {
        where.add(new Filter.Where(path, operator(measured.measure)));
        marks.add(Node.Mark.of(measured.token, "/where/" + (where.size() - 1)));
      }
    }
    var filter = new Filter(event, where);
    var conditions = new ArrayList<Condition>();
    var reported = new ArrayList<Node.Mark>();
    for (var measured : measures) {
      if (!aboutOne(measured, counted)) {
        var all = compared(measured, filter, in);
        if (all.isEmpty()) {
          unfit.add(measured.token);
        } else {
          conditions.add(all.getFirst());
          reported.add(mark(measured, all));
        }
      }
    }
    if (reported.size() == 1) {
      marks.add(reported.getFirst());
    } else {
      for (var i = 0; i < reported.size(); i++) {
        var each = reported.get(i);
        marks.add(
            new Node.Mark(
                each.from(),
                each.to(),
                "/all/" + i + each.below(),
                each.kind(),
                each.reason(),
                each.corrected(),
                each.alternatives()));
      }
    }
    if (conditions.isEmpty()) {
      conditions.add(oneOfAll() ? ofOne(event, in) : count(filter, in));
    }
    if (longerAgo != null && !negative) {
      conditions.add(new Condition.None(List.of(count(filter, new Window.Last(longerAgo)))));
    }
    return List.of(conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions));
  }

  /// Whether the first or the last of all is said to be something: "the last viewed category is
  /// shoes" is of one event, and not of whether shoes were viewed at all.
  boolean oneOfAll() {
    return (flags.containsKey(Word.FIRST) || flags.containsKey(Word.LATEST))
        && measures.isEmpty()
        && about.size() == 1
        && !timed();
  }

  /// Whether it is said when.
  boolean timed() {
    return window != null || within != null || longerAgo != null;
  }

  private Condition ofOne(String event, Window in) {
    var said = about.getFirst();
    var aggregate = flags.containsKey(Word.FIRST) ? Aggregate.FIRST : Aggregate.LAST;
    return of(new Filter(event, List.of()), aggregate, said.property, said.operator, in);
  }

  private static Quantity.Unit unit(Measured measured) {
    return measured.measure.quantity().unit();
  }

  private Node.Mark mark(Measured measured, List<Condition> readings) {
    var others = readings.subList(1, readings.size());
    if (others.isEmpty()) {
      return Node.Mark.of(measured.token, "/operator");
    }
    var said = measured.measure.said();
    return Node.Mark.of(
        measured.token,
        "",
        Answer.Kind.AMBIGUOUS,
        !said && !negative
            ? "at_least_or_exactly"
            : unit(measured) == Quantity.Unit.MONEY ? "several_amounts" : "count_or_amount",
        others);
  }

  /// Whether an amount is that of each one and not of all together.
  private boolean aboutOne(Measured measured, boolean counted) {
    var unit = unit(measured);
    if (unit != Quantity.Unit.MONEY || aggregate() != null) {
      return false;
    }
    return flags.containsKey(Word.EACH) || counted || measured.ofOne;
  }

  private @Nullable Aggregate aggregate() {
    for (var word : flags.keySet()) {
      switch (word) {
        case SUM -> {
          return Aggregate.SUM;
        }
        case AVERAGE -> {
          return Aggregate.AVG;
        }
        case LEAST -> {
          return Aggregate.MIN;
        }
        case MOST -> {
          return Aggregate.MAX;
        }
        case FIRST -> {
          return Aggregate.FIRST;
        }
        case LATEST -> {
          return Aggregate.LAST;
        }
        default -> {}
      }
    }
    return null;
  }

  /// What a number is held against: several readings, the likeliest first; none when it fits
  /// nothing.
  private List<Condition> compared(Measured measured, Filter filter, Window in) {
    var measure = measured.measure;
    var readings = new ArrayList<Condition>();
    switch (unit(measured)) {
      case TIMES -> counts(readings, filter, measure, in);
      case PIECES -> {
        if (flags.containsKey(Word.DISTINCT)) {
          var of = distinct(filter.event());
          if (of != null) {
            both(readings, filter, Aggregate.DISTINCT, of, measure, in);
          }
        } else {
          counts(readings, filter, measure, in);
          if (lexicon.kind(filter.event(), "quantity") == Kind.NUMBER && measure.said()) {
            readings.add(
                of(filter, Aggregate.SUM, FieldPath.of("quantity"), operator(measure), in));
          }
        }
      }
      case MONEY -> amounts(readings, measured, filter, in);
      case BARE -> {
        if (flags.containsKey(Word.DISTINCT)) {
          var of = distinct(filter.event());
          if (of != null) {
            both(readings, filter, Aggregate.DISTINCT, of, measure, in);
          }
        } else if (property != null) {
          var aggregate = aggregate();
          both(
              readings,
              filter,
              aggregate == null ? Aggregate.SUM : aggregate,
              property,
              measure,
              in);
        } else if (flags.containsKey(Word.COUNT)) {
          counts(readings, filter, measure, in);
        } else if (flags.containsKey(Word.AMOUNT) || aggregate() != null || spent()) {
          amounts(readings, measured, filter, in);
        } else {
          amounts(readings, measured, filter, in);
          counts(readings, filter, measure, in);
        }
      }
      case PERCENT, POINTS -> {
        if (property != null) {
          var aggregate = aggregate();
          both(
              readings,
              filter,
              aggregate == null ? Aggregate.SUM : aggregate,
              property,
              measure,
              in);
        }
      }
      case YEARS_OLD, DECADE, SPAN, DATE -> {}
    }
    return readings;
  }

  /// Whether the verb is of money by itself.
  private boolean spent() {
    return words.stream()
        .flatMap(word -> word.all(Meaning.Key.class).stream())
        .allMatch(key -> key.key().equals("spend"));
  }

  private void amounts(List<Condition> readings, Measured measured, Filter filter, Window in) {
    var measure = measured.measure;
    var currency = measure.quantity().currency();
    if (currency != null
        && lexicon.names().currency() != null
        && !currency.equals(lexicon.names().currency())) {
      return;
    }
    var aggregate = aggregate();
    for (var path : lexicon.money(filter.event())) {
      both(
          readings,
          filter,
          aggregate == null ? Aggregate.SUM : aggregate,
          FieldPath.of(path),
          measure,
          in);
    }
  }

  private @Nullable FieldPath money(Measured measured, String event) {
    var currency = measured.measure.quantity().currency();
    if (currency != null
        && lexicon.names().currency() != null
        && !currency.equals(lexicon.names().currency())) {
      unfit.add(measured.token);
      return null;
    }
    var known = lexicon.money(event);
    if (known.isEmpty()) {
      unfit.add(measured.token);
      return null;
    }
    return FieldPath.of(known.getFirst());
  }

  /// The property of which different values are counted: the one named, else the product.
  private @Nullable FieldPath distinct(String event) {
    if (property != null) {
      return property;
    }
    for (var path : List.of("product_id", "productId", "sku")) {
      if (lexicon.kind(event, path) != null) {
        return FieldPath.of(path);
      }
    }
    return null;
  }

  private void counts(List<Condition> readings, Filter filter, Meaning.Measure measure, Window in) {
    both(readings, filter, Aggregate.COUNT, null, measure, in);
  }

  /// The readings of a number: one when it was said how it compares, at least and exactly when not.
  private void both(
      List<Condition> readings,
      Filter filter,
      Aggregate aggregate,
      @Nullable FieldPath of,
      Meaning.Measure measure,
      Window in) {
    if (measure.said()) {
      readings.add(of(filter, aggregate, of, operator(measure), in));
      return;
    }
    var number = measure.quantity().number();
    var least = of(filter, aggregate, of, new Operator.Compares(Operator.Relation.GTE, number), in);
    var exactly = of(filter, aggregate, of, new Operator.Equals(new Value.Decimal(number)), in);
    var once = number.compareTo(BigDecimal.ONE) == 0 && aggregate == Aggregate.COUNT;
    if (negative) {
      readings.add(least);
    } else {
      readings.addAll(once ? List.of(exactly, least) : List.of(least, exactly));
    }
  }

  private static Condition of(
      Filter filter, Aggregate aggregate, @Nullable FieldPath of, Operator operator, Window in) {
    return new Condition.OfEvents(filter, aggregate, of, operator, in);
  }

  /// It happened.
  static Condition count(Filter filter, Window in) {
    return of(
        filter,
        Aggregate.COUNT,
        null,
        new Operator.Compares(Operator.Relation.GTE, BigDecimal.ONE),
        in);
  }

  /// A measure as an operator; what was not said how to compare is the number itself.
  static Operator operator(Meaning.Measure measure) {
    var number = measure.quantity().number();
    if (measure.quantity().unit() == Quantity.Unit.DECADE) {
      var to = (measure.upTo() == null ? number : measure.upTo()).add(BigDecimal.valueOf(9));
      if (measure.relation() != null) {
        // Over the thirties is over 39, under the thirties is under 30.
        var below =
            measure.relation() == Operator.Relation.GTE
                || measure.relation() == Operator.Relation.LT;
        return new Operator.Compares(measure.relation(), below ? number : to);
      }
      return new Operator.Between(number, to);
    }
    if (measure.upTo() != null) {
      return new Operator.Between(number, measure.upTo());
    }
    return measure.relation() == null
        ? new Operator.Equals(new Value.Decimal(number))
        : new Operator.Compares(measure.relation(), number);
  }

  // ---- as a step of a sequence

  /// As a step: `null` when more is said of it than a step can hold.
  Condition.@Nullable Step step(boolean first) {
    if (!measures.isEmpty() || longerAgo != null || (negative && first)) {
      return null;
    }
    var where = about.stream().map(a -> new Filter.Where(a.property, a.operator)).toList();
    return new Condition.Step(
        new Filter(events.getFirst(), where), first ? null : within, negative);
  }
}
