package io.inyeon.runtime.store;

import io.inyeon.core.Entry.ErasureKept;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.ProfileId;
import java.util.ArrayList;
import java.util.List;

/// The bytes of erasures, in state as in the log.
public final class ErasureCodec {
  private ErasureCodec() {}

  static void write(Encoder to, Erasure erasure) {
    to.text(erasure.id()).text(erasure.subject().value()).varint(erasure.position());
    to.varint(erasure.at()).signed(erasure.until());
    to.text(erasure.author()).text(erasure.reason()).varint(erasure.gone().size());
    erasure.gone().forEach(hash -> to.text(hash.value()));
    to.varint(erasure.kept()).varint(erasure.events()).varint(erasure.ghosts().size());
    for (var ghost : erasure.ghosts()) {
      to.text(ghost.left().value()).text(ghost.type()).octet(ghost.rank()).varint(ghost.count());
    }
    to.signed(erasure.first()).signed(erasure.latest());
  }

  /// Reads one back.
  public static Erasure erasure(Decoder from) {
    var id = from.text();
    var subject = new ProfileId(from.text());
    var position = from.varint();
    var at = from.varint();
    var until = from.signed();
    var author = from.text();
    var reason = from.text();
    var gone = new ArrayList<ProfileId>();
    for (var left = from.count(); left > 0; left--) {
      gone.add(new ProfileId(from.text()));
    }
    var kept = from.number(Integer.MAX_VALUE);
    var events = from.varint();
    var ghosts = new ArrayList<Erasure.Ghost>();
    for (var left = from.count(); left > 0; left--) {
      ghosts.add(
          new Erasure.Ghost(
              new ProfileId(from.text()),
              from.text(),
              from.octet(),
              from.number(Integer.MAX_VALUE)));
    }
    return new Erasure(
        id,
        subject,
        position,
        at,
        until,
        author,
        reason,
        gone,
        kept,
        events,
        ghosts,
        from.signed(),
        from.signed());
  }

  static void write(Encoder to, Leftover leftover) {
    write(to, leftover.erasure());
    to.varint(leftover.gone().size());
    leftover.gone().forEach(each -> IdentifierBytes.write(to, each));
    to.varint(leftover.fragments().size());
    leftover.fragments().forEach(each -> FragmentKeyBytes.write(to, each));
    to.varint(leftover.slices().size());
    for (var slice : leftover.slices()) {
      IdentifierBytes.write(to, slice.device());
      to.signed(slice.from()).signed(slice.last());
    }
  }

  static Leftover leftover(Decoder from) {
    var erasure = erasure(from);
    var gone = new ArrayList<Identifier>();
    for (var left = from.count(); left > 0; left--) {
      gone.add(IdentifierBytes.read(from));
    }
    var fragments = new ArrayList<FragmentKey>();
    for (var left = from.count(); left > 0; left--) {
      fragments.add(FragmentKeyBytes.read(from));
    }
    var slices = new ArrayList<Leftover.Slice>();
    for (var left = from.count(); left > 0; left--) {
      slices.add(new Leftover.Slice(IdentifierBytes.read(from), from.signed(), from.signed()));
    }
    return new Leftover(erasure, gone, fragments, slices);
  }

  /// What came of an erasure, as the log has it.
  public static void write(Encoder to, Erasure erasure, List<ErasureKept.Past> pasts) {
    write(to, erasure);
    to.varint(pasts.size());
    for (var past : pasts) {
      to.varint(past.whose()).varint(past.cause()).varint(past.ordinal());
    }
  }

  /// Reads the person's recorded memberships back.
  public static List<ErasureKept.Past> pasts(Decoder from) {
    var pasts = new ArrayList<ErasureKept.Past>();
    for (var left = from.count(); left > 0; left--) {
      pasts.add(
          new ErasureKept.Past(
              from.number(Integer.MAX_VALUE), from.varint(), from.number(Integer.MAX_VALUE)));
    }
    return pasts;
  }
}
