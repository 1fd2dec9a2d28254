package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with something that somebody wrote, in the order in which it was found.
final class Problems {
  private final List<Violation> found = new ArrayList<>();

  void add(String code, String path, String offending) {
    found.add(new Violation(code, path, offending));
  }

  void add(String code, String path, @Nullable Value offending) {
    add(code, path, offending == null ? "" : Violation.excerpt(offending));
  }

  List<Violation> all() {
    return List.copyOf(found);
  }

  int size() {
    return found.size();
  }

  /// A place below another, as a JSON Pointer (RFC 6901).
  static String below(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
