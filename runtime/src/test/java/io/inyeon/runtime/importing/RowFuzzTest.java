package io.inyeon.runtime.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.MappingReader;
import io.inyeon.runtime.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts, packed files and maps of foreign bytes end in rows or in a coded problem, whatever they
/// are. More of them: `-Dfuzz.files=100000`, from another seed on: `-Dfuzz.seed=...`.
class RowFuzzTest {
  private static final long FIRST = Long.getLong("fuzz.seed", 1);
  private static final long FILES = Long.getLong("fuzz.files", 600);
  private static final List<String> PIECES =
      List.of(
          "a,b,c\n",
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\r\n",
          "\n",
          "\r",
          "{\"a\":",
          "}",
          "[",
          "1e999999",
          "김하늘",
          "\u0000",
          "null",
          "\"x\ny\"",
          "{\"a\":1}\n",
          "-",
          ".",
          "\\u",
          "\ufeff",
          "PAR1",
          "PK");

  @TempDir Path folder;

  private int rows;
  private final Map<String, Integer> codes = new TreeMap<>();

  /// Reads a file to its end.
  private void read(byte[] bytes, String what) throws IOException {
    var file = folder.resolve("file");
    Files.write(file, bytes);
    try (var source = RowSource.open(file, FileForm.TOLD_BY_FILE)) {
      for (var line = source.next(); line != null; line = source.next()) {
        rows++;
        var fault = line.fault();
        if (fault != null) {
          codes.merge(fault.code(), 1, Integer::sum);
        }
        assertThat(source.readBytes()).as(what).isBetween(0L, (long) bytes.length);
      }
    } catch (Unreadable e) {
      assertThat(e.code()).as(what).matches("[a-z_]+");
      codes.merge(e.code(), 1, Integer::sum);
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  void textsOfAnyBytesEndInRowsOrInACode() throws IOException {
    for (var seed = FIRST; seed < FIRST + FILES; seed++) {
      var random = new SplittableRandom(seed);
      var charset = Charset.forName(random.nextBoolean() ? "UTF-8" : "x-windows-949");
      var out = new ByteArrayOutputStream();
      for (var i = random.nextInt(60); i >= 0; i--) {
        if (random.nextInt(12) == 0) {
          out.write(random.nextInt(256));
        } else {
          out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(charset));
        }
      }
      var bytes = out.toByteArray();
      if (random.nextInt(10) == 0) {
        bytes = gzip(bytes);
        damage(bytes, random, random.nextInt(2));
      }
      read(bytes, "-Dfuzz.seed=" + seed);
    }
    assertThat(rows).isPositive();
    assertThat(codes)
        .containsKeys("invalid_json", "too_many_fields", "unclosed_quote", "invalid_gzip");
  }

  @Test
  void aDamagedParquetFileEndsInRowsOrInACode() throws IOException, SQLException {
    var whole = folder.resolve("whole.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT i AS id, 'name ' || i AS name, {'x': [i, 2]} AS nested, i * 1.5 AS amount,
            TIMESTAMP '2026-03-01 09:30:00' + INTERVAL (i) MINUTE AS at
            FROM range(200) r(i)) TO '%s' (FORMAT parquet, COMPRESSION snappy)
          """
              .formatted(whole));
    }
    var bytes = Files.readAllBytes(whole);
    for (var seed = FIRST; seed < FIRST + FILES / 3; seed++) {
      var random = new SplittableRandom(seed);
      var damaged = bytes.clone();
      damage(damaged, random, 1 + random.nextInt(4));
      read(
          random.nextInt(4) == 0
              ? Arrays.copyOf(damaged, 4 + random.nextInt(bytes.length))
              : damaged,
          "-Dfuzz.seed=" + seed);
    }
    assertThat(rows).isPositive();
    assertThat(codes).containsKeys("invalid_parquet");
  }

  @Test
  void whatUnpacksWithoutEndIsRefusedOrCutOff() throws IOException {
    // Half a gigabyte of one quoted field, of one line of commas, and of one line of JSON.
    for (var text : List.of("a,b\n\"", "a,b\n", "{\"a\":\"")) {
      var out = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(text.getBytes(UTF_8));
        var same = new byte[1 << 20];
        Arrays.fill(same, (byte) (text.equals("a,b\n") ? ',' : 'x'));
        for (var i = 0; i < 64; i++) {
          gzip.write(same);
        }
      }
      read(out.toByteArray(), text);
    }
    assertThat(codes).containsKeys("too_many_fields");
  }

  @Test
  void mapsOfAnyShapeAreGoodOrSayWhatIsWrong() {
    var good =
        "{\"key\":[\"Line\"],\"timeZone\":\"Asia/Seoul\",\"event\":{\"type\":\"track\",\"event\":{\"$choose\":"
            + "[{\"when\":{\"a\":{\"startsWith\":\"C\"}},\"then\":\"X\"}],\"otherwise\":\"Y\"},"
            + "\"userId\":\"{Customer}\",\"timestamp\":{\"$column\":\"At\",\"as\":\"time\"}}}";
    var read = 0;
    for (var seed = FIRST; seed < FIRST + 4 * FILES; seed++) {
      var random = new SplittableRandom(seed);
      var text = new StringBuilder(good);
      for (var i = random.nextInt(4); i >= 0; i--) {
        var at = random.nextInt(text.length());
        var to = Math.min(text.length(), at + random.nextInt(6));
        text.replace(
            at,
            to,
            List.of("", "1", "null", "[]", "{}", "\"\"", "$", "{", "x").get(random.nextInt(9)));
      }
      if (JsonReader.event(text.toString().getBytes(UTF_8)) instanceof Value map) {
        switch (MappingReader.read(map, "Asia/Seoul")) {
          case MappingReader.Reading.Good _ -> read++;
          case MappingReader.Reading.Bad(var violations) ->
              assertThat(violations).as("-Dfuzz.seed=" + seed).isNotEmpty();
        }
      }
    }
    assertThat(read).isPositive();
  }

  private static void damage(byte[] bytes, SplittableRandom random, int times) {
    for (var i = 0; i < times; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
