package io.inyeon.core.steps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those who wait, first come first served. Never changes; adding and taking cost the same however
/// many they are.
///
/// @param front to be served first, the next one at its head
/// @param back came later, the last one at its head
public record Line<T>(@Nullable Link<T> front, @Nullable Link<T> back) {
  /// One who waits, and the one behind.
  public record Link<T>(T head, @Nullable Link<T> rest) {}

  /// Nobody waits.
  public static <T> Line<T> empty() {
    return new Line<>(null, null);
  }

  public boolean isEmpty() {
    return front == null && back == null;
  }

  /// With one more at the end.
  public Line<T> plus(T last) {
    return new Line<>(front, new Link<>(last, back));
  }

  /// The first, and the others.
  ///
  /// @throws IllegalStateException when nobody waits
  Link<T> first() {
    var next = turned().front();
    if (next == null) {
      throw new IllegalStateException("nobody waits");
    }
    return next;
  }

  /// Without the first.
  Line<T> rest() {
    var turned = turned();
    return new Line<>(turned.first().rest(), turned.back());
  }

  private Line<T> turned() {
    if (front != null) {
      return this;
    }
    Link<T> turned = null;
    for (var link = back; link != null; link = link.rest()) {
      turned = new Link<>(link.head(), turned);
    }
    return new Line<>(turned, null);
  }

  /// All of them in order.
  public List<T> all() {
    var all = new ArrayList<T>();
    for (var line = this; !line.isEmpty(); line = line.rest()) {
      all.add(line.first().head());
    }
    return all;
  }
}
