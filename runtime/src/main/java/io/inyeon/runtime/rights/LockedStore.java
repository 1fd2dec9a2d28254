package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.signing.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/// What a law obliges to keep of erased people: apart from everything else, under a key of its own
/// (AES-256-GCM, NIST SP 800-38D), read by nothing but an officer with a reason.
///
/// A file for each erasure and moving, `ERASURE.N.sealed`: 12 bytes of nonce, then JSON lines,
/// sealed with the file's name as associated data, so that no file passes for another. What was
/// moved twice by a crash in between is the same record, and counts once.
final class LockedStore {
  private final Path folder;
  private final SealingKey key;

  private LockedStore(Path folder, SealingKey key) {
    this.folder = folder;
    this.key = key;
  }

  /// One record.
  ///
  /// @param kind of the rule that obliges
  /// @param until when it has to go, milliseconds since 1970
  /// @param position of the event in the log, its name among the records
  record Kept(String kind, long until, long position, Value.Fields record) {}

  /// Opens the store of a workspace, and makes it if it is not there.
  ///
  /// @param rights the folder of people's rights
  static LockedStore open(Path rights) throws IOException {
    var folder = rights.resolve("statutory");
    Files.createDirectories(folder);
    return new LockedStore(folder, SealingKey.of(rights.resolve("statutory.key")));
  }

  /// Puts records under lock. On return they are durable.
  synchronized void put(String erasure, List<Kept> records) throws IOException {
    if (!records.isEmpty()) {
      var next = 1;
      while (Files.exists(file(erasure, next))) {
        next++;
      }
      write(file(erasure, next), records);
    }
  }

  private Path file(String erasure, int number) {
    return folder.resolve(erasure + "." + number + ".sealed");
  }

  /// Records of an erasure, each once, in the order of the log.
  synchronized List<Kept> of(String erasure) throws IOException {
    var all = new LinkedHashMap<String, Kept>();
    for (var number = 1; Files.exists(file(erasure, number)); number++) {
      for (var kept : read(file(erasure, number))) {
        all.putIfAbsent(kept.kind() + " " + kept.position(), kept);
      }
    }
    return List.copyOf(all.values());
  }

  /// Deletes what has come to its term.
  ///
  /// @return how many records
  synchronized long sweep(long now) throws IOException {
    var gone = 0L;
    for (var file : files()) {
      var all = read(file);
      Predicate<Kept> due = kept -> kept.until() <= now;
      var left = all.stream().filter(due.negate()).toList();
      if (left.size() < all.size()) {
        gone += all.size() - left.size();
        // An empty one stays, so that the numbers of an erasure have no gap.
        write(file, left);
      }
    }
    return gone;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".sealed"))
          .sorted()
          .toList();
    }
  }

  private void write(Path file, List<Kept> records) throws IOException {
    var lines = new StringBuilder();
    for (var kept : records) {
      var json =
          new JsonWriter()
              .startObject()
              .text("kind", kept.kind())
              .number("until", kept.until())
              .number("position", kept.position())
              .value("record", kept.record())
              .endObject();
      lines.append(new String(json.bytes(), UTF_8)).append('\n');
    }
    Progress.write(file, key.seal(name(file), lines.toString().getBytes(UTF_8)));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private List<Kept> read(Path file) throws IOException {
    var text = new String(key.open(name(file), Files.readAllBytes(file)), UTF_8);
    var all = new ArrayList<Kept>();
    for (var line : text.lines().toList()) {
      if (JsonReader.event(line.getBytes(UTF_8)) instanceof Value.Fields fields) {
        all.add(
            new Kept(
                String.valueOf(fields.text("kind")),
                number(fields, "until"),
                number(fields, "position"),
                fields.fields("record")));
      }
    }
    return all;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }
}
