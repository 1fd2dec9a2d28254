package io.inyeon.runtime.rights;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far an erasure has come, place by place. Kept in a file of its own, which names nobody; what
/// counts is in state, so a file that is lost costs the account and not the erasure.
final class Progress {
  /// What became of one place.
  ///
  /// @param found how many things there held the person
  /// @param hidden since when no read finds them; 0 for not yet. Milliseconds since 1970
  /// @param scrubbed since when nothing of them is on the disk; 0 for not yet
  /// @param tries how often it was tried
  /// @param error what went wrong last; `null` when nothing did
  record At(long found, long hidden, long scrubbed, int tries, @Nullable String error) {
    static final At NOTHING = new At(0, 0, 0, 0, null);
  }

  private final Path file;
  private final Map<Where, At> places = new EnumMap<>(Where.class);

  /// Who got data of the person: what is told of them is kept, and names nobody else.
  private final List<ErasureDesk.Recipient> recipients = new ArrayList<>();

  private Progress(Path file) {
    this.file = file;
  }

  /// Takes up the account of an erasure, or begins one.
  static Progress of(Path folder, String id) throws IOException {
    Files.createDirectories(folder);
    var progress = new Progress(folder.resolve(id + ".json"));
    for (var place : Where.values()) {
      progress.places.put(place, At.NOTHING);
    }
    try {
      if (JsonReader.event(Files.readAllBytes(progress.file)) instanceof Value.Fields read) {
        for (var place : Where.values()) {
          progress.places.put(place, at(read.fields(name(place))));
        }
        if (read.get("recipients") instanceof Value.Items(var items)) {
          items.forEach(item -> progress.recipients.add(recipient(item)));
        }
      }
    } catch (NoSuchFileException e) {
      // It begins now.
    }
    return progress;
  }

  private static At at(Value.Fields read) {
    return new At(
        number(read, "found"),
        number(read, "hidden"),
        number(read, "scrubbed"),
        (int) number(read, "tries"),
        read.text("error"));
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }

  private static ErasureDesk.Recipient recipient(Value read) {
    var one = read instanceof Value.Fields fields ? fields : Value.Fields.EMPTY;
    return new ErasureDesk.Recipient(
        String.valueOf(one.text("enricher")),
        String.valueOf(one.text("recipient")),
        String.valueOf(one.text("host")),
        String.valueOf(one.text("purpose")),
        number(one, "last"));
  }

  private static Value written(ErasureDesk.Recipient recipient) {
    var one = new LinkedHashMap<String, Value>();
    one.put("enricher", new Value.Text(recipient.enricher()));
    one.put("recipient", new Value.Text(recipient.recipient()));
    one.put("host", new Value.Text(recipient.host()));
    one.put("purpose", new Value.Text(recipient.purpose()));
    one.put("last", whole(recipient.last()));
    return new Value.Fields(one);
  }

  synchronized List<ErasureDesk.Recipient> recipients() {
    return List.copyOf(recipients);
  }

  /// Notes who got data. An erasure that is begun anew finds nothing any more, and what is noted
  /// stays.
  synchronized void shared(List<ErasureDesk.Recipient> more) {
    more.stream().filter(each -> !recipients.contains(each)).forEach(recipients::add);
  }

  static String name(Where place) {
    return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  synchronized Map<Where, At> places() {
    return new EnumMap<>(places);
  }

  synchronized At at(Where place) {
    return places.getOrDefault(place, At.NOTHING);
  }

  synchronized void found(Where place, long count) {
    var was = at(place);
    places.put(
        place, new At(Math.max(was.found, count), was.hidden, was.scrubbed, was.tries, was.error));
  }

  synchronized void hidden(Where place, long now) {
    var was = at(place);
    places.put(
        place,
        new At(was.found, was.hidden == 0 ? now : was.hidden, was.scrubbed, was.tries, null));
  }

  synchronized void scrubbed(Where place, long now) {
    var was = at(place);
    var hidden = was.hidden == 0 ? now : was.hidden;
    places.put(
        place,
        new At(was.found, hidden, was.scrubbed == 0 ? now : was.scrubbed, was.tries + 1, null));
  }

  synchronized void failed(Where place, String error) {
    var was = at(place);
    places.put(place, new At(was.found, was.hidden, was.scrubbed, was.tries + 1, error));
  }

  /// Writes it down, whole or not at all.
  synchronized void save() throws IOException {
    var all = new LinkedHashMap<String, Value>();
    places.forEach((place, at) -> {
      var one = new LinkedHashMap<String, Value>();
      one.put("found", whole(at.found));
      one.put("hidden", whole(at.hidden));
      one.put("scrubbed", whole(at.scrubbed));
      one.put("tries", whole(at.tries));
      if (at.error != null) {
        one.put("error", new Value.Text(at.error));
      }
      all.put(name(place), new Value.Fields(one));
    });
    all.put("recipients", new Value.Items(recipients.stream().map(Progress::written).toList()));
    write(file, JsonWriter.bytes(new Value.Fields(all)));
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  /// Writes a file beside the old one, forces it, and puts it in its place.
  static void write(Path file, byte[] bytes) throws IOException {
    var beside = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
