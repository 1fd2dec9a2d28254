package io.inyeon.runtime.access;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands out in a month of reads, for somebody to look at (KR 개인정보의 안전성 확보조치 기준 제8조 wants
/// that once a month): who read how much of whom, what left as a file and why, what was read at
/// night and at weekends, and whose data was read unusually often.
final class AccessReview {
  private static final int MOST_LISTED = 1_000;
  private static final int MOST_PEOPLE = 200_000;
  private static final int MANY_A_DAY = 1_000;
  private static final int OFTEN = 30;
  private static final int MORNING = 7;
  private static final int NIGHT = 21;

  private final YearMonth month;
  private final ZoneId zone;
  private final Map<String, Actor> actors = new TreeMap<>();
  private final List<Value> downloads = new ArrayList<>();
  private long downloaded;
  private long reads;

  AccessReview(YearMonth month, ZoneId zone) {
    this.month = month;
    this.zone = zone;
  }

  private static final class Actor {
    private long reads;
    private long told;
    private long offHours;
    private long downloads;
    private final Map<String, Long> what = new TreeMap<>();
    private final Map<Long, Long> byDay = new HashMap<>();
    private final Map<String, Long> byPerson = new HashMap<>();
    private final Set<String> from = new TreeSet<>();
    private boolean more;
  }

  /// Takes a read in; of another month it is passed over.
  void add(Value.Fields read) {
    var at = Instant.ofEpochMilli(AccessLine.at(read)).atZone(zone);
    if (!YearMonth.from(at).equals(month)) {
      return;
    }
    reads++;
    var actor = actors.computeIfAbsent(String.valueOf(read.text("actor")), _ -> new Actor());
    var count = read.get("count") instanceof Value.Decimal(var number) ? number.longValue() : 0;
    actor.reads++;
    actor.told += count;
    actor.what.merge(String.valueOf(read.text("what")), 1L, Long::sum);
    actor.byDay.merge(at.toLocalDate().toEpochDay(), count, Long::sum);
    if (actor.from.size() < OFTEN) {
      actor.from.add(String.valueOf(read.text("from")));
    }
    var weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (weekend || at.getHour() < MORNING || at.getHour() >= NIGHT) {
      actor.offHours++;
    }
    if (read.get("people") instanceof Value.Items(var people)) {
      for (var person : people) {
        if (person instanceof Value.Text(var id)) {
          person(actor, id);
        }
      }
    }
    if (new Value.Truth(true).equals(read.get("download"))) {
      actor.downloads++;
      downloaded++;
      if (downloads.size() < MOST_LISTED) {
        downloads.add(read);
      }
    }
  }

  private static void person(Actor actor, String id) {
    if (actor.byPerson.size() < MOST_PEOPLE || actor.byPerson.containsKey(id)) {
      actor.byPerson.merge(id, 1L, Long::sum);
    } else {
      actor.more = true;
    }
  }

  /// The report.
  ///
  /// @param now milliseconds since 1970
  Value.Fields told(long now) {
    var all = new ArrayList<Value>();
    var attention = new ArrayList<Value>();
    actors.forEach((name, actor) -> {
      all.add(told(name, actor));
      notices(name, actor, attention);
    });
    var report = new LinkedHashMap<String, Value>();
    report.put("month", text(month.toString()));
    report.put("madeAt", text(Instant.ofEpochMilli(now).toString()));
    report.put("reads", number(reads));
    report.put("actors", new Value.Items(all));
    report.put("attention", new Value.Items(attention));
    report.put("downloads", new Value.Items(downloads));
    report.put("downloadsInAll", number(downloaded));
    return new Value.Fields(report);
  }

  private static Value told(String name, Actor actor) {
    var what = new LinkedHashMap<String, Value>();
    actor.what.forEach((each, count) -> what.put(each, number(count)));
    var told = new LinkedHashMap<String, Value>();
    told.put("actor", text(name));
    told.put("reads", number(actor.reads));
    told.put("peopleTold", number(actor.told));
    told.put("differentPeople", number(actor.byPerson.size()));
    told.put("differentPeopleAtLeast", new Value.Truth(actor.more));
    told.put("offHours", number(actor.offHours));
    told.put("downloads", number(actor.downloads));
    told.put("what", new Value.Fields(what));
    told.put("from", new Value.Items(actor.from.stream().map(AccessReview::text).toList()));
    return new Value.Fields(told);
  }

  /// What somebody ought to look at.
  private static void notices(String name, Actor actor, List<Value> to) {
    actor.byDay.entrySet().stream()
        .filter(day -> day.getValue() >= MANY_A_DAY)
        .sorted(Map.Entry.comparingByKey())
        .limit(31)
        .forEach(day ->
            to.add(
                notice(
                    "many_people_in_a_day",
                    name,
                    LocalDate.ofEpochDay(day.getKey()).toString(),
                    day.getValue())));
    if (actor.offHours > 0) {
      to.add(notice("outside_office_hours", name, "", actor.offHours));
    }
    if (actor.downloads > 0) {
      to.add(notice("downloads", name, "", actor.downloads));
    }
    actor.byPerson.entrySet().stream()
        .filter(person -> person.getValue() >= OFTEN)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> each) -> each.getValue())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(20)
        .forEach(
            person -> to.add(notice("one_person_often", name, person.getKey(), person.getValue())));
  }

  private static Value notice(String code, String actor, String about, long count) {
    var notice = new LinkedHashMap<String, Value>();
    notice.put("code", text(code));
    notice.put("actor", text(actor));
    if (!about.isEmpty()) {
      notice.put("about", text(about));
    }
    notice.put("count", number(count));
    return new Value.Fields(notice);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value number(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
