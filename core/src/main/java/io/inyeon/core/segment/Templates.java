package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.List;

/// Ready-made computed traits, in the events of the common e-commerce specification (Segment's): to
/// be saved as they are or changed first.
public final class Templates {
  private static final String ORDER = "Order Completed";
  private static final FieldPath REVENUE = FieldPath.of("revenue");

  private Templates() {}

  /// One of them.
  ///
  /// @param id proposed
  /// @param name in English
  public record Template(String id, String name, Formula formula) {}

  /// All of them.
  public static List<Template> all() {
    return List.of(
        new Template("sessions", "Sessions", new Formula.Visits(Formula.Figure.COUNT)),
        new Template(
            "session_length",
            "Average length of a session in seconds",
            new Formula.Visits(Formula.Figure.AVERAGE_LENGTH)),
        new Template("last_session", "Last session", new Formula.Visits(Formula.Figure.LAST)),
        new Template("preferred_channel", "Preferred channel", channel()),
        new Template("preferred_hour", "Preferred hour", new Formula.ActiveHour()),
        new Template("preferred_product", "Preferred product", bought("products.name")),
        new Template("preferred_category", "Preferred category", bought("products.category")),
        new Template("preferred_brand", "Preferred brand", bought("products.brand")),
        new Template(
            "rfm",
            "Recency, frequency, monetary value",
            new Formula.Rfm(of(ORDER), REVENUE, days(365), null)),
        new Template("life_cycle", "Life-cycle stage", lifeCycle()),
        new Template("first_touch", "First touch", new Formula.Touched(true, Touch.Of.CHANNEL)),
        new Template("last_touch", "Last touch", new Formula.Touched(false, Touch.Of.CHANNEL)),
        new Template(
            "next_birthday", "Next birthday", new Formula.Anniversary(FieldPath.of("birthday"))));
  }

  private static Filter of(String event) {
    return new Filter(event, List.of());
  }

  private static Window days(int days) {
    return new Window.Last(new Span(days, Span.Unit.DAYS));
  }

  /// On what people answer.
  private static Formula channel() {
    return new Formula.Aggregated(
        Formula.Measure.MOST_FREQUENT,
        List.of(
            answered("Email Link Clicked", "email"),
            answered("SMS Link Clicked", "message"),
            answered("Push Notification Tapped", "push"),
            answered("Live Chat Message Sent", "chat")),
        days(180));
  }

  private static Formula.Part answered(String event, String channel) {
    return new Formula.Part(of(event), null, new Value.Text(channel));
  }

  private static Formula bought(String property) {
    return new Formula.Aggregated(
        Formula.Measure.MOST_FREQUENT,
        List.of(new Formula.Part(of(ORDER), FieldPath.of(property), null)),
        days(365));
  }

  /// Half a year without an order is lapsing, a year lapsed.
  private static Formula lifeCycle() {
    return new Formula.Stages(
        List.of(
            new Formula.Stage(
                "returned",
                new Formula.Rule.AfterGap(
                    of(ORDER), new Span(365, Span.Unit.DAYS), new Span(90, Span.Unit.DAYS))),
            new Formula.Stage(
                "owner",
                new Formula.Rule.When(
                    new Condition.All(List.of(any("Product Registered"), within(180))))),
            new Formula.Stage("customer", new Formula.Rule.When(within(180))),
            new Formula.Stage("lapsing", new Formula.Rule.When(within(365))),
            new Formula.Stage("lapsed", new Formula.Rule.When(any(ORDER))),
            new Formula.Stage(
                "lead",
                new Formula.Rule.When(
                    new Condition.Any(List.of(exists("email"), exists("phone"))))),
            new Formula.Stage(
                "visitor",
                new Formula.Rule.When(new Condition.Any(List.of(any("page"), any("screen")))))),
        "stranger");
  }

  private static Condition exists(String trait) {
    return new Condition.OfTrait(FieldPath.of(trait), new Operator.Exists());
  }

  private static Condition any(String event) {
    return count(event, new Window.Ever());
  }

  private static Condition within(int days) {
    return count(ORDER, days(days));
  }

  private static Condition count(String event, Window window) {
    return new Condition.OfEvents(
        of(event),
        Aggregate.COUNT,
        null,
        new Operator.Compares(Operator.Relation.GTE, BigDecimal.ONE),
        window);
  }
}
