package io.inyeon.runtime.store;

import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Consents;
import io.inyeon.core.unify.Counts;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.Orders;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.Traits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Fragments as bytes, in sections of which each is stored by itself, so that an event writes only
/// what it changed.
///
/// Whoever stores a section writes [#VERSION] before it and reads it first. An empty section is not
/// stored at all.
public final class FragmentCodec {
  /// The version of everything that is written here; there was no other yet.
  public static final int VERSION = 1;

  /// Stamp, times and number of the events: the one section that is never empty.
  public static final int BASE = 1;

  /// How often each event name came.
  public static final int NAMES = 2;

  public static final int TRAITS = 3;
  public static final int ACCOUNTS = 4;
  public static final int CONSENTS = 5;

  /// The first of the buckets of orders; [Orders#BUCKETS] follow each other.
  public static final int ORDERS = 6;

  /// Minutes of activity that nearly no event touches; the recent ones stand in the base.
  public static final int OLDER_ACTIVITY = ORDERS + Orders.BUCKETS;

  /// The last section. The first is 1.
  public static final int LAST = OLDER_ACTIVITY;

  private FragmentCodec() {}

  /// Whether two fragments share a section, so that it need not be written again.
  @SuppressWarnings(
      "ReferenceEquality") // what is shared is the same object; to compare is too dear
  public static boolean shared(int section, Fragment a, Fragment b) {
    return switch (section) {
      case BASE -> a.base() == b.base() && a.activity().recent() == b.activity().recent();
      case NAMES -> a.names() == b.names();
      case TRAITS -> a.traits() == b.traits();
      case ACCOUNTS -> a.accounts() == b.accounts();
      case CONSENTS -> a.consents() == b.consents();
      case OLDER_ACTIVITY ->
          a.activity().older() == b.activity().older()
              && a.activity().earlier() == b.activity().earlier();
      default -> bucket(section, a) == bucket(section, b);
    };
  }

  /// Whether a section holds nothing and is not stored.
  public static boolean isEmpty(int section, Fragment fragment) {
    return switch (section) {
      case BASE -> fragment.count() == 0;
      case NAMES -> fragment.names().isEmpty();
      case TRAITS -> fragment.traits().isEmpty();
      case ACCOUNTS -> fragment.accounts().isEmpty();
      case CONSENTS -> fragment.consents().isEmpty();
      case OLDER_ACTIVITY -> fragment.activity().older().isEmpty();
      default -> bucket(section, fragment).isEmpty();
    };
  }

  /// Writes one section.
  public static void write(Encoder to, int section, Fragment fragment) {
    switch (section) {
      case BASE -> {
        base(to, fragment.base());
        ActivityCodec.writeRecent(to, fragment.activity(), fragment.base().latest());
      }
      case NAMES -> CountsCodec.write(to, fragment.names());
      case TRAITS -> TraitsCodec.write(to, fragment.traits());
      case ACCOUNTS -> CountsCodec.write(to, fragment.accounts());
      case CONSENTS -> ConsentsCodec.write(to, fragment.consents());
      case OLDER_ACTIVITY -> ActivityCodec.writeOlder(to, fragment.activity());
      default -> OrdersCodec.write(to, bucket(section, fragment));
    }
  }

  private static Orders.Bucket bucket(int section, Fragment fragment) {
    if (section < ORDERS || section >= ORDERS + Orders.BUCKETS) {
      throw new IllegalArgumentException("no section " + section);
    }
    return fragment.orders().bucket(section - ORDERS);
  }

  private static void base(Encoder to, Fragment.Base base) {
    var best = base.best();
    to.varint(best.rank()).signed(best.time()).id(best.messageId());
    to.signed(base.first() - best.time()).signed(base.latest() - base.first());
    to.varint(base.count()).varint(base.bestSource());
    // Of one event, and of most few, the best is the latest.
    var same = base.latestId().equals(best.messageId()) && base.latestSource() == base.bestSource();
    to.truth(!same);
    if (!same) {
      to.id(base.latestId()).varint(base.latestSource());
    }
  }

  private static Fragment.Base base(Decoder from) {
    var stamp = new Stamp(from.number(Stamp.WORST), from.signed(), from.id());
    var first = from.signed() + stamp.time();
    var latest = from.signed() + first;
    var count = from.varint();
    if (count == 0) {
      throw from.wrong("a fragment of no event");
    }
    var source = from.number(Integer.MAX_VALUE);
    var other = from.truth();
    return new Fragment.Base(
        stamp,
        source,
        first,
        latest,
        other ? from.id() : stamp.messageId(),
        other ? from.number(Integer.MAX_VALUE) : source,
        count);
  }

  /// Puts a fragment together again from its sections, which may come in any order.
  public static final class Reading {
    private Fragment.Base base = Fragment.Base.EMPTY;
    private Counts names = Counts.EMPTY;
    private Traits traits = Traits.EMPTY;
    private Counts accounts = Counts.EMPTY;
    private Consents consents = Consents.EMPTY;
    private final List<Orders.Bucket> buckets =
        new ArrayList<>(Collections.nCopies(Orders.BUCKETS, Orders.Bucket.EMPTY));
    private boolean ordered;
    private Activity activity = Activity.EMPTY;

    /// Of nothing.
    public Reading() {}

    /// Goes on from [#BASE] and [#NAMES].
    Reading(Fragment begun) {
      base = begun.base();
      names = begun.names();
      activity = begun.activity();
    }

    /// Reads one section to its end.
    public void read(int section, Decoder from) {
      switch (section) {
        case BASE -> {
          base = base(from);
          activity = ActivityCodec.withRecent(activity, from, base.latest());
        }
        case NAMES -> names = CountsCodec.read(from);
        case TRAITS -> traits = TraitsCodec.read(from);
        case ACCOUNTS -> accounts = CountsCodec.read(from);
        case CONSENTS -> consents = ConsentsCodec.read(from);
        case OLDER_ACTIVITY -> activity = ActivityCodec.withOlder(activity, from);
        default -> {
          if (section < ORDERS || section >= ORDERS + Orders.BUCKETS) {
            throw from.wrong("no section " + section);
          }
          buckets.set(section - ORDERS, OrdersCodec.read(from));
          ordered = true;
        }
      }
      from.end();
    }

    /// The fragment.
    public Fragment end() {
      return new Fragment(
          base,
          names,
          traits,
          accounts,
          consents,
          ordered ? Orders.ofBuckets(buckets) : Orders.EMPTY,
          activity);
    }
  }
}
