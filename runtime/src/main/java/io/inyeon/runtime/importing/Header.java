package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.Row;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of a table's columns, by which its rows are made.
///
/// @param json columns whose texts are JSON documents
record Header(List<String> names, Set<String> json) {
  Header {
    names = List.copyOf(names);
    json = Set.copyOf(json);
  }

  /// What the map says, else what the file's first row says.
  static Header of(@Nullable List<String> first, FileForm form) throws Unreadable {
    var names = new ArrayList<String>();
    var written = form.columns().isEmpty() ? first : form.columns();
    for (var name : written == null ? List.<String>of() : written) {
      names.add(name.strip());
    }
    if (names.isEmpty()) {
      throw new Unreadable("no_columns", "The file is empty, or nobody says its columns' names.");
    }
    var seen = new HashSet<String>();
    for (var i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, "#" + (i + 1));
      }
      if (!seen.add(names.get(i))) {
        throw new Unreadable(
            "column_named_twice",
            "Two columns have the name " + names.get(i) + ": name the columns in the map.");
      }
    }
    return new Header(names, Set.copyOf(form.json()));
  }

  /// A row of so many values.
  Line line(long number, List<? extends Value> values) {
    var cells = LinkedHashMap.<String, Value>newLinkedHashMap(names.size());
    Violation fault = null;
    for (var i = 0; i < names.size() && i < values.size(); i++) {
      var name = names.get(i);
      var value = values.get(i);
      if (!json.isEmpty() && json.contains(name) && value instanceof Value.Text(var text)) {
        var parsed = json(text);
        fault = parsed == null ? new Violation("invalid_json", "/" + name, text) : fault;
        value = parsed == null ? value : parsed;
      }
      cells.put(name, value);
    }
    if (values.size() > names.size()) {
      fault = new Violation("too_many_fields", "", values.size() + " instead of " + names.size());
    }
    return new Line(new Row(number, new Value.Fields(cells)), fault);
  }

  private static @Nullable Value json(String text) {
    if (text.isBlank()) {
      return Value.Nothing.NOTHING;
    }
    return JsonReader.event(text.getBytes(StandardCharsets.UTF_8)) instanceof Value value
        ? value
        : null;
  }
}
