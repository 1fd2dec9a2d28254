package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The bytes of keys within their columns. Each says itself where it ends, so that no key is the
/// beginning of another and a number can follow: that of a further chunk, or of a part of a tree.
final class KeyBytes {
  static final byte[] FORMAT = {1};
  static final byte[] POSITION = {2};
  static final byte[] COUNTS = {3};
  static final byte[] NEWEST_SEEN = {4};
  static final byte[] TOUCHES_KEPT = {5};
  private static final int RULES = 16;
  private static final int SOURCE = 17;
  private static final int ACCESS = 18;
  private static final int OUTCOMES = 19;
  private static final int NEXT_TREE = 20;
  private static final int CUT = 21;
  private static final int STEWARD_LINKS = 22;
  private static final int UNDONE = 23;
  private static final int SAVED_RULES = 24;
  private static final int SEGMENT = 33;
  private static final int SEGMENT_VERSION = 34;
  private static final int SEGMENT_SIZE = 35;
  private static final int FILLING = 36;
  private static final int SWEEP = 37;
  private static final int SYNONYMS = 43;
  private static final int COMPUTED_TRAIT = 44;
  private static final int COMPUTED_TRAIT_VERSION = 45;
  private static final int PURPOSE = 50;
  private static final int PURPOSE_VERSION = 51;
  private static final int PLAN = 54;
  private static final int PLAN_VERSION = 55;
  private static final int TRANSFORMATIONS = 56;
  private static final int TRANSFORMATIONS_VERSION = 57;

  // In the column of rights.
  private static final int TOMBSTONE = 1;
  private static final int ERASURE = 2;
  private static final int LEFTOVER = 3;
  private static final int ERASURES = 4;
  private static final int RIGHTS = 5;

  // In a column of their own.
  private static final int SPANS = 1;
  private static final int LOGINS = 2;
  private static final int QUARANTINE_GROUP = 1;
  private static final int HELD = 2;
  private static final int HELD_PERSON = 3;
  private static final int GROUPS_OF_SOURCE = 4;
  private static final int REPAIR = 5;

  // Kinds of key in JOINED. 0 was an account's change, by the position of its entry.
  private static final int JOINED = 1;
  private static final int ACCOUNT_CHANGE = 2;
  private static final int MEMBER_COUNT = 3;
  private static final int SHARE = 4;
  private static final int MEMBERS_COUNTED = 5;

  private KeyBytes() {}

  static byte[] of(Key<?> key, Encoder scratch) {
    var to = scratch.reset();
    switch (key) {
      case Key.Seen(var source, var messageId) -> {
        to.id(messageId);
        number(to, source);
      }
      case Key.OfIdentifier(var identifier) -> IdentifierBytes.write(to, identifier);
      case Key.Tree(var id) -> {
        return tree(id);
      }
      case Key.IdleLink(var pair) -> {
        IdentifierBytes.write(to, pair.stronger());
        IdentifierBytes.write(to, pair.weaker());
      }
      case Key.OfProfile(var id) -> to.text(id.value());
      case Key.Account(var id) -> to.text(id);
      case Key.OfAccountChange(var account) -> to.octet(ACCOUNT_CHANGE).text(account);
      case Key.OfMemberCount(var account, var condition) ->
          wide(to.octet(MEMBER_COUNT).text(account), condition);
      case Key.OfShare(var who) -> IdentifierBytes.write(to.octet(SHARE), who);
      case Key.OfMembersCounted _ -> to.octet(MEMBERS_COUNTED);
      case Key.OfJoined(var account, var who) ->
          IdentifierBytes.write(to.octet(JOINED).text(account), who);
      case Key.OfCut(var id) -> to.octet(CUT).text(id);
      case Key.OfStewardLinks(var pair) -> {
        IdentifierBytes.write(to.octet(STEWARD_LINKS), pair.stronger());
        IdentifierBytes.write(to, pair.weaker());
      }
      case Key.Estranged(var identifier, var rank, var page) -> {
        IdentifierBytes.write(to, identifier);
        number(to.octet(rank), page);
      }
      case Key.OfSpans(var device) -> IdentifierBytes.write(to.octet(SPANS), device);
      case Key.OfLogins(var device, var span) -> {
        IdentifierBytes.write(to.octet(LOGINS), device);
        LoginsCodec.span(to, span);
      }
      case Key.OfMentions _ -> throw new IllegalArgumentException("no part of state: " + key);
      case Key.Source(var number) -> number(to.octet(SOURCE), number);
      case Key.OfUndone(var source) -> number(to.octet(UNDONE), source);
      case Key.Outcomes(var source) -> number(to.octet(OUTCOMES), source);
      case Key.Access(var hash) -> to.octet(ACCESS).text(hash);
      case Key.OfRules _ -> to.octet(RULES);
      case Key.OfSavedRules(var version) -> number(to.octet(SAVED_RULES), version);
      case Key.NextTree _ -> to.octet(NEXT_TREE);
      case Key.OfSegment(var id) -> to.octet(SEGMENT).text(id);
      case Key.OfSegmentVersion(var id, var version) ->
          number(to.octet(SEGMENT_VERSION).text(id), version);
      case Key.OfSegmentSize(var id) -> to.octet(SEGMENT_SIZE).text(id);
      case Key.OfFilling(var id) -> to.octet(FILLING).text(id);
      case Key.OfSweep _ -> to.octet(SWEEP);
      case Key.OfSynonyms _ -> to.octet(SYNONYMS);
      case Key.OfPurpose(var purpose) -> to.octet(PURPOSE).text(purpose);
      case Key.OfPurposeVersion(var purpose, var version) ->
          number(to.octet(PURPOSE_VERSION).text(purpose), version);
      case Key.OfComputedTrait(var id) -> to.octet(COMPUTED_TRAIT).text(id);
      case Key.OfComputedTraitVersion(var id, var version) ->
          number(to.octet(COMPUTED_TRAIT_VERSION).text(id), version);
      case Key.OfPlan(var id) -> to.octet(PLAN).text(id);
      case Key.OfPlanVersion(var id, var version) ->
          number(to.octet(PLAN_VERSION).text(id), version);
      case Key.OfTransformations _ -> to.octet(TRANSFORMATIONS);
      case Key.OfTransformationsVersion(var version) ->
          number(to.octet(TRANSFORMATIONS_VERSION), version);
      case Key.OfQuarantineGroup(var group) -> to.octet(QUARANTINE_GROUP).text(group);
      case Key.OfHeld(var group, var position) -> wide(to.octet(HELD).text(group), position);
      case Key.OfHeldPerson(var group, var who) -> wide(to.octet(HELD_PERSON).text(group), who);
      case Key.OfGroupsOfSource(var source) -> number(to.octet(GROUPS_OF_SOURCE), source);
      case Key.OfRepair(var id) -> to.octet(REPAIR).text(id);
      case Key.OfOccurrences(var fragment, var track) -> {
        FragmentKeyBytes.write(to, fragment);
        wide(to, track);
      }
      case Key.OfStanding(var who) -> IdentifierBytes.write(to, who);
      case Key.OfMember(var segment, var who) -> IdentifierBytes.write(to.text(segment), who);
      case Key.OfTimer(var due, var who) -> {
        wide(to, due);
        IdentifierBytes.write(to, who);
      }
      case Key.OfPast(var who, var cause, var ordinal) -> {
        IdentifierBytes.write(to, who);
        wide(to, cause);
        number(to, ordinal);
      }
      case Key.OfFlow(var segment, var day) -> wide(to.text(segment), day);
      case Key.OfTombstone(var hash) -> to.octet(TOMBSTONE).text(hash.value());
      case Key.OfErasure(var id) -> to.octet(ERASURE).text(id);
      case Key.OfLeftover(var id) -> to.octet(LEFTOVER).text(id);
      case Key.OfErasures _ -> to.octet(ERASURES);
      case Key.OfRights(var room, var id) -> to.octet(RIGHTS).text(room).text(id);
      case Key.OfFact(var cause, var ordinal) -> {
        wide(to, cause);
        number(to, ordinal);
      }
    }
    return to.toBytes();
  }

  /// The beginning of all keys of events with one messageId; four more bytes say the source.
  static byte[] seenPrefix(String messageId) {
    var to = new Encoder();
    to.id(messageId);
    return to.toBytes();
  }

  /// Big-endian, so that trees lie in the order of their ids.
  static byte[] tree(long id) {
    return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
  }

  static byte[] position(long position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
  }

  /// Reads a key of a column; `null` when it is none: a further chunk, or the store's own.
  static @Nullable Key<?> read(Column column, byte[] bytes) {
    var from = new Decoder(bytes);
    Key<?> key =
        switch (column) {
          case META -> meta(from);
          case IDENTIFIERS -> new Key.OfIdentifier(IdentifierBytes.read(from));
          case IDLE_LINKS ->
              new Key.IdleLink(new Pair(IdentifierBytes.read(from), IdentifierBytes.read(from)));
          case PROFILES -> new Key.OfProfile(new ProfileId(from.text()));
          case ACCOUNTS -> new Key.Account(from.text());
          case SEEN_IMPORTS -> {
            var messageId = from.id();
            yield new Key.Seen(number(from), messageId);
          }
          case JOINED -> joined(from);
          case ESTRANGED ->
              new Key.Estranged(IdentifierBytes.read(from), from.octet(), number(from));
          case LOGINS -> logins(from);
          case OCCURRENCES -> new Key.OfOccurrences(FragmentKeyBytes.read(from), wide(from));
          case STANDINGS -> new Key.OfStanding(IdentifierBytes.read(from));
          case MEMBERS -> new Key.OfMember(from.text(), IdentifierBytes.read(from));
          case TIMERS -> new Key.OfTimer(wide(from), IdentifierBytes.read(from));
          case FACTS -> new Key.OfFact(wide(from), number(from));
          case PASTS -> new Key.OfPast(IdentifierBytes.read(from), wide(from), number(from));
          case FLOWS -> new Key.OfFlow(from.text(), wide(from));
          case QUARANTINE -> quarantine(from);
          case RIGHTS -> rights(from);
          case TREES, OUTBOX, TOUCHES -> null;
        };
    return from.ended() ? key : null;
  }

  private static @Nullable Key<?> joined(Decoder from) {
    return switch (from.octet()) {
      case ACCOUNT_CHANGE -> new Key.OfAccountChange(from.text());
      case MEMBER_COUNT -> new Key.OfMemberCount(from.text(), wide(from));
      case SHARE -> new Key.OfShare(IdentifierBytes.read(from));
      case MEMBERS_COUNTED -> new Key.OfMembersCounted();
      case JOINED -> new Key.OfJoined(from.text(), IdentifierBytes.read(from));
      default -> null;
    };
  }

  private static @Nullable Key<?> logins(Decoder from) {
    return switch (from.octet()) {
      case SPANS -> new Key.OfSpans(IdentifierBytes.read(from));
      case LOGINS -> new Key.OfLogins(IdentifierBytes.read(from), LoginsCodec.span(from));
      default -> null;
    };
  }

  private static @Nullable Key<?> quarantine(Decoder from) {
    return switch (from.octet()) {
      case QUARANTINE_GROUP -> new Key.OfQuarantineGroup(from.text());
      case HELD -> new Key.OfHeld(from.text(), wide(from));
      case HELD_PERSON -> new Key.OfHeldPerson(from.text(), wide(from));
      case GROUPS_OF_SOURCE -> new Key.OfGroupsOfSource(number(from));
      case REPAIR -> new Key.OfRepair(from.text());
      default -> null;
    };
  }

  private static @Nullable Key<?> rights(Decoder from) {
    return switch (from.octet()) {
      case TOMBSTONE -> new Key.OfTombstone(new ProfileId(from.text()));
      case ERASURE -> new Key.OfErasure(from.text());
      case LEFTOVER -> new Key.OfLeftover(from.text());
      case ERASURES -> new Key.OfErasures();
      case RIGHTS -> new Key.OfRights(from.text(), from.text());
      default -> null;
    };
  }

  private static @Nullable Key<?> meta(Decoder from) {
    return switch (from.octet()) {
      case RULES -> new Key.OfRules();
      case SOURCE -> new Key.Source(number(from));
      case ACCESS -> new Key.Access(from.text());
      case OUTCOMES -> new Key.Outcomes(number(from));
      case NEXT_TREE -> new Key.NextTree();
      case UNDONE -> new Key.OfUndone(number(from));
      case SAVED_RULES -> new Key.OfSavedRules(number(from));
      case SEGMENT -> new Key.OfSegment(from.text());
      case SEGMENT_VERSION -> new Key.OfSegmentVersion(from.text(), number(from));
      case SEGMENT_SIZE -> new Key.OfSegmentSize(from.text());
      case FILLING -> new Key.OfFilling(from.text());
      case SWEEP -> new Key.OfSweep();
      case SYNONYMS -> new Key.OfSynonyms();
      case PURPOSE -> new Key.OfPurpose(from.text());
      case PURPOSE_VERSION -> new Key.OfPurposeVersion(from.text(), number(from));
      case COMPUTED_TRAIT -> new Key.OfComputedTrait(from.text());
      case COMPUTED_TRAIT_VERSION -> new Key.OfComputedTraitVersion(from.text(), number(from));
      case PLAN -> new Key.OfPlan(from.text());
      case PLAN_VERSION -> new Key.OfPlanVersion(from.text(), number(from));
      case TRANSFORMATIONS -> new Key.OfTransformations();
      case TRANSFORMATIONS_VERSION -> new Key.OfTransformationsVersion(number(from));
      case CUT -> new Key.OfCut(from.text());
      case STEWARD_LINKS ->
          new Key.OfStewardLinks(new Pair(IdentifierBytes.read(from), IdentifierBytes.read(from)));
      default -> null;
    };
  }

  private static void number(Encoder to, int number) {
    to.octet(number >>> 24).octet(number >>> 16 & 0xFF).octet(number >>> 8 & 0xFF);
    to.octet(number & 0xFF);
  }

  private static void wide(Encoder to, long number) {
    number(to, (int) (number >>> 32));
    number(to, (int) number);
  }

  private static long wide(Decoder from) {
    return ((long) number(from) << 32) | (number(from) & 0xFFFF_FFFFL);
  }

  private static int number(Decoder from) {
    return from.octet() << 24 | from.octet() << 16 | from.octet() << 8 | from.octet();
  }
}
