package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.ConsentStatement;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whether a person's data may be used for one purpose, and by which word of theirs.
///
/// @param state what holds for the person
/// @param by the statement that decided it
/// @param devices where a browser or an app was told yes although that does not bind the person;
///   the purpose is permitted there and nowhere else
public record Consent(State state, ConsentStatement by, SortedSet<Identifier> devices) {
  /// What holds for the person.
  public enum State {
    /// They agreed, and nothing said later or elsewhere stands against it.
    GRANTED,
    /// They withdrew or refused.
    WITHDRAWN,
    /// Somebody agreed on a device that no trusted source has linked to them.
    DEVICES_ONLY
  }

  public Consent {
    devices = Collections.unmodifiableSortedSet(new TreeSet<>(devices));
  }
}
