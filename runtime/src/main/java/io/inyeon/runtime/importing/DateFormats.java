package io.inyeon.runtime.importing;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which cell formats of a workbook show a number as a date or a time of the day. A span of hours
/// stays a number.
final class DateFormats {
  /// None at all.
  static final DateFormats NONE = new DateFormats(new BitSet());

  private static final int MOST = 100_000;

  private final BitSet dates;

  private DateFormats(BitSet dates) {
    this.dates = dates;
  }

  /// Reads a workbook's styles.
  static DateFormats read(Markup xml) throws IOException {
    var codes = new HashMap<Integer, String>();
    var dates = new BitSet();
    var format = 0;
    var ofCells = false;
    for (var begins = xml.next(); begins != null; begins = xml.next()) {
      if (xml.is("cellXfs")) {
        ofCells = begins;
      } else if (begins && xml.is("numFmt") && codes.size() < MOST) {
        var code = xml.attribute("formatCode");
        if (code != null) {
          codes.put(SheetRows.number(xml.attribute("numFmtId"), -1), code);
        }
      } else if (begins && ofCells && xml.is("xf") && format < MOST) {
        dates.set(format++, date(SheetRows.number(xml.attribute("numFmtId"), 0), codes));
      }
    }
    return new DateFormats(dates);
  }

  /// Whether a cell's format is one.
  boolean date(@Nullable String format) {
    var number = SheetRows.number(format, 0);
    return number >= 0 && dates.get(number);
  }

  /// Formats below 164 are built in (ECMA-376 part 1, §18.8.30); those of East Asia, too.
  private static boolean date(int id, Map<Integer, String> codes) {
    var code = codes.get(id);
    return code == null
        ? (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
        : shows(code);
  }

  /// Whether a format shows days or hours: it has their letters outside of quotes and brackets.
  private static boolean shows(String code) {
    var quoted = false;
    var bracket = false;
    for (var i = 0; i < code.length(); i++) {
      var c = Character.toLowerCase(code.charAt(i));
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracket = c == '[';
      } else if (!quoted && !bracket && (c == 'y' || c == 'd' || c == 'h')) {
        return true;
      }
    }
    return false;
  }
}
