package io.inyeon.bench;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Segments as shops have them: who looked, who bought for so much, who bought nothing since, who
/// lives where, who looked at one category. Thresholds and windows vary; the events are few, so
/// that most of them share what is kept, as they do in life.
final class SampleSegments {
  private static final List<String> EVENTS =
      List.of(
          "Product Viewed",
          "Product Added",
          "Order Completed",
          "Checkout Started",
          "page",
          "Product List Viewed",
          "Products Searched",
          "Order Cancelled");

  private SampleSegments() {}

  static List<Segment> of(int count) {
    var segments = new ArrayList<Segment>();
    for (var i = 0; i < count; i++) {
      var condition = condition(i);
      var epochs = new TreeMap<Long, Long>();
      tracks(condition, epochs);
      segments.add(
          new Segment(
              "s" + i, "s" + i, "", List.of(), Segment.Status.ACTIVE, 1, true, epochs, condition));
    }
    return segments;
  }

  private static void tracks(Condition condition, Map<Long, Long> epochs) {
    if (condition instanceof Condition.OfEvents events) {
      epochs.put(events.track().id(Reach.of(events)), 1L);
    } else if (condition instanceof Condition.All(var all)) {
      all.forEach(each -> tracks(each, epochs));
    } else if (condition instanceof Condition.None(var none)) {
      none.forEach(each -> tracks(each, epochs));
    }
  }

  private static Condition condition(int i) {
    var days = 1 + i % 60;
    return switch (i % 5) {
      case 0 -> count(new Filter(EVENTS.get(i / 5 % EVENTS.size()), List.of()), days, 1 + i % 7);
      case 1 ->
          new Condition.OfEvents(
              new Filter("Order Completed", List.of()),
              Aggregate.SUM,
              FieldPath.of("revenue"),
              atLeast(10_000L * (1 + i % 40)),
              last(days));
      case 2 ->
          new Condition.All(
              List.of(
                  count(new Filter("Product Viewed", List.of()), days, 3),
                  new Condition.None(
                      List.of(count(new Filter("Order Completed", List.of()), 2 * days, 1)))));
      case 3 ->
          new Condition.OfTrait(
              FieldPath.of("city"), new Operator.Equals(new Value.Text("city " + i)));
      default ->
          count(
              new Filter(
                  "Product Viewed",
                  List.of(
                      new Filter.Where(
                          FieldPath.of("category"),
                          new Operator.Equals(new Value.Text("category " + i / 5 % 40))))),
              days,
              2);
    };
  }

  private static Condition count(Filter filter, int days, int times) {
    return new Condition.OfEvents(filter, Aggregate.COUNT, null, atLeast(times), last(days));
  }

  private static Operator atLeast(long number) {
    return new Operator.Compares(
        Operator.Relation.GTE, Decimals9.exact(BigDecimal.valueOf(number)));
  }

  private static Window last(int days) {
    return new Window.Last(new Span(days, Span.Unit.DAYS));
  }
}
