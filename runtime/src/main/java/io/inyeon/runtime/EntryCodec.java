package io.inyeon.runtime;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.store.ComputedTraitCodec;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.ErasureCodec;
import io.inyeon.runtime.store.PurposeCodec;
import io.inyeon.runtime.store.Records;
import io.inyeon.runtime.store.SegmentCodec;
import java.util.ArrayList;
import java.util.Arrays;

/// The bytes of an entry in the log. An event's are its envelope's, and then its own as they came.
final class EntryCodec {
  private static final int VERSION = 1;

  /// What of the batch follows, as bits of one byte. Logs from before there were integrations have
  /// 0 or 1 there and are read the same.
  private static final int CONTEXT = 1;

  private static final int INTEGRATIONS = 2;

  /// Not of the batch: the event comes out of quarantine.
  private static final int RELEASED = 4;

  /// Who makes entries that nobody asked for.
  private static final String SYSTEM = "";

  private EntryCodec() {}

  /// An event's payload.
  static byte[] encode(Collected collected, Encoder encoder) {
    var envelope = collected.envelope();
    encoder
        .reset()
        .octet(VERSION)
        .varint(envelope.source())
        .varint(envelope.receivedAt())
        .octet(envelope.call() == null ? 0 : envelope.call().code())
        .text(envelope.edgeId())
        .optional(envelope.sentAt())
        .varint(envelope.bytes());
    var context = envelope.context();
    var integrations = envelope.integrations();
    encoder.octet(
        (context.values().isEmpty() ? 0 : CONTEXT)
            | (integrations.values().isEmpty() ? 0 : INTEGRATIONS)
            | (envelope.release() == null ? 0 : RELEASED));
    if (!context.values().isEmpty()) {
      encoder.value(context);
    }
    if (!integrations.values().isEmpty()) {
      encoder.value(integrations);
    }
    var release = envelope.release();
    if (release != null) {
      encoder.varint(release.first()).text(release.group()).varint(release.at());
    }
    return encoder.raw(collected.body(), 0, collected.body().length).toBytes();
  }

  /// The payload of an entry that an operator made.
  static byte[] encode(Entry entry, Encoder encoder) {
    encoder.reset().octet(VERSION).varint(entry.at());
    switch (entry) {
      case Entry.Received _ -> throw new IllegalArgumentException("an event has bytes of its own");
      case Entry.SourceSaved(_, _, var author, var source) ->
          record(encoder.text(author), new Key.Source(source.number()), source);
      case Entry.RulesSaved(_, _, var author, var rules, var reason) -> {
        record(encoder.text(author), new Key.OfRules(), rules);
        encoder.text(reason);
      }
      case Entry.RulesApplied(_, _, var author, var version) ->
          encoder.text(author).varint(version);
      case Entry.AccessGranted(_, _, var author, var key) ->
          record(encoder.text(author), new Key.Access(key.hash()), key);
      case Entry.AccessRevoked(_, _, var author, var hash) -> encoder.text(author).text(hash);
      case Entry.CutMade(_, _, var author, var cut) ->
          record(encoder.text(author), new Key.OfCut(cut.id()), cut);
      case Entry.CutUndone(_, _, var author, var cutId, var reason) ->
          encoder.text(author).text(cutId).text(reason);
      case Entry.ImportUndone(_, _, var author, var source, var importId) ->
          encoder.text(author).varint(source).text(importId);
      case Entry.SegmentSaved(_, _, var author, var segment, var reason) -> {
        record(encoder.text(author), new Key.OfSegment(segment.id()), segment);
        encoder.text(reason);
      }
      case Entry.SegmentFilled(_, _, var segment, var version) ->
          encoder.text(SYSTEM).text(segment).varint(version);
      case Entry.TimerFired(_, _, var due, var who) ->
          SegmentCodec.write(encoder.text(SYSTEM).signed(due), who);
      case Entry.ComputedTraitSaved(_, _, var author, var trait, var reason) -> {
        record(encoder.text(author), new Key.OfComputedTrait(trait.id()), trait);
        encoder.text(reason);
      }
      case Entry.ComputedTraitFilled(_, _, var trait, var version) ->
          encoder.text(SYSTEM).text(trait).varint(version);
      case Entry.CutsMeasured(_, _, var trait, var version, var cuts) ->
          ComputedTraitCodec.write(encoder.text(SYSTEM).text(trait).varint(version), cuts);
      case Entry.SynonymsSaved(_, _, var author, var synonyms, var reason) -> {
        record(encoder.text(author), new Key.OfSynonyms(), synonyms);
        encoder.text(reason);
      }
      case Entry.PlanSaved(_, _, var author, var plan, var reason) -> {
        record(encoder.text(author), new Key.OfPlan(plan.id()), plan);
        encoder.text(reason);
      }
      case Entry.TransformationsSaved(_, _, var author, var all, var reason) -> {
        record(encoder.text(author), new Key.OfTransformations(), all);
        encoder.text(reason);
      }
      case Entry.RepairNoted(_, _, var author, var repair) ->
          record(encoder.text(author), new Key.OfRepair(repair.id()), repair);
      case Entry.QuarantineDropped(_, _, var repair, var source, var group, var positions) -> {
        encoder.text(SYSTEM).text(repair).varint(source).text(group).varint(positions.size());
        positions.forEach(encoder::varint);
      }
      case Entry.QualityAlerted(_, _, var id, var alert) ->
          encoder.text(SYSTEM).text(id).value(alert);
      case Entry.PersonErased(_, _, var author, var id, var subject, var reason) ->
          encoder.text(author).text(id).text(subject.value()).text(reason);
      case Entry.ErasureKept(_, _, var erasure, var pasts) ->
          ErasureCodec.write(encoder.text(SYSTEM), erasure, pasts);
      case Entry.ErasuresScrubbed(_, _, var erasures) -> {
        encoder.text(SYSTEM).varint(erasures.size());
        erasures.forEach(encoder::text);
      }
      case Entry.RightsSaved(_, _, var author, var room, var id, var document) -> {
        encoder.text(author).text(room).text(id).truth(document != null);
        if (document != null) {
          encoder.value(document);
        }
      }
      case Entry.PurposesSaved(_, _, var author, var purposes, var reason) ->
          PurposeCodec.write(encoder.text(author), purposes).text(reason);
      case Entry.Swept(_, _, var since) -> encoder.text(SYSTEM).signed(since);
      case Entry.MembershipChanged(_, _, var fact) ->
          SegmentCodec.write(encoder.text(SYSTEM), fact);
      case Entry.LinkMade(_, _, var author, var link) ->
          Records.stewardLink(encoder.text(author), link);
      case Entry.LinkUndone(_, _, var author, var link, var reason) -> {
        Records.stewardLink(encoder.text(author), link);
        encoder.text(reason);
      }
    }
    return encoder.toBytes();
  }

  private static <V> void record(Encoder encoder, Key<V> key, V value) {
    encoder.bytes(Records.write(new Encoder(), key, value).toBytes());
  }

  /// Reads any entry back.
  ///
  /// @param kind of an entry of ours; not of a blank or lost one
  static Entry decode(long position, Kind kind, byte[] payload) {
    if (kind == Kind.EVENT) {
      var bodyAt = bodyAt(payload);
      return new Entry.Received(
          position,
          envelope(payload),
          JsonReader.event(Arrays.copyOfRange(payload, bodyAt, payload.length)));
    }
    var decoder = new Decoder(payload);
    version(decoder.octet());
    var at = decoder.varint();
    var author = decoder.text();
    return switch (kind) {
      case SOURCE_SAVED ->
          new Entry.SourceSaved(
              position, at, author, (Source) Records.read(new Key.Source(0), decoder.bytes()));
      case RULES_SAVED ->
          new Entry.RulesSaved(
              position,
              at,
              author,
              (RulesDocument) Records.read(new Key.OfRules(), decoder.bytes()),
              decoder.ended() ? "" : decoder.text());
      case RULES_APPLIED ->
          new Entry.RulesApplied(position, at, author, decoder.number(Integer.MAX_VALUE));
      case ACCESS_GRANTED ->
          new Entry.AccessGranted(
              position, at, author, (AccessKey) Records.read(new Key.Access(""), decoder.bytes()));
      case ACCESS_REVOKED -> new Entry.AccessRevoked(position, at, author, decoder.text());
      case CUT_MADE ->
          new Entry.CutMade(
              position, at, author, (Cut) Records.read(new Key.OfCut(""), decoder.bytes()));
      case CUT_UNDONE -> new Entry.CutUndone(position, at, author, decoder.text(), decoder.text());
      case IMPORT_UNDONE ->
          new Entry.ImportUndone(
              position, at, author, decoder.number(Integer.MAX_VALUE), decoder.text());
      case SEGMENT_SAVED ->
          new Entry.SegmentSaved(
              position,
              at,
              author,
              (Segment) Records.read(new Key.OfSegment(""), decoder.bytes()),
              decoder.text());
      case SEGMENT_FILLED ->
          new Entry.SegmentFilled(position, at, decoder.text(), decoder.number(Integer.MAX_VALUE));
      case TIMER_FIRED ->
          new Entry.TimerFired(position, at, decoder.signed(), SegmentCodec.identifier(decoder));
      case COMPUTED_TRAIT_SAVED ->
          new Entry.ComputedTraitSaved(
              position,
              at,
              author,
              (ComputedTrait) Records.read(new Key.OfComputedTrait(""), decoder.bytes()),
              decoder.text());
      case COMPUTED_TRAIT_FILLED ->
          new Entry.ComputedTraitFilled(
              position, at, decoder.text(), decoder.number(Integer.MAX_VALUE));
      case CUTS_MEASURED ->
          new Entry.CutsMeasured(
              position,
              at,
              decoder.text(),
              decoder.number(Integer.MAX_VALUE),
              ComputedTraitCodec.cuts(decoder));
      case SYNONYMS_SAVED ->
          new Entry.SynonymsSaved(
              position,
              at,
              author,
              (Synonyms) Records.read(new Key.OfSynonyms(), decoder.bytes()),
              decoder.text());
      case PLAN_SAVED ->
          new Entry.PlanSaved(
              position,
              at,
              author,
              (Plan) Records.read(new Key.OfPlan(""), decoder.bytes()),
              decoder.text());
      case TRANSFORMATIONS_SAVED ->
          new Entry.TransformationsSaved(
              position,
              at,
              author,
              (Transformations) Records.read(new Key.OfTransformations(), decoder.bytes()),
              decoder.text());
      case REPAIR_NOTED ->
          new Entry.RepairNoted(
              position, at, author, (Repair) Records.read(new Key.OfRepair(""), decoder.bytes()));
      case QUARANTINE_DROPPED -> dropped(position, at, decoder);
      case QUALITY_ALERTED ->
          new Entry.QualityAlerted(position, at, decoder.text(), (Value.Fields) decoder.value());
      case PERSON_ERASED ->
          new Entry.PersonErased(
              position, at, author, decoder.text(), new ProfileId(decoder.text()), decoder.text());
      case ERASURE_KEPT ->
          new Entry.ErasureKept(
              position, at, ErasureCodec.erasure(decoder), ErasureCodec.pasts(decoder));
      case ERASURES_SCRUBBED -> {
        var ids = new ArrayList<String>();
        for (var left = decoder.count(); left > 0; left--) {
          ids.add(decoder.text());
        }
        yield new Entry.ErasuresScrubbed(position, at, ids);
      }
      case RIGHTS_SAVED ->
          new Entry.RightsSaved(
              position,
              at,
              author,
              decoder.text(),
              decoder.text(),
              decoder.truth() ? (Value.Fields) decoder.value() : null);
      case PURPOSES_SAVED ->
          new Entry.PurposesSaved(
              position, at, author, PurposeCodec.purposes(decoder), decoder.text());
      case SWEPT -> new Entry.Swept(position, at, decoder.signed());
      case SEGMENT_ENTERED, SEGMENT_LEFT ->
          new Entry.MembershipChanged(position, at, SegmentCodec.fact(decoder));
      case LINK_MADE -> new Entry.LinkMade(position, at, author, Records.stewardLink(decoder));
      case LINK_UNDONE ->
          new Entry.LinkUndone(position, at, author, Records.stewardLink(decoder), decoder.text());
      case EVENT, BLANK, LOST ->
          throw new IllegalArgumentException("no entry of an operator: " + kind);
    };
  }

  private static Entry dropped(long position, long at, Decoder from) {
    var repair = from.text();
    var source = from.number(Integer.MAX_VALUE);
    var group = from.text();
    var positions = new ArrayList<Long>();
    for (var left = from.count(); left > 0; left--) {
      positions.add(from.varint());
    }
    return new Entry.QuarantineDropped(position, at, repair, source, group, positions);
  }

  /// When an entry happened, without reading the rest of it.
  static long at(Kind kind, byte[] payload) {
    var decoder = new Decoder(payload);
    version(decoder.octet());
    if (kind == Kind.EVENT) {
      decoder.varint();
    }
    return decoder.varint();
  }

  /// What the edge knew of an event.
  static Envelope envelope(byte[] payload) {
    return envelope(new Decoder(payload));
  }

  /// Where an event's own bytes begin.
  static int bodyAt(byte[] payload) {
    var decoder = new Decoder(payload);
    envelope(decoder);
    return decoder.at();
  }

  private static Envelope envelope(Decoder decoder) {
    version(decoder.octet());
    var source = decoder.number(Integer.MAX_VALUE);
    var receivedAt = decoder.varint();
    var call = decoder.octet();
    var edgeId = decoder.text();
    var sentAt = decoder.optional();
    var bytes = decoder.number(Integer.MAX_VALUE);
    var batch = decoder.octet();
    if ((batch & ~(CONTEXT | INTEGRATIONS | RELEASED)) != 0) {
      throw decoder.wrong("a batch with parts " + batch);
    }
    var context = (batch & CONTEXT) == 0 ? Value.Fields.EMPTY : (Value.Fields) decoder.value();
    var integrations =
        (batch & INTEGRATIONS) == 0 ? Value.Fields.EMPTY : (Value.Fields) decoder.value();
    var release =
        (batch & RELEASED) == 0
            ? null
            : new Envelope.Release(decoder.varint(), decoder.text(), decoder.varint());
    return new Envelope(
        source,
        receivedAt,
        call == 0 ? null : Call.ofCode(call),
        edgeId,
        sentAt,
        context,
        integrations,
        bytes,
        release);
  }

  private static void version(int version) {
    if (version != VERSION) {
      throw new IllegalStateException(
          "an entry of format " + version + " was written by a newer version of Inyeon");
    }
  }
}
