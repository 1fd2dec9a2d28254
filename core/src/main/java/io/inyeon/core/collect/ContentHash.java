package io.inyeon.core.collect;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names an event that came without a messageId by what it says, so that the same event sent again
/// is known again.
///
/// SHA-256 over the parsed value, the first 128 bits in hex. The order of fields, the spelling of
/// numbers and white space do not count; neither do `sentAt` and `writeKey`, which change when an
/// event is sent again, nor whether the kind of call was said by the endpoint or by `type`.
public final class ContentHash {
  private static final Set<String> OF_THE_REQUEST = Set.of("sentAt", "writeKey", "type");
  // What lies deeper counts as one: the edge cuts events off at this depth anyway.
  private static final int MAX_DEPTH = 64;

  private byte[] bytes = new byte[1024];
  private int length;

  private ContentHash() {}

  static String of(Value.Fields event, @Nullable Call call) {
    var hash = new ContentHash();
    hash.text(call == null ? "" : call.name());
    hash.fields(event, 0, call == null ? Set.of("sentAt", "writeKey") : OF_THE_REQUEST);
    return "content-" + hash.digest();
  }

  /// The first 128 bits, in hex, of what any value says.
  public static String of(Value value) {
    var hash = new ContentHash();
    hash.value(value, 0);
    return hash.digest();
  }

  private String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  // Every value begins with its kind and says its size or its end, so that no two values give the
  // same bytes.
  private void value(Value value, int depth) {
    switch (value) {
      case Value.Text(var text) -> text(text);
      case Value.Decimal(var number) -> {
        var plain = number.stripTrailingZeros();
        tag('d', plain.scale());
        var digits = plain.unscaledValue().toByteArray();
        tag('n', digits.length);
        append(digits);
      }
      case Value.Truth(var truth) -> tag('b', truth ? 1 : 0);
      case Value.Time(var time) -> text(time.toString());
      case Value.Items(var items) -> {
        tag('[', items.size());
        for (var item : depth < MAX_DEPTH ? items : List.<Value>of()) {
          value(item, depth + 1);
        }
      }
      case Value.Fields fields -> fields(fields, depth, Set.of());
      case Value.Nothing _ -> tag('0', 0);
    }
  }

  private void fields(Value.Fields fields, int depth, Set<String> except) {
    var names = fields.values().keySet().toArray(String[]::new);
    Arrays.sort(names);
    tag('{', 0);
    if (depth >= MAX_DEPTH) {
      return;
    }
    for (var name : names) {
      if (!except.contains(name)) {
        text(name);
        var value = fields.values().get(name);
        value(value == null ? Value.Nothing.NOTHING : value, depth + 1);
      }
    }
    tag('}', 0);
  }

  /// Writes UTF-8, but a surrogate by itself keeps its own three bytes: nothing is lost.
  private void text(String text) {
    tag('t', text.length());
    room(3 * text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        if (c < 0x800) {
          bytes[length++] = (byte) (0xC0 | (c >> 6));
        } else {
          bytes[length++] = (byte) (0xE0 | (c >> 12));
          bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      }
    }
  }

  private void tag(char kind, int number) {
    room(5);
    bytes[length++] = (byte) kind;
    for (var shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (number >> shift);
    }
  }

  private void append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
