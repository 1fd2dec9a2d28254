package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Operator.Relation;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts numbers together with what stands around them: 10만원 이상, at least 3 times, 최근 2일 동안, from
/// 2026-01-01 to 2026-01-31. What is left is words.
final class Assembler {
  private final List<Token> tokens;
  private final Language language;
  private final List<Token> out = new ArrayList<>();
  private int at;

  private Assembler(List<Token> tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
  }

  static List<Token> assembled(List<Token> tokens, Language language) {
    var assembler = new Assembler(tokens, language);
    while (assembler.at < tokens.size()) {
      assembler.next();
    }
    return assembler.out;
  }

  private void next() {
    var token = tokens.get(at);
    var calendar = token.as(Meaning.Calendar.class);
    if (calendar != null) {
      var from = at++;
      add(from, new Meaning.In(new Window.Calendar(calendar.period()), false), Word.DURING);
      return;
    }
    var number = numberAfter(at);
    if (number < 0) {
      out.add(token);
      at++;
      return;
    }
    var quantity = quantity(number);
    switch (quantity.unit()) {
      case SPAN -> span(number, quantity);
      case DATE -> dates(number, quantity);
      case BARE, MONEY, TIMES, PIECES, YEARS_OLD, DECADE, PERCENT, POINTS ->
          measure(number, quantity);
    }
  }

  /// Where the quantity stands that the words from here on belong to; negative for none.
  private int numberAfter(int from) {
    for (var i = from; i < tokens.size() && i < from + 4; i++) {
      if (tokens.get(i).quantity() != null) {
        return i;
      }
      if (!leads(tokens.get(i))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean leads(Token token) {
    var comparing = token.as(Meaning.Comparing.class);
    var exactly = token.as(Meaning.Exactly.class);
    return (comparing != null && before(token))
        || (exactly != null && exactly.before())
        || token.does(Word.LAST)
        || token.does(Word.NEXT)
        || token.does(Word.BETWEEN)
        || token.does(Word.SINCE)
        || (language == Language.EN
            && (token.does(Word.ONLY)
                || token.does(Word.WITHIN)
                || token.does(Word.DURING)
                || token.does(Word.UNTIL)
                || token.does(Word.BEFORE)
                || token.does(Word.AFTER)
                || (token.does(Word.NOT) && comparesNext(token))));
  }

  /// "Not over" and the like are one entry; a *not* of its own belongs to the verb.
  private static boolean comparesNext(Token token) {
    return token.as(Meaning.Comparing.class) != null;
  }

  private static boolean before(Token token) {
    return token.all(Meaning.Comparing.class).stream().anyMatch(Meaning.Comparing::before);
  }

  // ---- numbers that are compared

  private void measure(int number, Quantity first) {
    var from = at;
    var leading = comparing(from, number);
    var exactly = said(from, number, Meaning.Exactly.class);
    var between = does(from, number, Word.BETWEEN);
    var quantity = first;
    BigDecimal upTo = null;
    var to = number + 1;
    var second = rangeEnd(to, between);
    if (second > 0) {
      var other = quantity(second);
      if (quantity.unit() == Quantity.Unit.BARE) {
        quantity = quantity.in(other);
      }
      if (quantity.unit() == other.unit() && quantity.number().compareTo(other.number()) <= 0) {
        upTo = other.number();
        to = second + 1;
      } else {
        quantity = first;
      }
    }
    Meaning.@Nullable Comparing trailing = null;
    var only = does(from, number, Word.ONLY);
    for (var i = to; i < tokens.size() && i < to + 3; i++) {
      var token = tokens.get(i);
      var comparing = token.as(Meaning.Comparing.class);
      if (upTo == null
          && comparing != null
          && token.all(Meaning.Comparing.class).stream().anyMatch(c -> !c.before())
          && !(language == Language.EN && numberAfter(i) > i)) {
        trailing =
            token.all(Meaning.Comparing.class).stream().filter(c -> !c.before()).findFirst().get();
        to = i + 1;
        break;
      }
      var exactlyAfter =
          token.all(Meaning.Exactly.class).stream().anyMatch(e -> !e.before())
              && !(language == Language.EN && numberAfter(i) > i);
      if (token.does(Word.ONLY) || exactlyAfter) {
        only = true;
        to = i + 1;
        break;
      }
      if (upTo != null && (token.does(Word.UNTIL) || token.does(Word.BETWEEN))) {
        to = i + 1;
        continue;
      }
      // 100,000원이 넘는: a particle may stand between.
      if (!(language == Language.KO && token.does(Word.FILLER) && token.to() - token.from() == 1)) {
        break;
      }
    }
    if (quantity.unit() == Quantity.Unit.BARE
        && to < tokens.size()
        && tokens.get(to).does(Word.TIMES)) {
      quantity = Quantity.of(quantity.number(), Quantity.Unit.TIMES);
      to++;
    }
    var relation =
        upTo != null || only || exactly
            ? null
            : trailing != null ? trailing.relation() : leading == null ? null : leading.relation();
    var said = upTo != null || only || exactly || relation != null;
    var meaning = new Meaning.Measure(quantity, relation, said, upTo);
    at = to;
    merge(Token.joined(tokens.get(from), tokens.get(to - 1), meaning), meaning);
  }

  /// 3만원 이상 5만원 이하 is one range.
  private void merge(Token token, Meaning.Measure measure) {
    var before = out.isEmpty() ? null : out.getLast().as(Meaning.Measure.class);
    if (before != null
        && before.relation() == Relation.GTE
        && measure.relation() == Relation.LTE
        && before.upTo() == null
        && before.quantity().unit() == measure.quantity().unit()
        && before.quantity().number().compareTo(measure.quantity().number()) <= 0) {
      var first = out.removeLast();
      out.add(
          Token.joined(
              first,
              token,
              new Meaning.Measure(before.quantity(), null, true, measure.quantity().number())));
      return;
    }
    out.add(token);
  }

  private Meaning.@Nullable Comparing comparing(int from, int to) {
    for (var i = from; i < to; i++) {
      for (var comparing : tokens.get(i).all(Meaning.Comparing.class)) {
        if (comparing.before()) {
          return comparing;
        }
      }
    }
    return null;
  }

  private boolean said(int from, int to, Class<? extends Meaning> kind) {
    for (var i = from; i < to; i++) {
      if (tokens.get(i).as(kind) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean does(int from, int to, Word word) {
    for (var i = from; i < to; i++) {
      if (tokens.get(i).does(word)) {
        return true;
      }
    }
    return false;
  }

  /// Where the upper end of a range stands; negative when none follows.
  private int rangeEnd(int from, boolean between) {
    if (from + 1 >= tokens.size()) {
      return -1;
    }
    var joint = tokens.get(from);
    var joins = joint.does(Word.RANGE) || (between && joint.does(Word.AND));
    return joins && tokens.get(from + 1).quantity() != null ? from + 1 : -1;
  }

  // ---- lengths of time

  private void span(int number, Quantity quantity) {
    var from = at;
    var span = quantity.span();
    if (span == null) {
      throw new IllegalStateException("a length of time without one");
    }
    var leading = comparing(from, number);
    at = number + 1;
    if (does(from, number, Word.NEXT)) {
      add(from, new Meaning.Ahead(span), Word.WITHIN);
      return;
    }
    if (does(from, number, Word.LAST)) {
      add(from, new Meaning.In(new Window.Last(span), true), Word.DURING, Word.WITHIN);
      return;
    }
    if (language == Language.EN) {
      if (at < tokens.size() && tokens.get(at).does(Word.AGO)) {
        at++;
        if (does(from, number, Word.SINCE)) {
          add(from, new Meaning.In(new Window.Last(span), true));
          return;
        }
        var recent = leading != null && below(leading.relation());
        add(
            from,
            leading == null
                ? new Meaning.Measure(quantity, null, false, null)
                : recent
                    ? new Meaning.In(new Window.Last(span), true)
                    : new Meaning.LongerAgo(span));
        return;
      }
      if (does(from, number, Word.WITHIN) && leading == null) {
        var loosely = tokens.get(from).to() - tokens.get(from).from() == 2;
        add(from, loosely ? new Meaning.In(new Window.Last(span), true) : new Meaning.Within(span));
        return;
      }
      if (does(from, number, Word.DURING) || does(from, number, Word.WITHIN)) {
        add(from, new Meaning.In(new Window.Last(span), true));
        return;
      }
      add(
          from,
          new Meaning.Measure(
              quantity, leading == null ? null : leading.relation(), leading != null, null));
      return;
    }
    spanInKorean(from, quantity, span, leading);
  }

  private static boolean below(Relation relation) {
    return relation == Relation.LT || relation == Relation.LTE;
  }

  private void spanInKorean(
      int from, Quantity quantity, Span span, Meaning.@Nullable Comparing leading) {
    var relation = leading == null ? null : leading.relation();
    for (var steps = 0; at < tokens.size() && steps < 4; steps++) {
      var token = tokens.get(at);
      var comparing = token.as(Meaning.Comparing.class);
      if (token.does(Word.DURING)) {
        at++;
        add(from, new Meaning.In(new Window.Last(span), true), Word.DURING);
        return;
      }
      if (token.does(Word.WITHIN) && !(token.does(Word.NOT) && !endsTime(at + 1))) {
        at++;
        add(from, new Meaning.Within(span), Word.FILLER);
        return;
      }
      if (token.does(Word.AGO) && at + 1 < tokens.size() && tokens.get(at + 1).does(Word.RANGE)) {
        // 2일 전부터: since then, whether 지금까지 follows or not.
        at += 2;
        add(from, new Meaning.In(new Window.Last(span), true), Word.EVER);
        return;
      }
      if (token.does(Word.AGO) || token.does(Word.PASSED) || passed(at)) {
        var melted = token.does(Word.LAST);
        at++;
        add(from, new Meaning.LongerAgo(span));
        if (melted) {
          var end = out.getLast().to();
          out.add(new Token(end, end, List.of(new Meaning.Does(Word.RELATIVE)), null, false));
        }
        return;
      }
      if (comparing != null && !comparing.before()) {
        relation = comparing.relation();
        at++;
        if (relation == Relation.GT && token.verb()) {
          add(from, new Meaning.LongerAgo(span));
          return;
        }
        continue;
      }
      if (token.does(Word.FILLER) && token.to() - token.from() == 1) {
        at++;
        continue;
      }
      break;
    }
    while (at - 1 > from && tokens.get(at - 1).does(Word.FILLER)) {
      at--;
    }
    add(from, new Meaning.Measure(quantity, relation, relation != null, null));
  }

  /// 30일 지난: gone by, where no length of time comes after it.
  private boolean passed(int index) {
    return tokens.get(index).does(Word.LAST) && numberAfter(index) < 0;
  }

  /// 7일 안 한 is *not done for 7 days*; 7일 안 is *within* before a particle only.
  private boolean endsTime(int index) {
    return index < tokens.size()
        && tokens.get(index).does(Word.FILLER)
        && !tokens.get(index).verb();
  }

  // ---- days

  private void dates(int number, Quantity quantity) {
    var from = at;
    var first = quantity.date();
    at = number + 1;
    var between = does(from, number, Word.BETWEEN);
    var end = rangeEnd(at, between);
    var last = end > 0 ? quantity(end).date() : null;
    if (last != null && first != null && !last.isBefore(first)) {
      at = end + 1;
      add(from, new Meaning.Dates(first, last), Word.UNTIL, Word.BETWEEN, Word.FILLER);
      return;
    }
    if (first == null) {
      throw new IllegalStateException("a day without a date");
    }
    if (does(from, number, Word.SINCE)) {
      add(from, new Meaning.Dates(first, null));
    } else if (does(from, number, Word.AFTER)) {
      add(from, new Meaning.Dates(first.plusDays(1), null));
    } else if (does(from, number, Word.BEFORE)) {
      add(from, new Meaning.Dates(null, first.minusDays(1)));
    } else if (does(from, number, Word.UNTIL)) {
      add(from, new Meaning.Dates(null, first));
    } else if (at < tokens.size() && language == Language.KO) {
      var next = tokens.get(at);
      if (next.does(Word.THEN) || next.does(Word.RANGE)) {
        at++;
        add(from, new Meaning.Dates(first, null), Word.FILLER);
      } else if (next.does(Word.AGO)) {
        at++;
        add(from, new Meaning.Dates(null, first.minusDays(1)), Word.FILLER);
      } else if (next.does(Word.UNTIL)) {
        at++;
        add(from, new Meaning.Dates(null, first));
      } else {
        add(from, new Meaning.Dates(first, first), Word.FILLER);
      }
    } else {
      add(from, new Meaning.Dates(first, first));
    }
  }

  // ---- small things

  private Quantity quantity(int index) {
    var quantity = tokens.get(index).quantity();
    if (quantity == null) {
      throw new IllegalStateException("no quantity at " + index);
    }
    return quantity;
  }

  /// Adds what the tokens from a place up to here mean together, with such words after it as only
  /// say it again.
  private void add(int from, Meaning meaning, Word... again) {
    for (var word : again) {
      if (at < tokens.size()
          && tokens.get(at).does(word)
          && !tokens.get(at).verb()
          && !tokens.get(at).does(Word.NOT)
          && (word != Word.FILLER || tokens.get(at).to() - tokens.get(at).from() == 1)
          && language == Language.KO) {
        at++;
      }
    }
    out.add(Token.joined(tokens.get(from), tokens.get(at - 1), meaning));
  }
}
