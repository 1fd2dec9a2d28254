package io.inyeon.core.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// Who reads a field: segments and computed traits that ask for it, and those that ask for these.
public final class Lineage {
  private static final String PROPERTIES = "properties.";
  private static final String TRAITS = "traits.";

  private Lineage() {}

  /// What reads.
  public enum Kind {
    SEGMENT,
    COMPUTED_TRAIT
  }

  /// One that reads.
  ///
  /// @param via the id of what it reads the field through; empty when it reads it itself
  public record Reader(Kind kind, Heading heading, String via) {}

  /// Who reads a field of events, or a trait, and is not put away.
  ///
  /// @param event name of the events that are meant; empty for all
  /// @param field dotted path: `properties.total`, `traits.city`; empty for the events themselves
  public static List<Reader> readers(
      String event, String field, Collection<Segment> segments, Collection<ComputedTrait> traits) {
    var readers = new ArrayList<Reader>();
    var found = new HashSet<String>();
    for (var trait : traits) {
      if (trait.heading().status() != Segment.Status.ARCHIVED
          && reads(Uses.of(trait.formula()), event, field)) {
        readers.add(new Reader(Kind.COMPUTED_TRAIT, trait.heading(), ""));
        found.add(key(Kind.COMPUTED_TRAIT, trait.id()));
      }
    }
    for (var segment : segments) {
      if (segment.status() != Segment.Status.ARCHIVED
          && reads(Uses.of(segment.condition()), event, field)) {
        readers.add(new Reader(Kind.SEGMENT, segment.heading(), ""));
        found.add(key(Kind.SEGMENT, segment.id()));
      }
    }
    // Whoever reads a reader reads the field; each is told with the first one found.
    for (var at = 0; at < readers.size(); at++) {
      var reader = readers.get(at);
      for (var trait : traits) {
        if (trait.heading().status() != Segment.Status.ARCHIVED
            && asks(Uses.of(trait.formula()), reader)
            && found.add(key(Kind.COMPUTED_TRAIT, trait.id()))) {
          readers.add(new Reader(Kind.COMPUTED_TRAIT, trait.heading(), reader.heading().id()));
        }
      }
      for (var segment : segments) {
        if (segment.status() != Segment.Status.ARCHIVED
            && asks(Uses.of(segment.condition()), reader)
            && found.add(key(Kind.SEGMENT, segment.id()))) {
          readers.add(new Reader(Kind.SEGMENT, segment.heading(), reader.heading().id()));
        }
      }
    }
    return readers;
  }

  /// Whether a condition itself asks for a field of events, or a trait; see [#readers].
  public static boolean reads(Condition condition, String event, String field) {
    return reads(Uses.of(condition), event, field);
  }

  private static String key(Kind kind, String id) {
    return kind + " " + id;
  }

  private static boolean asks(Uses uses, Reader reader) {
    return switch (reader.kind()) {
      case SEGMENT -> uses.segments().contains(reader.heading().id());
      case COMPUTED_TRAIT -> uses.traits().contains(reader.heading().id());
    };
  }

  private static boolean reads(Uses uses, String event, String field) {
    if (field.startsWith(TRAITS)) {
      return uses.traits().contains(FieldPath.of(field.substring(TRAITS.length())).head());
    }
    for (var track : uses.tracks()) {
      if (event.isEmpty() || track.filter().event().equals(event)) {
        if (field.isEmpty()) {
          return true;
        }
        if (field.startsWith(PROPERTIES)) {
          var path = FieldPath.of(field.substring(PROPERTIES.length()));
          var property = track.property();
          if ((property != null && overlap(property, path))
              || track.filter().where().stream()
                  .anyMatch(where -> overlap(where.property(), path))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether one lies in the other.
  private static boolean overlap(FieldPath a, FieldPath b) {
    var shorter = Math.min(a.names().size(), b.names().size());
    return a.names().subList(0, shorter).equals(b.names().subList(0, shorter));
  }
}
