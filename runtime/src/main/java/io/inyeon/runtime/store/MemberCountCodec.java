package io.inyeon.runtime.store;

import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Share;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;

/// The bytes of what is counted of the members of accounts.
final class MemberCountCodec {
  private MemberCountCodec() {}

  static void write(Encoder to, MemberCount tally) {
    to.varint(tally.matching()).varint(tally.members()).varint(tally.steps().size());
    for (var step : tally.steps()) {
      to.signed(step.at()).signed(step.matching()).signed(step.members());
    }
  }

  static MemberCount tally(Decoder from) {
    var matching = from.varint();
    var members = from.varint();
    var steps = new ArrayList<MemberCount.Step>();
    for (var left = from.count(); left > 0; left--) {
      steps.add(new MemberCount.Step(from.signed(), from.signed(), from.signed()));
    }
    return new MemberCount(matching, members, steps);
  }

  static void write(Encoder to, Share share) {
    to.signed(share.asOf()).varint(share.accounts().size());
    share.accounts().forEach(to::text);
    to.varint(share.answers().size());
    share.answers().forEach((condition, holds) -> to.signed(condition).truth(holds));
  }

  static Share share(Decoder from) {
    var asOf = from.signed();
    var accounts = new TreeSet<String>();
    for (var left = from.count(); left > 0; left--) {
      accounts.add(from.text());
    }
    var answers = new TreeMap<Long, Boolean>();
    for (var left = from.count(); left > 0; left--) {
      answers.put(from.signed(), from.truth());
    }
    return new Share(asOf, accounts, answers);
  }

  static void write(Encoder to, MembersCounted membersCounted) {
    to.varint(membersCounted.whole().size());
    membersCounted.whole().forEach(to::signed);
  }

  static MembersCounted membersCounted(Decoder from) {
    var whole = new TreeSet<Long>();
    for (var left = from.count(); left > 0; left--) {
      whole.add(from.signed());
    }
    return new MembersCounted(whole);
  }

  static void write(Encoder to, AccountChange change) {
    var walk = change.walk();
    to.varint(change.since()).signed(change.at()).truth(walk != null);
    if (walk != null) {
      to.varint(walk.since()).signed(walk.at());
      IdentifierBytes.write(to, walk.after());
      to.varint(walk.looked());
    }
  }

  static AccountChange change(Decoder from) {
    var since = from.varint();
    var at = from.signed();
    var walk =
        from.truth()
            ? new AccountChange.Walk(
                from.varint(), from.signed(), IdentifierBytes.read(from), from.varint())
            : null;
    return new AccountChange(since, at, walk);
  }
}
