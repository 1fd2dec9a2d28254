package io.inyeon.core.govern.personal;

import java.util.Locale;
import java.util.Set;

/// Whether a text reads as where somebody lives: a Korean address by road (도로명주소) or by lot (지번주소),
/// or an English one with a street and a house's number.
final class PostalAddresses {
  private static final Set<String> STREETS =
      Set.of(
          "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rd",
          "drive",
          "dr",
          "lane",
          "ln",
          "court",
          "ct",
          "boulevard",
          "blvd",
          "way",
          "place",
          "pl",
          "terrace",
          "close",
          "crescent",
          "square",
          "parkway",
          "pkwy",
          "circle",
          "cir",
          "highway",
          "hwy",
          "gardens",
          "grove",
          "row",
          "mews");

  /// What a number before a street's name may be followed by and yet be no address.
  private static final int LONGEST = 200;

  private PostalAddresses() {}

  static boolean address(String text) {
    return text.length() >= 8 && text.length() <= LONGEST && (korean(text) || english(text));
  }

  /// A word that ends with 로 or 길 and a number after it, or one that ends with 동, 리 or 가 and a
  /// lot's number; and before it a province, a city, a county or a district.
  private static boolean korean(String text) {
    var words =
        text.replace(",", " ").replace("(", " ").replace(")", " ").strip().split("\\s+", -1);
    var region = 0;
    for (var i = 0; i < words.length; i++) {
      var word = words[i];
      if (region(word)) {
        region++;
        continue;
      }
      var road = road(word);
      var lot = !road && word.length() >= 2 && lot(word);
      if (!road && !lot) {
        continue;
      }
      var numbered = joined(word) || (i + 1 < words.length && number(words[i + 1]));
      if (numbered && region > 0) {
        return true;
      }
      if (lot) {
        region++;
      }
    }
    return false;
  }

  private static final Set<String> PROVINCES =
      Set.of(
          "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북",
          "경남", "제주");

  private static boolean region(String word) {
    if (PROVINCES.contains(word)) {
      return true;
    }
    if (word.length() < 2 || !hangul(word)) {
      return false;
    }
    return switch (word.charAt(word.length() - 1)) {
      case '시', '도', '군', '구', '읍', '면' -> true;
      default -> false;
    };
  }

  /// 테헤란로, 백제고분로45길, 올림픽로300.
  private static boolean road(String word) {
    var at = word.length() - 1;
    while (at > 0 && (digit(word.charAt(at)) || word.charAt(at) == '-')) {
      at--;
    }
    var c = word.charAt(at);
    return at >= 1 && (c == '로' || c == '길') && word.charAt(0) >= '가' && word.charAt(0) <= '힣';
  }

  private static boolean lot(String word) {
    var at = word.length() - 1;
    while (at > 0 && (digit(word.charAt(at)) || word.charAt(at) == '-')) {
      at--;
    }
    var c = word.charAt(at);
    return at >= 1 && (c == '동' || c == '리' || c == '가') && word.charAt(0) >= '가';
  }

  /// Whether the house's number is written on to the word.
  private static boolean joined(String word) {
    return digit(word.charAt(word.length() - 1));
  }

  /// 12, 12-3, 산12-3, 1234번지.
  private static boolean number(String word) {
    var at = word.startsWith("산") || word.startsWith("지하") ? (word.startsWith("산") ? 1 : 2) : 0;
    if (at >= word.length() || !digit(word.charAt(at))) {
      return false;
    }
    var digits = 0;
    while (at < word.length() && (digit(word.charAt(at)) || word.charAt(at) == '-')) {
      digits += digit(word.charAt(at++)) ? 1 : 0;
    }
    var rest = word.substring(at);
    return digits <= 8 && (rest.isEmpty() || rest.equals("번지") || rest.equals("번길"));
  }

  private static boolean hangul(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '가' || word.charAt(i) > '힣') {
        return false;
      }
    }
    return true;
  }

  /// A house's number, one to four words with capitals, and a word for a street, in this order.
  private static boolean english(String text) {
    var words = text.replace(",", " , ").strip().split("\\s+", -1);
    for (var i = 0; i < words.length; i++) {
      if (!house(words[i])) {
        continue;
      }
      for (var j = i + 1; j < words.length && j <= i + 5; j++) {
        var word = words[j];
        if (word.equals(",") || word.isEmpty()) {
          break;
        }
        var plain = word.toLowerCase(Locale.ROOT).replace(".", "");
        if (j > i + 1 && STREETS.contains(plain)) {
          return true;
        }
        var c = word.charAt(0);
        if (!Character.isUpperCase(c) && !digit(c)) {
          break;
        }
      }
    }
    return false;
  }

  private static boolean house(String word) {
    var at = 0;
    while (at < word.length() && digit(word.charAt(at))) {
      at++;
    }
    return at >= 1
        && at <= 5
        && (at == word.length()
            || (at == word.length() - 1 && Character.isLetter(word.charAt(at))));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
