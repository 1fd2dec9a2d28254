package io.inyeon.runtime.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/// A made-up Korean shop with a web site, an app and branches in the street: the whole stream of
/// its events, from a seed. The same seed, size and end give the same stream, to the byte.
///
/// Nobody in it is real: names are put together by chance, e-mail addresses are at the domains that
/// RFC 2606 reserves, and phone numbers begin with 010-0, which is given to nobody.
public final class Shop {
  /// How many visits begin in each hour of the day, in parts of a hundred.
  private static final int[] HOURS = {
    3, 2, 1, 1, 1, 1, 2, 4, 5, 4, 4, 4, 5, 5, 4, 4, 4, 4, 5, 6, 8, 9, 8, 6
  };

  private final long seed;
  private final int days;
  private final Town town;
  private final Truth truth = new Truth();
  private final long start;
  private volatile int day;

  /// Makes up a shop and its people.
  ///
  /// @param people 10 or more
  /// @param days that the play covers, 1 or more; it ends with the last midnight in Seoul before
  ///   `now`
  public Shop(long seed, int people, int days, Instant now) {
    if (people < 10 || people > 2_000_000 || days < 1 || days > 1000) {
      throw new IllegalArgumentException("10 to 2,000,000 people and 1 to 1,000 days");
    }
    this.seed = seed;
    this.days = days;
    town = new Town(seed, people, days);
    var midnight = now.atZone(Stage.SEOUL).toLocalDate().atStartOfDay(Stage.SEOUL);
    start = midnight.toInstant().toEpochMilli() - days * Stage.DAY_MS;
  }

  /// Tells the whole stream, in the order in which it arrives. Can be done once.
  public void play(Consumer<Delivery> sink) {
    var agenda = new Agenda(start + days * Stage.DAY_MS);
    var body = new Body();
    var post = new Post(truth, agenda, new Mishaps(body), sink);
    var stage = new Stage(seed, start, town, truth, agenda, post, body);
    var office = new Office(stage);
    var branches = new Branches(stage, office);
    var visits = new Visits(stage, office);
    for (var today = 0; today < days; today++) {
      day = today;
      for (var plan : plans(today)) {
        var minute = plan >>> 33;
        var at = start + today * Stage.DAY_MS + minute * 60_000;
        agenda.until(at);
        var person = town.person((int) plan >>> 1);
        var dice = Dice.of(seed, 7, person.number(), today, plan & 1);
        if ((plan & 1) == 0) {
          visits.visit(person, today, at, dice);
        } else {
          branches.errand(person, today, at, dice);
        }
      }
      evening(today, agenda, office, branches);
    }
    agenda.until(Long.MAX_VALUE);
    send(start + days * Stage.DAY_MS, Dice.of(seed, 9), office, branches);
    agenda.until(Long.MAX_VALUE);
    post.close();
  }

  /// The day that is being played, from 0.
  public int day() {
    return day;
  }

  /// Whose every identifier is, and how every event must end; complete once it was played.
  public Truth truth() {
    return truth;
  }

  /// Servers empty their buffers; the CRM writes its export in the first night and every fourth
  /// week.
  private void evening(int day, Agenda agenda, Office office, Branches branches) {
    var at = start + (day + 1) * Stage.DAY_MS - 60_000;
    var dice = Dice.of(seed, 8, day);
    agenda.until(at);
    if (day % 28 == 1) {
      office.export(day, at, dice);
    }
    send(at, dice, office, branches);
  }

  private static void send(long at, Dice dice, Office office, Branches branches) {
    office.send(at, dice);
    branches.send(at, dice);
  }

  /// Who does what that day, in order: the minute, the person, and 0 for a visit or 1 for an
  /// errand.
  private long[] plans(int day) {
    var plans = new long[1024];
    var size = 0;
    for (var person : town.people()) {
      var dice = Dice.of(seed, 6, person.number(), day);
      if (dice.chance(person.visits())) {
        plans = size == plans.length ? Arrays.copyOf(plans, 2 * size) : plans;
        plans[size++] = (long) minute(dice) << 33 | (long) person.number() << 1;
      }
      if (dice.chance(person.errands())) {
        plans = size == plans.length ? Arrays.copyOf(plans, 2 * size) : plans;
        plans[size++] = (long) (600 + dice.below(660)) << 33 | (long) person.number() << 1 | 1;
      }
    }
    var all = Arrays.copyOf(plans, size);
    Arrays.sort(all);
    return all;
  }

  private static int minute(Dice dice) {
    var left = dice.below(100);
    var hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    return hour * 60 + dice.below(60);
  }
}
