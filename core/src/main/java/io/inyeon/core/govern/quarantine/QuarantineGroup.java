package io.inyeon.core.govern.quarantine;

import java.util.List;

/// The events of one source and one name that wait for the same reasons.
///
/// @param id never changes; a hash of source, name and causes
/// @param source number of the source
/// @param name of the events; empty where a source has more causes than are told apart
/// @param causes what is wrong with each of them
/// @param open how many wait
/// @param people how many are concerned, by what the events say of who it is
/// @param firstAt when the first of them arrived, milliseconds since 1970
/// @param lastAt when the last of them arrived
public record QuarantineGroup(
    String id,
    int source,
    String name,
    List<Cause> causes,
    long open,
    long people,
    long firstAt,
    long lastAt) {
  public QuarantineGroup {
    causes = List.copyOf(causes);
  }

  /// One of the reasons.
  ///
  /// @param path where, as a JSON Pointer; the items of a list are one place, `*`
  public record Cause(String code, String path) {}

  QuarantineGroup with(long open, long people, long firstAt, long lastAt) {
    return new QuarantineGroup(id, source, name, causes, open, people, firstAt, lastAt);
  }
}
