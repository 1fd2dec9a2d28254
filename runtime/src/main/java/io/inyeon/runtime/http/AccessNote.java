package io.inyeon.runtime.http;

import io.inyeon.core.unify.ProfileId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of whom one request hands out: written by whoever answers it, for the access log. Of one
/// request and one thread.
final class AccessNote {
  /// People named one by one; more are counted.
  static final int MOST = 200;

  private final List<String> people = new ArrayList<>();
  private long count;
  private String scope = "";
  private @Nullable String reason;

  /// Somebody is told of.
  void person(@Nullable ProfileId id) {
    count++;
    if (id != null && people.size() < MOST) {
      people.add(id.value());
    }
  }

  /// Everybody of something may be told of, e.g. of a segment.
  void everybody(String what) {
    scope = what;
  }

  /// Why it is handed out, where the request says so in its body.
  void because(String why) {
    reason = why;
  }

  @Nullable String reason() {
    return reason;
  }

  /// Ids of profiles, which are keyed hashes; the first [#MOST] of them.
  List<String> people() {
    return List.copyOf(people);
  }

  long count() {
    return count;
  }

  String scope() {
    return scope;
  }
}
