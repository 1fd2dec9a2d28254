package io.inyeon.core.collect;

import org.jspecify.annotations.Nullable;

/// A name by which a source knows a person, e.g. `email:kim@example.kr`.
///
/// @param type `user_id`, `email`, `phone`, `anonymous_id`, a device's, or a custom one; never
///   holds a colon
/// @param value normalised by its type, never blank
public record Identifier(String type, String value) implements Comparable<Identifier> {
  public Identifier {
    if (type.isEmpty() || value.isEmpty()) {
      throw new IllegalArgumentException("an identifier needs a type and a value");
    }
  }

  // Written out: identifiers are looked up for every event, and what the compiler makes of a record
  // is not always inlined.

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Identifier that && value.equals(that.value) && type.equals(that.type));
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + value.hashCode();
  }

  /// By type, then by the bytes of the value in UTF-8.
  @Override
  public int compareTo(Identifier other) {
    if (this == other) {
      return 0;
    }
    var byType = type.compareTo(other.type);
    return byType != 0 ? byType : compareBytes(value, other.value);
  }

  /// Compares as the UTF-8 bytes of both would, without making them.
  public static int compareBytes(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    var common = Math.min(a.length(), b.length());
    for (var i = 0; i < common; i++) {
      var x = a.charAt(i);
      var y = b.charAt(i);
      if (x != y) {
        // Surrogates stand for code points above every other char, so they sort last.
        var xHigh = Character.isSurrogate(x);
        return xHigh == Character.isSurrogate(y) ? Character.compare(x, y) : xHigh ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /// `type:value`, the form of addresses and of explanations.
  @Override
  public String toString() {
    return type + ":" + value;
  }
}
