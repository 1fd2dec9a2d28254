package io.inyeon.core.unify;

import org.jspecify.annotations.Nullable;

/// How often each of many things happened: events by name, groups by account.
///
/// Of more than [#LIMIT] names the smallest by their bytes are kept, and the rest is one number.
/// Whatever is among the smallest of all is among the smallest of every part, so the sum depends on
/// the events alone and not on how they were grouped.
///
/// @param other the names left out, together; `null` when none was
public record Counts(Table<String, Count> byName, @Nullable Count other) {
  /// Names kept.
  public static final int LIMIT = 1000;

  public static final Counts EMPTY = new Counts(Table.empty(Table.BYTES), null);

  static Counts one(String name, long time) {
    return new Counts(Table.of(Table.BYTES, name, Count.once(time)), null);
  }

  /// Both as one.
  public Counts plus(Counts more) {
    if (more.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return more;
    }
    var all = byName.plus(more.byName, Count::plus);
    var left = sum(other, more.other);
    for (var i = LIMIT; i < all.size(); i++) {
      left = sum(left, all.value(i));
    }
    return new Counts(all.head(LIMIT), left);
  }

  /// Whether nothing happened: names are left out only when there are too many.
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /// How often anything happened.
  public long total() {
    var total = other == null ? 0 : other.count();
    for (var i = 0; i < byName.size(); i++) {
      total += byName.value(i).count();
    }
    return total;
  }

  private static @Nullable Count sum(@Nullable Count a, @Nullable Count b) {
    return a == null ? b : b == null ? a : a.plus(b);
  }
}
