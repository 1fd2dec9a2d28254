package io.inyeon.runtime.vocabulary;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.met.Met;
import io.inyeon.core.segment.met.MetValues;
import io.inyeon.core.segment.met.People;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// [Met] on disk, whole, replaced by a rename.
///
/// ```
/// magic (4)  CRC-32C of the rest (8)  version, position, events, traits, accounts' traits, purposes
/// ```
final class MetFile {
  private static final int MAGIC = 0x494E5956; // "INYV"
  private static final int VERSION = 1;
  private static final int HEAD = Integer.BYTES + Long.BYTES;

  private MetFile() {}

  /// What was read.
  ///
  /// @param position of the log up to which it is complete
  record Read(Met met, long position) {}

  static void write(Path file, Met met, long position) throws IOException {
    var to = new Encoder().octet(VERSION).varint(position).varint(met.events().size());
    met.events()
        .forEach((name, event) -> {
          to.text(name).varint(event.count()).signed(event.last());
          values(to, event.properties());
        });
    values(to, met.traits());
    values(to, met.accountTraits());
    to.varint(met.purposes().size());
    met.purposes().forEach(to::text);
    var body = to.toBytes();
    var sum = new CRC32C();
    sum.update(body);
    var head = ByteBuffer.allocate(HEAD).putInt(MAGIC).putLong(sum.getValue()).flip();
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (var part : new ByteBuffer[] {head, ByteBuffer.wrap(body)}) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void values(Encoder to, Map<String, MetValues> paths) {
    to.varint(paths.size());
    paths.forEach((path, values) -> {
      to.text(path).truth(values.personal());
      var kinds = values.kinds();
      to.varint(kinds.length);
      for (var count : kinds) {
        to.varint(count);
      }
      people(to, values.people());
      to.varint(values.values().size());
      values
          .values()
          .forEach((value, often) -> people(to.value(value).varint(often.count()), often.people()));
    });
  }

  private static void people(Encoder to, People people) {
    to.varint(people.most());
    var hashes = people.smallest();
    to.varint(hashes.length);
    for (var hash : hashes) {
      to.signed(hash);
    }
  }

  /// Reads it back.
  ///
  /// @throws IOException also when it is damaged, or of another version
  static Read read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var head = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD || head.getInt() != MAGIC) {
      throw new IOException(file + " is no vocabulary");
    }
    var expected = head.getLong();
    var sum = new CRC32C();
    sum.update(bytes, HEAD, bytes.length - HEAD);
    if (sum.getValue() != expected) {
      throw new IOException(file + " is damaged");
    }
    var from = new Decoder(bytes, HEAD, bytes.length);
    if (from.octet() != VERSION) {
      throw new IOException(file + " is of another version");
    }
    var position = from.varint();
    var events = new HashMap<String, Met.MetEvent>();
    for (var left = from.count(); left > 0; left--) {
      events.put(from.text(), new Met.MetEvent(from.varint(), from.signed(), values(from)));
    }
    var traits = values(from);
    var accountTraits = values(from);
    var purposes = new ArrayList<String>();
    for (var left = from.count(); left > 0; left--) {
      purposes.add(from.text());
    }
    from.end();
    return new Read(Met.of(events, traits, accountTraits, purposes), position);
  }

  private static Map<String, MetValues> values(Decoder from) {
    var paths = new HashMap<String, MetValues>();
    for (var left = from.count(); left > 0; left--) {
      var path = from.text();
      var personal = from.truth();
      var kinds = new long[from.count()];
      for (var i = 0; i < kinds.length; i++) {
        kinds[i] = from.varint();
      }
      var people = people(from);
      var values = new HashMap<Value, MetValues.Often>();
      for (var more = from.count(); more > 0; more--) {
        values.put(from.value(), new MetValues.Often(from.varint(), people(from)));
      }
      paths.put(path, MetValues.of(personal, kinds, people, values));
    }
    return paths;
  }

  private static People people(Decoder from) {
    var most = from.number(MetValues.SKETCH);
    var hashes = new long[from.count()];
    for (var i = 0; i < hashes.length; i++) {
      hashes[i] = from.signed();
    }
    return new People(most, hashes);
  }
}
