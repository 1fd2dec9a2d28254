package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Value.Decimal;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.core.collect.Value.Items;
import io.inyeon.core.collect.Value.Nothing;
import io.inyeon.core.collect.Value.Text;
import io.inyeon.core.collect.Value.Truth;
import io.inyeon.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the answers of the API.
final class Answers {
  private Answers() {}

  /// The object that was answered; no fields when it was none.
  static Fields read(byte[] json) {
    return JsonReader.event(json) instanceof Fields fields ? fields : Fields.EMPTY;
  }

  /// The number under a name, or 0.
  static long number(Fields fields, String name) {
    return fields.get(name) instanceof Decimal(var number) ? number.longValue() : 0;
  }

  /// The text under a name, or nothing at all.
  static String text(Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  /// The objects of the list under a name.
  static List<Fields> list(Fields fields, String name) {
    var all = new ArrayList<Fields>();
    if (fields.get(name) instanceof Items(var items)) {
      for (var item : items) {
        if (item instanceof Fields each) {
          all.add(each);
        }
      }
    }
    return all;
  }

  /// What people would write for a value.
  static String plain(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Text(var text) -> text;
      case Decimal(var number) -> number.toPlainString();
      case Truth(var truth) -> truth ? "yes" : "no";
      case Value.Time(var time) -> time.toString();
      case Items(var items) -> items.size() + " values";
      case Fields fields -> fields.values().size() + " fields";
      case Nothing _ -> "";
    };
  }
}
