package io.inyeon.runtime.http;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What takes longer than a request: it goes on by itself, and is looked at now and then. Its
/// record stays after the next start, too.
///
/// A task is shown as fields: `id`, `kind`, `state` (`running`, `done`, `failed`, `cancelled`,
/// `interrupted`), `phase`, `author`, `startedAt`, `endedAt`, `progress`, `error`, `report`.
public interface Tasks {
  /// What can be done so.
  enum Kind {
    REBUILD,
    REHEARSAL,
    REPLAY
  }

  /// Another one is under way, and there is one at a time.
  final class Busy extends Exception {
    private static final long serialVersionUID = 1;

    private final String id;

    /// Names it.
    public Busy(String id) {
      super("task " + id + " is under way", null, false, false);
      this.id = id;
    }

    /// The task that is under way.
    public String id() {
      return id;
    }
  }

  /// Makes state anew from the archive, by the rules saved last.
  Value.Fields rebuild(String author) throws Busy;

  /// Finds out what other rules would do to the people there are.
  Value.Fields rehearse(RulesDocument rules, String author) throws Busy;

  /// All of a kind, the newest first.
  List<Value.Fields> all(Kind kind);

  /// One of them; `null` when there is none of that id.
  Value.@Nullable Fields one(Kind kind, String id);

  /// Ends one that is running, as soon as it can; `null` when there is none of that id.
  Value.@Nullable Fields cancel(Kind kind, String id);

  /// Who is united or divided by it, as JSON Lines; `null` when there is none of that id, or its
  /// list is kept no longer.
  @Nullable Lines changes(Kind kind, String id);

  /// A text that may be too large for memory; the same however often it is opened.
  @FunctionalInterface
  interface Lines {
    BufferedReader open() throws IOException;
  }
}
