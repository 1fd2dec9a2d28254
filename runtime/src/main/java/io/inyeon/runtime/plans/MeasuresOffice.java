package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quality.AlertNews;
import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.FieldCounts;
import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.core.govern.quality.VolumeWatch;
import io.inyeon.core.govern.transform.Touch;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Lineage;
import io.inyeon.core.segment.Segment;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.quality.Alert;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.quality.SourceDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells how good what comes in is, and where fields come from and go to.
public final class MeasuresOffice implements QualityDesk.Measures {
  private static final int LATELY = 30;
  private static final int HOUR = 60 / VolumeWatch.SLOT_MINUTES;
  private static final int HOURS = 48;

  private final QualityKeeper keeper;
  private final House house;
  private final Function<String, List<Value>> enrichers;

  /// Of a workspace.
  public MeasuresOffice(
      QualityKeeper keeper, House house, Function<String, List<Value>> enrichers) {
    this.enrichers = enrichers;
    this.keeper = keeper;
    this.house = house;
  }

  private long today() {
    return Math.floorDiv(keeper.slot(), VolumeWatch.DAY);
  }

  private @Nullable Source source(String id) {
    for (var source : house.sources()) {
      if (source.id().equals(id)) {
        return source;
      }
    }
    return null;
  }

  private static Said unknown() {
    return new Said.Missing("source_not_found", "There is no such source.");
  }

  private interface Question {
    Said ask() throws InterruptedException;
  }

  private static Said asked(Question question) {
    try {
      return question.ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.Missing("interrupted", "The server is ending.");
    }
  }

  // ---- sources

  @Override
  public Said sources() {
    return asked(() -> {
      var alerts = keeper.alerts(true, Long.MAX_VALUE, Integer.MAX_VALUE);
      var told = new ArrayList<Value>();
      for (var source : house.sources()) {
        var days = keeper.sourceDays(source.number(), today() - VolumeWatch.KEPT_DAYS);
        var verdict = VolumeWatch.judge(new SourceDays(days), keeper.slot() - 1);
        var open = alerts.stream().filter(each -> each.about().source() == source.number()).count();
        var day = days.getOrDefault(today(), new SourceDay());
        told.add(
            named(source)
                .put("volume", told(verdict))
                .put("today", told(day).done())
                .number("alerts", open)
                .done());
      }
      return new Said.Good(
          new Told()
              .list("sources", told)
              .number("alerts", alerts.size())
              .text("position", Long.toString(keeper.position()))
              .done());
    });
  }

  private static Told named(Source source) {
    return new Told()
        .text("source", source.id())
        .text("name", source.name())
        .text("kind", source.kind().name().toLowerCase(Locale.ROOT));
  }

  private static Value told(VolumeWatch.Verdict verdict) {
    var told = new Told().text("state", verdict.finding().name().toLowerCase(Locale.ROOT));
    return verdict.finding() == VolumeWatch.Finding.LEARNING
        ? told.done()
        : told.number("minutes", verdict.span())
            .number("observed", verdict.observed())
            .number("expected", Math.round(verdict.expected()))
            .done();
  }

  private static Told told(SourceDay day) {
    var all = day.all();
    var duplicates = day.ended(SourceDay.Ended.DUPLICATE);
    var told =
        new Told()
            .number("events", all)
            .number("accepted", day.ended(SourceDay.Ended.ACCEPTED))
            .number("duplicates", duplicates)
            .number("quarantined", day.ended(SourceDay.Ended.QUARANTINED))
            .number("dropped", day.ended(SourceDay.Ended.DROPPED))
            .number("robots", day.robots());
    if (all > 0) {
      told.share("uniqueness", 1 - (double) duplicates / all)
          .number("delayP50Seconds", day.delaySeconds(0.5))
          .number("delayP95Seconds", day.delaySeconds(0.95))
          .time("lastAt", day.lastAt());
    }
    return told;
  }

  @Override
  public Said source(String id, int days) {
    var source = source(id);
    return source == null
        ? unknown()
        : asked(() -> {
          var all = keeper.sourceDays(source.number(), today() - VolumeWatch.KEPT_DAYS);
          var counts = new SourceDays(all);
          var from = today() - days + 1;
          var events = new ArrayList<Value>();
          keeper
              .eventDays(source.number(), from)
              .forEach((name, of) -> {
                var sum = sum(of);
                events.add(
                    new Told()
                        .text("event", name)
                        .number("events", sum.seen())
                        .share("validity", sum.validity())
                        .number("fields", sum.fields().size())
                        .done());
              });
          return new Said.Good(
              named(source)
                  .put("volume", told(VolumeWatch.judge(counts, keeper.slot() - 1)))
                  .list("hours", hours(counts))
                  .list("days", days(all.tailMap(from)))
                  .list("events", events)
                  .list("alerts", alerts(source.number(), ""))
                  .done());
        });
  }

  /// The last two days by hours, with what is usual.
  private List<Value> hours(SourceDays counts) {
    var told = new ArrayList<Value>();
    var end = Math.floorDiv(keeper.slot(), HOUR) * HOUR - 1;
    for (var hour = HOURS - 1; hour >= 0; hour--) {
      var last = end - (long) hour * HOUR;
      var day = Math.floorDiv(last, VolumeWatch.DAY);
      var begin = keeper.beginning(day) + (last - HOUR + 1 - day * VolumeWatch.DAY) * 600_000L;
      var usual = VolumeWatch.usual(counts, last, HOUR);
      var one = new Told().time("hour", begin).number("events", counts.sum(last - HOUR + 1, last));
      told.add((usual < 0 ? one : one.number("expected", Math.round(usual))).done());
    }
    return told;
  }

  private static List<Value> days(SortedMap<Long, SourceDay> days) {
    var told = new ArrayList<Value>();
    days.forEach((day, counts) ->
        told.add(
            new Told()
                .text("day", LocalDate.ofEpochDay(day).toString())
                .all(told(counts).done())
                .done()));
    return told;
  }

  private static EventDay sum(SortedMap<Long, EventDay> days) {
    var sum = new EventDay();
    days.values().forEach(sum::add);
    return sum;
  }

  // ---- events

  @Override
  public Said event(String id, String name, int days) {
    var source = source(id);
    return source == null
        ? unknown()
        : asked(() -> {
          var of = keeper.eventDays(source.number(), today() - days + 1).get(name);
          if (of == null) {
            return new Said.Missing(
                "event_not_met", "No such event came from this source in these days.");
          }
          var sum = sum(of);
          var trend = new ArrayList<Value>();
          of.forEach((day, counts) ->
              trend.add(
                  new Told()
                      .text("day", LocalDate.ofEpochDay(day).toString())
                      .number("events", counts.seen())
                      .share("validity", counts.validity())
                      .done()));
          var fields = new ArrayList<Value>();
          sum.fields().forEach((path, counts) -> fields.add(field(path, counts, sum, of)));
          return new Said.Good(
              named(source)
                  .text("event", name)
                  .number("events", sum.seen())
                  .number("looked", sum.looked())
                  .share("validity", sum.validity())
                  .list("days", trend)
                  .list("fields", fields)
                  .list("alerts", alerts(source.number(), name))
                  .done());
        });
  }

  private static Value field(
      String path, FieldCounts counts, EventDay sum, SortedMap<Long, EventDay> days) {
    var types = new Told();
    for (var type : FieldCounts.Type.values()) {
      if (counts.of(type) > 0) {
        types.number(type.name().toLowerCase(Locale.ROOT), counts.of(type));
      }
    }
    var trend = new ArrayList<Value>();
    days.forEach((day, of) -> {
      if (of.looked() > 0) {
        trend.add(
            new Told()
                .text("day", LocalDate.ofEpochDay(day).toString())
                .share("completeness", of.completeness(path))
                .done());
      }
    });
    var present = counts.present();
    var told =
        new Told()
            .text("field", path)
            .number("present", present)
            .number("blank", counts.blank())
            .share("completeness", sum.completeness(path))
            .number("violations", counts.violations())
            .put("types", types.done());
    var plain = present - counts.of(FieldCounts.Type.LIST) - counts.of(FieldCounts.Type.OBJECT);
    if (plain > 0) {
      var distinct = Math.min(plain, counts.distinct().estimate());
      told.number("distinct", distinct).share("uniqueness", (double) distinct / plain);
    }
    return told.list("days", trend).done();
  }

  // ---- alerts

  private List<Value> alerts(int source, String event) throws InterruptedException {
    return keeper.alerts(true, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .filter(each -> each.about().source() == source)
        .filter(each -> event.isEmpty() || each.about().event().equals(event))
        .map(this::told)
        .toList();
  }

  @Override
  public Said alerts(boolean open, long before, int limit) {
    return asked(() -> {
      var found = keeper.alerts(open, before == 0 ? Long.MAX_VALUE : before, limit);
      var told = new Told().list("alerts", found.stream().map(this::told).toList());
      return new Said.Good(
          (found.size() < limit ? told : told.number("before", found.getLast().number())).done());
    });
  }

  @Override
  public Said news(String after, int limit) {
    var news = new ArrayList<Value>();
    var last = new String[] {after};
    house
        .state()
        .from(
            new Key.OfRights(AlertNews.ROOM, after),
            (Key<Value.Fields> key, Value.Fields each) -> {
              if (!(key instanceof Key.OfRights(var room, var id))
                  || !room.equals(AlertNews.ROOM)
                  || news.size() == limit) {
                return false;
              }
              if (!id.equals(after)) {
                news.add(Told.of(each).text("id", id).done());
                last[0] = id;
              }
              return true;
            });
    var told = new Told().list("events", news);
    return new Said.Good((last[0].isEmpty() ? told : told.text("next", last[0])).done());
  }

  private Value told(Alert alert) {
    var about = alert.about();
    var source = house.source(about.source());
    var told =
        new Told()
            .number("number", alert.number())
            .text("code", about.kind().code())
            .text("source", source == null ? "" : source.id())
            .text("event", about.event().isEmpty() ? null : about.event())
            .text("field", about.field().isEmpty() ? null : about.field())
            .time("foundAt", alert.foundAt())
            .time("seenAt", alert.seenAt());
    if (!alert.open()) {
      told.time("endedAt", alert.endedAt());
    }
    return about.kind().volume()
        ? told.number("minutes", alert.spanMinutes())
            .number("observed", Math.round(alert.observed()))
            .number("expected", Math.round(alert.expected()))
            .done()
        : told.share("observed", alert.observed()).share("expected", alert.expected()).done();
  }

  // ---- lineage

  @Override
  public Said lineage(String event, String field) {
    return asked(() ->
        new Said.Good(
            new Told()
                .text("event", event.isEmpty() ? null : event)
                .text("field", field.isEmpty() ? null : field)
                .list("sources", sources(event, field))
                .list("plans", plans(event))
                .list("transformations", transformations(event, field))
                .list("enrichers", enrichers(event, field))
                .list("readers", readers(event, field))
                .done()));
  }

  /// From which sources it came lately.
  private List<Value> sources(String event, String field) throws InterruptedException {
    var told = new ArrayList<Value>();
    for (var source : house.sources()) {
      var sums = new TreeMap<String, EventDay>();
      keeper
          .eventDays(source.number(), today() - LATELY)
          .forEach((name, days) -> sums.put(name, sum(days)));
      sums.forEach((name, sum) -> {
        var counts = sum.fields().get(field);
        if ((event.isEmpty() || event.equals(name)) && (field.isEmpty() || counts != null)) {
          var one = named(source).text("event", name).number("events", sum.seen());
          if (!field.isEmpty()) {
            one.share("completeness", sum.completeness(field));
          }
          told.add(one.done());
        }
      });
    }
    return told;
  }

  private List<Value> plans(String event) {
    var told = new ArrayList<Value>();
    house
        .state()
        .forEach(
            Key.OfPlan.class,
            (Key<Plan> _, Plan plan) -> {
              if (plan.document().get("rules") instanceof Value.Items(var rules)) {
                for (var rule : rules) {
                  if (rule instanceof Value.Fields one
                      && (event.isEmpty()
                          || event.equals(one.text("event"))
                          || (one.text("event") == null && event.equals(one.text("call"))))) {
                    told.add(
                        new Told()
                            .text("plan", plan.id())
                            .text("name", plan.name())
                            .number("version", plan.version())
                            .text("call", one.text("call"))
                            .text("event", one.text("event"))
                            .done());
                  }
                }
              }
            });
    return told;
  }

  /// What touches a field.
  List<Value> transformations(String event, String field) {
    var known = house.state().read(new Key.OfTransformations());
    var told = new ArrayList<Value>();
    for (var touch : Touch.all((known == null ? Transformations.NONE : known).document())) {
      if ((field.isEmpty() || touch.concerns(field))
          && (event.isEmpty() || touch.events().isEmpty() || touch.events().contains(event))) {
        told.add(told(touch).done());
      }
    }
    return told;
  }

  /// Steps of the transformations that name an event.
  List<Value> transformationsOf(String event) {
    var known = house.state().read(new Key.OfTransformations());
    return Touch.all((known == null ? Transformations.NONE : known).document()).stream()
        .filter(touch -> touch.events().contains(event))
        .<Value>map(touch -> told(touch).done())
        .toList();
  }

  private static Told told(Touch touch) {
    return new Told()
        .text("transformation", touch.transformation())
        .text("do", touch.does())
        .text("field", touch.field())
        .list("to", touch.to().stream().map(Value.Text::new).toList());
  }

  /// Enrichers that set a trait: by identifies, whatever the event was that they asked about.
  private List<Value> enrichers(String event, String field) {
    return (event.isEmpty() || event.equals("identify"))
            && (field.isEmpty() || field.startsWith("traits."))
        ? enrichers.apply(field.isEmpty() ? "" : field.substring("traits.".length()))
        : List.of();
  }

  /// Who reads a field.
  List<Value> readers(String event, String field) {
    var segments = new ArrayList<Segment>();
    house.state().forEach(Key.OfSegment.class, (Key<Segment> _, Segment one) -> segments.add(one));
    var traits = new ArrayList<ComputedTrait>();
    house
        .state()
        .forEach(
            Key.OfComputedTrait.class,
            (Key<ComputedTrait> _, ComputedTrait one) -> traits.add(one));
    segments.sort(Comparator.comparing(Segment::id));
    traits.sort(Comparator.comparing(ComputedTrait::id));
    return told(Lineage.readers(event, field, segments, traits));
  }

  private static List<Value> told(Collection<Lineage.Reader> readers) {
    var told = new ArrayList<Value>();
    for (var reader : readers) {
      told.add(
          new Told()
              .text("kind", reader.kind().name().toLowerCase(Locale.ROOT))
              .text("id", reader.heading().id())
              .text("name", reader.heading().name())
              .text("status", reader.heading().status().name().toLowerCase(Locale.ROOT))
              .text("via", reader.via().isEmpty() ? null : reader.via())
              .done());
    }
    return told;
  }

  /// What a draft of the transformations would take away from those who read it: each new step
  /// after which a field is not what it was, with its readers.
  List<Value> breaks(Value.Fields draft, Value.Fields before) {
    var known = new HashSet<>(Touch.all(before));
    var told = new ArrayList<Value>();
    for (var touch : Touch.all(draft)) {
      if (touch.takes() && !known.contains(touch)) {
        var readers = new ArrayList<Value>();
        if (touch.events().isEmpty()) {
          readers.addAll(readers("", touch.field()));
        }
        for (var event : touch.events()) {
          readers(event, touch.field()).stream()
              .filter(each -> !readers.contains(each))
              .forEach(readers::add);
        }
        if (!readers.isEmpty()) {
          told.add(told(touch).list("readers", readers).done());
        }
      }
    }
    return told;
  }
}
