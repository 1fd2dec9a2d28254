package io.inyeon.runtime.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Finds out in which encoding a text is written.
///
/// A byte order mark says it; bytes of zero betray UTF-16; what is valid UTF-8 to its end is UTF-8;
/// what is valid CP949 (of which EUC-KR is a part) to its end is CP949. Anything else must be
/// named.
final class Encodings {
  private static final Charset CP949 = Charset.forName("x-windows-949");

  private Encodings() {}

  /// Opens the same bytes again.
  @FunctionalInterface
  interface Bytes {
    InputStream open() throws IOException;
  }

  /// The character set of a name; Korean ones mean the widest that holds them.
  ///
  /// @throws IllegalArgumentException when there is none
  static Charset named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "euc-kr", "euckr", "cp949", "ms949", "uhc", "ks_c_5601-1987" -> CP949;
      default -> Charset.forName(name);
    };
  }

  static Charset of(Bytes bytes) throws IOException {
    byte[] start;
    try (var in = bytes.open()) {
      start = in.readNBytes(4_096);
    }
    if (start.length >= 2) {
      var first = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
      if (first == 0xFFFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (first == 0xFEFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    var zeros = new int[2];
    for (var i = 0; i < start.length; i++) {
      zeros[i % 2] += start[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > 0) {
      return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    for (var charset : new Charset[] {StandardCharsets.UTF_8, CP949}) {
      if (holds(bytes, charset)) {
        return charset;
      }
    }
    throw new Unreadable(
        "unknown_encoding",
        "The text is neither UTF-8 nor UTF-16 nor CP949: name its encoding in the map.");
  }

  private static boolean holds(Bytes bytes, Charset charset) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var from = ByteBuffer.allocate(1 << 16);
    var to = CharBuffer.allocate(1 << 16);
    try (var in = bytes.open()) {
      for (var read = 0; read >= 0; ) {
        read = in.read(from.array(), from.position(), from.remaining());
        from.position(from.position() + Math.max(0, read)).flip();
        to.clear();
        if (decoder.decode(from, to, read < 0).isError()) {
          return false;
        }
        from.compact();
      }
    }
    return true;
  }
}
