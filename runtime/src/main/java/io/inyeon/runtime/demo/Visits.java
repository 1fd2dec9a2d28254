package io.inyeon.runtime.demo;

import java.util.BitSet;

/// What people do on the web site and in the app.
final class Visits {
  private final Stage stage;
  private final Office office;
  private final BitSet signedUp = new BitSet();

  Visits(Stage stage, Office office) {
    this.stage = stage;
    this.office = office;
  }

  /// One person looks around, perhaps signs up or in, perhaps buys.
  void visit(Person person, int day, long at, Dice dice) {
    var device = device(person, dice);
    if (device.owner() == person.number()) {
      device.age(dice);
    } else if (device.userId() != null && !device.userId().equals(person.userId())) {
      device.signOut(dice);
    }
    var campaign = dice.chance(0.3) ? dice.pick(Catalogue.CAMPAIGNS) : null;
    var sitting = new Sitting(stage.body(), device, at, campaign, dice);
    arrive(sitting, dice);
    if (device.userId() == null && person.userId() != null && person.joined(day)) {
      signIn(person, person.userId(), sitting, dice);
    }
    stage.sees(device);
    browse(sitting, dice);
    if (dice.chance(0.17)) {
      buy(person, sitting, dice);
    }
    send(sitting, dice);
    leave(person, device, dice);
  }

  private Device device(Person person, Dice dice) {
    var tablet = stage.town().tablet(person);
    if (tablet != null && dice.chance(0.15)) {
      return tablet;
    }
    if (person.userId() != null && dice.chance(0.003)) {
      var friend = stage.town().person(dice.below(stage.town().people().size()));
      var computer = stage.town().devices(friend).getLast();
      if (!computer.app()) {
        return computer;
      }
    }
    var own = stage.town().devices(person);
    return own.size() == 1 || dice.chance(0.6) ? own.getFirst() : dice.pick(own);
  }

  private static void arrive(Sitting sitting, Dice dice) {
    var device = sitting.device();
    if (!device.app()) {
      sitting.page("/", "인연상점");
      if (dice.chance(device.fresh() ? 0.5 : 0.05)) {
        sitting.consent(dice.chance(0.6));
        sitting.track("Segment Consent Preference Updated", it -> {});
      }
      return;
    }
    if (device.fresh()) {
      sitting.track(
          "Application Installed", it -> it.text("version", "4.12.0").text("build", "412"));
    }
    sitting.track(
        "Application Opened", it -> it.text("version", "4.12.0").truth("from_background", true));
    sitting.page("/home", "홈");
  }

  private void signIn(Person person, String userId, Sitting sitting, Dice dice) {
    var device = sitting.device();
    var isNew = person.joinDay() >= 0 && !signedUp.get(person.number());
    if (!isNew && !dice.chance(device.app() ? 0.9 : 0.6)) {
      return;
    }
    if (device.owner() != person.number() && device.owner() != Truth.NOBODY) {
      stage.truth().foreignSignIn();
    }
    device.signIn(userId);
    var user = stage.sees("user_id", userId, person);
    var anonymous = stage.sees(device);
    stage.truth().tie(user, anonymous);
    var withPhone = dice.chance(0.8);
    var full = isNew || dice.chance(0.3);
    sitting.identify(it -> {
      it.text("name", person.name());
      if (full) {
        it.text("email", person.emailAsTyped(dice)).text("city", person.city());
        it.text("gender", person.woman() ? "여성" : "남성").number("birthYear", person.birthYear());
        if (withPhone) {
          it.text("phone", person.phoneAsWritten(dice));
        }
      }
    });
    if (full) {
      stage.truth().tie(user, stage.sees("email", person.email(), person));
      if (withPhone) {
        stage.truth().tie(user, stage.sees("phone", person.e164(), person));
      }
    }
    sitting.track(isNew ? "Signed Up" : "Signed In", it -> it.text("method", "email"));
    var company = person.company();
    if (company != null) {
      sitting.group(company);
    }
    if (isNew) {
      signedUp.set(person.number());
      office.consents(person, userId, sitting.at(), dice);
    }
  }

  private static void browse(Sitting sitting, Dice dice) {
    for (var looks = dice.atLeast(1, 0.45); looks > 0; looks--) {
      var product = dice.pickPopular(Catalogue.PRODUCTS);
      if (dice.chance(0.4)) {
        sitting.page("/list/" + product.slug(), product.category());
        sitting.track(
            "Product List Viewed",
            it -> {
              it.text("list_id", product.slug()).text("category", product.category());
              it.list("products");
              for (var position = 1; position <= 3; position++) {
                var shown = dice.pickPopular(Catalogue.PRODUCTS);
                it.item().text("product_id", shown.id()).text("name", shown.name());
                it.number("price", shown.price()).number("position", position).close();
              }
              it.endList();
            });
      }
      sitting.page(Counter.path(product), product.name());
      sitting.track("Product Viewed", it -> Counter.product(it, product));
      if (dice.chance(0.25)) {
        sitting.track("Product Added", it -> Counter.product(it, product).number("quantity", 1));
      }
    }
  }

  private void buy(Person person, Sitting sitting, Dice dice) {
    var device = sitting.device();
    var basket = Counter.basket(dice);
    var order = office.orderId("WEB", sitting.at());
    sitting.page("/checkout", "주문/결제");
    sitting.track("Checkout Started", it -> Counter.order(it, order, basket));
    if (device.userId() != null) {
      office.order(person, device, order, basket, sitting.at(), dice);
    } else if (person.userId() == null && device.owner() == person.number()) {
      var email = stage.sees("email", person.email(), person);
      stage.truth().tie(email, stage.sees(device));
      sitting.identify(
          it -> it.text("email", person.emailAsTyped(dice)).text("name", person.name()));
      sitting.track(
          "Order Completed",
          it -> Counter.order(it, order, basket).text("checkout", "guest").text("payment", "카드"));
    }
  }

  private void send(Sitting sitting, Dice dice) {
    var device = sitting.device();
    var sdk =
        switch (device.model().kind()) {
          case BROWSER -> dice.chance(0.12) ? Sdk.ANALYTICS_JS : Sdk.ANALYTICS_JS_BATCH;
          case IOS_APP -> Sdk.SWIFT;
          case ANDROID_APP -> Sdk.KOTLIN;
        };
    stage.post().send(sdk, sitting.shipments(), device.clockAheadMs(), sitting.at(), dice);
  }

  private static void leave(Person person, Device device, Dice dice) {
    var own = device.owner() == person.number();
    var shared = device.owner() == Truth.NOBODY;
    if (device.userId() != null && dice.chance(own ? 0.02 : shared ? 0.3 : 1)) {
      device.signOut(dice);
    }
  }
}
