package io.inyeon.runtime.quality;

import io.inyeon.core.govern.quality.Distinct;
import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.FieldCounts;
import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.core.govern.quality.VolumeWatch;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import java.util.Arrays;
import java.util.TreeMap;

/// Days and alerts as bytes.
final class DayCodec {
  private DayCodec() {}

  static byte[] bytes(SourceDay day) {
    var to = new Encoder();
    for (var slot : day.slots()) {
      to.varint(slot);
    }
    numbers(to, day.ended());
    numbers(to, day.delays());
    return to.varint(day.lastAt()).varint(day.robots()).toBytes();
  }

  static SourceDay sourceDay(byte[] bytes) {
    var from = new Decoder(bytes);
    var slots = new int[VolumeWatch.DAY];
    for (var i = 0; i < slots.length; i++) {
      slots[i] = from.number(Integer.MAX_VALUE);
    }
    var ended = numbers(from, SourceDay.Ended.values().length);
    var delays = numbers(from, SourceDay.DELAYS);
    var lastAt = from.varint();
    // Days from before robots were kept apart end here.
    return new SourceDay(slots, ended, delays, lastAt, from.ended() ? 0 : from.varint());
  }

  static byte[] bytes(EventDay day) {
    var to = new Encoder().varint(day.seen()).varint(day.looked()).varint(day.violating());
    to.varint(day.fields().size());
    day.fields()
        .forEach((path, field) -> {
          to.text(path);
          numbers(to, field.types());
          to.varint(field.blank()).varint(field.violations());
          registers(to, field.distinct().registers());
        });
    return to.toBytes();
  }

  static EventDay eventDay(byte[] bytes) {
    var from = new Decoder(bytes);
    var seen = from.varint();
    var looked = from.varint();
    var violating = from.varint();
    var fields = new TreeMap<String, FieldCounts>();
    for (var left = from.count(); left > 0; left--) {
      var path = from.text();
      var types = numbers(from, FieldCounts.Type.values().length);
      var blank = from.varint();
      var violations = from.varint();
      fields.put(path, new FieldCounts(types, blank, violations, new Distinct(registers(from))));
    }
    return new EventDay(seen, looked, violating, fields);
  }

  static byte[] bytes(Alert alert) {
    var about = alert.about();
    return new Encoder()
        .octet(Arrays.asList(Alert.Kind.values()).indexOf(about.kind()))
        .varint(about.source())
        .text(about.event())
        .text(about.field())
        .varint(alert.foundAt())
        .varint(alert.seenAt())
        .varint(alert.endedAt())
        .signed(Double.doubleToLongBits(alert.observed()))
        .signed(Double.doubleToLongBits(alert.expected()))
        .varint(alert.spanMinutes())
        .toBytes();
  }

  static byte[] bytes(Alerts.News news) {
    return new Encoder()
        .octet(Arrays.asList(Alerts.What.values()).indexOf(news.what()))
        .varint(news.at())
        .varint(news.alert().number())
        .bytes(bytes(news.alert()))
        .toBytes();
  }

  static Alerts.News news(byte[] bytes) {
    var from = new Decoder(bytes);
    var what = Arrays.asList(Alerts.What.values()).get(from.octet());
    var at = from.varint();
    var number = from.varint();
    return new Alerts.News(what, at, alert(number, from.bytes()));
  }

  static Alert alert(long number, byte[] bytes) {
    var from = new Decoder(bytes);
    var about =
        new Alert.About(
            Arrays.asList(Alert.Kind.values()).get(from.octet()),
            from.number(Integer.MAX_VALUE),
            from.text(),
            from.text());
    return new Alert(
        number,
        about,
        from.varint(),
        from.varint(),
        from.varint(),
        Double.longBitsToDouble(from.signed()),
        Double.longBitsToDouble(from.signed()),
        from.number(Integer.MAX_VALUE));
  }

  private static void numbers(Encoder to, long[] numbers) {
    for (var number : numbers) {
      to.varint(number);
    }
  }

  private static long[] numbers(Decoder from, int count) {
    var numbers = new long[count];
    for (var i = 0; i < count; i++) {
      numbers[i] = from.varint();
    }
    return numbers;
  }

  /// Most fields have few different values, and most registers nothing then.
  private static void registers(Encoder to, byte[] registers) {
    var used = 0;
    for (var register : registers) {
      used += register == 0 ? 0 : 1;
    }
    to.varint(used);
    for (int i = 0, last = 0; i < registers.length; i++) {
      if (registers[i] != 0) {
        to.varint(i - last).octet(registers[i]);
        last = i;
      }
    }
  }

  private static byte[] registers(Decoder from) {
    var registers = new byte[Distinct.REGISTERS];
    var at = 0;
    for (var left = from.number(registers.length); left > 0; left--) {
      at += from.number(registers.length - 1 - at);
      registers[at] = (byte) from.octet();
    }
    return registers;
  }
}
