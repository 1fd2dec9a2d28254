package io.inyeon.core.collect.mapping;

import java.math.BigDecimal;
import java.util.List;

/// Something that holds of a cell, or does not.
public sealed interface Condition {
  /// The column that it is about.
  String column();

  /// It is one of these texts.
  record OneOf(String column, List<String> texts) implements Condition {
    public OneOf {
      texts = List.copyOf(texts);
    }
  }

  /// It begins so.
  record StartsWith(String column, String text) implements Condition {}

  /// It is a number below this one.
  record Below(String column, BigDecimal limit) implements Condition {}

  /// It is a number above this one.
  record Above(String column, BigDecimal limit) implements Condition {}

  /// It says something, or nothing.
  record Present(String column, boolean present) implements Condition {}
}
