package io.inyeon.core.unify;

import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.unify.Permission.Ground;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// For what one person's data may be used: the one function that every use, every count of who may
/// be reached, and every answer about consent goes by.
///
/// Fails closed. A purpose that rests on consent permits only by a grant that beats every
/// withdrawal ([ConsentChoice]), binds the person, has not run out, and was given at the purpose's
/// minimum age or by a guardian; of several the latest decides, with its own end. Whatever it rests
/// on, a restriction or an objection ends it ([Restrictions]).
public final class Permissions {
  private final ConsentChoice choice;
  private final Supplier<@Nullable LocalDate> birth;
  private final ZoneId zone;
  private final Collection<Restrictions.Restriction> restrictions;
  private boolean asked;
  private @Nullable LocalDate born;

  /// Of one person.
  ///
  /// @param birth when the person was born, at the latest; `null` when nobody knows
  /// @param zone in which days begin
  /// @param restrictions that bind the person
  Permissions(
      ConsentChoice choice,
      Supplier<@Nullable LocalDate> birth,
      ZoneId zone,
      Collection<Restrictions.Restriction> restrictions) {
    this.restrictions = restrictions;
    this.choice = choice;
    this.birth = birth;
    this.zone = zone;
  }

  /// Whether and when a purpose is permitted.
  public Permission of(Purpose purpose) {
    var permission = unrestricted(purpose);
    var forbidden = Restrictions.since(restrictions, purpose);
    return forbidden == Long.MAX_VALUE ? permission : permission.restricted(forbidden);
  }

  /// Whether and when a purpose is permitted for those whom a segment or a score picks, without a
  /// person looking at it: not when they object to automated decisions.
  public Permission automated(Purpose purpose) {
    var permission = of(purpose);
    var forbidden = Restrictions.sinceAutomated(restrictions);
    return forbidden == Long.MAX_VALUE ? permission : permission.restricted(forbidden);
  }

  private Permission unrestricted(Purpose purpose) {
    if (!purpose.active()) {
      return Permission.never(Ground.RETIRED, null);
    }
    return switch (purpose.basis()) {
      case CONSENT -> consented(purpose);
      case LEGITIMATE_INTEREST -> unopposed(purpose);
      case CONTRACT, LEGAL_OBLIGATION, VITAL, PUBLIC -> ofAge(purpose, null);
    };
  }

  private Permission consented(Purpose purpose) {
    var comesOfAge = comesOfAge(purpose);
    var consent =
        choice.of(
            purpose.names(),
            grant ->
                comesOfAge != Long.MAX_VALUE
                    && (grant.time() >= comesOfAge || (grant.guardian() && purpose.guardian())));
    if (consent == null || consent.state() != Consent.State.GRANTED) {
      return refused(purpose, consent, comesOfAge);
    }
    var by = consent.by();
    return new Permission(
        Ground.GRANTED, by.time(), purpose.endOf(by), by, Collections.emptySortedSet());
  }

  /// Says why not. A grant that only the age rules out is told as that.
  private Permission refused(Purpose purpose, @Nullable Consent consent, long comesOfAge) {
    if (consent != null && consent.state() == Consent.State.WITHDRAWN) {
      return with(Permission.never(Ground.WITHDRAWN, consent.by()), consent);
    }
    if (comesOfAge != Long.MIN_VALUE) {
      var otherwise = choice.of(purpose.names(), _ -> true);
      if (otherwise != null && otherwise.state() == Consent.State.GRANTED) {
        return Permission.never(
            born == null ? Ground.AGE_UNKNOWN : Ground.UNDERAGE, otherwise.by());
      }
    }
    return consent == null
        ? Permission.never(Ground.NOT_ASKED, null)
        : with(Permission.never(Ground.DEVICES_ONLY, consent.by()), consent);
  }

  private static Permission with(Permission permission, Consent consent) {
    return new Permission(
        permission.ground(),
        permission.since(),
        permission.until(),
        permission.by(),
        consent.devices());
  }

  private Permission unopposed(Purpose purpose) {
    var consent = choice.of(purpose.names(), _ -> true);
    if (consent != null && consent.state() == Consent.State.WITHDRAWN) {
      return Permission.never(Ground.WITHDRAWN, consent.by());
    }
    return ofAge(purpose, consent == null ? null : consent.by());
  }

  private Permission ofAge(Purpose purpose, @Nullable ConsentStatement by) {
    var since = comesOfAge(purpose);
    return since == Long.MAX_VALUE
        ? Permission.never(Ground.AGE_UNKNOWN, by)
        : new Permission(
            Ground.LEGAL_BASIS, since, Long.MAX_VALUE, by, Collections.emptySortedSet());
  }

  /// From when on the person is old enough; [Long#MAX_VALUE] when nobody knows.
  private long comesOfAge(Purpose purpose) {
    if (purpose.minimumAge() == 0) {
      return Long.MIN_VALUE;
    }
    if (!asked) {
      born = birth.get();
      asked = true;
    }
    return born == null
        ? Long.MAX_VALUE
        : born.plusYears(purpose.minimumAge()).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
