package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.runtime.Intake.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What to know and to say when personal data got out: whose, which, since when, and how long there
/// is left to tell of it (GDPR articles 33 and 34, 개인정보 보호법 제34조: 72 hours).
public interface BreachDesk {
  /// So long after it was found out the authority has to know.
  long DUE_MS = 72L * 60 * 60 * 1000;

  /// What got out.
  ///
  /// @param kind `source`, `import`, `export` or `period`
  /// @param what the source's or import's id, or the request id of the export; empty for a period
  /// @param from of a period, and of a source if not all of it; else 0. Milliseconds since 1970
  /// @param to exclusive; else [Long#MAX_VALUE]
  record Extent(String kind, String what, long from, long to) {}

  /// A breach.
  ///
  /// @param discoveredAt when it was found out
  /// @param people whose data it is; erased ones are not counted
  /// @param events how many events, by name; none of an export
  /// @param fields what of people, as names; of many events those of a sample
  /// @param first earliest arrival of the data, or when the export was made
  /// @param authorityAt when the authority was told; 0 when it was not yet
  /// @param subjectsAt when the people were told; 0 when they were not yet
  record Breach(
      String id,
      Extent extent,
      long discoveredAt,
      String reason,
      String author,
      long people,
      SortedMap<String, Long> events,
      List<String> fields,
      long first,
      long latest,
      long authorityAt,
      long subjectsAt) {
    public Breach {
      fields = List.copyOf(fields);
    }

    /// When the authority has to know at the latest.
    public long dueAt() {
      return discoveredAt + DUE_MS;
    }
  }

  /// What came of opening one.
  sealed interface Opened {
    /// It is counted and on record.
    record Done(Breach breach) implements Opened {}

    /// It cannot be, and why.
    record Not(int status, String code, String detail) implements Opened {}
  }

  /// Counts what got out, and puts nothing on record; the breach has no id, nor anybody's reason.
  Opened foresee(Extent extent) throws Unavailable;

  /// Counts what got out, and puts it on record.
  Opened open(Extent extent, long discoveredAt, String reason, String author) throws Unavailable;

  /// The latest first.
  ///
  /// @param before only those before this one, by its id; empty for all
  List<Breach> latest(String before, int most);

  /// One; `null` when there is none of this id.
  @Nullable Breach one(String id);

  /// Notes who was told when.
  ///
  /// @param authorityAt 0 for not yet
  /// @param subjectsAt 0 for not yet
  Breach noted(Breach breach, long authorityAt, long subjectsAt, String author) throws Unavailable;

  /// Takes people.
  @FunctionalInterface
  interface Taker {
    /// Takes one.
    ///
    /// @param identifiers strongest first
    void person(String profile, List<Identifier> identifiers) throws IOException;
  }

  /// Whose data it is, each once, as far as they are known now.
  void people(Breach breach, Taker taker) throws IOException;
}
