package io.inyeon.runtime.http;

import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.Intake;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Binds reads of people to a purpose: that of the key, or the one that a request names. Fails
/// closed: what cannot be filtered by a purpose is not read for one.
final class PurposeGate {
  /// Reads of one person, who is permitted or not.
  private static final Set<ManagementRoute> OF_ONE =
      EnumSet.of(
          ManagementRoute.PROFILE,
          ManagementRoute.PROFILE_EVENTS,
          ManagementRoute.PROFILE_IDENTITY,
          ManagementRoute.PROFILE_CHANGES,
          ManagementRoute.PROFILE_SEGMENTS);

  /// Reads of many people, of whom only those who are permitted are told, or counted apart.
  private static final Set<ManagementRoute> OF_MANY =
      EnumSet.of(
          ManagementRoute.SEGMENT,
          ManagementRoute.SEGMENT_MEMBERS,
          ManagementRoute.SEGMENT_REACH,
          ManagementRoute.SEGMENT_PREVIEW);

  /// What tells of nobody.
  private static final Set<ManagementRoute> OF_NOBODY =
      EnumSet.of(
          ManagementRoute.SEGMENTS,
          ManagementRoute.SEGMENT_PREVIEW_CANCEL,
          ManagementRoute.SEGMENT_HISTORY,
          ManagementRoute.SEGMENT_PARSE,
          ManagementRoute.VOCABULARY,
          ManagementRoute.PURPOSES,
          ManagementRoute.PURPOSE,
          ManagementRoute.PROFILE_CONSENTS,
          ManagementRoute.STATUS,
          ManagementRoute.METRICS,
          ManagementRoute.SESSION,
          ManagementRoute.SESSION_OPEN,
          ManagementRoute.SESSION_END,
          ManagementRoute.OWNER,
          ManagementRoute.OWNER_PAGE,
          ManagementRoute.LIVE,
          ManagementRoute.READY);

  /// Reads whose answers cannot be told without what labels hide.
  private static final Set<ManagementRoute> WHOLE =
      EnumSet.of(
          ManagementRoute.PROFILE_IDENTITY,
          ManagementRoute.PROFILE_CHANGES,
          ManagementRoute.PROFILE_SEGMENTS);

  private final ConsentDesk consents;
  private final Supplier<Labels> labels;

  PurposeGate(ConsentDesk consents, Supplier<Labels> labels) {
    this.consents = consents;
    this.labels = labels;
  }

  /// What of people's fields a request may be shown; `null` for all, where it is bound to no
  /// purpose.
  Labels.@Nullable Seen seen(Exchange exchange) throws Refusal {
    return seen(bound(exchange, null));
  }

  /// The same of what is bound already.
  Labels.@Nullable Seen seen(@Nullable Bound bound) {
    return bound == null ? null : labels.get().seenFor(bound.purpose().key());
  }

  /// Lets a request in that is bound to no purpose, or may be answered for it.
  ///
  /// @param who whom it is about, as its address says; `null` for nobody in particular
  /// @param scratch whether it is about a scratch workspace, whose people nothing may be done with
  void check(Exchange exchange, ManagementRoute route, @Nullable String who, boolean scratch)
      throws Refusal, Intake.Unavailable {
    var own = exchange.visitor().purpose();
    var asked = exchange.parameter("purpose");
    if (own != null
        && (scratch
            || !(OF_ONE.contains(route) || OF_MANY.contains(route) || OF_NOBODY.contains(route)))) {
      throw new Refusal(
          403,
          "purpose_bound_key",
          "This key reads people for the purpose " + own + " alone, and this is another use.");
    }
    if (asked != null && (scratch || !(OF_ONE.contains(route) || OF_MANY.contains(route)))) {
      throw new Refusal(
          400, "purpose_not_supported", "Nothing was told: this cannot be asked for a purpose.");
    }
    var bound = bound(exchange, null);
    var seen = seen(bound);
    if (seen != null && WHOLE.contains(route) && !seen.everything()) {
      throw new Refusal(
          403,
          "labels_hide_fields",
          "This tells fields whose labels do not permit the purpose, and cannot be told without.");
    }
    if (bound != null && OF_ONE.contains(route) && who != null) {
      switch (consents.permitted(Who.of(who), bound)) {
        case null -> throw Refusal.nobody();
        case Boolean yes when yes -> {}
        case Boolean _ ->
            throw new Refusal(
                403,
                "not_permitted_for_purpose",
                "The person's data may not be used for the purpose " + bound.purpose().key() + ".");
      }
    }
  }

  /// To which purpose a request is bound; `null` for none.
  ///
  /// @param named the purpose that its body names
  @Nullable Bound bound(Exchange exchange, @Nullable String named) throws Refusal {
    var own = exchange.visitor().purpose();
    var asked = exchange.parameter("purpose");
    var wanted = named != null ? named : asked != null ? asked : own;
    if (wanted == null) {
      return null;
    }
    if ((own != null && !own.equals(wanted)) || (asked != null && !asked.equals(wanted))) {
      throw new Refusal(
          403, "purpose_mismatch", "The key, the address and the body name one purpose, or none.");
    }
    for (var saved : consents.purposes()) {
      if (saved.purpose().key().equals(wanted)) {
        return new Bound(saved.purpose());
      }
    }
    throw new Refusal(422, "unknown_purpose", "There is no purpose of this key.");
  }
}
