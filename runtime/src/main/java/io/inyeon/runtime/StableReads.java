package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.runtime.store.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is committed, seen as of one moment although the writer goes on: everything that was read
/// is read again at the end between two commits, and when any of it has changed since, all is asked
/// anew.
final class StableReads implements Snapshot {
  private static final int ATTEMPTS = 50;

  private final State state;
  private final Map<Key<?>, State.Look<?>> seen = new HashMap<>();

  private StableReads(State state) {
    this.state = state;
  }

  /// An answer and the position of the log that it shows.
  record Answer<T>(T what, long position) {}

  /// Works out something from state.
  ///
  /// @throws Intake.Unavailable `busy`, when what is asked about changes faster than it can be read
  static <T> Answer<T> of(State state, Commits commits, Function<Snapshot, T> question)
      throws Intake.Unavailable {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var reads = new StableReads(state);
      var position = state.position();
      T answer;
      try {
        answer = question.apply(reads);
      } catch (RuntimeException torn) {
        // The core trusts that state does not contradict itself. That of two moments may, and then
        // the core fails in whatever way; what fails on one moment's state is our own bug.
        if (commits.still(reads::stood)) {
          throw torn;
        }
        continue;
      }
      if (commits.still(reads::stood)) {
        return new Answer<>(answer, position);
      }
    }
    throw new Intake.Unavailable("busy", 1);
  }

  @Override
  @SuppressWarnings("unchecked") // what stands under a Key<V> is a V
  public <V> @Nullable V get(Key<V> key) {
    return (V) seen.computeIfAbsent(key, state::look).value();
  }

  private boolean stood() {
    for (var look : seen.entrySet()) {
      if (!Objects.equals(look.getValue().stored(), state.look(look.getKey()).stored())) {
        return false;
      }
    }
    return true;
  }
}
