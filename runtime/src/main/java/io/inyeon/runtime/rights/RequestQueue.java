package io.inyeon.runtime.rights;

import io.inyeon.runtime.http.Page;
import io.inyeon.runtime.http.RightsRecords.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of the queue of requests: of all that are looked at it holds no more than a page. A
/// cursor says where in the order the part before ended (`closed-due-id`), so that it holds
/// whatever becomes of the request that stood there.
final class RequestQueue {
  private static final Pattern CURSOR = Pattern.compile("([01])-([0-9a-f]{1,16})-([\\w]{1,100})");
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::closed).thenComparingLong(Place::dueAt).thenComparing(Place::id);

  /// Where a request stands.
  private record Place(boolean closed, long dueAt, String id) {
    static Place of(Request request) {
      return new Place(!request.waits(), request.dueAt(), request.id());
    }

    String cursor() {
      return (closed ? "1" : "0") + "-" + Long.toHexString(dueAt) + "-" + id;
    }
  }

  private final @Nullable Place after;
  private final int limit;
  private final PriorityQueue<Request> first =
      new PriorityQueue<>(Comparator.comparing(Place::of, ORDER).reversed());

  private RequestQueue(@Nullable Place after, int limit) {
    this.after = after;
    this.limit = limit;
  }

  /// One that has nothing yet.
  ///
  /// @param cursor of the part before; empty for the beginning
  /// @return `null` when that is no cursor
  static @Nullable RequestQueue after(String cursor, int limit) {
    if (cursor.isEmpty()) {
      return new RequestQueue(null, limit);
    }
    var read = CURSOR.matcher(cursor);
    return read.matches()
        ? new RequestQueue(
            new Place(
                read.group(1).equals("1"),
                Long.parseUnsignedLong(read.group(2), 16),
                read.group(3)),
            limit)
        : null;
  }

  /// Takes a request in, if it stands in this part.
  void add(Request request) {
    if (after == null || ORDER.compare(after, Place.of(request)) < 0) {
      first.add(request);
      if (first.size() > limit + 1) {
        first.remove();
      }
    }
  }

  /// The part, in order.
  Page<Request> page() {
    var all = new ArrayList<>(first);
    all.sort(Comparator.comparing(Place::of, ORDER));
    var shown = all.subList(0, Math.min(limit, all.size()));
    return new Page<>(
        shown, all.size() > limit ? Place.of(shown.getLast()).cursor() : null, List.of());
  }
}
