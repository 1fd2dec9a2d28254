package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a value of an event comes from.
public sealed interface Rule {
  /// Always the same value.
  record Constant(Value value) implements Rule {}

  /// Texts and columns strung together, e.g. `{InvoiceNo}-{StockCode}`. Says nothing when every
  /// column of it is empty.
  record Template(List<Part> parts) implements Rule {
    public Template {
      parts = List.copyOf(parts);
    }
  }

  /// A part of a template.
  ///
  /// @param literal characters as they are; `null` for a column
  /// @param column `null` for a literal
  record Part(@Nullable String literal, @Nullable Column column) {}

  /// What stands in a column.
  ///
  /// @param name of the column; in nested rows also a path with dots
  /// @param as what it is read as
  /// @param format of a time, before all others; `null` for none
  /// @param pad digits to which a number-like id is filled up with zeros; 0 for none
  /// @param values other values for what stands there
  /// @param strict whether a value that `values` does not list is a fault
  /// @param required whether an empty cell is a fault
  /// @param otherwise stands in for an empty cell; `null` for none
  record Column(
      String name,
      As as,
      @Nullable String format,
      int pad,
      Map<String, Value> values,
      boolean strict,
      boolean required,
      @Nullable Value otherwise)
      implements Rule {
    public Column {
      values = Map.copyOf(values);
    }

    /// A column just as it stands.
    static Column of(String name) {
      return new Column(name, As.ANY, null, 0, Map.of(), false, false, null);
    }
  }

  /// The first case that holds.
  record Choice(List<Case> cases, @Nullable Rule otherwise) implements Rule {
    public Choice {
      cases = List.copyOf(cases);
    }
  }

  /// One of several.
  record Case(List<Condition> when, Rule then) {
    public Case {
      when = List.copyOf(when);
    }
  }

  /// A list; items that say nothing are left out.
  record Items(List<Rule> items) implements Rule {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Named values; those that say nothing are left out.
  ///
  /// @param wholeRow whether the row's own fields are taken over first
  /// @param columns taken over under their own names, where they say something
  /// @param rest whether every column that no rule names is taken over, too
  record Shape(boolean wholeRow, List<String> columns, boolean rest, Map<String, Rule> fields)
      implements Rule {
    public Shape {
      columns = List.copyOf(columns);
    }
  }

  /// What a cell is read as.
  enum As {
    /// As it came: texts stay texts, numbers numbers.
    ANY,
    TEXT,
    NUMBER,
    TRUTH,
    TIME,
    /// A text that names something; what spreadsheets did to it is undone, or found.
    ID
  }
}
