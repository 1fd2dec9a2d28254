package io.inyeon.core.govern.personal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the numbers that are never kept, of cards and of residents, in the bytes of a text: of a
/// JSON document, whole or broken, or of any other.
///
/// One pass over the bytes. Nearly all of them are passed over by one look into a table; digits are
/// counted through what people write between them (blanks, dashes, dots; also as JSON escapes, as
/// `%20`, and full-width), and only where thirteen or more come together is anything looked at.
public final class ForbiddenNumbers {
  private static final int FEWEST = 13;
  private static final int MOST_BETWEEN = 3;

  /// How far before a number a word may stand that says what it is.
  private static final int BEFORE = 80;

  private static final byte[][] RESIDENT_WORDS =
      words(
          "주민",
          "외국인등록",
          "resident",
          "rrn",
          "jumin",
          "ssn",
          // The first two as JSON escapes.
          "\\uc8fc\\ubbfc",
          "\\uc678\\uad6d\\uc778\\ub4f1\\ub85d");

  private static final byte PASSED = 0;
  private static final byte DIGIT = 1;
  private static final byte PERHAPS = 2;
  private static final byte[] LOOK = look();

  private final byte[] bytes;
  private final int end;
  private final List<Found> found = new ArrayList<>();

  private byte[] digits = new byte[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  /// By which group a digit stands: the number of the group's first digit.
  private int[] groups = new int[8];

  private byte[] gaps = new byte[8];
  private int digitCount;
  private int groupCount;

  private ForbiddenNumbers(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /// A number that was found.
  ///
  /// @param from its first byte
  /// @param to the byte after its last
  /// @param hidden where the digits stand that are hidden: first bytes and the bytes after the
  ///   last, by turns. Of a card all but the last four, of a resident number all but the date of
  ///   birth
  public record Found(PersonalKind kind, int from, int to, List<Integer> hidden) {
    public Found {
      hidden = List.copyOf(hidden);
    }
  }

  /// All that are in these bytes, in their order; mostly none.
  public static List<Found> in(byte[] bytes) {
    return in(bytes, 0, bytes.length);
  }

  /// All that are in a part of these bytes.
  public static List<Found> in(byte[] bytes, int from, int to) {
    ForbiddenNumbers scan = null;
    var at = from;
    while (at < to) {
      var look = LOOK[bytes[at] & 0xFF];
      if (look == PASSED) {
        at++;
        continue;
      }
      if (look == PERHAPS && !digit(token(bytes, at, to))) {
        // Of an escape no digit is one of the text's: many libraries write Korean so.
        at += bytes[at] == '\\' ? escape(bytes, at, to) : 1;
        continue;
      }
      // Digits: how many, and how far.
      var count = 0;
      var next = at;
      var last = at;
      var between = 0;
      while (next < to) {
        var b = bytes[next];
        if (b >= '0' && b <= '9') {
          count++;
          last = ++next;
          between = 0;
          continue;
        }
        var token = token(bytes, next, to);
        if (digit(token)) {
          count++;
          next += length(token);
          last = next;
          between = 0;
        } else if (token != 0 && ++between <= MOST_BETWEEN) {
          next += length(token);
        } else {
          break;
        }
      }
      if (count >= FEWEST) {
        if (scan == null) {
          scan = new ForbiddenNumbers(bytes, to);
        }
        scan.look(at, last);
      }
      at = last;
    }
    return scan == null ? List.of() : List.copyOf(scan.found);
  }

  /// All that are in a text.
  public static List<Found> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- what stands at a place: a digit, something between digits, or neither

  private static final int BETWEEN = 0x100;
  private static final int A_DIGIT = 0x200;

  private static boolean digit(int token) {
    return (token & A_DIGIT) != 0;
  }

  private static int length(int token) {
    return token & 0xF;
  }

  private static int value(int token) {
    return token >>> 4 & 0xF;
  }

  /// 0 for neither; else how many bytes, and the digit's value or what stands between.
  private static int token(byte[] bytes, int at, int end) {
    var b = bytes[at] & 0xFF;
    if (b >= '0' && b <= '9') {
      return A_DIGIT | (b - '0') << 4 | 1;
    }
    return switch (b) {
      case ' ', '+' -> BETWEEN | BLANK << 4 | 1;
      case '-' -> BETWEEN | DASH << 4 | 1;
      case '.' -> BETWEEN | DOT << 4 | 1;
      case '%' -> percent(bytes, at, end);
      case '\\' -> escaped(bytes, at, end);
      case 0xC2 -> at + 1 < end && bytes[at + 1] == (byte) 0xA0 ? BETWEEN | BLANK << 4 | 2 : 0;
      case 0xE2, 0xE3, 0xEF -> at + 2 < end ? wide(b, bytes[at + 1], bytes[at + 2]) : 0;
      default -> 0;
    };
  }

  private static final int BLANK = 1;
  private static final int DASH = 2;
  private static final int DOT = 3;

  private static int percent(byte[] bytes, int at, int end) {
    if (at + 2 >= end || bytes[at + 1] != '2') {
      return 0;
    }
    return switch (bytes[at + 2]) {
      case '0' -> BETWEEN | BLANK << 4 | 3;
      case 'D', 'd' -> BETWEEN | DASH << 4 | 3;
      default -> 0;
    };
  }

  private static int escaped(byte[] bytes, int at, int end) {
    var unit = unit(bytes, at, end);
    return unit < 0 ? 0 : character(unit, 6);
  }

  /// How many bytes an escape takes.
  private static int escape(byte[] bytes, int at, int end) {
    if (at + 1 < end && bytes[at + 1] == '\\') {
      return 2;
    }
    return unit(bytes, at, end) < 0 ? 1 : 6;
  }

  /// The UTF-16 unit that an escape says; -1 for another or none.
  private static int unit(byte[] bytes, int at, int end) {
    if (at + 5 >= end || bytes[at] != '\\' || bytes[at + 1] != 'u') {
      return -1;
    }
    var unit = 0;
    for (var i = at + 2; i < at + 6; i++) {
      var hex = Character.digit(bytes[i], 16);
      if (hex < 0) {
        return -1;
      }
      unit = unit << 4 | hex;
    }
    return unit;
  }

  private static int wide(int first, byte second, byte third) {
    return character((first & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F), 3);
  }

  private static int character(int c, int length) {
    if (c >= '0' && c <= '9') {
      return A_DIGIT | (c - '0') << 4 | length;
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
      return A_DIGIT | (c - 0xFF10) << 4 | length;
    }
    if (c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) {
      return BETWEEN | BLANK << 4 | length;
    }
    if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D) {
      return BETWEEN | DASH << 4 | length;
    }
    return c == '.' || c == 0xFF0E ? BETWEEN | DOT << 4 | length : 0;
  }

  private static byte[] look() {
    var look = new byte[256];
    for (var i = '0'; i <= '9'; i++) {
      look[i] = DIGIT;
    }
    look['\\'] = PERHAPS;
    look[0xEF] = PERHAPS;
    return look;
  }

  // ---- digits that come together

  private void look(int from, int to) {
    digitCount = 0;
    groupCount = 0;
    var gap = 0;
    var at = from;
    while (at < to) {
      var token = token(bytes, at, end);
      if (digit(token)) {
        if (digitCount == 0 || gap != 0) {
          group(gap);
          gap = 0;
        }
        add((byte) value(token), at, at + length(token));
      } else {
        // Of several the strongest says how they are apart.
        gap = Math.max(gap, value(token));
      }
      at += length(token);
    }
    for (var group = 0; group < groupCount; ) {
      group += found(group);
    }
  }

  private void group(int gap) {
    if (groupCount == groups.length) {
      groups = Arrays.copyOf(groups, 2 * groupCount);
      gaps = Arrays.copyOf(gaps, 2 * groupCount);
    }
    groups[groupCount] = digitCount;
    gaps[groupCount++] = (byte) gap;
  }

  private void add(byte digit, int from, int to) {
    if (digitCount == digits.length) {
      digits = Arrays.copyOf(digits, 2 * digitCount);
      starts = Arrays.copyOf(starts, 2 * digitCount);
      ends = Arrays.copyOf(ends, 2 * digitCount);
    }
    digits[digitCount] = digit;
    starts[digitCount] = from;
    ends[digitCount++] = to;
  }

  /// How many digits a group has; 0 where there is none.
  private int size(int group) {
    return group >= groupCount
        ? 0
        : (group + 1 < groupCount ? groups[group + 1] : digitCount) - groups[group];
  }

  private int gap(int group) {
    return group < groupCount ? gaps[group] : 0;
  }

  /// Looks at what begins with a group.
  ///
  /// @return how many groups are done with
  private int found(int group) {
    var first = groups[group];
    var size = size(group);
    if (size == 6
        && size(group + 1) == 7
        && gap(group + 1) != DOT
        && apart(first, gap(group + 1))) {
      add(PersonalKind.RESIDENT_NUMBER, first, ResidentNumber.DIGITS, 6, 13);
      return 2;
    }
    var grouped = grouped(group);
    if (grouped > 0) {
      var length = 0;
      for (var i = 0; i < grouped; i++) {
        length += size(group + i);
      }
      if (CardNumber.grouped(digits, first, length)) {
        add(PersonalKind.CARD, first, length, 0, length - 4);
        return grouped;
      }
    }
    if (size < FEWEST || size > 19 || !alone(group)) {
      return 1;
    }
    var zeros = gap(group + 1) == DOT ? size(group + 1) : 0; // 4111111111111111.0
    if (size == ResidentNumber.DIGITS && resident(first)) {
      add(PersonalKind.RESIDENT_NUMBER, first, size + zeros, 6, 13);
    } else if (CardNumber.bare(digits, first, size)) {
      add(PersonalKind.CARD, first, size + zeros, 0, size - 4);
    }
    return 1;
  }

  /// How many groups from this one on are written as a card's number is; 0 for none.
  private int grouped(int group) {
    if (size(group) != 4) {
      return 0;
    }
    if (size(group + 1) == 6 && (size(group + 2) == 5 || size(group + 2) == 4)) {
      return gap(group + 1) == gap(group + 2) ? 3 : 0;
    }
    if (size(group + 1) != 4 || size(group + 2) != 4 || size(group + 3) != 4) {
      return 0;
    }
    var same = gap(group + 1) == gap(group + 2) && gap(group + 2) == gap(group + 3);
    return !same ? 0 : size(group + 4) == 3 && gap(group + 4) == gap(group + 1) ? 5 : 4;
  }

  /// Whether a group is a number of its own: no fraction, no part of a name or of hex digits.
  private boolean alone(int group) {
    var first = groups[group];
    var last = first + size(group) - 1;
    if (gap(group) == DOT) {
      return false;
    }
    if (gap(group + 1) == DOT) {
      for (var i = last + 1; i < last + 1 + size(group + 1); i++) {
        if (digits[i] != 0) {
          return false;
        }
      }
    }
    return !letterBefore(starts[first]) && !(ends[last] < end && letter(bytes[ends[last]]));
  }

  private boolean letterBefore(int at) {
    var unit = at < 6 ? -1 : unit(bytes, at - 6, at);
    if (unit >= 0) {
      return unit < 0x80 && letter((byte) unit);
    }
    if (at == 0 || !letter(bytes[at - 1])) {
      return false;
    }
    // The n of a line break that is written \n is no letter.
    var escape = at > 1 && bytes[at - 2] == '\\';
    return !(escape && "nrtbf".indexOf(bytes[at - 1]) >= 0);
  }

  private static boolean letter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /// Six and seven digits apart. With a dash that form is enough, since of those issued after
  /// September 2020 there is nothing to check; nobody is so old that the day is more likely a
  /// recent one, as of an order's number.
  private boolean apart(int first, int gap) {
    return ResidentNumber.dated(digits, first)
        && (ResidentNumber.checked(digits, first)
            || said(first)
            || (gap == DASH
                && !ResidentNumber.veryOld(digits, first)
                && !ResidentNumber.company(digits, first)));
  }

  /// Thirteen digits together.
  private boolean resident(int first) {
    return ResidentNumber.dated(digits, first)
        && (said(first)
            || (!ResidentNumber.perhapsTime(digits, first)
                && !ResidentNumber.article(digits, first)
                && ResidentNumber.checked(digits, first)));
  }

  /// Whether a word before the number says that it is a resident's.
  private boolean said(int first) {
    var from = Math.max(0, starts[first] - BEFORE);
    for (var word : RESIDENT_WORDS) {
      if (stands(word, from, starts[first])) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(byte[] word, int from, int to) {
    for (var at = from; at + word.length <= to; at++) {
      var i = 0;
      while (i < word.length && lower(bytes[at + i]) == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  private void add(PersonalKind kind, int first, int length, int hideFrom, int hideTo) {
    var hidden = new ArrayList<Integer>();
    for (var i = first + hideFrom; i < first + hideTo; i++) {
      hidden.add(starts[i]);
      hidden.add(ends[i]);
    }
    found.add(new Found(kind, starts[first], ends[first + length - 1], hidden));
  }

  private static byte[][] words(String... words) {
    var all = new byte[words.length][];
    for (var i = 0; i < words.length; i++) {
      all[i] = words[i].getBytes(StandardCharsets.UTF_8);
    }
    return all;
  }

  /// The text with all such numbers hidden; the same object when it holds none.
  public static String masked(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var found = in(bytes);
    if (found.isEmpty()) {
      return text;
    }
    found.forEach(each -> hide(bytes, each));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Writes `*` over the digits that are hidden; as many bytes as before.
  public static void hide(byte[] bytes, Found each) {
    for (var i = 0; i + 1 < each.hidden().size(); i += 2) {
      Arrays.fill(bytes, each.hidden().get(i), each.hidden().get(i + 1), (byte) '*');
    }
  }

  /// Whether a text may hold one at all: a cheap look that never says no wrongly.
  public static boolean perhaps(@Nullable String text) {
    if (text == null || text.length() < FEWEST) {
      return false;
    }
    var count = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19)) {
        count++;
      }
    }
    return count >= FEWEST;
  }
}
