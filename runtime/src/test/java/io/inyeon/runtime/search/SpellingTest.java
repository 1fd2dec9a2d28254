package io.inyeon.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How names are taken apart and spelt.
final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "김,Kim",
    "김,Gim",
    "이,Lee",
    "이,Yi",
    "이,I",
    "이,Rhee",
    "박,Park",
    "박,Bak",
    "박,Pak",
    "최,Choi",
    "최,Choe",
    "정,Jung",
    "정,Jeong",
    "정,Chung",
    "강,Kang",
    "강,Gang",
    "조,Cho",
    "조,Jo",
    "윤,Yoon",
    "윤,Yun",
    "임,Lim",
    "임,Im",
    "임,Yim",
    "오,Oh",
    "안,Ahn",
    "노,Roh",
    "노,Noh",
    "류,Ryu",
    "유,Yoo",
    "유,You",
    "허,Huh",
    "허,Heo",
    "신,Shin",
    "권,Kwon",
    "권,Gwon",
    "황,Hwang",
    "황,Whang",
    "백,Paik",
    "백,Baek",
    "문,Moon",
    "구,Koo",
    "우,Woo",
    "영수,Young-soo",
    "영수,Yeongsu",
    "현우,Hyunwoo",
    "현우,Hyeonu",
    "지혜,Jihye",
    "은경,Eunkyung",
    "승희,Seung-hee",
    "승희,Sunghui",
    "민규,Mingyu",
    "하윤,Hayoon",
    "서연,Seoyeon",
    "준호,Joonho",
    "병철,Byungchul",
    "광수,Kwangsoo"
  })
  void usualSpellingsHaveAKeyOfTheName(String name, String spelt) {
    assertThat(Romanisation.keys(name, false)).contains(Romanisation.key(Fold.text(spelt), false));
  }

  @ParameterizedTest
  @CsvSource({
    "김민수,Kim Minsu",
    "김민수,Minsu Kim",
    "남궁보람,Namgung Boram",
    "이영희,Lee Young Hee",
    "이영희,yeonghui i"
  })
  void aWholeNameHasAKeyInEitherOrder(String name, String spelt) {
    var words = Fold.text(spelt).replace(" ", "");
    assertThat(Romanisation.keys(name, false)).contains(Romanisation.key(words, false));
  }

  @Test
  void otherNamesHaveOthers() {
    assertThat(Romanisation.keys("김민수", true)).doesNotContain(Romanisation.key("kimminseo", true));
    assertThat(Romanisation.keys("박지호", false))
        .doesNotContain(Romanisation.key("baekjiho", false), Romanisation.key("pakciha", false));
  }

  @Test
  void syllablesComeApartAsTheyAreTyped() {
    assertThat(Hangul.letters("값진 김밥")).isEqualTo("ㄱㅏㅂㅅㅈㅣㄴ ㄱㅣㅁㅂㅏㅂ");
    assertThat(Hangul.letters("의왕ㄳ")).isEqualTo("ㅇㅡㅣㅇㅗㅏㅇㄱㅅ");
    assertThat(Hangul.initials("김밥천국")).isEqualTo("ㄱㅂㅊㄱ");
    assertThat(Hangul.initials("ㄳㅇ")).isEqualTo("ㄱㅅㅇ");
    assertThat(Hangul.initials("김a")).isEmpty();
    assertThat("ㄱㅣㅁㅁㅣㄴㅅㅜ").matches(Hangul.pattern("김ㅁㅅ"));
    assertThat("ㄱㅣㅁㅁㅣㄴㅅㅜ").doesNotMatch(Hangul.pattern("김ㅅㅁ"));
  }

  @Test
  void writingIsFoldedAndNothingElse() {
    assertThat(Fold.text(" Ｋim\tMIN\u0000su ")).isEqualTo("kim min su");
    assertThat(Fold.text("\u1100\u1175\u11B7 ㄱ")).isEqualTo("김 ㄱ");
    assertThat(Fold.text("a\uD800b\uDC00")).isEqualTo("a b");
    assertThat(Fold.compact("u-1 042/김")).isEqualTo("u1042김");
  }

  @Test
  void oneTypoIsOne() {
    for (var typo : List.of("abcd", "bcd", "axcd", "abxcd", "bacd", "abdc", "abc", "abcdx")) {
      assertThat(Alike.within1("abcd", typo)).as(typo).isTrue();
    }
    for (var typo : List.of("cd", "axxd", "badc", "cbad", "abcdxx", "")) {
      assertThat(Alike.within1("abcd", typo)).as(typo).isFalse();
    }
  }
}
