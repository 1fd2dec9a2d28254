package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Catalogue.Store;
import io.inyeon.runtime.demo.Counter.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What people do in the branches: at the kiosk by the door, and at the till.
final class Branches {
  private static final int BATCH = 60;

  private final Stage stage;
  private final Office office;
  private final List<Shipment> gathered = new ArrayList<>();

  Branches(Stage stage, Office office) {
    this.stage = stage;
    this.office = office;
  }

  /// One person comes in, and mostly buys.
  void errand(Person person, int day, long at, Dice dice) {
    var number = dice.below(Catalogue.STORES.size());
    if (dice.chance(0.3)) {
      kiosk(person, day, at, dice);
    }
    if (dice.chance(0.85)) {
      buy(person, day, Catalogue.STORES.get(number), at + dice.between(3, 40) * 60_000L, dice);
    }
  }

  private void kiosk(Person person, int day, long at, Dice dice) {
    var kiosk = stage.town().kiosks().get(dice.below(stage.town().kiosks().size()));
    var sitting = new Sitting(stage.body(), kiosk, at, null, dice);
    sitting.page("/kiosk", "매장 키오스크");
    stage.sees(kiosk);
    var user = person.userId();
    if (user != null && person.joined(day)) {
      kiosk.signIn(user);
      stage.sees("user_id", user, person);
      sitting.identify(it -> it.text("name", person.name()));
    } else {
      // By phone number, for the points.
      stage.sees("phone", person.e164(), person);
      sitting.identify(it -> it.text("phone", person.phoneAsWritten(dice)));
    }
    var product = dice.pickPopular(Catalogue.PRODUCTS);
    sitting.track("Product Viewed", it -> Counter.product(it, product));
    stage.post().send(Sdk.ANALYTICS_JS_BATCH, sitting.shipments(), kiosk.clockAheadMs(), at, dice);
    kiosk.leave();
  }

  private void buy(Person person, int day, Store store, long at, Dice dice) {
    var basket = Counter.basket(dice);
    var order = office.orderId("POS-" + store.id(), at);
    var card = person.joined(day) && dice.chance(0.5) ? person.memberNo() : null;
    var withPhone = card == null || dice.chance(0.2);
    var wrong = withPhone && dice.chance(0.002);
    var phoneOf = wrong ? stage.town().person(dice.below(stage.town().people().size())) : person;
    if (wrong && phoneOf.number() != person.number()) {
      stage.truth().wrongNumber();
    }
    var phone = phoneOf.phoneAsWritten(dice);
    Consumer<Body> who =
        it -> {
          it.open("context").list("externalIds");
          if (card != null) {
            externalId(it, "member_no", card);
          }
          if (withPhone) {
            externalId(it, "phone", phone);
          }
          it.endList().close();
        };
    var places = new ArrayList<Integer>();
    if (card != null) {
      places.add(stage.sees("member_no", card, person));
    }
    if (withPhone) {
      places.add(stage.sees("phone", phoneOf.e164(), phoneOf));
    }
    stage.truth().tie(places.getFirst(), places.getLast());
    ring("Order Completed", at, store, order, basket, who, dice);
    if (dice.chance(0.05)) {
      var later = at + dice.between(1, 10) * Stage.DAY_MS;
      stage
          .agenda()
          .happen(later, () -> ring("Order Refunded", later, store, order, basket, who, dice));
    }
  }

  private static void externalId(Body it, String type, String id) {
    it.item().text("id", id).text("type", type).text("collection", "users");
    it.text("encoding", "none").close();
  }

  private void ring(
      String event,
      long at,
      Store store,
      String order,
      List<Line> basket,
      Consumer<Body> who,
      Dice dice) {
    var body = stage.body().start();
    // The oldest branch has an old till, which numbers no messages.
    if (!store.id().equals("ST-08")) {
      body.uuid("messageId", "", dice);
    }
    body.text("type", "track").text("channel", "server").seoulTime("timestamp", at);
    body.text("event", event);
    who.accept(body);
    body.open("properties");
    Counter.sale(body, order, basket).text("channel", "매장").text("store_id", store.id());
    body.text("store", store.name()).text("city", store.city()).text("till", "P" + dice.below(4));
    body.close();
    gathered.add(new Shipment(body.done(), "/v1/track", Expected.ACCEPTED));
    if (gathered.size() >= BATCH) {
      send(at, dice);
    }
  }

  /// Sends what the tills have gathered.
  void send(long at, Dice dice) {
    stage.post().send(Sdk.JAVA, gathered, 0, at, dice);
    gathered.clear();
  }
}
