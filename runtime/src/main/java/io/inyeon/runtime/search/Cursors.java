package io.inyeon.runtime.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Where pages end, as texts that nobody needs to read.
final class Cursors {
  private static final byte LIST = 1;
  private static final byte FOUND = 2;
  private static final int LIST_LENGTH = 1 + Long.BYTES + Integer.BYTES;
  private static final int FOUND_LENGTH = 1 + Float.BYTES + 2 * Long.BYTES;

  private Cursors() {}

  static String write(Activity.After after) {
    return text(
        ByteBuffer.allocate(LIST_LENGTH).put(LIST).putLong(after.key()).putInt(after.part()));
  }

  static String write(PeopleIndex.After after) {
    return text(
        ByteBuffer.allocate(FOUND_LENGTH)
            .put(FOUND)
            .putFloat(after.score())
            .putLong(after.seen())
            .putLong(after.order()));
  }

  @SuppressWarnings("ByteBufferBackingArray") // it was allocated just now
  private static String text(ByteBuffer bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// `null` when it is none of a list's.
  static Activity.@Nullable After activity(String cursor) {
    var bytes = bytes(cursor, LIST, LIST_LENGTH);
    return bytes == null ? null : new Activity.After(bytes.getLong(), bytes.getInt());
  }

  /// `null` when it is none of a search's.
  static PeopleIndex.@Nullable After index(String cursor) {
    var bytes = bytes(cursor, FOUND, FOUND_LENGTH);
    if (bytes == null) {
      return null;
    }
    var after = new PeopleIndex.After(bytes.getFloat(), bytes.getLong(), bytes.getLong());
    return Float.isFinite(after.score()) ? after : null;
  }

  private static @Nullable ByteBuffer bytes(String cursor, byte kind, int length) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      return bytes.remaining() == length && bytes.get() == kind ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
