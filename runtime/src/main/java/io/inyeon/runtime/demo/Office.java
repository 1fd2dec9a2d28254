package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Counter.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the shop's own servers say: orders, returns, tickets, consents; and the CRM's exports.
final class Office {
  private static final int BATCH = 40;
  private static final int ROWS = 500;
  private static final byte[] NODE =
      bytes("{\"library\":{\"name\":\"@segment/analytics-node\",\"version\":\"2.3.0\"}}");
  private static final byte[] METADATA =
      bytes("{\"nodeVersion\":\"22.20.0\",\"jsRuntime\":\"node\"}");

  private final Stage stage;
  private final List<Shipment> gathered = new ArrayList<>();
  private int orders;
  private int tickets;

  Office(Stage stage) {
    this.stage = stage;
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  String orderId(String channel, long at) {
    var day = (int) Math.floorDiv(at - stage.start(), Stage.DAY_MS);
    var date = stage.date(day).toString().replace("-", "");
    return String.format(Locale.ROOT, "%s-%s-%06d", channel, date, ++orders);
  }

  /// An order that somebody who is signed in placed, and what comes of it.
  void order(Person person, Device device, String order, List<Line> basket, long at, Dice dice) {
    var userId = device.userId();
    if (userId == null) {
      throw new IllegalArgumentException("nobody is signed in");
    }
    // The web's server knows the cookie, too; the app's does not.
    var cookie = !device.app() && dice.chance(0.5) ? device.anonymousId() : null;
    if (cookie != null) {
      stage.truth().tie(stage.sees("user_id", userId, person), stage.sees(device));
    }
    say(
        "Order Completed",
        userId,
        cookie,
        at,
        it ->
            Counter.order(it, order, basket)
                .text("payment", dice.pick(List.of("카드", "카카오페이", "네이버페이", "계좌이체")))
                .text("coupon", dice.chance(0.2) ? "AUTUMN10" : ""),
        dice);
    var fate = dice.below(100);
    if (fate < 4) {
      var later = at + dice.between(10, 1200) * 60_000L;
      then("Order Cancelled", later, userId, it -> Counter.order(it, order, basket), dice);
    } else if (fate < 9) {
      var later = at + dice.between(3, 14) * Stage.DAY_MS;
      var back = dice.chance(0.5) ? basket : basket.subList(0, 1);
      then("Order Refunded", later, userId, it -> refund(it, order, basket, back), dice);
    }
    if (dice.chance(0.06)) {
      ticket(person, userId, order, at + dice.between(1, 96) * 3_600_000L, dice);
    }
  }

  /// All of the order, or some of its lines and their price.
  private static Body refund(Body it, String order, List<Line> basket, List<Line> back) {
    if (back.size() == basket.size()) {
      return it.text("order_id", order).text("currency", "KRW").text("reason", "단순 변심");
    }
    it.text("order_id", order).number("total", Counter.total(back)).text("currency", "KRW");
    return Counter.products(it, back).text("reason", "상품 불량");
  }

  private void ticket(Person person, String userId, String order, long at, Dice dice) {
    var id = "T-" + ++tickets;
    var subject = dice.pick(Catalogue.SUBJECTS);
    then(
        "Ticket Opened",
        at,
        userId,
        it ->
            it.text("ticket_id", id)
                .text("subject", subject)
                .text("order_id", order)
                .text("requester", person.name())
                .text("channel", dice.chance(0.6) ? "chat" : "phone"),
        dice);
    then(
        "Ticket Solved",
        at + dice.between(10, 3000) * 60_000L,
        userId,
        it ->
            it.text("ticket_id", id).text("subject", subject).number("rating", dice.between(1, 5)),
        dice);
  }

  /// What somebody ticked when signing up, and may take back.
  void consents(Person person, String userId, long at, Dice dice) {
    for (var purpose : List.of("marketing_email", "marketing_sms")) {
      if (!dice.chance(0.6)) {
        continue;
      }
      consent("Consent Granted", purpose, userId, at, dice);
      if (dice.chance(0.1)) {
        var later = at + dice.between(1, 60) * Stage.DAY_MS;
        stage
            .agenda()
            .happen(later, () -> consent("Consent Withdrawn", purpose, userId, later, dice));
      }
    }
  }

  private void consent(String event, String purpose, String userId, long at, Dice dice) {
    say(
        event,
        userId,
        null,
        at,
        it ->
            it.text("purpose", purpose)
                .text("version", "2026-03")
                .text("language", "ko")
                .text("channel", "web")
                .text("wording", "(선택) 마케팅 정보 수신에 동의합니다."),
        dice);
  }

  private void then(String event, long at, String userId, Consumer<Body> properties, Dice dice) {
    stage.agenda().happen(at, () -> say(event, userId, null, at, properties, dice));
  }

  private void say(
      String event,
      String userId,
      @Nullable String cookie,
      long at,
      Consumer<Body> properties,
      Dice dice) {
    var body = stage.body().start().time("timestamp", at);
    body.raw("integrations", bytes("{}")).text("event", event).text("type", "track");
    if (dice.chance(0.3)) {
      // Some services keep it as a number.
      body.number("userId", Long.parseLong(userId));
    } else {
      body.text("userId", userId);
    }
    if (cookie != null) {
      body.text("anonymousId", cookie);
    }
    properties.accept(body.open("properties"));
    body.close().raw("context", NODE).uuid("messageId", "node-next-" + at + "-", dice);
    body.raw("_metadata", METADATA);
    gathered.add(new Shipment(body.done(), "/v1/track", Expected.ACCEPTED));
    if (gathered.size() >= BATCH) {
      send(at, dice);
    }
  }

  /// Sends what the web servers have gathered.
  void send(long at, Dice dice) {
    stage.post().send(Sdk.NODE, gathered, 0, at, dice);
    gathered.clear();
  }

  /// Writes out everybody whom the CRM knows on that day; one file is read twice.
  void export(int day, long at, Dice dice) {
    var rows = new ArrayList<Shipment>();
    for (var person : stage.town().people()) {
      if (person.joined(day - 1)) {
        rows.add(row(person, day, at, dice));
      }
      if (rows.size() == ROWS) {
        load(rows, at, dice);
        rows.clear();
      }
    }
    load(rows, at, dice);
    // Somebody starts the last file a second time.
    var again = rows.stream().map(Shipment::again).toList();
    stage.agenda().carry(at + Stage.DAY_MS, () -> load(again, at + Stage.DAY_MS, dice));
  }

  private void load(List<Shipment> rows, long at, Dice dice) {
    stage.post().send(Sdk.LOADER, rows, 0, at, dice);
  }

  private Shipment row(Person person, int day, long at, Dice dice) {
    var all = new ArrayList<Integer>();
    var body = stage.body().start().text("type", "identify");
    body.text("messageId", "crm-" + stage.date(day) + "-" + person.number());
    body.time("timestamp", at);
    var user = person.userId();
    if (user != null) {
      body.number("userId", Long.parseLong(user));
      all.add(stage.sees("user_id", user, person));
    }
    body.open("traits").text("name", person.name());
    if (user != null || dice.chance(0.5)) {
      body.text("email", person.email());
      all.add(stage.sees("email", person.email(), person));
    }
    if (person.number() % 20 != 7) {
      body.text("phone", person.phoneAsWritten(dice));
      all.add(stage.sees("phone", person.e164(), person));
    }
    body.text("grade", dice.pickPopular(List.of("일반", "실버", "골드", "VIP")));
    body.text("city", person.city()).number("points", dice.below(50_000));
    body.number("birthYear", person.birthYear()).close();
    var card = person.memberNo();
    if (card != null) {
      body.open("context").list("externalIds").item().text("id", card).text("type", "member_no");
      body.text("collection", "users").text("encoding", "none").close().endList().close();
      all.add(stage.sees("member_no", card, person));
    }
    for (var each : all) {
      stage.truth().tie(all.getFirst(), each);
    }
    return new Shipment(body.done(), "/v1/identify", Expected.ACCEPTED);
  }
}
