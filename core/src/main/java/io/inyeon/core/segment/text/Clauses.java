package io.inyeon.core.segment.text;

import io.inyeon.core.segment.text.Clause.Joint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts what was said into clauses: at *and*, *or*, *who*; in Korean at endings and particles.
final class Clauses {
  private final Language language;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Token> open = new ArrayList<>();

  private Clauses(Language language) {
    this.language = language;
  }

  static List<Clause> of(List<Token> tokens, Language language) {
    var clauses = new Clauses(language);
    clauses.part(tokens);
    clauses.commas();
    return clauses.joined();
  }

  private void part(List<Token> tokens) {
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.does(Word.WITHOUT)) {
        if (contentful(open)) {
          clauses.add(new Clause(open, Joint.AND));
          open.clear();
        }
        open.add(
            new Token(
                token.from(),
                token.to(),
                List.of(new Meaning.Does(Word.NOT)),
                token.corrected(),
                false));
        continue;
      }
      var joint = joint(token);
      if (joint == null
          || (joint == Joint.RELATIVE && goesOn(tokens, i + 1))
          || (joint == Joint.THEN && !happened())) {
        open.add(token);
        continue;
      }
      // The joint's own characters belong to what came before it, as filler.
      open.add(token);
      if (contentful(open)) {
        clauses.add(new Clause(open, joint));
        open.clear();
      } else if (!clauses.isEmpty()) {
        var last = clauses.removeLast();
        clauses.add(last.before(new Clause(List.copyOf(open), stronger(last.joint(), joint))));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      if (contentful(open) || clauses.isEmpty()) {
        clauses.add(new Clause(open, Joint.END));
      } else {
        var last = clauses.removeLast();
        clauses.add(last.before(new Clause(open, Joint.END)));
      }
    }
    if (!clauses.isEmpty()) {
      clauses.add(clauses.removeLast().with(Joint.END));
    }
  }

  private @Nullable Joint joint(Token token) {
    for (var meaning : token.meanings()) {
      if (meaning instanceof Meaning.Does(var word)) {
        switch (word) {
          case AND, NOUN_AND -> {
            return Joint.AND;
          }
          case OR, NOUN_OR -> {
            return Joint.OR;
          }
          case BUT -> {
            return Joint.BUT;
          }
          case RELATIVE -> {
            return Joint.RELATIVE;
          }
          case THEN -> {
            return Joint.THEN;
          }
          case AFTER -> {
            return Joint.AFTER;
          }
          case BEFORE -> {
            return Joint.THEN;
          }
          case COMMA -> {
            return Joint.COMMA;
          }
          default -> {}
        }
      }
    }
    return null;
  }

  /// Whether what hangs on the next noun is not told yet: 구매한 적이 없는, 구매한 지 30일.
  private static boolean goesOn(List<Token> tokens, int next) {
    return next < tokens.size()
        && (tokens.get(next).does(Word.EXPERIENCE) || tokens.get(next).does(Word.SINCE_DONE));
  }

  /// Whether something was said that another thing can come after.
  private boolean happened() {
    return contentful(open) || (open.isEmpty() && !clauses.isEmpty()) || !clauses.isEmpty();
  }

  private static boolean contentful(List<Token> tokens) {
    return tokens.stream().anyMatch(Clauses::content);
  }

  private static boolean content(Token token) {
    return token.unknown()
        || token.meanings().stream()
            .anyMatch(meaning ->
                !(meaning instanceof Meaning.Does(var word))
                    || word == Word.CONSENT
                    || word == Word.REFUSE
                    || word == Word.EXCEPT);
  }

  private static Joint stronger(Joint one, Joint other) {
    for (var joint : List.of(Joint.THEN, Joint.AFTER, Joint.OR, Joint.BUT, Joint.AND)) {
      if (one == joint || other == joint) {
        return joint;
      }
    }
    return one == Joint.RELATIVE ? one : other;
  }

  /// A comma in a list stands for the word before the last: a, b or c.
  private void commas() {
    for (var i = clauses.size() - 2; i >= 0; i--) {
      var clause = clauses.get(i);
      if (clause.joint() == Joint.COMMA) {
        var next = clauses.get(i + 1).joint();
        clauses.set(i, clause.with(next == Joint.OR ? Joint.OR : Joint.AND));
      }
    }
  }

  /// Clauses that only say when, or how much, or of what, belong to the next; at the end to the one
  /// before.
  private List<Clause> joined() {
    var joined = new ArrayList<Clause>();
    @Nullable Clause waiting = null;
    for (var clause : clauses) {
      var whole = waiting == null ? clause : waiting.before(clause);
      waiting = null;
      if (!joined.isEmpty() && againNot(joined.getLast(), whole)) {
        joined.add(again(joined.getLast(), whole));
      } else if (clause.joint() != Joint.END && incomplete(whole)) {
        waiting = whole;
      } else if (!joined.isEmpty()
          && literals(whole)
          && joined.getLast().joint() == Joint.OR
          && joined.getLast().has(Meaning.Trait.class)) {
        joined.add(joined.removeLast().before(whole));
      } else if (!joined.isEmpty() && incomplete(whole) && backwards(joined.getLast())) {
        joined.add(joined.removeLast().before(whole));
      } else {
        joined.add(whole);
      }
    }
    if (waiting != null) {
      joined.add(waiting);
    }
    if (language == Language.EN) {
      return valuesBackwards(joined);
    }
    return joined;
  }

  /// "Bought last month but not this month": the second is of the same event.
  private boolean againNot(Clause last, Clause clause) {
    return (last.joint() == Joint.BUT || last.joint() == Joint.AND)
        && clause.does(Word.NOT)
        && (clause.has(Meaning.In.class) || clause.has(Meaning.Dates.class))
        && (last.has(Meaning.Key.class) || last.has(Meaning.Event.class))
        && incomplete(clause);
  }

  private static Clause again(Clause last, Clause clause) {
    var all = new ArrayList<Token>();
    for (var token : last.tokens()) {
      if (token.as(Meaning.Key.class) != null || token.as(Meaning.Event.class) != null) {
        all.add(token);
      }
    }
    all.addAll(clause.tokens());
    return new Clause(all, clause.joint());
  }

  /// Nothing but more values in quotes, of the trait before them.
  private static boolean literals(Clause clause) {
    return clause.has(Meaning.Literal.class)
        && clause.tokens().stream()
            .allMatch(token -> pure(token) || (!token.unknown() && !content(token)));
  }

  /// Something in quotes that is a value, not a name.
  static boolean pure(Token token) {
    return token.as(Meaning.Literal.class) != null
        && token.as(Meaning.Trait.class) == null
        && token.as(Meaning.Property.class) == null
        && token.as(Meaning.Event.class) == null
        && token.as(Meaning.Segment.class) == null
        && token.as(Meaning.Purpose.class) == null
        && token.as(Meaning.Score.class) == null;
  }

  private boolean backwards(Clause last) {
    return language == Language.EN
        || (last.joint() != Joint.AND && last.joint() != Joint.OR && last.joint() != Joint.BUT);
  }

  /// In English what an event was of comes after it: bought shoes or clothing.
  private static List<Clause> valuesBackwards(List<Clause> clauses) {
    var joined = new ArrayList<Clause>();
    for (var clause : clauses) {
      if (!joined.isEmpty()
          && (joined.getLast().joint() == Joint.OR || joined.getLast().joint() == Joint.AND)
          && joined.getLast().has(Meaning.PropertyValue.class)
          && joined.getLast().has(Meaning.Key.class)
          && clause.has(Meaning.PropertyValue.class)
          && !clause.has(Meaning.TraitValue.class)
          && !clause.has(Meaning.Key.class)
          && !clause.has(Meaning.Event.class)) {
        joined.add(joined.removeLast().before(clause));
      } else {
        joined.add(clause);
      }
    }
    return joined;
  }

  private boolean incomplete(Clause clause) {
    var about = false;
    for (var token : clause.tokens()) {
      if (token.unknown()) {
        return false;
      }
      for (var meaning : token.meanings()) {
        switch (meaning) {
          case Meaning.Event _,
              Meaning.Key _,
              Meaning.Trait _,
              Meaning.TraitValue _,
              Meaning.Segment _,
              Meaning.Purpose _,
              Meaning.Score _,
              Meaning.Missing _,
              Meaning.Group _ -> {
            if (token.as(Meaning.PropertyValue.class) == null
                || token.as(Meaning.TraitValue.class) != null) {
              return false;
            }
          }
          case Meaning.Does(var word) -> {
            if (word == Word.CONSENT || word == Word.REFUSE) {
              return false;
            }
          }
          case Meaning.Property _, Meaning.PropertyValue _ -> about = true;
          case Meaning.Literal _ -> {
            if (!clause.has(Meaning.Property.class)) {
              return false;
            }
          }
          case Meaning.Measure(var quantity, _, _, _) -> {
            if (quantity.unit() == Quantity.Unit.YEARS_OLD
                || quantity.unit() == Quantity.Unit.DECADE) {
              return false;
            }
            about = true;
          }
          case Meaning.In _,
              Meaning.Dates _,
              Meaning.Within _,
              Meaning.LongerAgo _,
              Meaning.Ahead _,
              Meaning.Calendar _,
              Meaning.Comparing _,
              Meaning.Exactly _,
              Meaning.Numeral _ ->
              about = true;
        }
      }
    }
    return about;
  }
}
