package io.inyeon.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A realistic event with gaps for what must differ: whose it is, its messageId, its time, its
/// order. Filling the gaps costs a fraction of making an event anew, so that the driver stays
/// light.
final class Template {
  /// What stands in a gap.
  enum Slot {
    USER,
    COOKIE,
    DEVICE,
    DEVICE_UUID,
    ADVERTISING,
    EMAIL,
    PHONE,
    CARD,
    MESSAGE,
    TIME,
    ORDER
  }

  private static final String UUID =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  private static final Pattern GAPS =
      Pattern.compile(
          "\"userId\":\"?(?<user>\\d+)"
              + "|\"anonymousId\":\"(?<cookie>[^\"]+)"
              + "|\"device\":\\{\"id\":\"(?:(?<deviceuuid>"
              + UUID
              + ")|(?<device>[^\"]+))|\"advertisingId\":\"(?<advertising>[^\"]+)"
              + "|\"email\":\"(?<email>[^\"]+)|\"phone\":\"(?<phone>[^\"]+)"
              + "|\"id\":\"(?<externalphone>[^\"]+)\",\"type\":\"phone\""
              + "|\"id\":\"(?<card>[^\"]+)\",\"type\":\"member_no\""
              + "|\"messageId\":\"(?:ajs-next-\\d+-|node-next-\\d+-|crm-[-0-9]{11})?(?<message>[^\"]+)"
              + "|\"timestamp\":\"(?<time>[^\"]+)|\"order_id\":\"(?<order>[^\"]+)");

  private static final Pattern CALL =
      Pattern.compile("\"type\":\"(track|page|screen|identify|group)\"");

  private final String call;
  private final Set<Slot> names;
  private final byte[][] parts;
  private final Slot[] slots;
  private final int size;

  private Template(String call, List<byte[]> parts, List<Slot> slots) {
    this.call = call;
    this.parts = parts.toArray(byte[][]::new);
    this.slots = slots.toArray(Slot[]::new);
    names = EnumSet.noneOf(Slot.class);
    names.addAll(slots);
    names.removeAll(EnumSet.of(Slot.MESSAGE, Slot.TIME, Slot.ORDER));
    size = parts.stream().mapToInt(part -> part.length).sum() + 64 * slots.size();
  }

  /// Finds the gaps of an event.
  static Template of(byte[] event) {
    var text = new String(event, StandardCharsets.UTF_8);
    var parts = new ArrayList<byte[]>();
    var slots = new ArrayList<Slot>();
    var matcher = GAPS.matcher(text);
    var from = 0;
    while (matcher.find()) {
      for (var group : matcher.namedGroups().entrySet()) {
        var start = matcher.start(group.getValue());
        if (start >= 0) {
          parts.add(text.substring(from, start).getBytes(StandardCharsets.UTF_8));
          slots.add(slot(group.getKey()));
          from = matcher.end(group.getValue());
        }
      }
    }
    parts.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    var call = CALL.matcher(text);
    return new Template(call.find() ? call.group(1) : "track", parts, slots);
  }

  private static Slot slot(String group) {
    return switch (group) {
      case "user" -> Slot.USER;
      case "cookie" -> Slot.COOKIE;
      case "device" -> Slot.DEVICE;
      case "deviceuuid" -> Slot.DEVICE_UUID;
      case "advertising" -> Slot.ADVERTISING;
      case "email" -> Slot.EMAIL;
      case "phone", "externalphone" -> Slot.PHONE;
      case "card" -> Slot.CARD;
      case "message" -> Slot.MESSAGE;
      case "time" -> Slot.TIME;
      case "order" -> Slot.ORDER;
      default -> throw new IllegalArgumentException(group);
    };
  }

  /// The kind of call, and the last part of the endpoint that takes it alone.
  String call() {
    return call;
  }

  /// By which kinds of identifiers it names its person.
  Set<Slot> names() {
    return EnumSet.copyOf(names);
  }

  /// Writes the event as one of a person's.
  ///
  /// @param person 0 to 8,999,999
  /// @param cookie 0 for the one that the person's browser has kept, others for lost ones
  /// @param number of the event, never used before
  /// @param time 24 bytes of ISO 8601
  void write(Bytes to, int person, int cookie, long number, byte[] time) {
    // An app has a cookie of its own.
    var kept =
        person * 8L + (names.contains(Slot.DEVICE) ? 1 : names.contains(Slot.DEVICE_UUID) ? 2 : 3);
    to.room(size);
    for (var i = 0; i < slots.length; i++) {
      to.append(parts[i]);
      switch (slots[i]) {
        case USER -> to.digits(1_000_000 + person, 7);
        case COOKIE -> to.uuid(mix(kept), mix(~kept - cookie));
        case DEVICE -> to.hex(mix(person * 8L + 4));
        case DEVICE_UUID -> to.uuid(mix(person * 8L + 5), mix(person));
        case ADVERTISING -> to.uuid(mix(person * 8L + 6), mix(kept));
        case EMAIL -> to.ascii("person.").digits(person, 7).ascii("@example.com");
        case PHONE -> to.ascii("0100").digits(person, 7);
        case CARD -> to.ascii("IN-").digits(person, 7);
        case MESSAGE -> to.uuid(mix(number), number);
        case TIME -> to.append(time);
        case ORDER -> to.ascii("BENCH-").digits(number, 12);
      }
    }
    to.append(parts[slots.length]);
  }

  private static long mix(long seed) {
    var z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
