package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.store.Picture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Small random histories with everything in them that makes a replay hard.
final class Histories {
  static final long NOW = 1_760_000_000_000L;

  private Histories() {}

  static Source source(int number, SourceKind kind) {
    return new Source(
        "src_" + number,
        number,
        "s" + number,
        kind,
        List.of("k" + number),
        true,
        1,
        false,
        false,
        NOW);
  }

  /// Events of few people with many names: shared tablets, aliases, custom types that come up in
  /// the middle, orders, consents, groups; broken ones and duplicates.
  static List<Collected> events(SplittableRandom random, int count) {
    var events = new ArrayList<Collected>();
    for (var i = 0; i < count; i++) {
      events.add(event(random, i));
    }
    return events;
  }

  private static Collected event(SplittableRandom random, int number) {
    var source = 1 + random.nextInt(3);
    var id = random.nextInt(12) == 0 && number > 0 ? random.nextInt(number) : number;
    var type =
        switch (random.nextInt(12)) {
          case 0, 1, 2 -> "identify";
          case 3 -> "alias";
          case 4 -> "group";
          case 5 -> "nonsense";
          case 6 -> "page";
          default -> "track";
        };
    var json = new StringBuilder("{\"type\":\"" + type + "\",\"messageId\":\"m" + id + "\"");
    json.append(",\"event\":\"").append(random.nextInt(3) == 0 ? "Order Completed" : "Seen");
    json.append("\",\"timestamp\":\"2025-09-").append(10 + random.nextInt(20));
    json.append("T00:00:0").append(random.nextInt(10)).append("Z\"");
    json.append(",\"anonymousId\":\"c").append(random.nextInt(9)).append('"');
    if (random.nextInt(2) == 0) {
      json.append(",\"userId\":\"u").append(random.nextInt(6)).append('"');
    }
    if (type.equals("alias")) {
      json.append(",\"previousId\":\"c").append(random.nextInt(9)).append('"');
    }
    if (type.equals("group")) {
      json.append(",\"groupId\":\"g").append(random.nextInt(3)).append('"');
    }
    json.append(",\"traits\":{\"email\":\"p").append(random.nextInt(8));
    json.append("@example.com\",\"n\":").append(random.nextInt(5)).append('}');
    json.append(",\"properties\":{\"order_id\":\"o").append(random.nextInt(20));
    json.append("\",\"total\":").append(random.nextInt(100)).append('}');
    if (random.nextInt(4) == 0) {
      json.append(",\"context\":{\"externalIds\":[{\"id\":\"x").append(random.nextInt(5));
      json.append("\",\"type\":\"crm_id\",\"collection\":\"users\",\"encoding\":\"none\"}]}");
    }
    var bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(
            source, NOW + number, null, "e" + number, null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  /// Everything that a state knows.
  static SortedMap<String, Object> all(Picture picture) {
    var all = new TreeMap<String, Object>();
    kind(picture, Key.Tree.class, all);
    kind(picture, Key.OfIdentifier.class, all);
    kind(picture, Key.IdleLink.class, all);
    kind(picture, Key.OfStewardLinks.class, all);
    kind(picture, Key.Estranged.class, all);
    kind(picture, Key.OfSpans.class, all);
    kind(picture, Key.OfLogins.class, all);
    kind(picture, Key.OfCut.class, all);
    kind(picture, Key.OfProfile.class, all);
    kind(picture, Key.Account.class, all);
    kind(picture, Key.Source.class, all);
    kind(picture, Key.Outcomes.class, all);
    kind(picture, Key.Access.class, all);
    kind(picture, Key.OfRules.class, all);
    kind(picture, Key.OfSavedRules.class, all);
    kind(picture, Key.NextTree.class, all);
    kind(picture, Key.Seen.class, all);
    return all;
  }

  private static <V> void kind(
      Picture picture, Class<? extends Key<V>> kind, SortedMap<String, Object> all) {
    picture.forEach(kind, (key, value) -> all.put(key.toString(), value));
  }
}
