package io.inyeon.runtime.store;

import org.jspecify.annotations.Nullable;

/// What the store keeps of itself: its format, its position, its counts.
final class Meta {
  /// Of all columns together. A program refuses a format that is above its own.
  static final int FORMAT = 1;

  private final Rocks rocks;

  Meta(Rocks rocks) {
    this.rocks = rocks;
  }

  void checkFormat() {
    var from = read(KeyBytes.FORMAT);
    var format = from == null ? FORMAT : from.signed();
    if (format > FORMAT) {
      throw new StateFailure(
          "a newer version of this program wrote the state: its format is "
              + format
              + ", and this program knows no format above "
              + FORMAT,
          false,
          null);
    }
  }

  long position() {
    var from = read(KeyBytes.POSITION);
    return from == null ? 0 : from.signed();
  }

  StateCounts counts() {
    var from = read(KeyBytes.COUNTS);
    return from == null
        ? StateCounts.NONE
        : new StateCounts(from.signed(), from.signed(), from.signed());
  }

  /// The newest period of [SeenColumns]; `null` before the first event.
  @Nullable Long newestSeen() {
    var from = read(KeyBytes.NEWEST_SEEN);
    return from == null ? null : from.signed();
  }

  /// Since when touches are kept; `null` when they are not.
  Touch.@Nullable Kept touchesKept() {
    var from = read(KeyBytes.TOUCHES_KEPT);
    return from == null ? null : new Touch.Kept(from.signed(), from.signed());
  }

  private @Nullable Decoder read(byte[] key) {
    var bytes = rocks.get(rocks.column(Column.META), key);
    if (bytes == null) {
      return null;
    }
    var from = new Decoder(bytes);
    Records.version(from);
    return from;
  }

  static byte[] numbers(long... numbers) {
    var to = new Encoder().octet(Records.VERSION);
    for (var number : numbers) {
      to.signed(number);
    }
    return to.toBytes();
  }
}
