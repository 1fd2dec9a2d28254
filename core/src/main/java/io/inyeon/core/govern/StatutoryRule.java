package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Records that a law obliges to keep, though their person is erased.
///
/// @param kind stable name, e.g. `payment`
/// @param law where it says so, for people to read
/// @param months for which they are kept, from the event on; 1 to 600
/// @param events names of events that are such records
public record StatutoryRule(String kind, String law, int months, Set<String> events) {
  public static final int LONGEST_MONTHS = 600;
  private static final int MOST = 50;
  private static final int MOST_EVENTS = 500;

  public StatutoryRule {
    events = Set.copyOf(events);
  }

  /// The Korean law of electronic commerce: 전자상거래 등에서의 소비자보호에 관한 법률 제6조, 시행령 제6조. Contracts and
  /// their withdrawal and payments and supply five years, complaints and disputes three years,
  /// advertising six months.
  public static final List<StatutoryRule> KOREA =
      List.of(
          new StatutoryRule(
              "contract",
              "전자상거래법 시행령 제6조: 계약 또는 청약철회 등에 관한 기록",
              60,
              Set.of("Order Completed", "Order Updated", "Order Cancelled")),
          new StatutoryRule(
              "payment",
              "전자상거래법 시행령 제6조: 대금결제 및 재화 등의 공급에 관한 기록",
              60,
              Set.of(
                  "Order Completed",
                  "Order Refunded",
                  "Order Paid",
                  "Order Shipped",
                  "Order Delivered")),
          new StatutoryRule(
              "complaint",
              "전자상거래법 시행령 제6조: 소비자의 불만 또는 분쟁처리에 관한 기록",
              36,
              Set.of(
                  "Complaint Filed",
                  "Complaint Resolved",
                  "Live Chat Conversation Started",
                  "Live Chat Message Sent",
                  "Live Chat Message Received",
                  "Live Chat Conversation Ended")),
          new StatutoryRule(
              "advertising",
              "전자상거래법 시행령 제6조: 표시·광고에 관한 기록",
              6,
              Set.of("Promotion Viewed", "Promotion Clicked")));

  /// What came of reading rules.
  ///
  /// @param problems codes with a JSON pointer each, `code /pointer`; empty when all is well
  public record Read(List<StatutoryRule> rules, List<String> problems) {
    public Read {
      rules = List.copyOf(rules);
      problems = List.copyOf(problems);
    }
  }

  /// Reads rules as an operator writes them: `{"kinds":[{kind, law, months, events}]}`.
  public static Read read(Value.Fields document) {
    var rules = new ArrayList<StatutoryRule>();
    var problems = new ArrayList<String>();
    if (!(document.get("kinds") instanceof Value.Items(var items)) || items.size() > MOST) {
      return new Read(rules, List.of("invalid_kinds /kinds"));
    }
    var names = new TreeSet<String>();
    for (var i = 0; i < items.size(); i++) {
      var at = "/kinds/" + i;
      if (!(items.get(i) instanceof Value.Fields fields)) {
        problems.add("invalid_kind " + at);
        continue;
      }
      var kind = fields.text("kind");
      var law = fields.text("law");
      var months = fields.get("months") instanceof Value.Decimal(var number) ? whole(number) : 0;
      var events = texts(fields.get("events"));
      if (kind == null || !kind.matches("[a-z][a-z0-9_]{0,49}") || !names.add(kind)) {
        problems.add("invalid_kind " + at + "/kind");
      }
      if (law != null && law.length() > 500) {
        problems.add("invalid_law " + at + "/law");
      }
      if (months < 1 || months > LONGEST_MONTHS) {
        problems.add("invalid_months " + at + "/months");
      }
      if (events.isEmpty() || events.size() > MOST_EVENTS) {
        problems.add("invalid_events " + at + "/events");
      }
      if (problems.isEmpty() && kind != null) {
        rules.add(new StatutoryRule(kind, law == null ? "" : law, months, events));
      }
    }
    return new Read(problems.isEmpty() ? rules : List.of(), problems);
  }

  private static int whole(BigDecimal number) {
    try {
      return number.intValueExact();
    } catch (ArithmeticException _) {
      return 0;
    }
  }

  private static Set<String> texts(@Nullable Value value) {
    var all = new TreeSet<String>();
    if (value instanceof Value.Items(var items)) {
      for (var item : items) {
        if (!(item instanceof Value.Text(var text)) || text.isBlank() || text.length() > 200) {
          return Set.of();
        }
        all.add(text);
      }
    }
    return all;
  }

  /// Rules as they are read.
  public static Value.Fields written(List<StatutoryRule> rules) {
    var kinds = new ArrayList<Value>();
    for (var rule : rules) {
      var fields = new LinkedHashMap<String, Value>();
      fields.put("kind", new Value.Text(rule.kind));
      fields.put("law", new Value.Text(rule.law));
      fields.put("months", new Value.Decimal(BigDecimal.valueOf(rule.months)));
      fields.put(
          "events",
          new Value.Items(
              new TreeSet<>(rule.events).stream().<Value>map(Value.Text::new).toList()));
      kinds.add(new Value.Fields(fields));
    }
    return new Value.Fields(Map.of("kinds", new Value.Items(kinds)));
  }
}
