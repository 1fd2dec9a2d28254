package io.inyeon.runtime.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/// Those who learn from touches what to look at again. A touch is forgotten when all of them are
/// done with it.
public final class TouchReaders {
  private final LongConsumer forget;
  private final Map<Reader, Long> done = new EnumMap<>(Reader.class);

  /// Who they are.
  public enum Reader {
    SEARCH,
    ANALYTICS
  }

  /// Readers of a state's touches.
  ///
  /// @param forget takes the position up to which nobody needs them
  public TouchReaders(LongConsumer forget) {
    this.forget = forget;
  }

  /// A reader needs no touches up to a position, not after a crash either.
  public synchronized void done(Reader reader, long upTo) {
    done.put(reader, upTo);
    if (done.size() == Reader.values().length) {
      forget.accept(done.values().stream().mapToLong(Long::longValue).min().orElse(0));
    }
  }

  /// Another state is in force, of whose touches nobody has read any.
  public synchronized void begin() {
    done.clear();
  }
}
