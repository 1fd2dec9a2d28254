package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Moment;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says a condition as a sentence of chips, in Korean or in English.
///
/// Names stand in quotes as the workspace has them, and every time is said, so that [PhraseReader]
/// reads a sentence back as the same condition. It cannot where no words are: patterns, accounts,
/// instants within a day, *since* a trait.
public final class Sentence {
  private final boolean korean;
  private final ZoneId zone;
  private final List<Chip> chips = new ArrayList<>();

  private Sentence(Language language, ZoneId zone) {
    this.korean = language == Language.KO;
    this.zone = zone;
  }

  /// Some words of a sentence.
  ///
  /// @param path of the place in the condition that they say, a JSON Pointer; `null` for words
  ///   between the places
  public record Chip(String text, @Nullable String path) {}

  /// A condition as chips, in their order.
  ///
  /// @param zone in which days begin
  public static List<Chip> of(Condition condition, Language language, ZoneId zone) {
    var sentence = new Sentence(language, zone);
    sentence.say(condition, "");
    return List.copyOf(sentence.chips);
  }

  /// The same as text.
  public static String text(Condition condition, Language language, ZoneId zone) {
    return of(condition, language, zone).stream().map(Chip::text).collect(Collectors.joining());
  }

  private void add(String text) {
    chips.add(new Chip(text, null));
  }

  private void add(String text, String path) {
    chips.add(new Chip(text, path));
  }

  private String either(String inKorean, String inEnglish) {
    return korean ? inKorean : inEnglish;
  }

  // ---- conditions

  private void say(Condition condition, String path) {
    switch (condition) {
      case Condition.All(var all) -> several(all, path + "/all", either(" 그리고 ", " and "));
      case Condition.Any(var any) -> several(any, path + "/any", either(" 또는 ", " or "));
      case Condition.None(var none) -> {
        add(either("(", "not ("));
        several(none, path + "/none", either(" 또는 ", " or "));
        add(either(")에 해당하지 않는", ")"));
      }
      case Condition.OfTrait(var trait, var operator) -> trait(trait, operator, path);
      case Condition.OfEvents events -> events(events, path);
      case Condition.Sequence(var steps, var window) -> sequence(steps, window, path);
      case Condition.InSegment(var segment) -> {
        add(either("세그먼트 ", "in segment "));
        add(quoted(segment), path + "/segment");
        add(either("에 속한", ""));
      }
      case Condition.OfScore(var score, var operator) -> {
        add(quoted(score), path + "/score");
        add(either(" 점수가 ", " score "));
        operator(operator, path, "");
      }
      case Condition.Consents(var purpose) -> {
        add(either("", "consented to "));
        add(quoted(purpose), path + "/consent");
        add(either("에 동의한", ""));
      }
      case Condition.OfAccountTrait(var trait, var operator) -> {
        add(either("계정의 ", "whose account's "));
        trait(trait, operator, path + "/account");
      }
      case Condition.OfAccountMembers(var members, var inner) -> {
        add(
            switch (members) {
              case ANY -> either("계정의 구성원 누군가가 (", "whose account has a member who (");
              case ALL -> either("계정의 구성원 모두가 (", "whose account's members all (");
              case NONE -> either("계정의 구성원 아무도 아닌 (", "whose account has no member who (");
            },
            path + "/account/members");
        say(inner, path + "/account/condition");
        add(")");
      }
    }
  }

  private void several(List<Condition> conditions, String path, String between) {
    for (var i = 0; i < conditions.size(); i++) {
      if (i > 0) {
        add(between);
      }
      var one = conditions.get(i);
      var nested =
          one instanceof Condition.All
              || one instanceof Condition.Any
              || one instanceof Condition.Sequence;
      add(nested ? "(" : "");
      say(one, path + "/" + i);
      add(nested ? ")" : "");
    }
  }

  // ---- events

  private void events(Condition.OfEvents events, String path) {
    if (korean) {
      window(events.window(), path);
      add(" ");
      where(events.filter(), path);
      add(quoted(events.filter().event()), path + "/event");
      add(" ");
      amount(events, path);
    } else {
      add(quoted(events.filter().event()), path + "/event");
      where(events.filter(), path);
      add(" ");
      amount(events, path);
      add(" ");
      window(events.window(), path);
    }
  }

  private void amount(Condition.OfEvents events, String path) {
    var word =
        switch (events.aggregate()) {
          case COUNT -> "";
          case SUM -> either("합계 ", "total ");
          case AVG -> either("평균 ", "average ");
          case MIN -> either("가장 작은 ", "smallest ");
          case MAX -> either("가장 큰 ", "largest ");
          case DISTINCT -> either("서로 다른 ", "different ");
          case FIRST -> either("첫 ", "first ");
          case LAST -> either("마지막 ", "most recent ");
        };
    if (!word.isEmpty()) {
      add(word, path + "/aggregate");
    }
    var property = events.property();
    if (property != null) {
      add(quoted(property.toString()), path + "/property");
      add(" ");
    }
    operator(events.operator(), path, property == null ? either("회", " times") : "");
  }

  private void where(Filter filter, String path) {
    for (var i = 0; i < filter.where().size(); i++) {
      var where = filter.where().get(i);
      add(either("", " with "));
      named(where.property(), where.operator(), path + "/where/" + i, "/property");
      add(either("인 ", ""));
    }
  }

  private void sequence(List<Condition.Step> steps, Window window, String path) {
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var place = path + "/sequence/" + i;
      if (i > 0) {
        add(either(" 후 ", " then "));
      } else if (korean) {
        window(window, path);
        add(" ");
      }
      var within = step.within();
      if (korean && within != null) {
        add(span(within) + " 안에", place + "/within");
        add(" ");
      }
      if (!korean && step.negative()) {
        add("no ", place + "/not");
      }
      if (korean) {
        where(step.filter(), place);
      }
      add(quoted(step.filter().event()), place + "/event");
      if (korean && step.negative()) {
        add(" 하지 않은", place + "/not");
      }
      if (!korean) {
        where(step.filter(), place);
        if (within != null) {
          add(" ");
          add("within " + span(within), place + "/within");
        }
        if (i == 0) {
          add(" ");
          window(window, path);
        }
      }
    }
  }

  private void window(Window window, String path) {
    add(
        switch (window) {
          case Window.Ever _ -> either("지금까지", "ever");
          case Window.Last(var span) ->
              either("최근 " + span(span) + " 동안", "in the last " + span(span));
          case Window.Between(var from, var to) -> {
            var first = from.atZone(zone);
            var end = to.atZone(zone);
            var days =
                first.toLocalDate().atStartOfDay(zone).equals(first)
                    && end.toLocalDate().atStartOfDay(zone).equals(end);
            var begin = days ? first.toLocalDate().toString() : from.toString();
            var last = days ? end.toLocalDate().minusDays(1).toString() : to.toString();
            yield either(begin + "부터 " + last + "까지", "from " + begin + " to " + last);
          }
          case Window.Since(var trait) ->
              either(quoted(trait.toString()) + " 이후", "since " + quoted(trait.toString()));
          case Window.Calendar(var period) -> period(period);
        },
        path + "/window");
  }

  private String period(Window.Period period) {
    return switch (period) {
      case TODAY -> either("오늘", "today");
      case YESTERDAY -> either("어제", "yesterday");
      case THIS_WEEK -> either("이번 주", "this week");
      case LAST_WEEK -> either("지난주", "last week");
      case THIS_MONTH -> either("이번 달", "this month");
      case LAST_MONTH -> either("지난달", "last month");
      case THIS_QUARTER -> either("이번 분기", "this quarter");
      case LAST_QUARTER -> either("지난 분기", "last quarter");
      case THIS_YEAR -> either("올해", "this year");
      case LAST_YEAR -> either("작년", "last year");
    };
  }

  // ---- traits and properties

  private void trait(FieldPath trait, Operator operator, String path) {
    named(trait, operator, path, "/trait");
  }

  private void named(FieldPath name, Operator operator, String path, String below) {
    Consumer<String> subject =
        particle -> {
          add(quoted(name.toString()), path + below);
          add(either(particle, "") + " ");
        };
    switch (operator) {
      case Operator.Exists _ when !korean -> {
        add("has ", path + "/operator");
        add(quoted(name.toString()), path + below);
      }
      case Operator.NotExists _ when !korean -> {
        add("no ", path + "/operator");
        add(quoted(name.toString()), path + below);
      }
      case Operator.AnniversaryWithin _ -> {
        add(quoted(name.toString()), path + below);
        add(either(" 기념일이 ", " anniversary "));
        operator(operator, path, "");
      }
      case Operator.Contains _ -> {
        subject.accept("에");
        operator(operator, path, "");
      }
      case Operator.Equals _,
          Operator.NotEquals _,
          Operator.In _,
          Operator.StartsWith _,
          Operator.EndsWith _,
          Operator.Matches _,
          Operator.Compares _,
          Operator.Between _,
          Operator.Exists _,
          Operator.NotExists _,
          Operator.Before _,
          Operator.After _,
          Operator.WithinLast _,
          Operator.WithinNext _ -> {
        subject.accept(
            Letters.closed(name.toString().charAt(name.toString().length() - 1)) ? "이" : "가");
        operator(operator, path, "");
      }
    }
  }

  private void operator(Operator operator, String path, String unit) {
    add(
        switch (operator) {
          case Operator.Equals(Value.Decimal(var number)) ->
              either("정확히 ", "exactly ") + number(number) + unit;
          case Operator.Equals(var value) -> either("", "is ") + value(value);
          case Operator.NotEquals(var value) ->
              either(value(value) + "이 아닌", "is not " + value(value));
          case Operator.In(var values) ->
              either("", "is ")
                  + values.stream()
                      .map(Sentence::value)
                      .collect(Collectors.joining(either(" 또는 ", " or ")));
          case Operator.Contains(var value) ->
              either(value(value) + "가 포함된", "contains " + value(value));
          case Operator.StartsWith(var text) ->
              either(quoted(text) + "로 시작하는", "starts with " + quoted(text));
          case Operator.EndsWith(var text) ->
              either(quoted(text) + "로 끝나는", "ends with " + quoted(text));
          case Operator.Matches(var pattern) ->
              either("패턴 " + quoted(pattern) + "에 맞는", "matches " + quoted(pattern));
          case Operator.Compares(var relation, var number) ->
              switch (relation) {
                case GT -> either(number(number) + unit + " 초과", "over " + number(number) + unit);
                case GTE ->
                    either(number(number) + unit + " 이상", "at least " + number(number) + unit);
                case LT -> either(number(number) + unit + " 미만", "under " + number(number) + unit);
                case LTE ->
                    either(number(number) + unit + " 이하", "at most " + number(number) + unit);
              };
          case Operator.Between(var from, var to) ->
              either(
                  number(from) + unit + "에서 " + number(to) + unit + " 사이",
                  "between " + number(from) + " and " + number(to) + unit);
          case Operator.Exists _ -> either("있는", "known");
          case Operator.NotExists _ -> either("없는", "unknown");
          case Operator.Before(var moment) ->
              either(day(moment, 0) + " 이전", "before " + day(moment, 0));
          case Operator.After(var moment) ->
              either(day(moment, 1) + " 이후", "since " + day(moment, 1));
          case Operator.WithinLast(var span) ->
              either("최근 " + span(span) + " 이내", "in the last " + span(span));
          case Operator.WithinNext(var span) ->
              either("앞으로 " + span(span) + " 이내", "in the next " + span(span));
          case Operator.AnniversaryWithin(var span) ->
              either("앞으로 " + span(span) + " 이내", "in the next " + span(span));
        },
        path + "/operator");
  }

  private static String day(Moment moment, int later) {
    return switch (moment) {
      case Moment.Day(var date) -> date.plusDays(later).toString();
      case Moment.Exact(var at) -> at.toString();
    };
  }

  private String span(Span span) {
    if (!korean) {
      return span.toString();
    }
    return span.amount()
        + switch (span.unit()) {
          case MINUTES -> "분";
          case HOURS -> "시간";
          case DAYS -> "일";
          case WEEKS -> "주";
          case MONTHS -> "개월";
        };
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Decimal(var number) -> number(number);
      case Value.Truth(var truth) -> Boolean.toString(truth).toLowerCase(Locale.ROOT);
      case Value.Time(var time) -> time.toString();
      case Value.Nothing _, Value.Items _, Value.Fields _ ->
          throw new IllegalArgumentException("no text, number or truth: " + value);
    };
  }

  private static String number(BigDecimal number) {
    return Decimals9.plain(number).toPlainString();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
