package io.inyeon.core.govern.normal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A day in the form of ISO 8601, `2026-11-23`.
public final class DateForm {
  private static final int LONGEST = 30;

  private DateForm() {}

  /// In which order day, month and year stand where the year does not come first.
  public enum Order {
    DAY_MONTH,
    MONTH_DAY,
    /// Nobody knows: only what begins with the year is read.
    UNKNOWN;

    /// By what is written: `dmy`, `mdy`; `null` for anything else.
    public static @Nullable Order of(String written) {
      return switch (written.toLowerCase(Locale.ROOT)) {
        case "dmy" -> DAY_MONTH;
        case "mdy" -> MONTH_DAY;
        default -> null;
      };
    }
  }

  /// In the one form; `null` for what is no day. `2026.11.23.`, `2026년 11월 23일`, `20261123`,
  /// `2026/1/5`, and by the order `23/11/2026` or `11/23/2026`.
  public static @Nullable String of(String written, Order order) {
    if (written.length() > LONGEST) {
      return null;
    }
    var numbers = new int[3];
    var lengths = new int[3];
    var count = 0;
    var inside = false;
    for (var c : Plain.of(written).toCharArray()) {
      if (c >= '0' && c <= '9') {
        if (!inside) {
          if (count == 3) {
            return null;
          }
          count++;
        }
        inside = true;
        if (++lengths[count - 1] > 8) {
          return null;
        }
        numbers[count - 1] = 10 * numbers[count - 1] + (c - '0');
      } else if ("-./년월일 ".indexOf(c) >= 0) {
        inside = false;
      } else {
        return null;
      }
    }
    if (count == 1 && lengths[0] == 8) {
      return day(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100);
    }
    if (count != 3) {
      return null;
    }
    if (lengths[0] == 4) {
      return day(numbers[0], numbers[1], numbers[2]);
    }
    if (lengths[2] != 4) {
      return null;
    }
    return switch (order) {
      case DAY_MONTH -> day(numbers[2], numbers[1], numbers[0]);
      case MONTH_DAY -> day(numbers[2], numbers[0], numbers[1]);
      case UNKNOWN -> null;
    };
  }

  private static @Nullable String day(int year, int month, int day) {
    if (year < 1800 || year > 2200) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day).toString();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
