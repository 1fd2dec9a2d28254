package io.inyeon.core.govern;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The purposes of a workspace, each in its latest version.
///
/// @param all by their keys
/// @param print the same just when they are the same
public record Purposes(SortedMap<String, Purpose> all, String print) {
  /// None at all: nothing is permitted.
  public static final Purposes NONE = of(java.util.List.of());

  /// So many at most.
  public static final int MOST = 100;

  public Purposes {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
  }

  /// Some.
  public static Purposes of(Collection<Purpose> purposes) {
    var all = new TreeMap<String, Purpose>();
    purposes.forEach(purpose -> all.put(purpose.key(), purpose));
    var hashes = new StringBuilder();
    all.values().forEach(purpose -> hashes.append(purpose.hash()));
    return new Purposes(all, Purpose.sha256(hashes.toString()));
  }

  /// The same with one more, or with another version of one.
  public Purposes with(Purpose purpose) {
    var more = new TreeMap<>(all);
    more.put(purpose.key(), purpose);
    return of(more.values());
  }

  /// One; `null` when there is none of this key.
  public @Nullable Purpose of(String key) {
    return all.get(key);
  }

  /// The one that sources mean by a name; `null` when they mean none.
  public @Nullable Purpose meant(String name) {
    var own = all.get(name);
    if (own != null) {
      return own;
    }
    for (var purpose : all.values()) {
      if (purpose.aliases().contains(name)) {
        return purpose;
      }
    }
    return null;
  }
}
