package io.inyeon.core;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.Terms;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;

/// The rules in force, ready for use.
///
/// @param segments made of what stands under [Key.OfSegment]; none until [#with] says otherwise
public record Rules(RulesDocument document, IdentifierTypes types, Segments segments) {
  /// Rules without segments.
  public static Rules of(RulesDocument document, PhoneNumbers phones, Patterns patterns) {
    return new Rules(
        document,
        new IdentifierTypes(
            document.types(), document.customType(), document.region(), phones, patterns),
        Segments.none(new Terms(ZoneId.of(document.timeZone()), DayOfWeek.MONDAY, patterns)));
  }

  /// The same with these segments, drafts included.
  public Rules with(Collection<Segment> all) {
    return new Rules(document, types, Segments.of(all, segments.terms()));
  }

  /// The same, but nobody enters or leaves a segment: events are counted for them only.
  public Rules countingOnly() {
    return new Rules(document, types, segments.countingOnly());
  }
}
