package io.inyeon.core.segment.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Moment;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static final List<String> EVENTS =
      List.of("Order Completed", "Product Viewed", "Email Opened", "팝업스토어 체험");

  @Property(tries = 3_000)
  void aSentenceIsReadBackAsTheConditionItSays(@ForAll Random random, @ForAll Language language) {
    var condition = new Conditions(random).next(2);
    var sentence = Sentence.text(condition, language, Shop.NAMES.zone());
    var answer = PhraseReader.read(sentence, language, Shop.LEXICON);
    assertThat(answer.condition()).as(sentence).isEqualTo(condition);
    assertThat(answer.pieces())
        .as(sentence)
        .noneMatch(piece -> piece.kind() == Answer.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void chipsTellThePlaceInTheConditionThatTheySay() {
    var condition =
        new Condition.All(
            List.of(
                new Condition.OfTrait(
                    FieldPath.of("city"), new Operator.Equals(new Value.Text("Seoul"))),
                new Condition.None(
                    List.of(
                        Happening.count(
                            new Filter("Order Completed", List.of()),
                            new Window.Last(new Span(2, Span.Unit.DAYS)))))));
    assertThat(Sentence.text(condition, Language.KO, Shop.NAMES.zone()))
        .isEqualTo("\"city\"가 \"Seoul\" 그리고 (최근 2일 동안 \"Order Completed\" 1회 이상)에 해당하지 않는");
    assertThat(Sentence.of(condition, Language.EN, Shop.NAMES.zone()))
        .contains(
            new Sentence.Chip("\"city\"", "/all/0/trait"),
            new Sentence.Chip("is \"Seoul\"", "/all/0/operator"),
            new Sentence.Chip("\"Order Completed\"", "/all/1/none/0/event"),
            new Sentence.Chip("in the last 2 days", "/all/1/none/0/window"));
  }

  /// Conditions that words can say, over the names of [Shop]; no trait twice among neighbours,
  /// since "Seoul or Busan" is one condition of one trait.
  private record Conditions(Random random) {
    Condition next(int depth) {
      if (depth > 0 && random.nextInt(3) > 0) {
        var count = 2 + random.nextInt(2);
        var of = new ArrayList<Condition>();
        for (var i = 0; i < count; i++) {
          of.add(i == 0 || random.nextBoolean() ? leaf(i) : nested(depth - 1, i));
        }
        return switch (random.nextInt(3)) {
          case 0 -> new Condition.All(of);
          case 1 -> new Condition.Any(of);
          default -> new Condition.None(of);
        };
      }
      return leaf(0);
    }

    private Condition nested(int depth, int salt) {
      var inner = List.<Condition>of(leaf(salt), events());
      return depth == 0
          ? new Condition.None(inner)
          : random.nextBoolean() ? new Condition.None(inner) : events();
    }

    private Condition leaf(int salt) {
      return switch (random.nextInt(6)) {
        case 0 -> trait(salt);
        case 1, 2 -> events();
        case 3 -> sequence();
        case 4 -> new Condition.OfScore("churn", new Operator.Compares(relation(), number()));
        default ->
            random.nextBoolean()
                ? new Condition.InSegment("seg_7")
                : new Condition.Consents("email_marketing");
      };
    }

    private Condition trait(int salt) {
      var text = List.of("city", "name", "email").get(salt % 3);
      return switch (random.nextInt(11)) {
        case 0 -> of(text, new Operator.Equals(value()));
        case 1 -> of(text, new Operator.NotEquals(value()));
        case 2 ->
            of(text, new Operator.In(List.of(new Value.Text("Seoul"), new Value.Text("x y"))));
        case 3 -> of(text, new Operator.Contains(value()));
        case 4 -> of(text, new Operator.StartsWith("김"));
        case 5 -> of(text, new Operator.EndsWith("gmail.com"));
        case 6 -> of("points", new Operator.Compares(relation(), number()));
        case 7 -> of("age", new Operator.Between(BigDecimal.TEN, BigDecimal.valueOf(30)));
        case 8 -> of(text, random.nextBoolean() ? new Operator.Exists() : new Operator.NotExists());
        case 9 ->
            of(
                "createdAt",
                switch (random.nextInt(5)) {
                  case 0 -> new Operator.WithinLast(span());
                  case 1 -> new Operator.WithinNext(span());
                  case 2 -> new Operator.Before(new Moment.Day(LocalDate.of(2026, 3, 1)));
                  case 3 -> new Operator.After(new Moment.Day(LocalDate.of(2025, 12, 31)));
                  default -> new Operator.AnniversaryWithin(span());
                });
        default -> of("points", new Operator.Equals(new Value.Decimal(number())));
      };
    }

    private static Condition of(String trait, Operator operator) {
      return new Condition.OfTrait(FieldPath.of(trait), operator);
    }

    private Value value() {
      return new Value.Text(pick(List.of("Seoul", "Busan", "Springfield", "O'Hara", "남 해")));
    }

    private Condition events() {
      if (random.nextBoolean()) {
        return new Condition.OfEvents(
            new Filter(pick(EVENTS), List.of()), Aggregate.COUNT, null, number(false), window());
      }
      var where = new ArrayList<Filter.Where>();
      if (random.nextBoolean()) {
        where.add(
            new Filter.Where(
                FieldPath.of("category"), new Operator.Equals(new Value.Text("wide shoes"))));
      }
      if (random.nextInt(3) == 0) {
        where.add(
            new Filter.Where(
                FieldPath.of("discount"), new Operator.Compares(relation(), number())));
      }
      var filter = new Filter("Order Completed", where);
      var aggregate = pick(List.of(Aggregate.values()));
      return aggregate == Aggregate.COUNT
          ? new Condition.OfEvents(filter, aggregate, null, number(false), window())
          : new Condition.OfEvents(
              filter,
              aggregate,
              FieldPath.of(aggregate == Aggregate.DISTINCT ? "brand" : "revenue"),
              number(true),
              window());
    }

    private Condition sequence() {
      var steps = new ArrayList<Condition.Step>();
      var count = 2 + random.nextInt(2);
      for (var i = 0; i < count; i++) {
        steps.add(
            new Condition.Step(
                new Filter(pick(EVENTS), List.of()),
                i > 0 && random.nextBoolean() ? span() : null,
                i == count - 1 && random.nextBoolean()));
      }
      return new Condition.Sequence(steps, window());
    }

    private Operator number(boolean any) {
      return switch (random.nextInt(4)) {
        case 0 -> new Operator.Equals(new Value.Decimal(any ? number() : BigDecimal.TWO));
        case 1 -> new Operator.Between(BigDecimal.TWO, BigDecimal.valueOf(30));
        default -> new Operator.Compares(relation(), any ? number() : BigDecimal.valueOf(3));
      };
    }

    private Operator.Relation relation() {
      return pick(List.of(Operator.Relation.values()));
    }

    private BigDecimal number() {
      return pick(
          List.of(BigDecimal.valueOf(7), new BigDecimal("0.25"), BigDecimal.valueOf(1_250_000)));
    }

    private Span span() {
      return new Span(1 + random.nextInt(90), pick(List.of(Span.Unit.values())));
    }

    private Window window() {
      return switch (random.nextInt(4)) {
        case 0 -> new Window.Ever();
        case 1 -> new Window.Last(span());
        case 2 -> new Window.Calendar(pick(List.of(Window.Period.values())));
        default -> {
          var day = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
          var zone = Shop.NAMES.zone();
          yield new Window.Between(
              day.atStartOfDay(zone).toInstant(), day.plusDays(9).atStartOfDay(zone).toInstant());
        }
      };
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
