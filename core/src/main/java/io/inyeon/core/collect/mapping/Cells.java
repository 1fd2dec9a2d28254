package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the cells of rows as what a map says they are.
final class Cells {
  private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "on", "예", "참", "o");
  private static final Set<String> NO =
      Set.of("false", "no", "n", "f", "0", "off", "아니오", "아니요", "거짓", "x");

  private final Formats formats;
  private final Set<String> empty;
  private final Times times;

  Cells(Formats formats, List<String> empty) {
    this.formats = formats;
    this.empty = Set.copyOf(empty);
    this.times = new Times(formats);
  }

  /// What a cell says; `null` when it is empty.
  @Nullable Value raw(Row row, String column) {
    var cell = row.cell(column);
    if (cell instanceof Value.Text(var text)) {
      var bare = text.strip();
      if (bare.isEmpty() || empty.contains(bare)) {
        return null;
      }
      return bare.length() == text.length() ? cell : new Value.Text(bare);
    }
    return cell;
  }

  /// What a cell says as a text; `null` when it is empty or no single value.
  @Nullable String text(Row row, String column) {
    var raw = raw(row, column);
    return raw == null ? null : text(raw);
  }

  /// The number that a cell writes; `null` for none.
  @Nullable BigDecimal number(Row row, String column) {
    return switch (raw(row, column)) {
      case Value.Decimal(var number) -> number;
      case Value.Text(var text) -> Numbers.written(text, formats);
      case null, default -> null;
    };
  }

  private static @Nullable String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Decimal(var number) -> {
        var bare = number.stripTrailingZeros();
        yield Math.abs((long) bare.scale()) > 100 ? bare.toString() : bare.toPlainString();
      }
      case Value.Truth(var truth) -> Boolean.toString(truth);
      case Value.Time(var time) -> time.toString();
      case Value.Items _, Value.Fields _, Value.Nothing _ -> null;
    };
  }

  /// Reads a cell by its column's rule; faults are added.
  ///
  /// @return `null` when it says nothing or is at fault
  @Nullable Value read(Row row, Rule.Column column, List<Violation> faults) {
    var raw = raw(row, column.name());
    if (raw == null) {
      if (column.required()) {
        faults.add(fault("missing_value", column.name(), ""));
      }
      return column.otherwise();
    }
    if (!column.values().isEmpty()) {
      var text = text(raw);
      var other = text == null ? null : column.values().get(text);
      if (other != null) {
        return other == Value.Nothing.NOTHING ? null : other;
      }
      if (column.strict()) {
        faults.add(fault("unknown_value", column.name(), shown(raw)));
        return null;
      }
    }
    var value =
        switch (column.as()) {
          case ANY -> raw instanceof Value.Time(var time) ? new Value.Text(time.toString()) : raw;
          case TEXT -> texts(raw);
          case NUMBER -> numbers(raw);
          case TRUTH -> truths(raw);
          case TIME -> times(raw, column.format());
          case ID -> ids(raw, column.pad());
        };
    if (value == null) {
      faults.add(fault(code(column.as()), column.name(), shown(raw)));
    }
    return value;
  }

  private static @Nullable Value texts(Value raw) {
    var text = text(raw);
    return text == null ? null : new Value.Text(text);
  }

  private @Nullable Value numbers(Value raw) {
    if (raw instanceof Value.Text(var text)) {
      var number = Numbers.written(text, formats);
      return number == null ? null : new Value.Decimal(number);
    }
    return raw instanceof Value.Decimal ? raw : null;
  }

  private static @Nullable Value truths(Value raw) {
    if (raw instanceof Value.Truth) {
      return raw;
    }
    var text = text(raw);
    var plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return YES.contains(plain)
        ? new Value.Truth(true)
        : NO.contains(plain) ? new Value.Truth(false) : null;
  }

  private @Nullable Value times(Value raw, @Nullable String format) {
    var instant =
        switch (raw) {
          case Value.Time(var time) -> time;
          case Value.Text(var text) -> times.read(text, format);
          case Value.Decimal(var number) -> times.read(number, format);
          case Value.Truth _, Value.Items _, Value.Fields _, Value.Nothing _ -> null;
        };
    return instant == null ? null : new Value.Text(instant.toString());
  }

  private static @Nullable Value ids(Value raw, int pad) {
    var restored =
        switch (raw) {
          case Value.Text(var text) -> Ids.text(text, pad);
          case Value.Decimal(var number) -> Ids.number(number, pad);
          case Value.Truth _, Value.Time _, Value.Items _, Value.Fields _, Value.Nothing _ ->
              new Ids.Restored(null);
        };
    return restored.id() == null ? null : new Value.Text(restored.id());
  }

  private static String code(Rule.As as) {
    return switch (as) {
      case ANY, TEXT -> "invalid_text";
      case NUMBER -> "invalid_number";
      case TRUTH -> "invalid_truth";
      case TIME -> "invalid_time";
      case ID -> "id_damaged";
    };
  }

  private static String shown(Value raw) {
    var text = text(raw);
    return text == null ? raw.getClass().getSimpleName() : text;
  }

  static Violation fault(String code, String column, String found) {
    return new Violation(code, "/" + column.replace("~", "~0").replace("/", "~1"), found);
  }
}
