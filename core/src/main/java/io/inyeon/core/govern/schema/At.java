package io.inyeon.core.govern.schema;

import org.jspecify.annotations.Nullable;

/// A place within a value, as a way down from the whole; written out only when something is wrong
/// there.
///
/// @param above `null` for the whole
/// @param name of a field; `null` for an item
/// @param index of an item
record At(@Nullable At above, @Nullable String name, int index) {
  static final At WHOLE = new At(null, null, 0);

  At field(String name) {
    return new At(this, name, 0);
  }

  At item(int index) {
    return new At(this, null, index);
  }

  /// As a JSON Pointer (RFC 6901).
  String pointer() {
    var to = new StringBuilder();
    write(to);
    return to.toString();
  }

  private void write(StringBuilder to) {
    if (above == null) {
      return;
    }
    above.write(to);
    to.append('/');
    if (name == null) {
      to.append(index);
    } else {
      to.append(name.replace("~", "~0").replace("/", "~1"));
    }
  }
}
