package io.inyeon.core.collect;

import java.util.List;

/// A place that events come from: a web site, an app, a server, a file.
///
/// @param id never changes, never reused
/// @param number a small number for keys in state and for frames in the log; never reused
/// @param name what people call it
/// @param writeKeys keys that name it on the wire; a rotated key may stay valid beside the new one
/// @param enabled a disabled source's keys answer 401
/// @param party 1 first, 0 zero (told by the person), 2 partners, 3 third
/// @param trustsProperties whether `properties.email` and `properties.phone` are identifiers
/// @param aliasesAnchors whether its `alias` may make two anchors one (only if it is trusted)
public record Source(
    String id,
    int number,
    String name,
    SourceKind kind,
    List<String> writeKeys,
    boolean enabled,
    int party,
    boolean trustsProperties,
    boolean aliasesAnchors,
    long createdAt) {
  public Source {
    writeKeys = List.copyOf(writeKeys);
  }

  /// The same source with other write keys.
  public Source withWriteKeys(List<String> writeKeys) {
    return new Source(
        id,
        number,
        name,
        kind,
        writeKeys,
        enabled,
        party,
        trustsProperties,
        aliasesAnchors,
        createdAt);
  }

  /// The same source, open or closed.
  public Source withEnabled(boolean enabled) {
    return new Source(
        id,
        number,
        name,
        kind,
        writeKeys,
        enabled,
        party,
        trustsProperties,
        aliasesAnchors,
        createdAt);
  }
}
