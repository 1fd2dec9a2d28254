package io.inyeon.core.unify;

import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// When a person was born, at the latest, as far as their traits say.
///
/// Fails closed: of several dates the youngest counts, of a year or a month its last day, and of an
/// age said once that the person had just turned it. What cannot be read says nothing.
final class BirthDate {
  private static final List<String> DATES =
      List.of(
          "birthday",
          "birthDate",
          "birth_date",
          "birthdate",
          "dateOfBirth",
          "date_of_birth",
          "dob");

  private static final String AGE = "age";
  private static final int OLDEST = 150;

  private BirthDate() {}

  /// The latest date that is said; `null` when none is.
  static @Nullable LocalDate latest(SortedMap<String, Trait> traits) {
    LocalDate latest = null;
    for (var name : DATES) {
      var trait = traits.get(name);
      if (trait != null) {
        latest = later(latest, date(trait.value()));
        for (var other : trait.others()) {
          latest = later(latest, date(other.value()));
        }
      }
    }
    var age = traits.get(AGE);
    if (age != null) {
      latest = later(latest, born(age.value(), age.time()));
      for (var other : age.others()) {
        latest = later(latest, born(other.value(), other.time()));
      }
    }
    return latest;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable LocalDate date(Value value) {
    return switch (value) {
      case Value.Time(var time) -> LocalDate.ofInstant(time, ZoneOffset.UTC);
      case Value.Text(var text) -> date(text.strip());
      case Value.Decimal(var number) when whole(number) -> date(number.toBigInteger().toString());
      // Survivorship of all values: the youngest of them.
      case Value.Items(var items) -> {
        LocalDate latest = null;
        for (var item : items) {
          latest = later(latest, date(item));
        }
        yield latest;
      }
      case Value.Fields(var parts) -> parts(parts);
      case Value.Decimal _, Value.Truth _, Value.Nothing _ -> null;
    };
  }

  private static boolean whole(BigDecimal number) {
    return number.precision() - number.scale() <= 8
        && number.scale() < 20
        && number.scale() > -8
        && number.stripTrailingZeros().scale() <= 0;
  }

  private static @Nullable LocalDate parts(Map<String, Value> parts) {
    var day = new StringBuilder();
    for (var name : List.of("year", "month", "day")) {
      if (!(parts.get(name) instanceof Value.Decimal(var number)) || !whole(number)) {
        return null;
      }
      var digits = number.toBigInteger().toString();
      day.append(digits.length() == 1 ? "0" : "").append(digits);
    }
    return date(day.toString());
  }

  /// Year, month and day, or what there is of it, with or without `-`, `.` or `/` between.
  private static @Nullable LocalDate date(String text) {
    var parts = text.length() > 11 ? "" : text.replaceAll("[-./]", "");
    var plain =
        parts.length() % 2 == 0
            && parts.length() >= 4
            && parts.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain) {
      var instant = text.length() > 10 ? Timestamps.read(text) : Timestamps.UNREADABLE;
      return instant == Timestamps.UNREADABLE
          ? null
          : LocalDate.ofInstant(Instant.ofEpochMilli(instant), ZoneOffset.UTC);
    }
    try {
      var year = Integer.parseInt(parts.substring(0, 4));
      return switch (parts.length()) {
        case 4 -> LocalDate.of(year, 12, 31);
        case 6 -> YearMonth.of(year, Integer.parseInt(parts.substring(4))).atEndOfMonth();
        case 8 ->
            LocalDate.of(
                year,
                Integer.parseInt(parts.substring(4, 6)),
                Integer.parseInt(parts.substring(6)));
        default -> null;
      };
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static @Nullable LocalDate born(Value age, long said) {
    var number =
        switch (age) {
          case Value.Decimal(var decimal) when whole(decimal) -> decimal.intValue();
          case Value.Text(var text) when text.strip().matches("\\d{1,3}") ->
              Integer.parseInt(text.strip());
          default -> -1;
        };
    return number < 0 || number > OLDEST
        ? null
        : LocalDate.ofInstant(Instant.ofEpochMilli(said), ZoneOffset.UTC).minusYears(number);
  }
}
