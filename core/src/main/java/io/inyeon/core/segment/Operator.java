package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.List;

/// What must hold of one value. A comparison of unlike types, or with no value, is unknown; only
/// [Exists] and [NotExists] answer that.
///
/// Numbers have 9 places here, see [Decimals9]; other numbers are rounded to as many before they
/// are compared.
public sealed interface Operator {
  /// Its name in JSON.
  String word();

  /// It is this text, number or truth.
  record Equals(Value value) implements Operator {
    public Equals {
      value = scalar(value);
    }

    @Override
    public String word() {
      return "equals";
    }
  }

  /// It is another text, number or truth of the same type.
  record NotEquals(Value value) implements Operator {
    public NotEquals {
      value = scalar(value);
    }

    @Override
    public String word() {
      return "not_equals";
    }
  }

  /// It is one of these; unknown when it is none and of another type than one of them.
  record In(List<Value> values) implements Operator {
    public In {
      values = values.stream().map(Operator::scalar).toList();
    }

    @Override
    public String word() {
      return "in";
    }
  }

  /// A text that holds this text, or a list that has this element.
  record Contains(Value value) implements Operator {
    public Contains {
      value = scalar(value);
    }

    @Override
    public String word() {
      return "contains";
    }
  }

  /// A text that begins so.
  record StartsWith(String text) implements Operator {
    @Override
    public String word() {
      return "starts_with";
    }
  }

  /// A text that ends so.
  record EndsWith(String text) implements Operator {
    @Override
    public String word() {
      return "ends_with";
    }
  }

  /// A text that a pattern in RE2 syntax describes as a whole.
  record Matches(String pattern) implements Operator {
    @Override
    public String word() {
      return "matches";
    }
  }

  /// A number that stands so to another.
  record Compares(Relation relation, BigDecimal number) implements Operator {
    public Compares {
      number = Decimals9.exact(number);
    }

    @Override
    public String word() {
      return relation.word();
    }
  }

  /// How two numbers stand to each other.
  enum Relation {
    GT("gt"),
    GTE("gte"),
    LT("lt"),
    LTE("lte");

    private final String word;

    Relation(String word) {
      this.word = word;
    }

    /// Its name in JSON.
    public String word() {
      return word;
    }

    /// Whether it holds.
    ///
    /// @param order of the one to the other: negative, zero or positive
    boolean holds(int order) {
      return switch (this) {
        case GT -> order > 0;
        case GTE -> order >= 0;
        case LT -> order < 0;
        case LTE -> order <= 0;
      };
    }
  }

  /// A number from one to another, both included.
  record Between(BigDecimal from, BigDecimal to) implements Operator {
    public Between {
      from = Decimals9.exact(from);
      to = Decimals9.exact(to);
      if (from.compareTo(to) > 0) {
        throw new IllegalArgumentException(from + " is above " + to);
      }
    }

    @Override
    public String word() {
      return "between";
    }
  }

  /// There is a value.
  record Exists() implements Operator {
    @Override
    public String word() {
      return "exists";
    }
  }

  /// There is no value.
  record NotExists() implements Operator {
    @Override
    public String word() {
      return "not_exists";
    }
  }

  /// A time before this one.
  record Before(Moment moment) implements Operator {
    @Override
    public String word() {
      return "before";
    }
  }

  /// A time after this one.
  record After(Moment moment) implements Operator {
    @Override
    public String word() {
      return "after";
    }
  }

  /// A time after so long ago, and not after now.
  record WithinLast(Span span) implements Operator {
    @Override
    public String word() {
      return "within_last";
    }
  }

  /// A time after now, and not after so long from now.
  record WithinNext(Span span) implements Operator {
    @Override
    public String word() {
      return "within_next";
    }
  }

  /// A date whose next anniversary is today or begins within so long, in the workspace's time zone.
  /// The 29th of February is kept on the 28th in other years.
  record AnniversaryWithin(Span span) implements Operator {
    @Override
    public String word() {
      return "anniversary_within";
    }
  }

  /// Whether its answer is the same whenever and wherever it is asked.
  default boolean timeless() {
    return switch (this) {
      case Equals _,
          NotEquals _,
          In _,
          Contains _,
          StartsWith _,
          EndsWith _,
          Matches _,
          Compares _,
          Between _,
          Exists _,
          NotExists _ ->
          true;
      case Before(var moment) -> moment instanceof Moment.Exact;
      case After(var moment) -> moment instanceof Moment.Exact;
      case WithinLast _, WithinNext _, AnniversaryWithin _ -> false;
    };
  }

  static Value scalar(Value value) {
    return switch (value) {
      case Value.Text _, Value.Truth _ -> value;
      case Value.Decimal(var number) -> new Value.Decimal(Decimals9.exact(number));
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ ->
          throw new IllegalArgumentException("no text, number or truth: " + value);
    };
  }
}
