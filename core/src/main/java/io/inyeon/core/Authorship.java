package io.inyeon.core;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Who saved a version of a plan or of the transformations, when and why. It stands beside the
/// version, in a room of its own ([Key.OfRights]), so that the version stays what it is whoever
/// saved it.
///
/// @param at milliseconds since 1970
/// @param reason in the author's words; may be empty
public record Authorship(String author, long at, String reason) {
  /// The room of [Key.OfRights] that these stand in.
  public static final String ROOM = "saved";

  private static final String PLAN = "plan.";
  private static final String TRANSFORMATIONS = "transformations.";

  /// Where that of a version of a plan stands.
  public static Key.OfRights ofPlan(String id, int version) {
    return at(PLAN + id + ".", version);
  }

  /// Where that of a version of the transformations stands.
  public static Key.OfRights ofTransformations(int version) {
    return at(TRANSFORMATIONS, version);
  }

  private static Key.OfRights at(String of, int version) {
    return new Key.OfRights(ROOM, of + "%09d".formatted(version));
  }

  /// As it stands there.
  public Value.Fields written() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("author", new Value.Text(author));
    fields.put("at", new Value.Decimal(BigDecimal.valueOf(at)));
    fields.put("reason", new Value.Text(reason));
    return new Value.Fields(fields);
  }

  /// As it stands there; `null` of a version that was saved before anybody kept it, until the next
  /// rebuild.
  public static @Nullable Authorship read(Value.@Nullable Fields kept) {
    if (kept == null) {
      return null;
    }
    var at = kept.get("at") instanceof Value.Decimal(var number) ? number.longValue() : 0;
    return new Authorship(said(kept, "author"), at, said(kept, "reason"));
  }

  private static String said(Value.Fields kept, String name) {
    var text = kept.text(name);
    return text == null ? "" : text;
  }
}
