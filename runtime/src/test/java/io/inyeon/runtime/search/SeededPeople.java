package io.inyeon.runtime.search;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Findable;
import io.inyeon.core.unify.Listing;
import io.inyeon.core.unify.ProfileId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// People put together from a seed and a number, always the same, and what a service agent might
/// type to find one of them. Numbers of phones begin with 0100, which is given to nobody.
final class SeededPeople {
  private static final Commerce NOTHING_BOUGHT =
      new Commerce(
          0,
          BigDecimal.ZERO,
          0,
          "KRW",
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          0,
          null,
          Collections.emptySortedMap());

  private static final String[] FAMILY =
      ("김 kim,gim,김 kim,김 kim,gim,김 kim,이 lee,yi,이 lee,이 lee,rhee,박 park,bak,박 park,pak,최"
           + " choi,choe,정 jung,jeong,강 kang,gang,조 cho,jo,윤 yoon,yun,장 jang,chang,임 lim,im,한"
           + " han,han,오 oh,o,서 seo,suh,신 shin,sin,권 kwon,gwon,황 hwang,hwang,안 ahn,an,송 song,song,류"
           + " ryu,yoo,홍 hong,hong,전 jeon,jun,고 ko,go,문 moon,mun,손 son,sohn,배 bae,bae,백 baek,paik,허"
           + " heo,hur,남궁 namgung,namkoong")
          .split("(?<=[a-z]),(?=[가-힣])", -1);
  private static final String[] SYLLABLE =
      ("서 seo 연 yeon,yun 지 ji 우 woo,u 윤 yoon,yun 민 min 하 ha 은 eun 수 soo,su 아 ah,a 예 ye 다 da 채 chae"
           + " 원 won 유 yoo,yu 진 jin 빈 bin 현 hyun,hyeon 미 mi 경 kyung,gyeong 영 young,yeong 희 hee,hui"
           + " 주 joo,ju 소 so 라 ra 혜 hye 선 sun,seon 가 ga 시 si 준 jun,joon 도 do 호 ho 건 gun,geon 성"
           + " sung,seong 정 jung,jeong 훈 hoon,hun 동 dong 상 sang 철 chul,cheol 재 jae 승 seung,sung 태"
           + " tae 한 han 광 kwang,gwang 병 byung,byeong 종 jong 기 ki,gi 규 kyu,gyu 안 an,ahn 나 na")
          .split(" ", -1);
  private static final String[] CITY = {"서울", "부산", "대구", "인천", "광주", "대전", "울산", "수원", "제주", "창원"};
  private static final String[] COMPANY = {
    "한빛전자", "주식회사 새벽유통", "늘푸른식품", "가람물산", "미리내소프트", "해오름건설", "온누리상사", "두레금속"
  };
  private static final String[] MAIL = {
    "example.com", "example.net", "example.org", "mail.example"
  };

  private SeededPeople() {}

  /// Somebody.
  ///
  /// @param spelled the name in Latin letters, family name first, in some usual spelling
  /// @param otherwise in another usual spelling
  record One(
      int number,
      String name,
      String spelled,
      String otherwise,
      String email,
      String phone,
      String city,
      String company) {
    String tail() {
      return phone.substring(phone.length() - 4);
    }

    String userId() {
      return "u-" + (1_000_000 + number);
    }

    Listing listing() {
      var traits = new TreeMap<String, Value>();
      traits.put("name", new Value.Text(name));
      traits.put("city", new Value.Text(city));
      traits.put("company", new Value.Text(company));
      return new Listing(
          new ProfileId("p" + number),
          new Findable(
              List.of(
                  new Identifier("user_id", userId()),
                  new Identifier("email", email),
                  new Identifier("phone", "+82" + phone.substring(1))),
              traits,
              1_700_000_000_000L + number,
              1_750_000_000_000L + number),
          0,
          NOTHING_BOUGHT);
    }
  }

  private record Spelt(String hangul, String usual, String other) {}

  private static Spelt family(SplittableRandom random) {
    var entry = FAMILY[random.nextInt(FAMILY.length)].split(" ", -1);
    var latin = entry[1].split(",", -1);
    return new Spelt(entry[0], latin[0], latin[latin.length - 1]);
  }

  private static Spelt syllable(SplittableRandom random) {
    var at = 2 * random.nextInt(SYLLABLE.length / 2);
    var latin = SYLLABLE[at + 1].split(",", -1);
    return new Spelt(SYLLABLE[at], latin[0], latin[latin.length - 1]);
  }

  static One one(long seed, int number) {
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var family = family(random);
    var first = syllable(random);
    var second = syllable(random);
    var given = first.usual() + second.usual();
    var separator = new String[] {".", "_", ""}[random.nextInt(3)];
    var local =
        random.nextBoolean()
            ? given + separator + family.usual() + (10 + random.nextInt(90) + 100 * number)
            : family.usual() + separator + given + (number * 7L % 1_000_000) + number % 10;
    return new One(
        number,
        family.hangul() + first.hangul() + second.hangul(),
        family.usual() + " " + given,
        family.other() + " " + first.other() + second.other(),
        local + "@" + MAIL[random.nextInt(MAIL.length)],
        String.format(Locale.ROOT, "010%08d", (number * 61_803_399L + seed) % 100_000_000L),
        CITY[random.nextInt(CITY.length)],
        COMPANY[random.nextInt(COMPANY.length)]);
  }

  /// What somebody types.
  ///
  /// @param kind a name for the way of asking
  /// @param whom who is meant
  /// @param alone the name of theirs that the words are meant to be, if they say nothing else:
  ///   several people may have it, or one as near to what was typed, and then any of them is right.
  ///   Empty when the words name one person
  record Typed(String kind, String words, One whom, String alone) {}

  static List<Typed> typed(One one, SplittableRandom random) {
    var all = new ArrayList<Typed>();
    var name = one.name();
    var given = name.substring(Romanisation.family(name));
    var local = one.email().substring(0, one.email().indexOf('@'));
    add(all, "name", name, one, name);
    add(all, "name, one typo", typo(name, random), one, name);
    add(all, "name and city", name + " " + one.city() + " " + one.tail(), one, "");
    add(all, "name, company", given + " " + one.company() + " " + one.tail(), one, "");
    add(all, "initial consonants, phone", Hangul.initials(name) + " " + one.tail(), one, "");
    add(
        all,
        "half-typed, phone",
        name.substring(0, name.length() - 1)
            + Hangul.initials(name.substring(name.length() - 1))
            + " "
            + one.tail(),
        one,
        "");
    add(all, "typo, phone", typo(name, random) + " " + one.tail(), one, "");
    add(all, "romanised, phone", one.spelled() + " " + one.tail(), one, "");
    add(all, "other spelling, phone", one.otherwise() + " " + one.tail(), one, "");
    add(
        all,
        "given name first",
        one.spelled().split(" ", -1)[1] + " " + one.spelled().split(" ", -1)[0] + " " + one.tail(),
        one,
        "");
    add(all, "end of phone", one.phone().substring(4), one, "");
    add(all, "middle of phone", one.phone().substring(3, 10), one, "");
    add(
        all,
        "phone, dashed",
        one.phone().substring(0, 3) + "-" + one.phone().substring(3, 7) + "-" + one.tail(),
        one,
        "");
    add(all, "phone, one digit wrong", wrongDigit(one.phone(), random), one, "");
    var from = random.nextInt(Math.max(1, local.length() - 8));
    add(all, "part of e-mail", local.substring(from), one, "");
    add(all, "start of e-mail", one.email().substring(0, one.email().indexOf('@') + 3), one, "");
    add(all, "e-mail, one typo", wrongLetter(one.email(), random), one, "");
    add(all, "user id", one.userId(), one, "");
    return all;
  }

  private static void add(List<Typed> all, String kind, String words, One whom, String alone) {
    all.add(new Typed(kind, words, whom, alone));
  }

  /// One key of the keyboard wrong.
  private static String typo(String name, SplittableRandom random) {
    var at = random.nextInt(name.length());
    var syllable = name.charAt(at) - 0xAC00;
    var initial = syllable / 588;
    var vowel = syllable / 28 % 21;
    var last = syllable % 28;
    switch (random.nextInt(3)) {
      case 0 -> initial = (initial + 1 + random.nextInt(17)) % 19;
      case 1 -> {
        var plain = new int[] {0, 1, 2, 4, 5, 6, 8, 12, 13, 17, 18, 20};
        if (List.of(9, 10, 11, 14, 15, 16, 19).contains(vowel)) {
          initial = (initial + 1) % 19;
        } else {
          vowel = plain[random.nextInt(plain.length)];
        }
      }
      default -> last = last == 0 ? 4 : 0;
    }
    var changed = (char) (0xAC00 + (initial * 21 + vowel) * 28 + last);
    return name.substring(0, at) + changed + name.substring(at + 1);
  }

  private static String wrongDigit(String phone, SplittableRandom random) {
    var at = 4 + random.nextInt(phone.length() - 4);
    var digit = (char) ('0' + (phone.charAt(at) - '0' + 1 + random.nextInt(8)) % 10);
    return phone.substring(0, at) + digit + phone.substring(at + 1);
  }

  private static String wrongLetter(String email, SplittableRandom random) {
    var at = 1 + random.nextInt(email.indexOf('@') - 1);
    return switch (random.nextInt(3)) {
      case 0 -> email.substring(0, at) + email.substring(at + 1);
      case 1 -> email.substring(0, at) + 'x' + email.substring(at);
      default ->
          email.substring(0, at - 1)
              + email.charAt(at)
              + email.charAt(at - 1)
              + email.substring(at + 1);
    };
  }
}
