package io.inyeon.runtime.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// What everyone in the play shares.
///
/// @param start the midnight in Seoul on which it begins, milliseconds since 1970
record Stage(long seed, long start, Town town, Truth truth, Agenda agenda, Post post, Body body) {
  static final long DAY_MS = 86_400_000;
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  LocalDate date(int day) {
    return Instant.ofEpochMilli(start + day * DAY_MS).atZone(SEOUL).toLocalDate();
  }

  /// Notes that a good event carries a person's own identifier of this type.
  int sees(String type, String value, Person person) {
    return truth.know(type, value, person.number());
  }

  /// Notes that a good event carries all that a device tells of itself.
  ///
  /// @return the place of its anonymous id
  int sees(Device device) {
    var anonymous = truth.know("anonymous_id", device.anonymousId(), device.owner());
    if (device.app()) {
      var os = device.model().kind() == Model.Kind.IOS_APP ? "ios" : "android";
      truth.tie(anonymous, truth.know(os + ".id", device.hardwareId(), device.owner()));
      if (device.tracking()) {
        truth.tie(anonymous, truth.know(os + ".idfa", device.advertisingId(), device.owner()));
      }
    }
    return anonymous;
  }
}
