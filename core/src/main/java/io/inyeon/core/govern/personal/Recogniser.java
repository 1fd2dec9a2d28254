package io.inyeon.core.govern.personal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says what a value may tell of a person, by its form alone and, where the form alone says too
/// little, with the help of the field's name. It only proposes: what a field is a person confirms.
public final class Recogniser {
  private static final int LONGEST = 2_000;

  private Recogniser() {}

  /// What a value tells.
  ///
  /// @param field the field's own name, e.g. `receiver_name`; may be empty
  public static Set<PersonalKind> of(String field, String value) {
    var kinds = EnumSet.noneOf(PersonalKind.class);
    if (value.length() > LONGEST || value.length() < 2) {
      return kinds;
    }
    var bare = value.strip();
    if (ForbiddenNumbers.perhaps(value)) {
      ForbiddenNumbers.in(value).forEach(each -> kinds.add(each.kind()));
    }
    if (email(bare)) {
      kinds.add(PersonalKind.EMAIL);
    }
    if (kinds.isEmpty() && phone(bare)) {
      kinds.add(PersonalKind.PHONE);
    }
    if (TruncatedForm.address(bare)) {
      kinds.add(PersonalKind.IP);
    }
    var name = field.toLowerCase(Locale.ROOT);
    if (passport(bare, name)) {
      kinds.add(PersonalKind.PASSPORT);
    }
    if (PostalAddresses.address(bare)) {
      kinds.add(PersonalKind.ADDRESS);
    } else if (!thing(name) && PersonNames.name(bare, person(name))) {
      kinds.add(PersonalKind.NAME);
    }
    return kinds;
  }

  private static final List<String> PEOPLE =
      List.of(
          "name",
          "receiver",
          "recipient",
          "contact",
          "customer",
          "buyer",
          "이름",
          "성명",
          "수령인",
          "받는",
          "주문자",
          "고객명");

  /// Whether a field's name says that it holds the names of people.
  private static boolean person(String field) {
    for (var word : PEOPLE) {
      if (field.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a field's name says that it holds the names of things.
  private static boolean thing(String field) {
    return field.contains("product")
        || field.contains("item")
        || field.contains("brand")
        || field.contains("categor")
        || field.contains("city")
        || field.contains("title")
        || field.contains("상품")
        || field.contains("브랜드")
        || field.contains("지역");
  }

  /// One address anywhere in the text.
  private static boolean email(String text) {
    for (var at = text.indexOf('@'); at > 0; at = text.indexOf('@', at + 1)) {
      var from = at;
      while (from > 0 && local(text.charAt(from - 1))) {
        from--;
      }
      var to = at + 1;
      while (to < text.length() && domain(text.charAt(to))) {
        to++;
      }
      while (to > at + 1 && (text.charAt(to - 1) == '.' || text.charAt(to - 1) == '-')) {
        to--;
      }
      var dot = text.lastIndexOf('.', to - 1);
      if (from < at && dot > at + 1 && to - dot >= 3 && Character.isLetter(text.charAt(to - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean local(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
  }

  private static boolean domain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /// A whole value: of Korea (010-1234-5678, 02-123-4567), or international with a plus.
  private static boolean phone(String text) {
    if (text.length() > 25) {
      return false;
    }
    var digits = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (" -.()".indexOf(c) < 0 && !(c == '+' && i == 0)) {
        return false;
      }
    }
    if (text.startsWith("+")) {
      return digits.length() >= 9 && digits.length() <= 15 && digits.charAt(0) != '0';
    }
    if (text.indexOf('.') >= 0 && grouped(text)) {
      return true;
    }
    return switch (digits.length()) {
      case 11 -> mobile(digits) || (area(digits) && apart(text));
      case 10 -> mobile(digits) || (area(digits) && apart(text)) || grouped(text);
      case 9 -> digits.charAt(0) == '0' && digits.charAt(1) == '2' && apart(text);
      default -> false;
    };
  }

  /// Whether gaps divide it as people write numbers of Korea: the last four digits apart.
  private static boolean apart(String text) {
    var length = text.length();
    return length > 5 && "- .)".indexOf(text.charAt(length - 5)) >= 0;
  }

  /// 02, 031 to 064, 050 and 070 (전기통신번호관리세칙).
  private static boolean area(CharSequence digits) {
    if (digits.charAt(0) != '0') {
      return false;
    }
    var second = digits.charAt(1);
    var third = digits.charAt(2);
    return switch (second) {
      case '2' -> true;
      case '3' -> third >= '1' && third <= '3';
      case '4' -> third >= '1' && third <= '4';
      case '5' -> third <= '5';
      case '6' -> third >= '1' && third <= '4';
      case '7', '8' -> third == '0';
      default -> false;
    };
  }

  private static boolean mobile(CharSequence digits) {
    return digits.charAt(0) == '0' && digits.charAt(1) == '1' && digits.charAt(2) != '2';
  }

  /// (212) 555-0123, 212-555-0123.
  private static boolean grouped(String text) {
    var bare = text.replace("(", "").replace(") ", "-").replace(")", "-").replace('.', '-');
    var parts = bare.replace(' ', '-').split("-", -1);
    return parts.length == 3
        && parts[0].length() == 3
        && parts[1].length() == 3
        && parts[2].length() == 4
        && parts[0].charAt(0) >= '2';
  }

  /// M12345678 or M123A4567 of Korea; others only where the field's name says so.
  private static boolean passport(String text, String field) {
    if (text.length() < 8 || text.length() > 9 || !Character.isUpperCase(text.charAt(0))) {
      return false;
    }
    var named = field.contains("passport") || field.contains("여권");
    var letters = 0;
    for (var i = 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    if (named) {
      return letters <= 1;
    }
    var korean = "MSRGD".indexOf(text.charAt(0)) >= 0 && text.length() == 9;
    return korean && letters == 1 && Character.isUpperCase(text.charAt(4));
  }
}
