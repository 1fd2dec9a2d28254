package io.inyeon.runtime.enrich;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.EnricherReader;
import io.inyeon.core.segment.OneEvent;
import io.inyeon.runtime.Intake.Unavailable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The definitions of enrichers in versions: documents in state, by entries of the log.
final class Definitions {
  private final House house;
  private final Patterns patterns;

  Definitions(House house, Patterns patterns) {
    this.house = house;
    this.patterns = patterns;
  }

  /// One version.
  ///
  /// @param at when it was saved, milliseconds since 1970
  record Version(
      String id, int number, Value.Fields document, String author, String reason, long at) {}

  EnricherReader.Reading read(String id, int version, Value.Fields document) {
    return EnricherReader.read(
        id, version, document, new OneEvent(house.rules().segments().terms(), patterns));
  }

  /// A version that was checked when it was saved, ready for use.
  Enricher ready(Version version) {
    return switch (read(version.id(), version.number(), version.document())) {
      case EnricherReader.Reading.Good(var enricher) -> enricher;
      // It was saved by this very reader.
      case EnricherReader.Reading.Bad(var problems) ->
          throw new IllegalStateException("the enricher " + version.id() + " is none: " + problems);
    };
  }

  /// The latest version of each, by their ids.
  List<Version> all() {
    var all = new ArrayList<Version>();
    house
        .state()
        .from(
            new Key.OfRights(Enricher.ROOM, ""),
            (Key<Value.Fields> key, Value.Fields kept) -> {
              if (!(key instanceof Key.OfRights(var room, var id)) || !room.equals(Enricher.ROOM)) {
                return false;
              }
              all.add(version(id, kept));
              return true;
            });
    return all;
  }

  @Nullable Version latest(String id) {
    var kept = house.state().read(new Key.OfRights(Enricher.ROOM, id));
    return kept == null ? null : version(id, kept);
  }

  @Nullable Version version(String id, int number) {
    var kept = house.state().read(new Key.OfRights(Enricher.VERSIONS, name(id, number)));
    return kept == null ? null : version(id, kept);
  }

  private static String name(String id, int number) {
    return id + ".%09d".formatted(number);
  }

  private static Version version(String id, Value.Fields kept) {
    return new Version(
        id,
        (int) Rows.number(kept, "version"),
        kept.fields("document"),
        String.valueOf(kept.text("author")),
        String.valueOf(kept.text("reason")),
        Rows.number(kept, "at"));
  }

  /// Saves the next version.
  ///
  /// @return position of the entry
  long save(String id, int number, Value.Fields document, String author, String reason)
      throws Unavailable {
    var at = house.now();
    var kept = new LinkedHashMap<String, Value>();
    kept.put("version", new Value.Decimal(BigDecimal.valueOf(number)));
    kept.put("document", document);
    kept.put("author", new Value.Text(author));
    kept.put("reason", new Value.Text(reason));
    kept.put("at", new Value.Decimal(BigDecimal.valueOf(at)));
    var fields = new Value.Fields(kept);
    return house.enter(
        List.of(
            new Entry.RightsSaved(0, at, author, Enricher.VERSIONS, name(id, number), fields),
            new Entry.RightsSaved(0, at, author, Enricher.ROOM, id, fields)));
  }
}
