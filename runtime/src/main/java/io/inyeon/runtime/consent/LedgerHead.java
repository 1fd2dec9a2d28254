package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.signing.SigningKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// How long the chain is and how it ends, signed, in a file beside it: without that nobody could
/// see that its last entries were taken away.
///
/// @param number of the last entry
/// @param link of the last entry, hex
/// @param position of the log up to which all is recorded
/// @param at when it was written, milliseconds since 1970
/// @param publicKey of the ledger
/// @param signed whether the signature is the key's
record LedgerHead(
    long number, String link, long position, long at, String publicKey, boolean signed) {
  static final String FILE = "head.json";

  /// Replaces the file, durably.
  static void write(Path folder, LedgerIndex.Head head, long at, SigningKey key)
      throws IOException {
    var said = said(head.number(), HexFormat.of().formatHex(head.link()), head.position(), at);
    var json =
        new JsonWriter()
            .startObject()
            .value("head", said)
            .text("publicKey", key.publicKey())
            .text("signature", key.sign(JsonWriter.bytes(said)))
            .endObject()
            .bytes();
    var temporary = folder.resolve(FILE + ".new");
    Files.write(temporary, json);
    try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(temporary, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static Value.Fields said(long number, String link, long position, long at) {
    var said = new LinkedHashMap<String, Value>();
    said.put("number", new Value.Decimal(BigDecimal.valueOf(number)));
    said.put("link", new Value.Text(link));
    said.put("position", new Value.Decimal(BigDecimal.valueOf(position)));
    said.put("at", new Value.Decimal(BigDecimal.valueOf(at)));
    return new Value.Fields(said);
  }

  /// Reads it; `null` when there is none.
  ///
  /// @throws IOException when it is no head
  static @Nullable LedgerHead read(Path folder) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(FILE));
    } catch (NoSuchFileException _) {
      return null;
    }
    if (!(JsonReader.event(bytes) instanceof Value.Fields json)) {
      throw new IOException(FILE + " is no JSON: " + new String(bytes, UTF_8).strip());
    }
    var head = json.fields("head");
    var publicKey = json.text("publicKey");
    var signature = json.text("signature");
    var link = head.text("link");
    if (publicKey == null || signature == null || link == null) {
      throw new IOException(FILE + " lacks a part");
    }
    return new LedgerHead(
        number(head, "number"),
        link,
        number(head, "position"),
        number(head, "at"),
        publicKey,
        SigningKey.verifies(publicKey, JsonWriter.bytes(head), signature));
  }

  private static long number(Value.Fields head, String name) throws IOException {
    if (head.get(name) instanceof Value.Decimal(var number)
        && number.scale() <= 0
        && number.precision() - number.scale() <= 18
        && number.signum() >= 0) {
      return number.longValue();
    }
    throw new IOException(FILE + " lacks " + name);
  }
}
