package io.inyeon.runtime.archive;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.FragmentKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows as the writer would hand them over: a seeded stream of a few people's events and of other
/// entries.
final class SampleRows {
  static final long NOVEMBER = Instant.parse("2026-11-10T09:00:00Z").toEpochMilli();
  static final long MONTH_END = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();
  static final byte[] NOTHING = new byte[0];

  private static final List<Call> CALLS = List.of(Call.values());

  private final SplittableRandom random;
  private final int people;
  private long at;
  private long position;

  SampleRows(long seed, long startsAt, int people) {
    this.random = new SplittableRandom(seed);
    this.at = startsAt;
    this.people = people;
  }

  static String owner(int person) {
    return "user_id:u" + person;
  }

  /// Who else a row may name.
  private static String cookie(long number) {
    return "anonymous_id:c" + number;
  }

  /// All fragments that somebody's rows add to.
  static Set<FragmentKey> fragments(String owner) {
    var fragments = new HashSet<FragmentKey>();
    fragments.add(fragment(owner));
    for (var number = 0; number < 7; number++) {
      fragments.add(fragment(owner, cookie(number)));
    }
    return fragments;
  }

  List<Row> next(int count) {
    var rows = new ArrayList<Row>(count);
    for (var i = 0; i < count; i++) {
      rows.add(next());
    }
    return rows;
  }

  Row next() {
    position++;
    at += random.nextInt(20);
    var person = random.nextInt(people);
    // Some happened long ago, and many at the same time.
    var time = random.nextInt(10) == 0 ? at - random.nextLong(1L << 33) : at / 50 * 50;
    return switch (random.nextInt(20)) {
      case 0 -> Row.entry(position, Kind.CUT_MADE, at, bytes("{\"cut\":" + position + "}"));
      case 1 -> event(position, at, time, Status.DUPLICATE, null, null, "m" + (position / 2));
      case 2 ->
          event(
              position,
              at,
              time,
              Status.QUARANTINED,
              null,
              random.nextBoolean()
                  ? "[{\"code\":\"no_identifier\",\"path\":\"\",\"found\":\"\"}]"
                  : "[{\"code\":\"bad_time\",\"path\":\"/timestamp\",\"found\":\"x\"},"
                      + "{\"code\":\"no_type\",\"path\":\"/type\",\"found\":\"\"}]",
              "m" + position);
      case 3 -> event(position, at, time, Status.DROPPED, null, "[]", "m" + position);
      default -> event(position, at, time, Status.ACCEPTED, owner(person), null, "m" + position);
    };
  }

  private Row event(
      long position,
      long at,
      long time,
      Status status,
      @Nullable String owner,
      @Nullable String reasons,
      String messageId) {
    return new Row(
        position,
        Kind.EVENT,
        at,
        1 + (int) (position % 3),
        messageId,
        position % 7 == 0 ? null : CALLS.get((int) (position % 6)),
        "Event " + position % 5,
        time,
        status,
        owner,
        status == Status.ACCEPTED && position % 3 == 0
            ? List.of(Keys.of(cookie(position % 7)))
            : List.of(),
        owner == null ? 0 : Keys.of(fragment(position, owner)),
        reasons,
        position % 4 == 0 ? bytes("envelope " + position) : NOTHING,
        bytes("{\"messageId\":\"" + messageId + "\",\"n\":" + random.nextLong() + "}"));
  }

  /// One accepted event with everything given.
  static Row accepted(long position, long at, String messageId, String owner, byte[] body) {
    return new Row(
        position,
        Kind.EVENT,
        at,
        1,
        messageId,
        Call.TRACK,
        "Order Completed",
        at,
        Status.ACCEPTED,
        owner,
        List.of(),
        Keys.of(fragment(owner)),
        null,
        NOTHING,
        body);
  }

  /// The fragment that the accepted event at a position adds to.
  private static FragmentKey fragment(long position, String owner) {
    return position % 3 == 0 ? fragment(owner, cookie(position % 7)) : fragment(owner);
  }

  /// The fragment of a server's events that name just these.
  static FragmentKey fragment(String... identifiers) {
    return new FragmentKey(
        Stream.of(identifiers).map(SampleRows::identifier).toList(), SourceKind.SERVER);
  }

  private static Identifier identifier(String text) {
    var type = text.substring(0, text.indexOf(':'));
    return new Identifier(type, text.substring(type.length() + 1));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
