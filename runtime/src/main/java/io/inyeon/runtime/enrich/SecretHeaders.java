package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.signing.SealingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The values of secret headers, sealed in one file under a key of their own. They are in no log,
/// no archive and no answer; each is bound to the origin that it was given for, so that whoever
/// changes an address does not learn them.
final class SecretHeaders {
  private static final String NAME = "secrets.sealed";

  private final Path file;
  private final SealingKey key;

  /// By enricher and header, the header's name in lower case.
  private final Map<String, Map<String, Secret>> all = new TreeMap<>();

  private record Secret(String value, String origin) {}

  private SecretHeaders(Path file, SealingKey key) {
    this.file = file;
    this.key = key;
  }

  static SecretHeaders open(Path folder) throws IOException {
    var secrets =
        new SecretHeaders(folder.resolve(NAME), SealingKey.of(folder.resolve("secrets.key")));
    if (Files.exists(secrets.file)
        && JsonReader.event(secrets.key.open(NAME, Files.readAllBytes(secrets.file)))
            instanceof Value.Fields read) {
      read.values().keySet().forEach(id -> secrets.take(id, read.fields(id)));
    }
    return secrets;
  }

  private void take(String id, Value.Fields headers) {
    var of = all.computeIfAbsent(id, _ -> new TreeMap<>());
    headers
        .values()
        .keySet()
        .forEach(name -> {
          var value = headers.fields(name).text("value");
          var origin = headers.fields(name).text("origin");
          if (value != null && origin != null) {
            of.put(name, new Secret(value, origin));
          }
        });
  }

  /// A secret for an origin; `null` when there is none for it.
  synchronized @Nullable String of(String id, String header, String origin) {
    var secret = all.getOrDefault(id, Map.of()).get(header.toLowerCase(Locale.ROOT));
    return secret == null || !secret.origin.equals(origin) ? null : secret.value;
  }

  /// Puts secrets in the place of those before; one without a value goes.
  ///
  /// @param values by header
  synchronized void put(String id, Map<String, @Nullable String> values, String origin)
      throws IOException {
    var before = new TreeMap<>(all.getOrDefault(id, Map.of()));
    var after = new TreeMap<>(before);
    values.forEach((header, value) -> {
      var name = header.toLowerCase(Locale.ROOT);
      if (value == null) {
        after.remove(name);
      } else {
        after.put(name, new Secret(value, origin));
      }
    });
    all.put(id, after);
    try {
      write();
    } catch (IOException e) {
      all.put(id, before);
      throw e;
    }
  }

  private void write() throws IOException {
    var ids = new LinkedHashMap<String, Value>();
    all.forEach((id, headers) -> {
      var of = new LinkedHashMap<String, Value>();
      headers.forEach((name, secret) ->
          of.put(
              name,
              new Value.Fields(
                  Map.of(
                      "value",
                      new Value.Text(secret.value),
                      "origin",
                      new Value.Text(secret.origin)))));
      ids.put(id, new Value.Fields(of));
    });
    var beside = file.resolveSibling(NAME + ".new");
    try (var channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(key.seal(NAME, JsonWriter.bytes(new Value.Fields(ids))));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
