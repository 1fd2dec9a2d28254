package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a map as an operator wrote it, or finds everything that is wrong with it.
public final class MappingReader {
  private static final Set<String> FIELDS =
      Set.of(
          "preset",
          "file",
          "timeZone",
          "dateFormats",
          "decimal",
          "grouping",
          "days1904",
          "empty",
          "key",
          "prospect",
          "event",
          "identifiers");
  private static final Set<String> FILE_FIELDS =
      Set.of("format", "encoding", "delimiter", "header", "columns", "skipRows", "sheet", "json");

  private final Faulty faults = new Faulty();

  private MappingReader() {}

  /// Either a map, or what is wrong with it.
  public sealed interface Reading {
    /// It can be used.
    record Good(Mapping mapping) implements Reading {}

    /// Each path is a JSON Pointer into the map.
    record Bad(List<Violation> violations) implements Reading {
      public Bad {
        violations = List.copyOf(violations);
      }
    }
  }

  /// Reads a map.
  ///
  /// @param workspaceZone IANA name; of times where neither they nor the map say another
  public static Reading read(Value written, String workspaceZone) {
    var reader = new MappingReader();
    if (!(written instanceof Value.Fields fields)) {
      return new Reading.Bad(List.of(new Violation("not_an_object", "", "")));
    }
    var preset = fields.get("preset");
    var whole = fields;
    if (preset != null) {
      var ready = preset instanceof Value.Text(var name) ? Presets.named(name) : null;
      if (ready == null) {
        reader.faults.add("unknown_preset", "/preset", preset);
      } else {
        whole = over(ready, fields);
      }
    }
    var mapping = reader.mapping(whole, workspaceZone);
    return reader.faults.none() ? new Reading.Good(mapping) : new Reading.Bad(reader.faults.all());
  }

  /// What an operator writes beside the name of a ready-made map stands before the map's own.
  private static Value.Fields over(Value.Fields ready, Value.Fields own) {
    var all = new TreeMap<>(ready.values());
    all.putAll(own.values());
    return new Value.Fields(all);
  }

  private Mapping mapping(Value.Fields map, String workspaceZone) {
    faults.unknown(map, FIELDS, "");
    var event = map.get("event");
    if (event == null) {
      faults.add("missing_event", "/event", null);
    }
    var rules = new RuleReader(faults);
    return new Mapping(
        file(map),
        formats(map, workspaceZone),
        texts(map, "empty", ""),
        texts(map, "key", ""),
        prospect(map),
        event == null ? new Rule.Constant(Value.Nothing.NOTHING) : rules.read(event, "/event"),
        identifiers(map, rules));
  }

  private SortedMap<String, Rule> identifiers(Value.Fields map, RuleReader rules) {
    var all = new TreeMap<String, Rule>();
    map.fields("identifiers")
        .values()
        .forEach((type, rule) -> {
          if (!type.equals(IdentifierTypes.typeName(type))) {
            faults.add("invalid_identifier_type", "/identifiers/" + type, rule);
          }
          all.put(type, rules.read(rule, "/identifiers/" + type));
        });
    return all;
  }

  private @Nullable List<String> prospect(Value.Fields map) {
    return switch (map.get("prospect")) {
      case null -> List.of();
      case Value.Truth(var kept) -> kept ? List.of() : null;
      default -> texts(map, "prospect", "");
    };
  }

  private Formats formats(Value.Fields map, String workspaceZone) {
    var zone = text(map, "timeZone", "");
    var dates = texts(map, "dateFormats", "");
    for (var i = 0; i < dates.size(); i++) {
      if (!Times.usable(dates.get(i))) {
        faults.add("invalid_format", "/dateFormats/" + i, new Value.Text(dates.get(i)));
      }
    }
    var decimal = sign(map, "decimal", '.');
    var grouping = sign(map, "grouping", decimal == ',' ? '.' : ',');
    if (decimal == grouping) {
      faults.add("same_signs", "/grouping", map.get("grouping"));
    }
    return new Formats(
        zone(zone == null ? workspaceZone : zone),
        dates,
        decimal,
        grouping,
        truth(map, "days1904", "", false));
  }

  private ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      faults.add("unknown_time_zone", "/timeZone", new Value.Text(name));
      return ZoneId.of("UTC");
    }
  }

  private FileForm file(Value.Fields map) {
    var written = map.get("file");
    if (written == null) {
      return FileForm.TOLD_BY_FILE;
    }
    if (!(written instanceof Value.Fields file)) {
      faults.add("not_an_object", "/file", written);
      return FileForm.TOLD_BY_FILE;
    }
    faults.unknown(file, FILE_FIELDS, "/file");
    var delimiter = text(file, "delimiter", "/file");
    if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
      faults.add("invalid_delimiter", "/file/delimiter", file.get("delimiter"));
      delimiter = null;
    }
    var columns = texts(file, "columns", "/file");
    var header = truth(file, "header", "/file", true);
    if (Set.copyOf(columns).size() != columns.size()) {
      faults.add("column_named_twice", "/file/columns", file.get("columns"));
    }
    return new FileForm(
        format(file),
        text(file, "encoding", "/file"),
        delimiter == null ? null : delimiter.charAt(0),
        header,
        columns,
        (int) number(file, "skipRows", "/file", 0, 10_000),
        text(file, "sheet", "/file"),
        texts(file, "json", "/file"));
  }

  private FileForm.@Nullable Format format(Value.Fields file) {
    var written = text(file, "format", "/file");
    if (written == null) {
      return null;
    }
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "csv", "tsv" -> FileForm.Format.CSV;
      case "jsonl", "ndjson" -> FileForm.Format.JSON_LINES;
      case "parquet" -> FileForm.Format.PARQUET;
      case "xlsx" -> FileForm.Format.XLSX;
      default -> {
        faults.add("unknown_format", "/file/format", file.get("format"));
        yield null;
      }
    };
  }

  private char sign(Value.Fields map, String name, char otherwise) {
    var text = text(map, name, "");
    if (text == null) {
      return otherwise;
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0))) {
      faults.add("invalid_sign", "/" + name, map.get(name));
      return otherwise;
    }
    return text.charAt(0);
  }

  private List<String> texts(Value.Fields map, String name, String at) {
    return faults.texts(map.get(name), at + "/" + name);
  }

  private @Nullable String text(Value.Fields map, String name, String at) {
    var written = map.get(name);
    if (written == null || written instanceof Value.Text) {
      return map.text(name);
    }
    faults.add("not_a_text", at + "/" + name, written);
    return null;
  }

  private boolean truth(Value.Fields map, String name, String at, boolean otherwise) {
    return faults.truth(map.get(name), at + "/" + name, otherwise);
  }

  private long number(Value.Fields map, String name, String at, long otherwise, long most) {
    return faults.number(map.get(name), at + "/" + name, otherwise, most);
  }

  /// All that is wrong with a map, and the plain things of which maps are made.
  static final class Faulty {
    private final List<Violation> found = new ArrayList<>();

    void add(String code, String path, @Nullable Value offending) {
      var shown =
          switch (offending) {
            case null -> "";
            case Value.Text(var text) -> text;
            case Value.Decimal(var number) -> number.toString();
            case Value.Truth(var truth) -> Boolean.toString(truth);
            case Value.Time(var time) -> time.toString();
            case Value.Items _ -> "a list";
            case Value.Fields _ -> "an object";
            case Value.Nothing _ -> "null";
          };
      found.add(new Violation(code, path, shown));
    }

    void unknown(Value.Fields fields, Set<String> known, String at) {
      fields
          .values()
          .forEach((name, value) -> {
            if (!known.contains(name)) {
              add("unknown_field", at + "/" + name, value);
            }
          });
    }

    List<String> texts(@Nullable Value written, String path) {
      if (written == null) {
        return List.of();
      }
      if (written instanceof Value.Text(var one)) {
        return List.of(one);
      }
      var all = new ArrayList<String>();
      if (written instanceof Value.Items(var items)) {
        for (var item : items) {
          if (item instanceof Value.Text(var text)) {
            all.add(text);
          } else {
            add("not_a_text", path, item);
          }
        }
      } else {
        add("not_texts", path, written);
      }
      return all;
    }

    boolean truth(@Nullable Value written, String path, boolean otherwise) {
      if (written instanceof Value.Truth(var truth)) {
        return truth;
      }
      if (written != null) {
        add("not_true_or_false", path, written);
      }
      return otherwise;
    }

    long number(@Nullable Value written, String path, long otherwise, long most) {
      if (written == null) {
        return otherwise;
      }
      if (written instanceof Value.Decimal(var number)
          && number.signum() >= 0
          && number.stripTrailingZeros().scale() <= 0
          && number.precision() - number.scale() < 12
          && number.longValue() <= most) {
        return number.longValue();
      }
      add("invalid_number", path, written);
      return otherwise;
    }

    boolean none() {
      return found.isEmpty();
    }

    List<Violation> all() {
      return found;
    }
  }
}
