package io.inyeon.core.collect.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the columns that a map names.
final class Columns {
  private final Set<String> found = new HashSet<>();

  private Columns() {}

  static Set<String> of(Mapping mapping) {
    var columns = new Columns();
    columns.found.addAll(mapping.key());
    var prospect = mapping.prospect();
    columns.found.addAll(prospect == null ? List.of() : prospect);
    columns.add(mapping.event());
    mapping.identifiers().values().forEach(columns::add);
    return Set.copyOf(columns.found);
  }

  private void add(@Nullable Rule rule) {
    switch (rule) {
      case null -> {}
      case Rule.Constant _ -> {}
      case Rule.Column column -> found.add(column.name());
      case Rule.Template(var parts) ->
          parts.forEach(part -> {
            var column = part.column();
            if (column != null && !column.name().startsWith("#")) {
              found.add(column.name());
            }
          });
      case Rule.Choice(var cases, var otherwise) -> {
        for (var each : cases) {
          each.when().forEach(condition -> found.add(condition.column()));
          add(each.then());
        }
        add(otherwise);
      }
      case Rule.Items(var items) -> items.forEach(this::add);
      case Rule.Shape shape -> {
        found.addAll(shape.columns());
        shape.fields().values().forEach(this::add);
      }
    }
  }
}
