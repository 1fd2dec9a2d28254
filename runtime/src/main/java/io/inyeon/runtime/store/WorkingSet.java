package io.inyeon.runtime.store;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the writer works on between two commits: values as they were and as they shall be.
final class WorkingSet {
  private final Map<Key<?>, Slot> slots = new HashMap<>();
  private final List<Slot> staged = new ArrayList<>();

  /// One key's place.
  static final class Slot {
    private final Key<?> key;
    private boolean loaded;
    private @Nullable Object stored;
    private boolean staged;
    private @Nullable Object value;
    private @Nullable Object written;

    private Slot(Key<?> key) {
      this.key = key;
    }

    Key<?> key() {
      return key;
    }

    /// Whether [#stored] is known.
    boolean loaded() {
      return loaded;
    }

    /// What is committed, in the store's own form; `null` for nothing.
    @Nullable Object stored() {
      return stored;
    }

    /// What is committed once the batch is written, in the store's own form.
    @Nullable Object written() {
      return written;
    }

    void written(@Nullable Object written) {
      this.written = written;
    }

    /// What stands there now; `null` for nothing.
    @Nullable Object value() {
      return value;
    }
  }

  /// The key's place; `null` when it is neither loaded nor staged.
  @Nullable Slot find(Key<?> key) {
    return slots.get(key);
  }

  /// Tells what is committed under a key.
  ///
  /// @param stored in the store's own form
  /// @param value in the core's
  Slot loaded(Key<?> key, @Nullable Object stored, @Nullable Object value) {
    var slot = slots.computeIfAbsent(key, Slot::new);
    slot.loaded = true;
    slot.stored = stored;
    if (!slot.staged) {
      slot.value = value;
    }
    return slot;
  }

  void stage(Change change) {
    var slot = slots.computeIfAbsent(change.key(), Slot::new);
    if (!slot.staged) {
      slot.staged = true;
      staged.add(slot);
    }
    slot.value =
        switch (change) {
          case Change.Put<?>(_, var value) -> value;
          case Change.Remove<?> _ -> null;
        };
  }

  /// Every key that was staged, once, in the order in which they were first.
  List<Slot> staged() {
    return staged;
  }

  void clear() {
    slots.clear();
    staged.clear();
  }
}
