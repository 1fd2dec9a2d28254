package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.ContentHash;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes events of rows. Pure: the same row of the same source always gives the same event, by the
/// same messageId.
public final class RowMapper {
  private static final Set<String> NAMES = Set.of("userId", "anonymousId");

  private final Mapping mapping;
  private final Cells cells;
  private final Set<String> named;

  /// Makes ready.
  public RowMapper(Mapping mapping) {
    this.mapping = mapping;
    this.cells = new Cells(mapping.formats(), mapping.empty());
    this.named = Columns.of(mapping);
  }

  /// The columns that the map names, in no order; a file that lacks one is not meant.
  public Set<String> columns() {
    return named;
  }

  /// What names a row: its key's columns, else all that it says. Hex.
  ///
  /// @return `null` when a column of the key is empty
  public @Nullable String key(Row row) {
    return mapping.key().isEmpty() ? ContentHash.of(row.cells()) : key(row, mapping.key());
  }

  private @Nullable String key(Row row, List<String> columns) {
    var values = new ArrayList<Value>(columns.size());
    for (var column : columns) {
      var text = cells.text(row, column);
      if (text == null) {
        return null;
      }
      values.add(new Value.Text(text));
    }
    return ContentHash.of(new Value.Items(values));
  }

  /// Whether two rows that say the same are two events: they are, unless a key names them.
  public boolean countsRepeats() {
    return mapping.key().isEmpty();
  }

  /// Makes an event of a row, or finds everything that is wrong with it.
  ///
  /// @param key as [#key] has it
  /// @param occurrence 1 for the first row of the file with this key, then 2, ...; two equal lines
  ///   of a receipt are two purchases
  public Mapped map(Row row, @Nullable String key, int occurrence) {
    var faults = new ArrayList<Violation>();
    if (key == null) {
      mapping.key().stream()
          .filter(column -> cells.text(row, column) == null)
          .forEach(column -> faults.add(Cells.fault("missing_key", column, "")));
      return new Mapped.Rejected(faults);
    }
    var name = occurrence == 1 ? key : key + "-" + occurrence;
    var made = new Making(row, name, faults).value(mapping.event());
    if (!(made instanceof Value.Fields(var shape))) {
      faults.add(new Violation("no_event", "", ""));
      return new Mapped.Rejected(faults);
    }
    var event = new LinkedHashMap<>(shape);
    identifiers(row, name, event, faults);
    if (!faults.isEmpty()) {
      return new Mapped.Rejected(faults);
    }
    var messageId =
        event.get("messageId") instanceof Value.Text(var own) && !own.isBlank()
            ? own
            : "row-" + name;
    event.put("messageId", new Value.Text(messageId));
    return new Mapped.Ready(messageId, new Value.Fields(event));
  }

  /// Adds what the map says of further identifiers. A row that names nobody gets the name that the
  /// map has for such; without one, the event is known by its messageId, as any import's.
  private void identifiers(Row row, String name, Map<String, Value> event, List<Violation> faults) {
    var making = new Making(row, name, faults);
    var external = new ArrayList<Value>();
    mapping
        .identifiers()
        .forEach((type, rule) -> {
          var id = making.value(rule);
          if (id != null) {
            external.add(externalId(type, id));
          }
        });
    if (external.isEmpty() && !names(event)) {
      var prospect = mapping.prospect();
      if (prospect == null) {
        faults.add(new Violation("no_identifier", "", ""));
        return;
      }
      var own = prospect.isEmpty() ? null : key(row, prospect);
      if (own != null) {
        event.put("rowKey", new Value.Text(own));
      }
    }
    if (!external.isEmpty()) {
      addTo(event, external);
    }
  }

  private static void addTo(Map<String, Value> event, List<Value> external) {
    var context = new LinkedHashMap<String, Value>();
    if (event.get("context") instanceof Value.Fields(var own)) {
      context.putAll(own);
    }
    var all = new ArrayList<Value>();
    if (context.get("externalIds") instanceof Value.Items(var own)) {
      all.addAll(own);
    }
    all.addAll(external);
    context.put("externalIds", new Value.Items(all));
    event.put("context", new Value.Fields(context));
  }

  private static Value externalId(String type, Value id) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("id", id);
    fields.put("type", new Value.Text(type));
    fields.put("collection", new Value.Text("users"));
    fields.put("encoding", new Value.Text("none"));
    return new Value.Fields(fields);
  }

  /// Whether the event names somebody in one of the usual places.
  private static boolean names(Map<String, Value> event) {
    for (var name : NAMES) {
      if (says(event.get(name))) {
        return true;
      }
    }
    var fields = new Value.Fields(event);
    var context = fields.fields("context");
    var traits = fields.fields("traits");
    var cached = context.fields("traits");
    var device = context.fields("device");
    return says(traits.get("email"))
        || says(traits.get("phone"))
        || says(cached.get("email"))
        || says(cached.get("phone"))
        || says(device.get("id"))
        || (context.get("externalIds") instanceof Value.Items(var items) && !items.isEmpty());
  }

  private static boolean says(@Nullable Value value) {
    return switch (value) {
      case null -> false;
      case Value.Text(var text) -> !text.isBlank();
      case Value.Nothing _ -> false;
      case Value.Decimal _, Value.Truth _, Value.Time _, Value.Items _, Value.Fields _ -> true;
    };
  }

  /// One row on its way.
  private final class Making {
    private final Row row;
    private final String name;
    private final List<Violation> faults;

    Making(Row row, String name, List<Violation> faults) {
      this.row = row;
      this.name = name;
      this.faults = faults;
    }

    @Nullable Value value(Rule rule) {
      return switch (rule) {
        case Rule.Constant(var value) -> value;
        case Rule.Column column -> cells.read(row, column, faults);
        case Rule.Template(var parts) -> template(parts);
        case Rule.Choice(var cases, var otherwise) -> choice(cases, otherwise);
        case Rule.Items(var rules) -> items(rules);
        case Rule.Shape shape -> shape(shape);
      };
    }

    private @Nullable Value template(List<Rule.Part> parts) {
      var text = new StringBuilder();
      var said = false;
      var columns = false;
      for (var part : parts) {
        var column = part.column();
        if (column == null) {
          text.append(part.literal());
          continue;
        }
        columns = true;
        if (column.name().equals("#row")) {
          text.append(row.number());
          said = true;
        } else if (column.name().equals("#key")) {
          text.append(name);
          said = true;
        } else {
          var cell = cells.text(row, column.name());
          said |= cell != null;
          text.append(cell == null ? "" : cell);
        }
      }
      return said || !columns ? new Value.Text(text.toString()) : null;
    }

    private @Nullable Value choice(List<Rule.Case> cases, @Nullable Rule otherwise) {
      for (var each : cases) {
        if (each.when().stream().allMatch(this::holds)) {
          return value(each.then());
        }
      }
      return otherwise == null ? null : value(otherwise);
    }

    private boolean holds(Condition condition) {
      return switch (condition) {
        case Condition.OneOf(var column, var texts) -> {
          var text = cells.text(row, column);
          yield text != null && texts.contains(text);
        }
        case Condition.StartsWith(var column, var start) -> {
          var text = cells.text(row, column);
          yield text != null && text.startsWith(start);
        }
        case Condition.Below(var column, var limit) -> {
          var number = cells.number(row, column);
          yield number != null && number.compareTo(limit) < 0;
        }
        case Condition.Above(var column, var limit) -> {
          var number = cells.number(row, column);
          yield number != null && number.compareTo(limit) > 0;
        }
        case Condition.Present(var column, var present) ->
            present == (cells.raw(row, column) != null);
      };
    }

    private @Nullable Value items(List<Rule> rules) {
      var all = new ArrayList<Value>(rules.size());
      for (var rule : rules) {
        var value = value(rule);
        if (value != null) {
          all.add(value);
        }
      }
      return all.isEmpty() ? null : new Value.Items(all);
    }

    private @Nullable Value shape(Rule.Shape shape) {
      var fields = new LinkedHashMap<String, Value>();
      if (shape.wholeRow()) {
        fields.putAll(row.cells().values());
      }
      if (shape.rest()) {
        for (var column : row.cells().values().keySet()) {
          if (!named.contains(column)) {
            take(fields, column);
          }
        }
      }
      shape.columns().forEach(column -> take(fields, column));
      shape
          .fields()
          .forEach((name, rule) -> {
            var value = value(rule);
            if (value != null) {
              fields.put(name, value);
            }
          });
      return fields.isEmpty() ? null : new Value.Fields(fields);
    }

    private void take(Map<String, Value> fields, String column) {
      var cell = cells.raw(row, column);
      if (cell != null) {
        fields.put(
            column, cell instanceof Value.Time(var time) ? new Value.Text(time.toString()) : cell);
      }
    }
  }
}
