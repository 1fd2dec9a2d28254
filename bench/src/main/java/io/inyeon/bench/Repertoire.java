package io.inyeon.bench;

import io.inyeon.bench.Template.Slot;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.runtime.demo.Expected;
import io.inyeon.runtime.demo.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Which events are told of whom: everybody has one phone, is signed in or not, lets adverts track
/// or not, and stays so. An event then mostly names its person as many before it did, as real ones
/// do.
final class Repertoire {
  private static final int PER_SHAPE = 2_000;

  private final Map<SourceKind, Map<Set<Slot>, List<Template>>> templates =
      new EnumMap<>(SourceKind.class);

  /// Takes the events of a generated shop for templates.
  Repertoire(long seed) {
    new Shop(seed, 1_200, 30, Instant.now())
        .play(delivery -> {
          var shapes = templates.computeIfAbsent(delivery.sdk().kind(), _ -> new HashMap<>());
          for (var event : delivery.events()) {
            if (event.expected() == Expected.ACCEPTED) {
              var template = Template.of(event.body());
              var alike = shapes.computeIfAbsent(template.names(), _ -> new ArrayList<>());
              if (alike.size() < PER_SHAPE) {
                alike.add(template);
              }
            }
          }
        });
  }

  /// How many different events there are that can be told of somebody.
  int variety() {
    return templates.values().stream()
        .flatMap(shapes -> shapes.values().stream())
        .mapToInt(List::size)
        .sum();
  }

  /// An event that makes a person known at once: account, cookie, address and number.
  Template introduction(SplittableRandom random) {
    return one(
        SourceKind.BROWSER, EnumSet.of(Slot.USER, Slot.COOKIE, Slot.EMAIL, Slot.PHONE), random);
  }

  /// One of the usual events of a person, from a kind of source.
  Template usual(SourceKind kind, int person, SplittableRandom random) {
    return one(kind, shape(kind, person), random);
  }

  private static Set<Slot> shape(SourceKind kind, int person) {
    var habits = (Integer.toUnsignedLong(person * 0x9E3779B9) * 1000) >>> 32;
    var signedIn = habits % 10 < 7;
    return switch (kind) {
      case BROWSER -> signedIn ? EnumSet.of(Slot.USER, Slot.COOKIE) : EnumSet.of(Slot.COOKIE);
      case APP -> {
        var apple = habits / 10 % 10 < 4;
        var shape = EnumSet.of(Slot.COOKIE, apple ? Slot.DEVICE_UUID : Slot.DEVICE);
        if (signedIn) {
          shape.add(Slot.USER);
        }
        if (habits / 100 < (apple ? 3 : 7)) {
          shape.add(Slot.ADVERTISING);
        }
        yield shape;
      }
      case SERVER -> EnumSet.of(Slot.USER);
      case IMPORT -> EnumSet.of(Slot.USER, Slot.EMAIL, Slot.PHONE);
    };
  }

  private Template one(SourceKind kind, Set<Slot> shape, SplittableRandom random) {
    var alike = templates.getOrDefault(kind, Map.of()).getOrDefault(shape, List.of());
    if (alike.isEmpty()) {
      throw new IllegalStateException("the shop has no " + kind + " event of " + shape);
    }
    return alike.get(random.nextInt(alike.size()));
  }
}
