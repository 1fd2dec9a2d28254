package io.inyeon.runtime.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody, and the devices that they have.
final class Town {
  private final long seed;
  private final List<Person> people;
  private final List<List<Device>> devices;
  private final List<@Nullable Device> tablets = new ArrayList<>();
  private final List<Device> kiosks = new ArrayList<>();

  Town(long seed, int size, int days) {
    this.seed = seed;
    people = new ArrayList<>(size);
    devices = new ArrayList<>(size);
    for (var number = 0; number < size; number++) {
      people.add(Person.of(seed, number, days));
      devices.add(List.of());
    }
    for (var household = 0; household <= people.getLast().household(); household++) {
      var dice = Dice.of(seed, 4, household);
      tablets.add(
          household % 4 < 3 && dice.chance(0.3)
              ? new Device(Model.TABLET, Truth.NOBODY, 0, dice)
              : null);
    }
    for (var number = 0; number < Math.clamp(size / 600, 1, 24); number++) {
      kiosks.add(new Device(Model.KIOSK, Truth.NOBODY, 0, Dice.of(seed, 5, number)));
    }
  }

  List<Person> people() {
    return people;
  }

  Person person(int number) {
    return people.get(number);
  }

  List<Device> kiosks() {
    return kiosks;
  }

  /// The tablet of a person's family, or `null`.
  @Nullable Device tablet(Person person) {
    return tablets.get(person.household());
  }

  /// A person's own devices, the favourite one first; at least one.
  List<Device> devices(Person person) {
    var known = devices.get(person.number());
    if (!known.isEmpty()) {
      return known;
    }
    var dice = Dice.of(seed, 3, person.number());
    var own = new ArrayList<Device>();
    if (dice.chance(person.userId() == null ? 0.2 : 0.6)) {
      own.add(new Device(dice.pick(Model.PHONES), person.number(), 0.01, dice));
    }
    if (dice.chance(0.6)) {
      own.add(new Device(dice.pick(Model.LAPTOPS), person.number(), 0.03, dice));
    }
    if (own.isEmpty() || dice.chance(0.35)) {
      own.add(new Device(dice.pick(Model.PHONE_BROWSERS), person.number(), 0.08, dice));
    }
    devices.set(person.number(), own);
    return own;
  }
}
