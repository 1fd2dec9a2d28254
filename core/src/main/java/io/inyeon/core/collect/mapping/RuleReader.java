package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rules of a map.
///
/// A text is a template: `{Column}` stands for what is in the column, `{#row}` for the row's
/// number, `{#key}` for its name; `{{` is a brace. An object with `$column`, `$choose` or `$value`
/// is a rule, any other the shape of a part of the event; there `$row` takes over the row's own
/// fields, `$columns` some columns or, as `"*"`, all that no rule names.
final class RuleReader {
  private static final Set<String> COLUMN =
      Set.of("$column", "as", "format", "pad", "values", "strict", "required", "default");
  private static final Set<String> CHOICE = Set.of("$choose", "otherwise");
  private static final Set<String> CASE = Set.of("when", "then");
  private static final int DEEPEST = 20;

  private final MappingReader.Faulty faults;
  private int depth;

  RuleReader(MappingReader.Faulty faults) {
    this.faults = faults;
  }

  Rule read(Value written, String path) {
    if (++depth > DEEPEST) {
      faults.add("too_deep", path, written);
      depth--;
      return new Rule.Constant(Value.Nothing.NOTHING);
    }
    var rule =
        switch (written) {
          case Value.Text(var text) -> template(text, path);
          case Value.Items(var items) -> items(items, path);
          case Value.Fields fields -> object(fields, path);
          case Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
              new Rule.Constant(written);
        };
    depth--;
    return rule;
  }

  private Rule items(List<Value> items, String path) {
    var rules = new ArrayList<Rule>();
    for (var i = 0; i < items.size(); i++) {
      rules.add(read(items.get(i), path + "/" + i));
    }
    return new Rule.Items(rules);
  }

  private Rule object(Value.Fields fields, String path) {
    if (fields.values().containsKey("$value")) {
      return new Rule.Constant(fields.values().getOrDefault("$value", Value.Nothing.NOTHING));
    }
    if (fields.values().containsKey("$column")) {
      return column(fields, path);
    }
    return fields.values().containsKey("$choose") ? choice(fields, path) : shape(fields, path);
  }

  private Rule template(String text, String path) {
    var parts = new ArrayList<Rule.Part>();
    var literal = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '{' && text.startsWith("{{", i)) {
        literal.append('{');
        i++;
      } else if (c == '}' && text.startsWith("}}", i)) {
        literal.append('}');
        i++;
      } else if (c == '{') {
        var end = text.indexOf('}', i);
        if (end < 0 || end == i + 1) {
          faults.add("invalid_template", path, new Value.Text(text));
          break;
        }
        if (!literal.isEmpty()) {
          parts.add(new Rule.Part(literal.toString(), null));
          literal.setLength(0);
        }
        parts.add(new Rule.Part(null, Rule.Column.of(text.substring(i + 1, end))));
        i = end;
      } else {
        literal.append(c);
      }
    }
    if (parts.isEmpty()) {
      return new Rule.Constant(new Value.Text(literal.toString()));
    }
    if (!literal.isEmpty()) {
      parts.add(new Rule.Part(literal.toString(), null));
    }
    return new Rule.Template(parts);
  }

  private Rule column(Value.Fields fields, String path) {
    faults.unknown(fields, COLUMN, path);
    var name = fields.text("$column");
    if (name == null || name.isEmpty()) {
      faults.add("invalid_column", path + "/$column", fields.get("$column"));
    }
    var format = fields.text("format");
    if (format != null && !Times.usable(format)) {
      faults.add("invalid_format", path + "/format", fields.get("format"));
      format = null;
    }
    Map<String, Value> values = Map.of();
    if (fields.get("values") instanceof Value.Fields(var written)) {
      values = written;
    } else if (fields.get("values") != null) {
      faults.add("not_an_object", path + "/values", fields.get("values"));
    }
    return new Rule.Column(
        name == null ? "" : name,
        as(fields, path, format != null),
        format,
        (int) faults.number(fields.get("pad"), path + "/pad", 0, 30),
        values,
        faults.truth(fields.get("strict"), path + "/strict", false),
        faults.truth(fields.get("required"), path + "/required", false),
        fields.get("default"));
  }

  private Rule.As as(Value.Fields fields, String path, boolean formatted) {
    var written = fields.get("as");
    var name = written instanceof Value.Text(var text) ? text : "";
    for (var as : Rule.As.values()) {
      if (as.name().toLowerCase(Locale.ROOT).equals(name)) {
        return as;
      }
    }
    if (written != null) {
      faults.add("unknown_as", path + "/as", written);
    }
    return formatted ? Rule.As.TIME : fields.get("pad") == null ? Rule.As.ANY : Rule.As.ID;
  }

  private Rule choice(Value.Fields fields, String path) {
    faults.unknown(fields, CHOICE, path);
    var cases = new ArrayList<Rule.Case>();
    if (fields.get("$choose") instanceof Value.Items(var items)) {
      for (var i = 0; i < items.size(); i++) {
        var at = path + "/$choose/" + i;
        var then = items.get(i) instanceof Value.Fields each ? each.get("then") : null;
        if (items.get(i) instanceof Value.Fields one && then != null) {
          faults.unknown(one, CASE, at);
          cases.add(new Rule.Case(conditions(one, at + "/when"), read(then, at + "/then")));
        } else {
          faults.add("invalid_case", at, items.get(i));
        }
      }
    } else {
      faults.add("not_a_list", path + "/$choose", fields.get("$choose"));
    }
    var otherwise = fields.get("otherwise");
    return new Rule.Choice(cases, otherwise == null ? null : read(otherwise, path + "/otherwise"));
  }

  private List<Condition> conditions(Value.Fields one, String path) {
    var all = new ArrayList<Condition>();
    if (!(one.get("when") instanceof Value.Fields(var columns))) {
      faults.add("invalid_condition", path, one.get("when"));
      return all;
    }
    columns.forEach((column, tests) -> {
      if (tests instanceof Value.Fields(var each)) {
        each.forEach((test, value) -> {
          var condition = condition(column, test, value);
          if (condition == null) {
            faults.add("invalid_condition", path + "/" + column + "/" + test, value);
          } else {
            all.add(condition);
          }
        });
      } else {
        all.add(new Condition.OneOf(column, faults.texts(tests, path + "/" + column)));
      }
    });
    return all;
  }

  private static @Nullable Condition condition(String column, String test, Value value) {
    return switch (test) {
      case "startsWith" ->
          value instanceof Value.Text(var text) ? new Condition.StartsWith(column, text) : null;
      case "below" ->
          value instanceof Value.Decimal(var limit) ? new Condition.Below(column, limit) : null;
      case "above" ->
          value instanceof Value.Decimal(var limit) ? new Condition.Above(column, limit) : null;
      case "present" ->
          value instanceof Value.Truth(var present) ? new Condition.Present(column, present) : null;
      default -> null;
    };
  }

  private Rule shape(Value.Fields fields, String path) {
    var rules = new LinkedHashMap<String, Rule>();
    var wholeRow = false;
    var rest = false;
    List<String> columns = List.of();
    for (var entry : fields.values().entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue();
      switch (name) {
        case "$row" -> wholeRow = faults.truth(value, path + "/$row", false);
        case "$columns" -> {
          columns = faults.texts(value, path + "/$columns");
          rest = columns.contains("*");
          columns = columns.stream().filter(each -> !each.equals("*")).toList();
        }
        default -> {
          if (name.startsWith("$")) {
            faults.add("unknown_field", path + "/" + name, value);
          } else {
            rules.put(name, read(value, path + "/" + name));
          }
        }
      }
    }
    return new Rule.Shape(wholeRow, columns, rest, rules);
  }
}
