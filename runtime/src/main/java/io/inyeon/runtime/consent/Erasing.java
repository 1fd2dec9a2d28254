package io.inyeon.runtime.consent;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The numbers that an erasure names, as runs: `3-5,9`.
final class Erasing {
  private Erasing() {}

  static String written(Collection<Long> ascending) {
    var text = new StringBuilder();
    var from = -1L;
    var to = -1L;
    for (var number : ascending) {
      if (number == to + 1 && from >= 0) {
        to = number;
        continue;
      }
      run(text, from, to);
      from = number;
      to = number;
    }
    run(text, from, to);
    return text.toString();
  }

  private static void run(StringBuilder text, long from, long to) {
    if (from >= 0) {
      text.append(text.isEmpty() ? "" : ",").append(from).append(from == to ? "" : "-" + to);
    }
  }

  /// Reads them from an erasure's payload; none when it names none.
  static List<Long> numbers(byte[] payload) {
    var numbers = new ArrayList<Long>();
    if (JsonReader.event(payload) instanceof Value.Fields fields && fields.text("erased") != null) {
      for (var run : String.valueOf(fields.text("erased")).split(",", -1)) {
        var ends = run.split("-", 2);
        if (!ends[0].matches("\\d{1,18}") || !ends[ends.length - 1].matches("\\d{1,18}")) {
          return List.of();
        }
        for (var n = Long.parseLong(ends[0]); n <= Long.parseLong(ends[ends.length - 1]); n++) {
          if (numbers.size() > Frame.LONGEST) {
            return List.of();
          }
          numbers.add(n);
        }
      }
    }
    return numbers;
  }
}
