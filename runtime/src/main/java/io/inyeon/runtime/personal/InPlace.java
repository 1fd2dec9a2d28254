package io.inyeon.runtime.personal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.inyeon.core.govern.personal.Addresses.Change;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes other texts into the bytes of a document, in the places of those that stand there: blanks
/// follow the closing quote where a text became shorter.
final class InPlace {
  private InPlace() {}

  /// The bytes after; `null` when it cannot be done so that they say exactly the changes: a text is
  /// written with escapes, stands elsewhere too, or becomes longer.
  static byte @Nullable [] written(byte[] json, List<Change> changes) {
    if (escapes(json)) {
      return null;
    }
    var counts = new HashMap<Change, Integer>();
    for (var change : changes) {
      counts.merge(change, 1, Integer::sum);
    }
    var copy = json.clone();
    for (var each : counts.entrySet()) {
      var from = quoted(each.getKey().from());
      var to = quoted(each.getKey().to());
      if (to.length > from.length) {
        return null;
      }
      var left = each.getValue();
      for (var at = find(json, from, 0); at >= 0; at = find(json, from, at + from.length)) {
        System.arraycopy(to, 0, copy, at, to.length);
        Arrays.fill(copy, at + to.length, at + from.length, (byte) ' ');
        left--;
      }
      if (left != 0) {
        return null;
      }
    }
    return copy;
  }

  private static byte[] quoted(String text) {
    return ('"' + text + '"').getBytes(US_ASCII);
  }

  private static boolean escapes(byte[] json) {
    for (var i = 0; i + 1 < json.length; i++) {
      if (json[i] == '\\' && json[i + 1] == 'u') {
        return true;
      }
    }
    return false;
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (var at = from; at + what.length <= in.length; at++) {
      var i = 0;
      while (i < what.length && in[at + i] == what[i]) {
        i++;
      }
      if (i == what.length) {
        return at;
      }
    }
    return -1;
  }
}
