package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A feed that forgets what is before a position, and whose streams end when it is told to.
final class HouseFeed implements LiveFeed {
  final List<Shown> told = new CopyOnWriteArrayList<>();
  final List<Value.Fields> alerts = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  volatile long forgotten;

  void end() {
    ended.countDown();
  }

  void tell(Happened event, String outcome) {
    told.add(new Shown(event, outcome));
  }

  @Override
  public long position() {
    var event = told.isEmpty() ? 0 : told.getLast().event().position();
    return alerts.isEmpty() ? event : Math.max(event, position(alerts.getLast()));
  }

  private static long position(Value.Fields alert) {
    return Long.parseLong(String.valueOf(alert.text("position")));
  }

  @Override
  public boolean pause(long ms) throws InterruptedException {
    return !ended.await(ms, TimeUnit.MILLISECONDS);
  }

  @Override
  public Look look(long after, Predicate<Seen> wanted, int most) {
    var passed = new ArrayList<Shown>();
    for (var each : told) {
      var position = each.event().position();
      if (position > after && position > forgotten && wanted.test(seen(each))) {
        passed.add(each);
      }
    }
    var shown = passed.subList(Math.max(0, passed.size() - most), passed.size());
    var news = alerts.stream().filter(each -> position(each) > after).toList();
    return new Look(shown, news, passed.size(), Math.max(0, forgotten - after), position());
  }

  private static Seen seen(Shown shown) {
    return new Seen() {
      @Override
      public String sourceId() {
        return shown.event().sourceId();
      }

      @Override
      public @Nullable String call() {
        return shown.event().call();
      }

      @Override
      public String name() {
        return shown.event().name();
      }

      @Override
      public String outcome() {
        return shown.outcome();
      }

      @Override
      public boolean mentions(String lowerCase) {
        return String.valueOf(shown.event().owner()).toLowerCase(Locale.ROOT).contains(lowerCase);
      }
    };
  }
}
