package io.inyeon.runtime.importing;

import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.FileForm.Format;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after the other, in the file's order.
interface RowSource extends AutoCloseable {
  /// The next row; `null` at the end.
  @Nullable Line next() throws IOException;

  /// How many bytes of the file as it lies were read for the rows so far; about.
  long readBytes();

  /// The names of its columns; empty where each row has its own.
  List<String> columns();

  @Override
  void close() throws IOException;

  /// A file that can be read more than once.
  interface Opening {
    /// Its bytes from the beginning.
    InputStream open() throws IOException;

    /// A file on disk with just these bytes.
    Path path() throws IOException;

    /// One that lies there as it is.
    static Opening of(Path file) {
      return new Opening() {
        @Override
        public InputStream open() throws IOException {
          return Files.newInputStream(file);
        }

        @Override
        public Path path() {
          return file;
        }
      };
    }
  }

  /// Opens a file and finds out what it is, as far as the map does not say.
  static RowSource open(Path file, FileForm form) throws IOException {
    return open(Opening.of(file), form);
  }

  /// The same with a file that may not lie there as it is.
  static RowSource open(Opening file, FileForm form) throws IOException {
    var first = head(file);
    var packed = first.length >= 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
    var start = packed ? inflatedHead(file) : first;
    var format = form.format() == null ? format(start) : form.format();
    return switch (format) {
      case PARQUET -> new ParquetRows(whole(file, packed), form);
      case XLSX -> new SheetRows(whole(file, packed), form);
      case CSV -> CsvRows.open(text(file, form.encoding()), form);
      case JSON_LINES -> new JsonRows(text(file, form.encoding()), form);
    };
  }

  /// A text and how far it has been read, in bytes of its file.
  record Text(Reader reader, Counting bytes) {}

  /// Counts the bytes of a file as they are read.
  final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }

    long count() {
      return count;
    }
  }

  private static byte[] head(Opening file) throws IOException {
    try (var in = file.open()) {
      return in.readNBytes(4_096);
    }
  }

  private static byte[] inflatedHead(Opening file) throws IOException {
    try (var in = bytes(file)) {
      return in.readNBytes(4_096);
    }
  }

  private static Format format(byte[] start) throws Unreadable {
    if (begins(start, "PAR1")) {
      return Format.PARQUET;
    }
    if (begins(start, "PK\u0003\u0004")) {
      return Format.XLSX;
    }
    if (begins(start, "\u00d0\u00cf\u0011\u00e0")) {
      throw new Unreadable("old_workbook", "This is an .xls of old: save it as .xlsx.");
    }
    for (var each : start) {
      if (each == '{') {
        return Format.JSON_LINES;
      }
      // White space, marks of encodings, and every other byte of UTF-16.
      if (each > ' ') {
        return Format.CSV;
      }
    }
    return Format.CSV;
  }

  private static boolean begins(byte[] bytes, String magic) {
    for (var i = 0; i < magic.length(); i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Path whole(Opening file, boolean packed) throws IOException {
    if (packed) {
      throw new Unreadable(
          "packed_twice", "Parquet and .xlsx are packed in themselves: send them without gzip.");
    }
    return file.path();
  }

  /// Inflates, and says of damaged bytes that they are damaged.
  final class Gunzip extends FilterInputStream {
    Gunzip(InputStream in) throws IOException {
      super(in);
      try {
        this.in = new GZIPInputStream(in, 1 << 16);
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }

    private static Unreadable damaged(IOException e) {
      return new Unreadable("invalid_gzip", "The packed file is damaged: " + e.getMessage() + ".");
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }
  }

  /// The file's bytes, inflated.
  private static InputStream bytes(Opening file) throws IOException {
    return inflated(file.open());
  }

  private static InputStream inflated(InputStream file) throws IOException {
    var in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    var gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new Gunzip(in) : in;
  }

  private static Text text(Opening file, @Nullable String encoding) throws IOException {
    Charset charset;
    try {
      charset = encoding == null ? Encodings.of(() -> bytes(file)) : Encodings.named(encoding);
    } catch (IllegalArgumentException _) {
      throw new Unreadable("unknown_encoding", "There is no encoding " + encoding + ".");
    }
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var counting = new Counting(file.open());
    var reader = new BufferedReader(new InputStreamReader(inflated(counting), decoder), 1 << 16);
    reader.mark(1);
    try {
      if (reader.read() != '\ufeff') {
        reader.reset();
      }
    } catch (CharacterCodingException _) {
      reader.close();
      throw new Unreadable(
          "wrong_encoding", "The file begins with bytes that the encoding does not know.");
    }
    return new Text(reader, counting);
  }
}
