package io.inyeon.core.unify;

import java.util.Arrays;
import java.util.List;

/// All orders that a fragment's events tell of, in sixteen buckets, so that one order's event
/// changes one bucket and shares fifteen.
public final class Orders {
  /// How many buckets there are; never changes, for they are stored by number.
  public static final int BUCKETS = 16;

  public static final Orders EMPTY = new Orders(filled(), true);

  private final Bucket[] buckets;
  private final boolean empty;

  private Orders(Bucket[] buckets, boolean empty) {
    this.buckets = buckets;
    this.empty = empty;
  }

  /// Orders whose ids share a hash.
  ///
  /// Of more than [#LIMIT] the smallest ids by their bytes are kept, as in [Counts].
  ///
  /// @param orders by key, see [Orders#named] and [Orders#unnamed]
  /// @param beyond events of orders left out
  /// @param unusable amounts that were none or too large, and order ids that were too long
  public record Bucket(Table<String, Order> orders, long beyond, long unusable) {
    /// Orders kept in one bucket.
    public static final int LIMIT = 1000;

    public static final Bucket EMPTY = new Bucket(Table.empty(Table.BYTES), 0, 0);

    /// Whether no order was told of.
    public boolean isEmpty() {
      return orders.isEmpty() && unusable == 0;
    }

    Bucket plus(Bucket other) {
      if (other.isEmpty()) {
        return this;
      }
      if (isEmpty()) {
        return other;
      }
      var all = orders.plus(other.orders, Order::plus);
      var left = beyond + other.beyond;
      for (var i = LIMIT; i < all.size(); i++) {
        left += all.value(i).events();
      }
      return new Bucket(all.head(LIMIT), left, unusable + other.unusable);
    }
  }

  /// The key of an order with an id.
  static String named(String id) {
    return "=" + id;
  }

  /// The key of an order whose event has no id: the event is the whole of it.
  static String unnamed(int source, String messageId) {
    return "~" + source + ":" + messageId;
  }

  static Orders of(String key, Order order, int unusable) {
    return one(key, new Bucket(Table.of(Table.BYTES, key, order), 0, unusable));
  }

  static Orders unusable(String key) {
    return one(key, new Bucket(Bucket.EMPTY.orders, 0, 1));
  }

  private static Orders one(String key, Bucket bucket) {
    var buckets = filled();
    var hash = key.hashCode();
    buckets[(hash ^ (hash >>> 16)) & (BUCKETS - 1)] = bucket;
    return new Orders(buckets, false);
  }

  /// The orders of these buckets, one for each number.
  public static Orders ofBuckets(List<Bucket> buckets) {
    if (buckets.size() != BUCKETS) {
      throw new IllegalArgumentException(buckets.size() + " buckets");
    }
    return buckets.stream().allMatch(Bucket::isEmpty)
        ? EMPTY
        : new Orders(buckets.toArray(Bucket[]::new), false);
  }

  /// Whether no order was told of.
  public boolean isEmpty() {
    return empty;
  }

  public Bucket bucket(int number) {
    return buckets[number];
  }

  /// Both as one.
  public Orders plus(Orders other) {
    if (other.empty) {
      return this;
    }
    if (empty) {
      return other;
    }
    var sum = new Bucket[BUCKETS];
    for (var i = 0; i < BUCKETS; i++) {
      sum[i] = buckets[i].plus(other.buckets[i]);
    }
    return new Orders(sum, false);
  }

  private static Bucket[] filled() {
    var buckets = new Bucket[BUCKETS];
    Arrays.fill(buckets, Bucket.EMPTY);
    return buckets;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Orders orders && Arrays.equals(buckets, orders.buckets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(buckets);
  }

  @Override
  public String toString() {
    return Arrays.toString(buckets);
  }
}
