package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.List;

/// What of a value breaks its schema, in the order in which it was found.
public final class Findings {
  /// More than this of one event nobody reads.
  private static final int MOST = 100;

  private final List<Violation> all = new ArrayList<>();

  void add(String keyword, At at, Value found) {
    if (all.size() < MOST) {
      all.add(new Violation(code(keyword), at.pointer(), Violation.excerpt(found)));
    }
  }

  void missing(At at, String name) {
    if (all.size() < MOST) {
      all.add(new Violation("missing_property", at.field(name).pointer(), ""));
    }
  }

  /// All of them, the first hundred at most.
  public List<Violation> all() {
    return all;
  }

  /// The stable code of what breaks a keyword.
  private static String code(String keyword) {
    return switch (keyword) {
      case "type" -> "wrong_type";
      case "enum", "const" -> "value_not_allowed";
      case "pattern" -> "pattern_mismatch";
      case "format" -> "wrong_format";
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          "number_out_of_range";
      case "minLength", "maxLength" -> "wrong_length";
      case "minItems", "maxItems", "contains", "minProperties", "maxProperties" -> "wrong_count";
      case "uniqueItems" -> "repeated_item";
      case "additionalProperties", "unevaluatedProperties" -> Unplanned.CODE;
      case "propertyNames" -> "property_name_not_allowed";
      case "depth" -> "schema_too_deep";
      default -> "schema_mismatch";
    };
  }
}
