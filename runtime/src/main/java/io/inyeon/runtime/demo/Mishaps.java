package io.inyeon.runtime.demo;

import io.inyeon.core.collect.SourceKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Makes events that no one can use, as they are seen in the wild; each must end in quarantine.
final class Mishaps {
  /// A mistake that clients make.
  ///
  /// @param complete whether the event has a good messageId and time besides
  private record Mistake(boolean complete, BiConsumer<Body, Dice> make) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          nameless(it -> {}),
          nameless(it -> it.text("userId", "undefined")),
          nameless(it -> it.text("userId", "null")),
          nameless(it -> it.text("userId", "[object Object]")),
          nameless(it -> it.text("anonymousId", "00000000-0000-0000-0000-000000000000")),
          nameless(it -> it.open("userId").close()),
          // No name of the event, or an empty one.
          new Mistake(true, (it, dice) -> someone(it, dice)),
          new Mistake(true, (it, dice) -> someone(it, dice).text("event", "")),
          new Mistake(
              true,
              (it, dice) ->
                  someone(it, dice).text("event", "Product Viewed").text("properties", "sku=1")),
          new Mistake(
              false,
              (it, dice) ->
                  someone(it, dice)
                      .text("event", "Product Viewed")
                      .text("messageId", "retry-".repeat(20) + dice.uuid())),
          new Mistake(
              false,
              (it, dice) ->
                  someone(it, dice)
                      .text("event", "Product Viewed")
                      .uuid("messageId", "", dice)
                      .text("timestamp", "어제 오후 3시")),
          new Mistake(
              true,
              (it, dice) ->
                  someone(it, dice)
                      .text("event", "Review Submitted")
                      .open("properties")
                      .text("photo", "data:image/jpeg;base64," + dice.hex(16).repeat(2500))
                      .close()));

  /// Of an event that nobody is named by.
  private static final int ANONYMOUS = 0;

  private final Body body;

  Mishaps(Body body) {
    this.body = body;
  }

  /// Any one.
  Shipment next(SourceKind kind, long at, Dice dice) {
    var which = dice.below(MISTAKES.size() + 3);
    if (which == MISTAKES.size()) {
      // The event's name was sent in place of the event.
      return broken(("\"Cart Viewed " + dice.uuid() + "\"").getBytes(StandardCharsets.UTF_8));
    }
    body.start();
    if (which > MISTAKES.size()) {
      someone(body.text("type", which == MISTAKES.size() + 1 ? "purchase" : ""), dice);
      if (kind.trusted()) {
        externalIds(dice);
      }
      return broken(body.time("timestamp", at).uuid("messageId", "", dice).done());
    }
    // A row of a file that names nobody stands for itself, so such a row is no mistake.
    var mistake = MISTAKES.get(which == ANONYMOUS && kind == SourceKind.IMPORT ? which + 1 : which);
    mistake.make.accept(body.text("type", "track"), dice);
    if (mistake.complete) {
      body.time("timestamp", at).uuid("messageId", "", dice);
    }
    return broken(body.done());
  }

  /// Who did it cannot be told.
  private static Mistake nameless(Consumer<Body> who) {
    return new Mistake(true, (it, _) -> who.accept(it.text("event", "Product Viewed")));
  }

  private static Body someone(Body it, Dice dice) {
    return it.text("anonymousId", dice.uuid());
  }

  private void externalIds(Dice dice) {
    body.open("context").list("externalIds");
    for (var number = 0; number < 20; number++) {
      body.item().text("id", dice.uuid()).text("type", "legacy_" + number);
      body.text("collection", "users").text("encoding", "none").close();
    }
    body.endList().close();
  }

  private static Shipment broken(byte[] json) {
    return new Shipment(json, "/v1/track", Expected.QUARANTINED);
  }
}
