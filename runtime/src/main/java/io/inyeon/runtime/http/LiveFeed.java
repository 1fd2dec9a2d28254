package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Events as they are decided, for whoever watches.
public interface LiveFeed {
  /// The position of the latest entry that was decided.
  long position();

  /// Lets some time go by.
  ///
  /// @return whether to go on; `false` at once when the server ends
  boolean pause(long ms) throws InterruptedException;

  /// What was decided after a position, as far as it is still remembered.
  ///
  /// @param wanted which events count
  /// @param most of those that are shown; the latest are
  Look look(long after, Predicate<Seen> wanted, int most);

  /// What somebody who looks sees.
  ///
  /// @param shown oldest first
  /// @param alerts news of alerts about the data, oldest first, see
  ///   [io.inyeon.core.govern.quality.AlertNews]
  /// @param passed how many were wanted, shown or not
  /// @param missed positions that nobody remembers any more
  /// @param position up to which this is
  record Look(
      List<Shown> shown, List<Value.Fields> alerts, long passed, long missed, long position) {
    public Look {
      shown = List.copyOf(shown);
      alerts = List.copyOf(alerts);
    }
  }

  /// An event, and what became of it.
  ///
  /// @param outcome `accepted`, `duplicate`, `quarantined` or `dropped`
  record Shown(Happened event, String outcome) {}

  /// What is known of an event before anybody decides to show it.
  interface Seen {
    String sourceId();

    @Nullable String call();

    String name();

    String outcome();

    /// Whether its owner or its own bytes hold this text, capital letters or not.
    boolean mentions(String lowerCase);
  }
}
