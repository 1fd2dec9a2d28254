package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ConditionReader;
import io.inyeon.core.segment.ConditionWriter;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Filling;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Standing;
import java.util.ArrayList;
import java.util.TreeMap;

/// Segments, who is a member of which, and facts that are to be told, as bytes.
public final class SegmentCodec {
  private static final int DRAFT = 1;
  private static final int ACTIVE = 2;
  private static final int ARCHIVED = 3;

  private SegmentCodec() {}

  static void write(Encoder to, Segment segment) {
    to.text(segment.id()).text(segment.name()).text(segment.folder());
    to.varint(segment.labels().size());
    segment.labels().forEach(to::text);
    to.octet(number(segment.status()))
        .varint(segment.version())
        .truth(segment.filled())
        .varint(segment.epochs().size());
    segment.epochs().forEach((track, epoch) -> to.signed(track).varint(epoch));
    to.value(ConditionWriter.of(segment.condition()));
  }

  static Segment segment(Decoder from) {
    var id = from.text();
    var name = from.text();
    var folder = from.text();
    var labels = new ArrayList<String>();
    for (var left = from.count(); left > 0; left--) {
      labels.add(from.text());
    }
    var status = status(from);
    var version = from.number(Integer.MAX_VALUE);
    var filled = from.truth();
    var epochs = new TreeMap<Long, Long>();
    for (var left = from.count(); left > 0; left--) {
      epochs.put(from.signed(), from.varint());
    }
    // Patterns were checked when it was saved.
    return switch (ConditionReader.read(from.value(), "", _ -> _ -> false)) {
      case ConditionReader.Reading.Good(var condition) ->
          new Segment(id, name, folder, labels, status, version, filled, epochs, condition);
      case ConditionReader.Reading.Bad(var problems) ->
          throw from.wrong("a condition with problems " + problems);
    };
  }

  /// Numbers that never change, whatever the enum's order becomes.
  static int number(Segment.Status status) {
    return switch (status) {
      case DRAFT -> DRAFT;
      case ACTIVE -> ACTIVE;
      case ARCHIVED -> ARCHIVED;
    };
  }

  static Segment.Status status(Decoder from) {
    return switch (from.octet()) {
      case DRAFT -> Segment.Status.DRAFT;
      case ACTIVE -> Segment.Status.ACTIVE;
      case ARCHIVED -> Segment.Status.ARCHIVED;
      default -> throw from.wrong("no status of a segment");
    };
  }

  static void write(Encoder to, Filling filling) {
    to.varint(filling.version()).varint(filling.upTo()).varint(filling.done());
  }

  static Filling filling(Decoder from) {
    return new Filling(from.number(Integer.MAX_VALUE), from.varint(), from.varint());
  }

  static void write(Encoder to, Membership membership) {
    to.signed(membership.since()).varint(membership.version());
  }

  static Membership membership(Decoder from) {
    return new Membership(from.signed(), from.number(Integer.MAX_VALUE));
  }

  static void write(Encoder to, Standing standing) {
    to.signed(standing.asOf()).truth(standing.due() != Standing.NEVER);
    if (standing.due() != Standing.NEVER) {
      to.signed(standing.due());
    }
    to.varint(standing.members().size());
    standing.members().forEach((segment, membership) -> write(to.text(segment), membership));
  }

  static Standing standing(Decoder from) {
    var asOf = from.signed();
    var due = from.truth() ? from.signed() : Standing.NEVER;
    var members = new TreeMap<String, Membership>();
    for (var left = from.count(); left > 0; left--) {
      members.put(from.text(), membership(from));
    }
    return new Standing(asOf, due, members);
  }

  /// Writes a fact, as it stands in state and in the log.
  public static void write(Encoder to, Fact fact) {
    to.varint(fact.cause()).varint(fact.ordinal()).truth(fact.entered());
    to.text(fact.segment()).varint(fact.version());
    IdentifierBytes.write(to, fact.who());
    to.signed(fact.at()).value(fact.reason());
  }

  /// Reads a fact back.
  public static Fact fact(Decoder from) {
    var cause = from.varint();
    var ordinal = from.number(Integer.MAX_VALUE);
    var entered = from.truth();
    var segment = from.text();
    var version = from.number(Integer.MAX_VALUE);
    var who = IdentifierBytes.read(from);
    var at = from.signed();
    if (!(from.value() instanceof Value.Fields reason)) {
      throw from.wrong("a reason that has no fields");
    }
    return new Fact(cause, ordinal, entered, segment, version, who, at, reason);
  }

  /// Writes an identifier, as it stands in the log.
  public static void write(Encoder to, Identifier identifier) {
    IdentifierBytes.write(to, identifier);
  }

  /// Reads an identifier back.
  public static Identifier identifier(Decoder from) {
    return IdentifierBytes.read(from);
  }
}
