package io.inyeon.core;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.Purposes;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.unify.ErasuresSoFar;
import io.inyeon.core.unify.Restrictions;
import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The rules in force, ready for use.
///
/// @param spanEvents how many events that name one device share a [io.inyeon.core.unify.Span] of
///   time at most; no rule, but the same for all
/// @param segments made of what stands under [Key.OfSegment]; none until [#with] says otherwise
/// @param governance made of what stands under [Key.OfPlan] and [Key.OfTransformations]; none until
///   [#with] says otherwise
/// @param erased made of what stands under [Key.OfErasures]
/// @param purposes made of what stands under [Key.OfPurpose]; none until [#with] says otherwise
/// @param restrictions made of what stands under [Key.OfRights]; none until [#with] says otherwise
public record Rules(
    RulesDocument document,
    IdentifierTypes types,
    int spanEvents,
    Segments segments,
    ErasuresSoFar erased,
    Purposes purposes,
    Restrictions restrictions,
    Governance governance) {
  /// So many are read again at once, which takes some milliseconds.
  public static final int SPAN_EVENTS = 512;

  /// Rules without segments.
  public static Rules of(RulesDocument document, PhoneNumbers phones, Patterns patterns) {
    return new Rules(
        document,
        new IdentifierTypes(
            document.types(), document.customType(), document.region(), phones, patterns),
        SPAN_EVENTS,
        Segments.none(new Terms(ZoneId.of(document.timeZone()), document.weekStart(), patterns)),
        ErasuresSoFar.NONE,
        Purposes.NONE,
        Restrictions.NONE,
        Governance.NONE);
  }

  /// The same with smaller spans, so that small worlds have some.
  public Rules withSpans(int events) {
    return new Rules(document, types, events, segments, erased, purposes, restrictions, governance);
  }

  /// The same with these segments, drafts included.
  public Rules with(Collection<Segment> all) {
    return with(all, segments.traits().values());
  }

  /// The same with these segments and computed traits, drafts included.
  public Rules with(Collection<Segment> all, Collection<ComputedTrait> traits) {
    var more = Segments.of(all, traits, segments.terms(), segments.membersCounted());
    return new Rules(document, types, spanEvents, more, erased, purposes, restrictions, governance);
  }

  /// The same with other counts of the members of accounts.
  ///
  /// @param membersCounted `null` for none
  public Rules with(@Nullable MembersCounted membersCounted) {
    var more =
        Segments.of(
            segments.all().values(), segments.traits().values(), segments.terms(), membersCounted);
    return new Rules(document, types, spanEvents, more, erased, purposes, restrictions, governance);
  }

  /// The same with these purposes.
  public Rules with(Purposes all) {
    return new Rules(document, types, spanEvents, segments, erased, all, restrictions, governance);
  }

  /// The same with these restrictions.
  public Rules with(Restrictions all) {
    return new Rules(document, types, spanEvents, segments, erased, purposes, all, governance);
  }

  /// A text that is the same just when who is permitted what is decided by the same.
  public String permissionsPrint() {
    return purposes.print() + restrictions.print();
  }

  /// The same with these plans and transformations.
  public Rules with(Governance governance) {
    return new Rules(
        document, types, spanEvents, segments, erased, purposes, restrictions, governance);
  }

  /// The same, but nobody enters or leaves a segment: events are counted for them only.
  public Rules countingOnly() {
    return new Rules(
        document,
        types,
        spanEvents,
        segments.countingOnly(),
        erased,
        purposes,
        restrictions,
        governance);
  }

  /// The same after these erasures.
  public Rules with(ErasuresSoFar all) {
    return new Rules(
        document, types, spanEvents, segments, all, purposes, restrictions, governance);
  }
}
