package io.inyeon.runtime.store;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The state that is in force, which may be replaced by another of the same position while it is
/// read.
///
/// A reader that comes too late for the old one is served by the new one; one that is being served
/// is served to the end.
public final class StateInUse implements State {
  private volatile State current;

  /// Begins with one.
  public StateInUse(State first) {
    current = first;
  }

  /// Puts another in force. Called between two of the writer's batches; the new one may be used by
  /// nobody else.
  ///
  /// @return the old one, for the caller to close
  public State replace(State by) {
    var old = current;
    if (by.position() != old.position()) {
      throw new IllegalArgumentException(
          "a state of position " + by.position() + " for one of " + old.position());
    }
    current = by;
    return old;
  }

  /// Asks again if the state was closed because another has taken its place.
  @SuppressWarnings("ReferenceEquality") // whether it is still the one
  private <T extends @Nullable Object> T reading(Function<State, T> read) {
    while (true) {
      var state = current;
      try {
        return read.apply(state);
      } catch (StateFailure e) {
        if (state == current) {
          throw e;
        }
      }
    }
  }

  @Override
  public long position() {
    return current.position();
  }

  @Override
  public void load(Set<Key<?>> keys) {
    current.load(keys);
  }

  @Override
  public <V> @Nullable V get(Key<V> key) {
    return current.get(key);
  }

  @Override
  public void stage(List<Change> changes) {
    current.stage(changes);
  }

  @Override
  public void commit(long position, byte[] outbox) {
    current.commit(position, outbox);
  }

  @Override
  public void commitBeside() {
    current.commitBeside();
  }

  @Override
  public void rollback() {
    current.rollback();
  }

  @Override
  public <V> @Nullable V read(Key<V> key) {
    return this.<@Nullable V>reading(state -> state.read(key));
  }

  @Override
  public <V> Look<V> look(Key<V> key) {
    return reading(state -> state.look(key));
  }

  @Override
  public SortedMap<Integer, Seen> trace(String messageId) {
    return reading(state -> state.trace(messageId));
  }

  @Override
  public <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
    reading(state -> {
      state.forEach(kind, reader);
      return true;
    });
  }

  @Override
  public <V> void from(Key<V> first, BiPredicate<Key<V>, V> reader) {
    reading(state -> {
      state.from(first, reader);
      return true;
    });
  }

  @Override
  public Picture picture() {
    return reading(State::picture);
  }

  @Override
  public void outbox(long from, OutboxReader reader) {
    reading(state -> {
      state.outbox(from, reader);
      return true;
    });
  }

  @Override
  public void forgetOutbox(long below) {
    reading(state -> {
      state.forgetOutbox(below);
      return true;
    });
  }

  @Override
  public long flush() {
    return reading(State::flush);
  }

  @Override
  public long durablePosition() {
    return current.durablePosition();
  }

  @Override
  public StateCounts counts() {
    return current.counts();
  }

  @Override
  public StateMeasures measures() {
    return reading(State::measures);
  }

  @Override
  public boolean healthy() {
    return current.healthy();
  }

  @Override
  public void abandon() {
    current.abandon();
  }

  @Override
  public void close() {
    current.close();
  }
}
