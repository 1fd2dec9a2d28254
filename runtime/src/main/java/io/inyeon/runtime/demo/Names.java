package io.inyeon.runtime.demo;

import java.util.ArrayList;
import java.util.List;

/// Common Korean names, put together at random: whoever results is nobody in particular.
final class Names {
  /// A name as it is written and as it looks in an e-mail address.
  record Name(String hangul, String latin) {}

  private static final List<Name> FAMILY =
      read(
          "김 kim 김 kim 김 kim 김 kim 이 lee 이 lee 이 lee 박 park 박 park 최 choi 정 jung 강 kang 조 cho 윤"
              + " yoon 장 jang 임 lim 한 han 오 oh 서 seo 신 shin 권 kwon 황 hwang 안 ahn 송 song 류 ryu 홍"
              + " hong 전 jeon 고 ko 문 moon 양 yang 손 son 배 bae 백 baek 허 heo 남궁 namgung 선우 sunwoo");
  private static final List<Name> WOMEN =
      read(
          "서연 seoyeon 지우 jiwoo 서윤 seoyoon 민서 minseo 하은 haeun 지민 jimin 수아 sua 예은 yeeun 다은 daeun 채원"
              + " chaewon 유진 yujin 은지 eunji 수빈 subin 지현 jihyun 미경 mikyung 영숙 youngsook 정희 junghee"
              + " 현주 hyunju 은영 eunyoung 소라 sora 보람 boram 아름 areum 나래 narae 혜진 hyejin 선영 sunyoung 지영"
              + " jiyoung 윤서 yoonseo 가은 gaeun 시은 sieun 하윤 hayoon 경희 kyunghee 순자 soonja");
  private static final List<Name> MEN =
      read(
          "민준 minjun 서준 seojun 도윤 doyoon 예준 yejun 시우 siwoo 하준 hajun 주원 juwon 지호 jiho 준서 junseo "
              + "건우 gunwoo 현우 hyunwoo 우진 woojin 성민 sungmin 정훈 junghoon 영수 youngsoo 동현 donghyun "
              + "상철 sangchul 재영 jaeyoung 승호 seungho 태윤 taeyoon 한결 hangyul 은우 eunwoo 진호 jinho "
              + "광수 kwangsoo 병철 byungchul 종민 jongmin 기현 kihyun 성훈 sunghoon 규민 kyumin 이안 ian");

  private Names() {}

  static Name family(Dice dice) {
    return dice.pick(FAMILY);
  }

  static Name given(boolean woman, Dice dice) {
    return dice.pick(woman ? WOMEN : MEN);
  }

  private static List<Name> read(String pairs) {
    var words = List.of(pairs.split(" "));
    var names = new ArrayList<Name>();
    for (var i = 0; i < words.size(); i += 2) {
      names.add(new Name(words.get(i), words.get(i + 1)));
    }
    return List.copyOf(names);
  }
}
