package io.inyeon.runtime.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Which trees each commit touched: one row a commit, under its position, until it is forgotten.
///
/// It lets whoever keeps something that follows from trees (an index, a list) learn after each
/// commit, or after a crash, which ones to look at again.
final class TouchRows {
  private final Rocks rocks;
  private final Encoder row = new Encoder();
  private final AtomicReference<Touch.@Nullable Kept> kept = new AtomicReference<>();
  private boolean any;

  TouchRows(Rocks rocks, Touch.@Nullable Kept kept) {
    this.rocks = rocks;
    this.kept.set(kept);
  }

  /// Keeps touches of the commits after a position, unless it does so already.
  Touch.Kept keep(long position) {
    var known = kept.get();
    if (known != null) {
      return known;
    }
    var now = new Touch.Kept(new SecureRandom().nextLong(), position);
    note(now);
    return now;
  }

  private void note(Touch.Kept now) {
    rocks.put(
        rocks.column(Column.META), KeyBytes.TOUCHES_KEPT, Meta.numbers(now.state(), now.after()));
    kept.set(now);
  }

  /// Begins a commit's row.
  void begin() {
    row.reset().octet(Records.VERSION);
    any = false;
  }

  void add(long tree, Touch.Kind kind, long latest) {
    if (kept.get() != null) {
      row.varint(tree).octet(code(kind)).signed(latest);
      any = true;
    }
  }

  /// Ends a commit's row.
  void end(RowBatch batch, long position) {
    if (any) {
      batch.put(rocks.column(Column.TOUCHES), KeyBytes.position(position), row);
    }
  }

  /// The touches of the commits after a position, oldest first.
  void each(long after, Touch.Reader reader) {
    try (var rows = rocks.rows(rocks.column(Column.TOUCHES))) {
      for (rows.seek(KeyBytes.position(after + 1)); rows.isValid(); rows.next()) {
        var key = rows.key();
        var position = ByteBuffer.wrap(key).getLong();
        var from = new Decoder(RowBatch.whole(key, rows.value(), rows));
        Records.version(from);
        while (!from.ended()) {
          reader.touch(position, new Touch(from.varint(), kind(from.octet()), from.signed()));
        }
      }
      Rocks.check(rows);
    }
  }

  /// Forgets the touches of commits up to a position.
  void forget(long upTo) {
    var known = kept.get();
    if (known != null && upTo > known.after()) {
      note(new Touch.Kept(known.state(), upTo));
      rocks.deleteBelow(Column.TOUCHES, KeyBytes.position(upTo + 1));
    }
  }

  private static int code(Touch.Kind kind) {
    return switch (kind) {
      case ACTIVE -> 0;
      case CHANGED -> 1;
      case GONE -> 2;
      case CONSENTED -> 3;
    };
  }

  private static Touch.Kind kind(int code) {
    return switch (code) {
      case 0 -> Touch.Kind.ACTIVE;
      case 1 -> Touch.Kind.CHANGED;
      case 2 -> Touch.Kind.GONE;
      case 3 -> Touch.Kind.CONSENTED;
      default -> throw new Undecodable("no kind of touch: " + code, 0);
    };
  }
}
