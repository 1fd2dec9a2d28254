package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.ConsentStatement;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whether a person's data may be used for one purpose, when, and why.
///
/// @param ground what it rests on, or what forbids it, by all that is known
/// @param since from when it permits, inclusive, milliseconds since 1970; [Long#MIN_VALUE] for ever
/// @param until up to when it permits, exclusive; [Long#MAX_VALUE] for ever
/// @param by the statement that decided it; `null` when none did
/// @param devices where a yes was given that does not bind the person
public record Permission(
    Ground ground,
    long since,
    long until,
    @Nullable ConsentStatement by,
    SortedSet<Identifier> devices) {
  /// Why.
  public enum Ground {
    /// They agreed, or their guardian did.
    GRANTED(true),
    /// The purpose rests on something other than consent, and nobody objected.
    LEGAL_BASIS(true),
    /// Nobody said anything.
    NOT_ASKED(false),
    /// They withdrew, refused or objected.
    WITHDRAWN(false),
    /// They agreed on a device that no trusted source has linked to them.
    DEVICES_ONLY(false),
    /// They were below the purpose's age when they agreed, and no guardian did.
    UNDERAGE(false),
    /// The purpose has a minimum age, and theirs is not known.
    AGE_UNKNOWN(false),
    /// It was permitted up to when they objected, or use was restricted; or would be, but for that.
    RESTRICTED(true),
    /// The purpose is in use no more.
    RETIRED(false);

    private final boolean permits;

    Ground(boolean permits) {
      this.permits = permits;
    }
  }

  public Permission {
    devices = Collections.unmodifiableSortedSet(new TreeSet<>(devices));
  }

  static Permission never(Ground ground, @Nullable ConsentStatement by) {
    return new Permission(ground, Long.MAX_VALUE, Long.MIN_VALUE, by, Collections.emptySortedSet());
  }

  /// The same, but not from an instant on.
  Permission restricted(long from) {
    return ground.permits
        ? new Permission(Ground.RESTRICTED, since, Math.min(until, from), by, devices)
        : never(Ground.RESTRICTED, by);
  }

  /// Whether there is any instant at which it permits.
  public boolean ever() {
    return ground.permits && since < until;
  }

  /// Whether the data may be used at an instant.
  public boolean at(long instant) {
    return ground.permits && since <= instant && instant < until;
  }
}
