package io.inyeon.runtime.store;

import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.unify.Consents;
import io.inyeon.core.unify.Table;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Consents as bytes. A cookie banner speaks of many purposes at once: what two statements after
/// each other have in common is written once.
final class ConsentsCodec {
  private static final int FULL = 1;
  private static final int ALL = 2;
  private static final int GRANTED = 1;
  private static final int WITHDRAWN = 2;
  private static final int GUARDED = 4;

  // How a statement begins: 0 and 1 are all that there was before statements could end.
  private static final int SAME = 1;
  private static final int ENDS = 2;
  private static final int GUARDIAN = 4;

  private ConsentsCodec() {}

  static void write(Encoder to, Consents consents) {
    var all = consents.all();
    to.octet((consents.full() ? FULL : 0) | (all == null ? 0 : ALL));
    var before = all;
    if (all != null) {
      statement(to, all, null);
    }
    var purposes = consents.byPurpose();
    to.varint(purposes.size());
    for (var i = 0; i < purposes.size(); i++) {
      var granted = purposes.value(i).granted();
      var withdrawn = purposes.value(i).withdrawn();
      to.text(purposes.key(i));
      var guarded = purposes.value(i).guarded();
      to.octet(
          (granted == null ? 0 : GRANTED)
              | (withdrawn == null ? 0 : WITHDRAWN)
              | (guarded == null ? 0 : GUARDED));
      if (granted != null) {
        statement(to, granted, before);
        before = granted;
      }
      if (withdrawn != null) {
        statement(to, withdrawn, before);
        before = withdrawn;
      }
      if (guarded != null) {
        statement(to, guarded, before);
        before = guarded;
      }
    }
  }

  static Consents read(Decoder from) {
    var flags = from.number(FULL | ALL);
    var all = (flags & ALL) == 0 ? null : statement(from, ConsentStatement.EVERYTHING, false, null);
    var before = all;
    var size = from.count();
    var purposes = new ArrayList<String>(size);
    var latest = new ArrayList<Consents.Latest>(size);
    for (var i = 0; i < size; i++) {
      var purpose = from.name();
      var which = from.number(GRANTED | WITHDRAWN | GUARDED);
      var granted = (which & GRANTED) == 0 ? null : statement(from, purpose, true, before);
      before = granted == null ? before : granted;
      var withdrawn = (which & WITHDRAWN) == 0 ? null : statement(from, purpose, false, before);
      before = withdrawn == null ? before : withdrawn;
      var guarded = (which & GUARDED) == 0 ? null : statement(from, purpose, true, before);
      before = guarded == null ? before : guarded;
      purposes.add(purpose);
      latest.add(new Consents.Latest(granted, guarded, withdrawn));
    }
    var table = from.table(Table.BYTES, purposes, latest);
    return size == 0 && flags == 0 ? Consents.EMPTY : new Consents(table, all, (flags & FULL) != 0);
  }

  private static void statement(
      Encoder to, ConsentStatement statement, @Nullable ConsentStatement before) {
    var same = before != null && sameWords(statement, before);
    var ends = !same && statement.expiresAt() != ConsentStatement.NEVER;
    to.octet((same ? SAME : ends ? ENDS : 0) | (!same && statement.guardian() ? GUARDIAN : 0));
    if (ends) {
      to.signed(statement.expiresAt());
    }
    if (!same) {
      to.signed(statement.time() - (before == null ? 0 : before.time())).id(statement.messageId());
      to.varint(statement.source());
      to.optional(statement.wording()).optional(statement.language()).optional(statement.channel());
    }
  }

  private static ConsentStatement statement(
      Decoder from, String purpose, boolean granted, @Nullable ConsentStatement before) {
    var how = from.number(SAME | ENDS | GUARDIAN);
    if ((how & SAME) != 0) {
      if (before == null || how != SAME) {
        throw from.wrong("the same as nothing");
      }
      return new ConsentStatement(
          purpose,
          granted,
          before.time(),
          before.messageId(),
          before.source(),
          before.wording(),
          before.language(),
          before.channel(),
          before.expiresAt(),
          before.guardian());
    }
    var expiresAt = (how & ENDS) == 0 ? ConsentStatement.NEVER : from.signed();
    return new ConsentStatement(
        purpose,
        granted,
        from.signed() + (before == null ? 0 : before.time()),
        from.id(),
        from.number(Integer.MAX_VALUE),
        optionalName(from),
        optionalName(from),
        optionalName(from),
        expiresAt,
        (how & GUARDIAN) != 0);
  }

  private static @Nullable String optionalName(Decoder from) {
    return from.truth() ? from.name() : null;
  }

  private static boolean sameWords(ConsentStatement a, ConsentStatement b) {
    return a.time() == b.time()
        && a.source() == b.source()
        && a.messageId().equals(b.messageId())
        && Objects.equals(a.wording(), b.wording())
        && Objects.equals(a.language(), b.language())
        && Objects.equals(a.channel(), b.channel())
        && a.expiresAt() == b.expiresAt()
        && a.guardian() == b.guardian();
  }
}
