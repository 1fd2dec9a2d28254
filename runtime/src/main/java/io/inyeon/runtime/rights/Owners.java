package io.inyeon.runtime.rights;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whose some events are: by name as long as they are few, and by 64 bits of it each however many
/// they are.
final class Owners {
  private final int most;
  private final List<String> names = new ArrayList<>();
  private final LongSet all = new LongSet();
  private boolean whole = true;

  /// @param most that are kept by name
  Owners(int most) {
    this.most = most;
  }

  /// Adds one, `type:value`.
  void add(String owner) {
    if (all.add(owner)) {
      if (names.size() < most) {
        names.add(owner);
      } else {
        whole = false;
      }
    }
  }

  /// Whether all are there by name.
  boolean whole() {
    return whole;
  }

  List<String> names() {
    return names;
  }

  /// Whether any of these is among them.
  boolean anyOf(Collection<Identifier> identifiers) {
    return identifiers.stream().anyMatch(each -> all.contains(each.toString()));
  }
}
