package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.store.State;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What can be read of a workspace, be it the live one or a scratch one: all reads of people,
/// events, rules and counts are made of this, and change nothing.
interface WorkspaceView {
  /// What is known now.
  State state();

  /// The same to read from, key by key.
  default Snapshot live() {
    return new Snapshot() {
      @Override
      public <V> @Nullable V get(Key<V> key) {
        return state().read(key);
      }
    };
  }

  /// Every entry.
  Archive archive();

  /// The time by which questions are answered.
  default InstantSource clock() {
    return InstantSource.system();
  }

  /// The sources.
  Sources sources();

  /// What is committed meanwhile, for readers who must see one moment.
  Commits commits();

  /// The rules in force.
  Rules rules();

  /// Makes other rules than those in force ready for use.
  Rules ready(RulesDocument document);

  /// Waits until state shows a position, and the archive too if that is asked for; false when the
  /// time is up before.
  boolean reached(long position, boolean archived, Duration patience) throws InterruptedException;
}
