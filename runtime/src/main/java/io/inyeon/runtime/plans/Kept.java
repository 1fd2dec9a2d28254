package io.inyeon.runtime.plans;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A document of a workspace in versions: the latest under no name, each under its number, all of
/// them entries of the log.
final class Kept {
  private static final String LATEST = "";

  private final House house;
  private final String room;

  Kept(House house, String room) {
    this.house = house;
    this.room = room;
  }

  /// One version.
  record Version(int number, Value.Fields document, String author, String reason, long at) {}

  @Nullable Version latest() {
    return read(house.state().read(new Key.OfRights(room, LATEST)));
  }

  @Nullable Version version(int number) {
    return read(house.state().read(new Key.OfRights(room, name(number))));
  }

  private static String name(int number) {
    return "%09d".formatted(number);
  }

  static @Nullable Version read(Value.@Nullable Fields kept) {
    if (kept == null) {
      return null;
    }
    return new Version(
        (int) number(kept, "version"),
        kept.fields("document"),
        said(kept, "author"),
        said(kept, "reason"),
        number(kept, "at"));
  }

  private static long number(Value.Fields kept, String name) {
    return kept.get(name) instanceof Value.Decimal(BigDecimal number) ? number.longValue() : 0;
  }

  private static String said(Value.Fields kept, String name) {
    var text = kept.text(name);
    return text == null ? "" : text;
  }

  /// Saves the next version.
  ///
  /// @return position of the entry
  long save(int number, Value.Fields document, String author, String reason)
      throws Intake.Unavailable {
    Map<String, Value> kept = new LinkedHashMap<>();
    kept.put("version", new Value.Decimal(BigDecimal.valueOf(number)));
    kept.put("document", document);
    kept.put("author", new Value.Text(author));
    kept.put("reason", new Value.Text(reason));
    var at = house.clock().millis();
    kept.put("at", new Value.Decimal(BigDecimal.valueOf(at)));
    var fields = new Value.Fields(kept);
    return house.enter(
        List.of(
            new Entry.RightsSaved(0, at, author, room, name(number), fields),
            new Entry.RightsSaved(0, at, author, room, LATEST, fields)));
  }
}
