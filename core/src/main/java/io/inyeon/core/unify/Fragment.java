package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.ConsentReader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is known from the events with one whole list of identifiers and one rank. A profile is the
/// sum of its fragments: merging and unmerging regroup them and change none.
///
/// Every part is a sum that depends neither on the order nor on the grouping of the events, with an
/// empty one as zero. A part that an event does not concern is shared with the fragment before.
///
/// One that the store has as bytes is read when something of it is first asked for: base and names
/// by themselves, since who looks at many asks for these.
public final class Fragment {
  /// Knows nothing.
  public static final Fragment EMPTY =
      new Fragment(
          Base.EMPTY,
          Counts.EMPTY,
          Traits.EMPTY,
          Counts.EMPTY,
          Consents.EMPTY,
          Orders.EMPTY,
          Activity.EMPTY);

  /// Of which base and names are right.
  private final Lazy<Parts> outline;

  private final Lazy<Parts> parts;

  private record Parts(
      Base base,
      Counts names,
      Traits traits,
      Counts accounts,
      Consents consents,
      Orders orders,
      Activity activity) {}

  /// Puts one together.
  ///
  /// @param names how often each event name came
  /// @param accounts how often each account was joined
  /// @param activity when they were active in a browser or an app
  public Fragment(
      Base base,
      Counts names,
      Traits traits,
      Counts accounts,
      Consents consents,
      Orders orders,
      Activity activity) {
    outline = Lazy.of(new Parts(base, names, traits, accounts, consents, orders, activity));
    parts = outline;
  }

  private Fragment(Supplier<Fragment> begun, UnaryOperator<Fragment> rest) {
    outline = Lazy.later(() -> begun.get().parts.get());
    parts = Lazy.later(() -> rest.apply(begun(outline.get())).parts.get());
  }

  private static Fragment begun(Parts outline) {
    return new Fragment(
        outline.base,
        outline.names,
        outline.traits,
        outline.accounts,
        outline.consents,
        outline.orders,
        outline.activity);
  }

  /// One that is read when something of it is first asked for.
  ///
  /// @param begun gives one of which base and names are right; the same each time
  /// @param rest makes it whole; must give the same each time
  public static Fragment later(Supplier<Fragment> begun, UnaryOperator<Fragment> rest) {
    return new Fragment(begun, rest);
  }

  /// What all events have, and so all change.
  ///
  /// @param best the best of their stamps
  /// @param bestSource number of the source that said the best; of several with that stamp the
  ///   smallest
  /// @param first the earliest event time
  /// @param latest the latest event time
  /// @param latestId messageId of the latest event; of several at that time the largest by bytes
  /// @param latestSource number of its source; of several with that messageId the largest
  /// @param count how many they are, preferences included
  public record Base(
      Stamp best,
      int bestSource,
      long first,
      long latest,
      String latestId,
      int latestSource,
      long count) {
    /// Its stamp is worse than any, its times are later and earlier than any.
    public static final Base EMPTY =
        new Base(
            new Stamp(Stamp.WORST, Long.MAX_VALUE, ""),
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            "",
            0,
            0);

    Base plus(Base other) {
      var better = compareBest(other) <= 0 ? this : other;
      var later = compareLatest(other) >= 0 ? this : other;
      return new Base(
          better.best,
          better.bestSource,
          Math.min(first, other.first),
          later.latest,
          later.latestId,
          later.latestSource,
          count + other.count);
    }

    private int compareBest(Base other) {
      var order = best.compareTo(other.best);
      return order != 0 ? order : Integer.compare(bestSource, other.bestSource);
    }

    private int compareLatest(Base other) {
      if (latest != other.latest) {
        return Long.compare(latest, other.latest);
      }
      var order = Identifier.compareBytes(latestId, other.latestId);
      return order != 0 ? order : Integer.compare(latestSource, other.latestSource);
    }
  }

  /// What one event adds.
  ///
  /// @param position where the event stands in the log; no part of the sum, since it depends on the
  ///   order of arrival
  public static Fragment of(Event event, long position, Rules rules) {
    var head = event.head();
    var time = head.time();
    var stamp = new Stamp(event.rank(), event.evidenceTime(), head.messageId());
    var group = head.call() == Call.GROUP && event.account() != null ? event.account() : null;
    return new Fragment(
        new Base(stamp, head.source(), time, time, head.messageId(), head.source(), 1),
        ConsentReader.preferenceOnly(event) ? Counts.EMPTY : Counts.one(head.name(), time),
        head.call() == Call.IDENTIFY ? Traits.of(event, rules.document().traits()) : Traits.EMPTY,
        group == null ? Counts.EMPTY : Counts.one(group, time),
        Consents.of(ConsentReader.read(event)),
        OrderReader.read(event, rules.document().currency()),
        Activity.of(event));
  }

  /// The sum of both.
  public Fragment plus(Fragment other) {
    if (other.count() == 0) {
      return this;
    }
    if (count() == 0) {
      return other;
    }
    var one = parts.get();
    var more = other.parts.get();
    return new Fragment(
        one.base.plus(more.base),
        one.names.plus(more.names),
        one.traits.plus(more.traits),
        one.accounts.plus(more.accounts),
        one.consents.plus(more.consents),
        one.orders.plus(more.orders),
        one.activity.plus(more.activity));
  }

  /// What all of its events have.
  public Base base() {
    return outline.get().base;
  }

  /// How often each event name came.
  public Counts names() {
    return outline.get().names;
  }

  /// What was said of traits.
  public Traits traits() {
    return parts.get().traits;
  }

  /// How often each account was joined.
  public Counts accounts() {
    return parts.get().accounts;
  }

  /// What was said of consent.
  public Consents consents() {
    return parts.get().consents;
  }

  /// The orders told of.
  public Orders orders() {
    return parts.get().orders;
  }

  /// When they were active in a browser or an app.
  public Activity activity() {
    return parts.get().activity;
  }

  /// The best stamp of its events.
  public Stamp best() {
    return base().best();
  }

  /// The earliest event time, milliseconds since 1970.
  public long first() {
    return base().first();
  }

  /// The latest event time.
  public long latest() {
    return base().latest();
  }

  /// How many events it is the sum of.
  public long count() {
    return base().count();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Fragment that && parts.get().equals(that.parts.get()));
  }

  @Override
  public int hashCode() {
    return parts.get().hashCode();
  }

  @Override
  public String toString() {
    return parts.get().toString();
  }
}
