package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Catalogue.Campaign;
import io.inyeon.runtime.demo.Catalogue.Company;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One visit on one device, told as its SDK tells it.
final class Sitting {
  private static final byte[] INTEGRATIONS = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final String SITE = "https://www.inyeon-shop.example";

  private final Body body;
  private final Device device;
  private final @Nullable Campaign campaign;
  private final Dice dice;
  private final String instance;
  private final List<Shipment> shipments = new ArrayList<>();
  private long at;
  private String path = "/";
  private String title = "인연상점";
  private String referrer;
  private @Nullable Boolean advertising;

  /// Begins a visit.
  ///
  /// @param at milliseconds since 1970, by the true clock
  Sitting(Body body, Device device, long at, @Nullable Campaign campaign, Dice dice) {
    this.body = body;
    this.device = device;
    this.at = at;
    this.campaign = campaign;
    this.dice = dice;
    instance = device.app() ? dice.uuid() : "";
    referrer = campaign == null ? "" : campaign.referrer();
  }

  Device device() {
    return device;
  }

  long at() {
    return at;
  }

  List<Shipment> shipments() {
    return shipments;
  }

  /// Lets time pass.
  void pause(int leastSeconds, int mostSeconds) {
    at += dice.between(leastSeconds * 1000, mostSeconds * 1000);
  }

  /// What the visitor answered to the cookie banner; sent with every event from then on.
  void consent(boolean advertising) {
    this.advertising = advertising;
  }

  /// Looks at a page, or at a screen of the app.
  void page(String path, String title) {
    referrer = shipments.isEmpty() ? referrer : SITE + this.path;
    this.path = path;
    this.title = title + " | 인연상점";
    var call = device.app() ? "screen" : "page";
    event(
        call,
        "name",
        title,
        "properties",
        it -> {
          if (device.app()) {
            it.text("path", path);
          } else {
            it.text("path", path).text("referrer", referrer).text("search", search());
            it.text("title", this.title).text("url", SITE + path + search());
          }
        });
  }

  void track(String name, Consumer<Body> properties) {
    event("track", "event", name, "properties", properties);
  }

  void identify(Consumer<Body> traits) {
    event("identify", "", "", "traits", traits);
  }

  void group(Company company) {
    event(
        "group",
        "groupId",
        company.id(),
        "traits",
        it ->
            it.text("name", company.name())
                .text("industry", company.industry())
                .number("employees", company.employees())
                .text("plan", "기업회원"));
  }

  private void event(
      String call, String nameField, String name, String content, Consumer<Body> fill) {
    var when = at + device.clockAheadMs();
    body.start();
    if (device.app()) {
      body.text("type", call).uuid("messageId", "", dice);
      named(nameField, name);
      body.time("timestamp", when);
      people();
      fill.accept(body.open(content));
      body.close();
      appContext();
      body.raw("integrations", INTEGRATIONS);
    } else {
      body.time("timestamp", when).raw("integrations", INTEGRATIONS);
      people();
      named(nameField, name);
      body.text("type", call);
      fill.accept(body.open(content));
      body.close();
      pageContext();
      body.uuid("messageId", "ajs-next-" + when + "-", dice);
    }
    shipments.add(new Shipment(body.done(), "/v1/" + call, Expected.ACCEPTED));
    device.used();
    pause(3, 75);
  }

  private void named(String field, String name) {
    if (!field.isEmpty()) {
      body.text(field, name);
    }
  }

  private void people() {
    var user = device.userId();
    if (user != null) {
      body.text("userId", user);
    } else if (device.app()) {
      // Some SDKs say it in so many words that nobody is signed in.
      body.text("userId", "");
    } else {
      body.nothing("userId");
    }
    body.text("anonymousId", device.anonymousId());
  }

  private void pageContext() {
    body.open("context");
    var campaign = this.campaign;
    if (campaign != null) {
      body.open("campaign").text("name", campaign.name()).text("source", campaign.source());
      body.text("medium", campaign.medium()).close();
    }
    consentTo();
    body.open("page").text("path", path).text("referrer", referrer).text("search", search());
    body.text("title", title).text("url", SITE + path + search()).close();
    body.members(device.model().context()).close();
  }

  private void appContext() {
    var model = device.model();
    body.open("context").open("device").text("id", device.hardwareId());
    body.text("manufacturer", model.maker()).text("model", model.model());
    body.text("name", model.label())
        .text("type", model.maker().equals("Apple") ? "ios" : "android");
    body.truth("adTrackingEnabled", device.tracking());
    if (device.tracking()) {
      body.text("advertisingId", device.advertisingId());
    }
    body.close();
    consentTo();
    body.text("instanceId", instance).members(model.context()).close();
  }

  private void consentTo() {
    if (advertising != null) {
      body.open("consent").open("categoryPreferences").truth("Functional", true);
      body.truth("Analytics", true).truth("Advertising", advertising).close().close();
    }
  }

  /// The address keeps the campaign only on the page that it led to.
  private String search() {
    var campaign = this.campaign;
    return campaign == null || !shipments.isEmpty() ? "" : campaign.search();
  }
}
