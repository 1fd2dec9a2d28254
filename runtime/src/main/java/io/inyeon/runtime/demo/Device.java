package io.inyeon.runtime.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A browser or an app on one piece of hardware, with what it remembers of its user.
final class Device {
  private final Model model;
  private final int owner;
  private final String hardwareId;
  private final String advertisingId;
  private final boolean tracking;
  private final double forgets;
  private final long clockAheadMs;
  private String anonymousId;
  private @Nullable String userId;
  private boolean fresh = true;

  /// Takes it out of its box.
  ///
  /// @param owner a person's number, or [Truth#NOBODY] when several share it
  /// @param forgets how likely it has lost its cookies, or was installed anew, at the next visit
  Device(Model model, int owner, double forgets, Dice dice) {
    this.model = model;
    this.owner = owner;
    this.forgets = forgets;
    hardwareId =
        model.kind() == Model.Kind.IOS_APP ? dice.uuid().toUpperCase(Locale.ROOT) : dice.hex(16);
    advertisingId = dice.uuid();
    tracking = dice.chance(model.kind() == Model.Kind.IOS_APP ? 0.25 : 0.7);
    clockAheadMs = dice.chance(0.02) ? dice.between(-180, 180) * 60_000L : 0;
    anonymousId = dice.uuid();
  }

  Model model() {
    return model;
  }

  boolean app() {
    return model.kind() != Model.Kind.BROWSER;
  }

  int owner() {
    return owner;
  }

  String hardwareId() {
    return hardwareId;
  }

  String advertisingId() {
    return advertisingId;
  }

  /// Whether the advertising id may be used.
  boolean tracking() {
    return tracking;
  }

  long clockAheadMs() {
    return clockAheadMs;
  }

  String anonymousId() {
    return anonymousId;
  }

  /// Who is signed in, or `null`.
  @Nullable String userId() {
    return userId;
  }

  /// Whether it has never been used since it was last emptied.
  boolean fresh() {
    return fresh;
  }

  void used() {
    fresh = false;
  }

  void signIn(String user) {
    userId = user;
  }

  /// Walks away from it: it goes on under the same anonymous id.
  void leave() {
    userId = null;
  }

  /// Signs out; the SDK then takes a new anonymous id.
  void signOut(Dice dice) {
    userId = null;
    anonymousId = dice.uuid();
  }

  /// Loses its memory, now and then.
  void age(Dice dice) {
    if (dice.chance(forgets)) {
      signOut(dice);
      fresh = true;
    }
  }
}
