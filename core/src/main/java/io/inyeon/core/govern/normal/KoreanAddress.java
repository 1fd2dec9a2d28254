package io.inyeon.core.govern.normal;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Korean address, by road (도로명주소법) or by lot (지번), in its parts and in one form.
///
/// @param postcode five digits; empty where none is written
/// @param province 시·도 by its full name; empty where none is written
/// @param city 시·군·구, and 읍·면 after it
/// @param road of an address by road its name, 테헤란로8길; else empty
/// @param lot of an address by lot the 동·리·가; else empty
/// @param number of the building on the road, or of the lot: 152, 12-3, 산12-3
/// @param detail what stands behind: building, floor, room
/// @param note what stands in brackets
public record KoreanAddress(
    String postcode,
    String province,
    String city,
    String road,
    String lot,
    String number,
    String detail,
    String note) {
  private static final int LONGEST = 300;

  private static final Map<String, String> PROVINCES = provinces();

  private static Map<String, String> provinces() {
    var all = new LinkedHashMap<String, String>();
    for (var each :
        new String[] {
          "서울특별시 서울 서울시",
          "부산광역시 부산 부산시",
          "대구광역시 대구 대구시",
          "인천광역시 인천 인천시",
          "광주광역시 광주",
          "대전광역시 대전 대전시",
          "울산광역시 울산 울산시",
          "세종특별자치시 세종 세종시",
          "경기도 경기",
          "강원특별자치도 강원 강원도",
          "충청북도 충북",
          "충청남도 충남",
          "전북특별자치도 전북 전라북도",
          "전라남도 전남",
          "경상북도 경북",
          "경상남도 경남",
          "제주특별자치도 제주 제주도"
        }) {
      var names = each.split(" ", -1);
      for (var name : names) {
        all.put(name, names[0]);
      }
    }
    return Map.copyOf(all);
  }

  /// Reads one; `null` for what is none.
  public static @Nullable KoreanAddress of(String written) {
    return written.length() > LONGEST ? null : new Reading(Plain.of(written)).address();
  }

  /// In one form: `서울특별시 강남구 테헤란로 152, 5층 (역삼동)`; the postcode stands apart.
  public String text() {
    var text = new StringBuilder();
    for (var part : List.of(province, city, road, lot, number)) {
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(part);
      }
    }
    if (!detail.isEmpty()) {
      text.append(", ").append(detail);
    }
    if (!note.isEmpty()) {
      text.append(" (").append(note).append(')');
    }
    return text.toString();
  }

  /// As fields: `kind` is `road` or `lot`; parts that are not written are left out.
  public Value.Fields fields() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("kind", new Value.Text(road.isEmpty() ? "lot" : "road"));
    put(fields, "postcode", postcode);
    put(fields, "province", province);
    put(fields, "city", city);
    put(fields, "road", road);
    put(fields, "lot", lot);
    put(fields, "number", number);
    put(fields, "detail", detail);
    put(fields, "note", note);
    fields.put("text", new Value.Text(text()));
    return new Value.Fields(fields);
  }

  private static void put(Map<String, Value> fields, String name, String part) {
    if (!part.isEmpty()) {
      fields.put(name, new Value.Text(part));
    }
  }

  /// Goes through the words of one.
  private static final class Reading {
    private final List<String> words = new ArrayList<>();
    private String postcode = "";
    private String note = "";
    private int at;

    Reading(String plain) {
      var rest = plain;
      for (var open = rest.indexOf('('); open >= 0; open = rest.indexOf('(')) {
        var close = rest.indexOf(')', open);
        if (close < 0) {
          break;
        }
        var inside = rest.substring(open + 1, close).strip();
        rest = rest.substring(0, open) + " " + rest.substring(close + 1);
        if (Plain.digits(inside) && inside.length() == 5) {
          postcode = inside;
        } else if (!inside.equals("우")) {
          note = note.isEmpty() ? inside : note + ", " + inside;
        }
      }
      for (var word : rest.replace(",", " , ").replace("[", " ").replace("]", " ").split(" ", -1)) {
        var bare = word.startsWith("우)") ? word.substring(2) : word;
        if (bare.isEmpty()) {
          continue;
        }
        if (postcode.isEmpty() && words.isEmpty() && bare.length() == 5 && Plain.digits(bare)) {
          postcode = bare;
        } else {
          words.add(bare);
        }
      }
      // Behind the address it stands alone, too.
      var last = words.isEmpty() ? "" : words.getLast();
      if (postcode.isEmpty() && words.size() > 3 && last.length() == 5 && Plain.digits(last)) {
        postcode = words.removeLast();
      }
    }

    private String word() {
      return at < words.size() ? words.get(at) : "";
    }

    @Nullable KoreanAddress address() {
      var province = PROVINCES.getOrDefault(word(), "");
      if (!province.isEmpty()) {
        at++;
      }
      var city = new StringBuilder();
      while (Plain.hangul(word()) && word().length() >= 2 && "시군구읍면".indexOf(lastOf(word())) >= 0) {
        city.append(city.isEmpty() ? "" : " ").append(word());
        at++;
      }
      if (province.isEmpty() && city.isEmpty()) {
        return null;
      }
      var road = road();
      var lot = road.isEmpty() ? lot() : "";
      if (road.isEmpty() && lot.isEmpty()) {
        return null;
      }
      var number = number();
      if (number.isEmpty()) {
        return null;
      }
      return new KoreanAddress(
          postcode, province, city.toString(), road, lot, number, detail(), note);
    }

    private static char lastOf(String word) {
      return word.charAt(word.length() - 1);
    }

    /// How many characters a number at the end of a word has.
    private static int tail(String word) {
      var from = word.length();
      while (from > 0
          && (Character.isDigit(word.charAt(from - 1)) || word.charAt(from - 1) == '-')) {
        from--;
      }
      return word.length() - from;
    }

    /// A road's name; a number that is written on to it is a word of its own from here on.
    private String road() {
      var word = word();
      var tail = tail(word);
      var name = word.substring(0, word.length() - tail);
      if (name.length() < 2 || "로길".indexOf(lastOf(name)) < 0 || !letterFirst(name)) {
        return "";
      }
      at++;
      if (tail > 0) {
        words.add(at, word.substring(name.length()));
        return name;
      }
      // 월드컵북로 54길 is one road.
      var next = word();
      if (lastOf(name) == '로' && next.endsWith("길") && tailed(next)) {
        at++;
        return name + next;
      }
      return name;
    }

    private static boolean letterFirst(String name) {
      return name.charAt(0) >= '가' && name.charAt(0) <= '힣';
    }

    /// 54길, 12번길, 3가길.
    private static boolean tailed(String word) {
      return word.length() > 1 && Character.isDigit(word.charAt(0));
    }

    private String lot() {
      var word = word();
      var tail = tail(word);
      var name = word.substring(0, word.length() - tail);
      if (name.length() < 2 || "동리가".indexOf(lastOf(name)) < 0 || !letterFirst(name)) {
        return "";
      }
      at++;
      if (tail > 0) {
        words.add(at, word.substring(name.length()));
      }
      return name;
    }

    /// 152, 12-3, 산 12-3, 지하 15, 736번지.
    private String number() {
      var before = "";
      if (word().equals("산") || word().equals("지하")) {
        before = word();
        at++;
      } else if (word().startsWith("산") || word().startsWith("지하")) {
        before = word().startsWith("산") ? "산" : "지하";
      }
      var word =
          before.isEmpty() || !word().startsWith(before)
              ? word()
              : word().substring(before.length());
      var bare = word.endsWith("번지") ? word.substring(0, word.length() - 2) : word;
      if (bare.isEmpty()
          || tail(bare) != bare.length()
          || !Character.isDigit(bare.charAt(0))
          || bare.endsWith("-")) {
        return "";
      }
      at++;
      return before.equals("지하") ? "지하 " + bare : before + bare;
    }

    private String detail() {
      var rest = new StringBuilder();
      for (; at < words.size(); at++) {
        if (word().equals(",")) {
          continue;
        }
        rest.append(rest.isEmpty() ? "" : " ").append(word());
      }
      return rest.toString();
    }
  }
}
