package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Vocabulary;
import io.inyeon.core.segment.Vocabulary.Kind;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A shop's workspace: what the phrases of the tests are held against.
final class Shop {
  static final Names NAMES = names();
  static final Lexicon LEXICON = new Lexicon(NAMES);

  private Shop() {}

  private static Names names() {
    var product =
        Map.of(
            "product_id", Kind.TEXT,
            "category", Kind.TEXT,
            "brand", Kind.TEXT,
            "price", Kind.NUMBER);
    var events = new LinkedHashMap<String, Map<String, Kind>>();
    events.put(
        "Order Completed",
        Map.of(
            "revenue", Kind.NUMBER,
            "order_id", Kind.TEXT,
            "quantity", Kind.NUMBER,
            "category", Kind.TEXT,
            "brand", Kind.TEXT,
            "product_id", Kind.TEXT,
            "channel", Kind.TEXT,
            "discount", Kind.NUMBER));
    events.put("Order Cancelled", Map.of("order_id", Kind.TEXT));
    events.put("Order Refunded", Map.of("revenue", Kind.NUMBER));
    events.put("Product Viewed", product);
    events.put("Products Searched", Map.of("query", Kind.TEXT));
    events.put("Product Added", product);
    events.put("Checkout Started", Map.of());
    events.put("Coupon Applied", Map.of("coupon", Kind.TEXT));
    events.put("Product Reviewed", Map.of("rating", Kind.NUMBER));
    events.put("Support Ticket Opened", Map.of("topic", Kind.TEXT));
    events.put("Signed Up", Map.of());
    events.put("Logged In", Map.of());
    events.put("page", Map.of("path", Kind.TEXT));
    events.put("Application Opened", Map.of());
    events.put("Application Installed", Map.of());
    events.put("Email Opened", Map.of("campaign", Kind.TEXT));
    events.put("Email Link Clicked", Map.of());
    events.put("Push Notification Opened", Map.of());
    events.put("Webinar Attended", Map.of("topic", Kind.TEXT));
    events.put("Warranty Registered", Map.of());
    events.put("팝업스토어 체험", Map.of());
    var vocabulary =
        new Vocabulary(
            Map.ofEntries(
                Map.entry("city", Kind.TEXT),
                Map.entry("age", Kind.NUMBER),
                Map.entry("gender", Kind.TEXT),
                Map.entry("birthday", Kind.TEXT),
                Map.entry("email", Kind.TEXT),
                Map.entry("phone", Kind.TEXT),
                Map.entry("name", Kind.TEXT),
                Map.entry("tier", Kind.TEXT),
                Map.entry("plan", Kind.TEXT),
                Map.entry("points", Kind.NUMBER),
                Map.entry("createdAt", Kind.TEXT),
                Map.entry("employee", Kind.TRUTH),
                Map.entry("country", Kind.TEXT)),
            events,
            Set.of("loyal_buyers", "seg_7"),
            Set.of("email_marketing", "sms_marketing", "push", "ads"),
            Set.of("churn"));
    return new Names(
        vocabulary,
        Map.of(
            "city", texts("Seoul", "Busan", "Daegu", "Incheon"),
            "gender", texts("female", "male"),
            "tier", texts("VIP", "Gold", "Silver"),
            "plan", texts("free", "pro", "enterprise")),
        Map.of(
            "category", texts("shoes", "clothing", "electronics", "bags"),
            "brand", texts("Nova", "Haneul"),
            "channel", texts("web", "app", "store")),
        Map.of("loyal_buyers", "단골", "seg_7", "가전 매니아"),
        List.of(
            new Names.Synonym("정품 등록", Names.Kind.EVENT, "Warranty Registered"),
            new Names.Synonym("직원", Names.Kind.TRAIT, "employee")),
        "KRW",
        ZoneId.of("Asia/Seoul"));
  }

  private static List<Value> texts(String... texts) {
    return List.of(texts).stream().<Value>map(Value.Text::new).toList();
  }
}
