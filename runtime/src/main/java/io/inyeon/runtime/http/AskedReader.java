package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a steward asks for from the fields of a body or of a line.
final class AskedReader {
  private AskedReader() {}

  /// A cut: `left` and `right`, or `profile` and its `identifiers` that are somebody else.
  static Asked cut(Value.Fields fields) throws Refusal {
    var sides = fields.get("left") != null || fields.get("right") != null;
    var unmerge = fields.get("profile") != null || fields.get("identifiers") != null;
    if (sides == unmerge) {
      throw new Refusal(
          400,
          "invalid_cut",
          "Name left and right, or a profile and those of its identifiers that are somebody else.");
    }
    return sides
        ? new Asked.Apart(several(fields, "left"), several(fields, "right"), reason(fields))
        : new Asked.Unmerge(one(fields, "profile"), several(fields, "identifiers"), reason(fields));
  }

  /// A link: `a` and `b`.
  static Asked link(Value.Fields fields) throws Refusal {
    return new Asked.Together(one(fields, "a"), one(fields, "b"), reason(fields));
  }

  private static String reason(Value.Fields fields) {
    var reason = fields.text("reason");
    return reason == null ? "" : reason;
  }

  private static Who one(Value.Fields fields, String name) throws Refusal {
    return who(fields.get(name), name);
  }

  private static List<Who> several(Value.Fields fields, String name) throws Refusal {
    var value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Value.Items(var items))) {
      return List.of(who(value, name));
    }
    var all = new ArrayList<Who>();
    for (var item : items) {
      all.add(who(item, name));
    }
    return all;
  }

  private static Who who(@Nullable Value value, String name) throws Refusal {
    if (value instanceof Value.Text(var text) && !text.isBlank()) {
      return Who.of(text.strip());
    }
    if (value instanceof Value.Fields fields) {
      var type = fields.text("type");
      var written = fields.text("value");
      if (type != null && written != null) {
        return new Who.Named(type, written);
      }
    }
    throw new Refusal(
        400,
        "invalid_identifier",
        name + " takes identifiers: \"type:value\", or an object of type and value.");
  }
}
