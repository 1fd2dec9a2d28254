package io.inyeon.runtime.personal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
    // As text of one byte a letter it is searched by the vector instructions of the machine.
    var text = new String(json, ISO_8859_1);
    if (text.contains("\\u")) {
      return null;
    }
    var counts = new HashMap<Change, Integer>();
    for (var change : changes) {
      counts.merge(change, 1, Integer::sum);
    }
    var copy = json.clone();
    for (var each : counts.entrySet()) {
      var from = '"' + each.getKey().from() + '"';
      var to = '"' + each.getKey().to() + '"';
      if (to.length() > from.length()) {
        return null;
      }
      var left = each.getValue();
      for (var at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length())) {
        System.arraycopy(to.getBytes(US_ASCII), 0, copy, at, to.length());
        Arrays.fill(copy, at + to.length(), at + from.length(), (byte) ' ');
        left--;
      }
      if (left != 0) {
        return null;
      }
    }
    return copy;
  }
}
