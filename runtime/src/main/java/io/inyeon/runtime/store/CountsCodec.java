package io.inyeon.runtime.store;

import io.inyeon.core.unify.Count;
import io.inyeon.core.unify.Counts;
import io.inyeon.core.unify.Table;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Counts as bytes: names in their order, each time as its distance from the one before.
final class CountsCodec {
  private CountsCodec() {}

  static void write(Encoder to, Counts counts) {
    var other = counts.other();
    to.truth(other != null);
    if (other != null) {
      count(to, other, 0);
    }
    var names = counts.byName();
    to.varint(names.size());
    long before = 0;
    for (var i = 0; i < names.size(); i++) {
      to.text(names.key(i));
      count(to, names.value(i), before);
      before = names.value(i).first();
    }
  }

  static Counts read(Decoder from) {
    var other = from.truth() ? count(from, 0) : null;
    var size = from.count();
    var names = new ArrayList<String>(size);
    var counts = new ArrayList<Count>(size);
    long before = 0;
    for (var i = 0; i < size; i++) {
      names.add(from.name());
      var count = count(from, before);
      counts.add(count);
      before = count.first();
    }
    return counts(from.table(Table.BYTES, names, counts), other);
  }

  private static Counts counts(Table<String, Count> byName, @Nullable Count other) {
    return byName.isEmpty() && other == null ? Counts.EMPTY : new Counts(byName, other);
  }

  private static void count(Encoder to, Count count, long before) {
    to.varint(count.count()).signed(count.first() - before).varint(count.last() - count.first());
  }

  private static Count count(Decoder from, long before) {
    var count = from.varint();
    var first = from.signed() + before;
    return new Count(count, first, from.varint() + first);
  }
}
