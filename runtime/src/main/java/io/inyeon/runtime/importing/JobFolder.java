package io.inyeon.runtime.importing;

import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.ImportJob.State;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.personal.MaskedBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an import lies: its file, its map, how far it has come, its first events and the rows that
/// were rejected. Whatever is written here is whole or as it was before.
final class JobFolder {
  private static final int PAGE = 100;

  private final Path folder;

  JobFolder(Path folder) {
    this.folder = folder;
  }

  StagedFile file() {
    return StagedFile.in(folder);
  }

  Path rejected() {
    return folder.resolve("rejected.jsonl");
  }

  Path occurrences() {
    return folder.resolve("occurrences.tmp");
  }

  void make(Value map) throws IOException {
    Files.createDirectories(folder);
    whole("map.json", JsonWriter.bytes(map));
  }

  Value map() throws IOException {
    return read("map.json");
  }

  void preview(List<Value> events) throws IOException {
    whole("preview.json", MaskedBytes.of(JsonWriter.bytes(new Value.Items(events))));
  }

  List<Value> preview() throws IOException {
    return Files.exists(folder.resolve("preview.json"))
            && read("preview.json") instanceof Value.Items(var events)
        ? events
        : List.of();
  }

  private Value read(String name) throws IOException {
    return JsonReader.event(Files.readAllBytes(folder.resolve(name))) instanceof Value value
        ? value
        : Value.Nothing.NOTHING;
  }

  /// Writes a file beside the old one, forces it, and puts it in its place.
  private void whole(String name, byte[] bytes) throws IOException {
    var beside = folder.resolve(name + ".tmp");
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
    Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// SHA-256 of a file, in hex.
  static String sha256(RowSource.Opening file) throws IOException {
    try (var in = file.open()) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A page of rejected rows that begins at a byte.
  ///
  /// @param until how many bytes of the list count
  /// @param next is told where the next page begins
  List<Value> rejected(long from, long until, long[] next) throws IOException {
    var rows = new ArrayList<Value>();
    next[0] = from;
    if (!Files.exists(rejected()) || from >= until) {
      return rows;
    }
    try (var in = new RandomAccessFile(rejected().toFile(), "r")) {
      in.seek(from);
      while (rows.size() < PAGE && in.getFilePointer() < until) {
        var line = in.readLine();
        if (line == null) {
          break;
        }
        // readLine makes a character of each byte.
        var bytes = line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        if (JsonReader.event(bytes) instanceof Value.Fields fields) {
          rows.add(fields);
        }
      }
      next[0] = in.getFilePointer();
    }
    return rows;
  }

  void save(Job job) throws IOException {
    var json = new JsonWriter();
    synchronized (job) {
      json.startObject()
          .text("id", job.id)
          .text("source", job.sourceId)
          .text("name", job.name)
          .number("bytes", job.bytes)
          .text("sha256", job.sha256)
          .text("author", job.author)
          .number("createdAt", job.createdAt)
          .text("state", job.state.name())
          .truth("rehearsal", job.rehearsal)
          .number("rows", job.rows)
          .number("readBytes", job.readBytes)
          .number("accepted", job.outcomes.accepted())
          .number("duplicate", job.outcomes.duplicate())
          .number("quarantined", job.outcomes.quarantined())
          .number("dropped", job.outcomes.dropped())
          .number("rejected", job.rejected)
          .number("rejectedBytes", job.rejectedBytes)
          .startObject("reasons");
      job.reasons.forEach(json::number);
      json.endObject()
          .number("from", job.from)
          .number("to", job.to)
          .text("errorCode", job.errorCode)
          .text("errorDetail", job.errorDetail)
          .endObject();
    }
    whole("job.json", json.bytes());
  }

  /// Reads it back; `null` when it was never whole.
  @Nullable Job load() throws IOException {
    if (!Files.exists(folder.resolve("job.json"))
        || !(read("job.json") instanceof Value.Fields fields)) {
      return null;
    }
    var job =
        new Job(
            text(fields, "id"),
            text(fields, "source"),
            text(fields, "name"),
            number(fields, "bytes"),
            text(fields, "sha256"),
            text(fields, "author"),
            number(fields, "createdAt"));
    job.state = State.valueOf(text(fields, "state"));
    job.uploaded = job.state.over() ? job.bytes : file().size();
    job.rehearsal = fields.get("rehearsal") instanceof Value.Truth(var yes) && yes;
    job.rows = number(fields, "rows");
    job.readBytes = number(fields, "readBytes");
    job.outcomes =
        new OutcomeCounts(
            number(fields, "accepted"),
            number(fields, "duplicate"),
            number(fields, "quarantined"),
            number(fields, "dropped"));
    job.rejected = number(fields, "rejected");
    job.rejectedBytes = number(fields, "rejectedBytes");
    fields
        .fields("reasons")
        .values()
        .keySet()
        .forEach(code -> job.reasons.put(code, number(fields.fields("reasons"), code)));
    job.from = number(fields, "from");
    job.to = number(fields, "to");
    job.errorCode = fields.text("errorCode");
    job.errorDetail = fields.text("errorDetail");
    return job;
  }

  private static String text(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(BigDecimal number) ? number.longValue() : 0;
  }
}
