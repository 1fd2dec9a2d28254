package io.inyeon.runtime.archive;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.FragmentKey;
import java.util.stream.Collectors;

/// Short hashes by which rows are found before their texts are compared.
///
/// 32 bits, because a search reads the key of every row: half the bytes, and in a month of 10
/// million events one search in 400 meets a stranger's row, whose text then says so.
final class Keys {
  private Keys() {}

  /// In files on disk: never changes.
  static int of(String text) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9fb21c651e98df25L;
    return (int) (hash >>> 32);
  }

  /// Of the fragment that an event adds to. The order of its list does not matter: other rules may
  /// change priorities, but not whom an event named. In files on disk as well.
  static int of(FragmentKey fragment) {
    return of(
        fragment.identifiers().stream()
            .map(Identifier::toString)
            .sorted()
            .collect(Collectors.joining("\n", code(fragment.kind()), "")));
  }

  private static String code(SourceKind kind) {
    return switch (kind) {
      case BROWSER -> "b\n";
      case APP -> "a\n";
      case SERVER -> "s\n";
      case IMPORT -> "i\n";
    };
  }
}
