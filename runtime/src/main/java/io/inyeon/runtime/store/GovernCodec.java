package io.inyeon.runtime.store;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Held;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import java.util.ArrayList;

/// Plans, transformations and what waits in quarantine as bytes.
final class GovernCodec {
  private GovernCodec() {}

  static void write(Encoder to, Plan plan) {
    to.text(plan.id()).varint(plan.version()).value(plan.document());
  }

  static Plan plan(Decoder from) {
    return new Plan(from.text(), from.number(Integer.MAX_VALUE), document(from));
  }

  static void write(Encoder to, Transformations all) {
    to.varint(all.version()).value(all.document());
  }

  static Transformations transformations(Decoder from) {
    return new Transformations(from.number(Integer.MAX_VALUE), document(from));
  }

  private static Value.Fields document(Decoder from) {
    if (from.value() instanceof Value.Fields fields) {
      return fields;
    }
    throw from.wrong("a document that is no object");
  }

  static void write(Encoder to, QuarantineGroup group) {
    to.text(group.id()).varint(group.source()).text(group.name()).varint(group.causes().size());
    for (var cause : group.causes()) {
      to.text(cause.code()).text(cause.path());
    }
    to.varint(group.open()).varint(group.people()).signed(group.firstAt()).signed(group.lastAt());
  }

  static QuarantineGroup group(Decoder from) {
    var id = from.text();
    var source = from.number(Integer.MAX_VALUE);
    var name = from.text();
    var causes = new ArrayList<QuarantineGroup.Cause>();
    for (var left = from.count(); left > 0; left--) {
      causes.add(new QuarantineGroup.Cause(from.text(), from.text()));
    }
    return new QuarantineGroup(
        id, source, name, causes, from.varint(), from.varint(), from.signed(), from.signed());
  }

  static void write(Encoder to, Held held) {
    to.text(held.messageId()).signed(held.receivedAt()).signed(held.who());
  }

  static Held held(Decoder from) {
    return new Held(from.text(), from.signed(), from.signed());
  }

  static void write(Encoder to, Repair repair) {
    to.text(repair.id()).octet(repair.kind() == Repair.Kind.RELEASE ? 1 : 2).text(repair.group());
    to.varint(repair.upTo()).text(repair.author()).text(repair.reason());
    to.varint(repair.begunAt()).varint(repair.total()).varint(repair.endedAt());
    to.varint(repair.done());
  }

  static Repair repair(Decoder from) {
    var id = from.text();
    var kind =
        switch (from.octet()) {
          case 1 -> Repair.Kind.RELEASE;
          case 2 -> Repair.Kind.DROP;
          default -> throw from.wrong("no kind of repair");
        };
    return new Repair(
        id,
        kind,
        from.text(),
        from.varint(),
        from.text(),
        from.text(),
        from.varint(),
        from.varint(),
        from.varint(),
        from.varint());
  }
}
