package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Takes fields apart into one cell for each path at which a condition finds something: what
/// [FieldPath#in] would find there, for all paths at once.
public final class Cells {
  /// Characters of the longest path that a condition can name.
  private static final int LONGEST = 512;

  private final Terms terms;
  private final BiConsumer<FieldPath, Cell> taker;

  private Cells(Terms terms, BiConsumer<FieldPath, Cell> taker) {
    this.terms = terms;
    this.taker = taker;
  }

  /// Gives the cells of some fields.
  public static void of(
      Map<String, ? extends Value> fields, Terms terms, BiConsumer<FieldPath, Cell> taker) {
    var cells = new Cells(terms, taker);
    fields.forEach((name, value) -> cells.below(List.of(), 0, name, value));
  }

  private void below(List<String> names, int length, String name, Value value) {
    if (value == Value.Nothing.NOTHING || name.isEmpty() || length + name.length() > LONGEST) {
      return;
    }
    single(with(names, name), length + name.length(), value);
  }

  private static List<String> with(List<String> names, String name) {
    var more = new ArrayList<String>(names.size() + 1);
    more.addAll(names);
    more.add(name);
    return more;
  }

  /// The only value at a path.
  private void single(List<String> names, int length, Value value) {
    give(names, value);
    switch (value) {
      case Value.Fields(var inner) ->
          inner.forEach((name, each) -> below(names, length, name, each));
      case Value.Items(var items) -> throughList(names, length, items);
      case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ -> {}
    }
  }

  /// A list on the way stands for each of its elements.
  private void throughList(List<String> names, int length, List<Value> items) {
    var further = new LinkedHashMap<String, List<Value>>();
    items.forEach(item -> gather(item, further));
    further.forEach((name, values) -> {
      if (!name.isEmpty() && length + name.length() <= LONGEST) {
        several(with(names, name), length + name.length(), values);
      }
    });
  }

  private static void gather(Value item, Map<String, List<Value>> further) {
    if (item instanceof Value.Fields(var fields)) {
      fields.forEach((name, value) -> {
        if (value != Value.Nothing.NOTHING) {
          further.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
      });
    } else if (item instanceof Value.Items(var items)) {
      items.forEach(each -> gather(each, further));
    }
  }

  /// What elements of a list have at a path, taken together as one list.
  private void several(List<String> names, int length, List<Value> values) {
    var all = new ArrayList<Value>();
    for (var value : values) {
      if (value instanceof Value.Items(var inner)) {
        all.addAll(inner);
      } else {
        all.add(value);
      }
    }
    if (!all.isEmpty()) {
      give(names, new Value.Items(all));
    }
    throughList(names, length, values);
  }

  private void give(List<String> names, Value value) {
    var cell = Cell.of(value, terms);
    if (cell != null) {
      taker.accept(new FieldPath(names), cell);
    }
  }
}
