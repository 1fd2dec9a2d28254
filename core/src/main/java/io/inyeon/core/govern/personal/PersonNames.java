package io.inyeon.core.govern.personal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a text reads as a person's name, Korean or English: a family name and given names out of
/// those that most people have (Korean: by the census of 2015, families of 5,000 people or more).
final class PersonNames {
  private static final Set<String> FAMILIES =
      words(
          "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구"
              + " 민 진 나 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모"
              + " 탁 국 어 은 편 용 예 경 봉 사 부 가 복 태 목 형 피 두 감 호 음 빈 동 온 시 범 좌 팽 승 간 상 갈 단 견 당 화");

  private static final Set<String> LONG_FAMILIES = words("남궁 황보 제갈 사공 선우 서문 독고 동방");

  /// Syllables of given names.
  private static final String GIVEN =
      "가강건겸경고관광교구국권규균근금기길나남내노누다단달담대덕도동두라란람래려련령로록료루류률름리린림마만말매명모목무묵문미민발방배백범벽별병보복봉부분비빈빛사산"
          + "삼상새샘서석선설섬섭성세소손솔송수숙순술슬승시식신실심아안애양언엄여연열영예오옥온완용우욱운웅원월위유육윤율으은을음의이익인일임자잔장재전정제조종주준중지진찬창"
          + "채천철청초춘충치칠태택판평표풍필하학한함해행향허헌혁현협형혜호홍화환황회효후훈휘휴흔희후힘";

  /// Common words that look like names of three syllables or two.
  private static final Set<String> WORDS =
      words(
          "사용자 관리자 고객님 구매자 주문자 판매자 이용자 신청자 담당자 수령인 주소지 배송지 전화기 정수기 선풍기 청소기 세탁기 냉장고 건조기"
              + " 이메일 전자책 화장품 사은품 기념품 상품권 정기권 이용권 정장 원피스 운동화 구두 장갑 양말 모자 바지 남방 반지 시계 지갑 가방"
              + " 서울시 부산시 대구시 인천시 광주시 대전시 울산시 제주시 수원시 성남시 용인시 고양시 강남구 서초구 송파구 마포구 종로구 중구"
              + " 강동구 강서구 경기도 강원도 제주도 경상도 전라도 충청도 남자 여자 남성 여성 성인 어린이 청소년 유아 학생 주부 기타 없음 선택"
              + " 정회원 준회원 신규 기존 우수 일반 최우수 이벤트 구독 정기 주간 월간 연간 오전 오후 금일 명일 신용카드 현금 무통장 계좌이체"
              + " 진행중 완료 배송중 취소 환불 교환 반품 대기 승인 거절 정상 중지 해지 가입 탈퇴 방문 유입 광고 검색 직접 추천 소개 지인"
              + " 한국어 영어 중국어 일본어 서울 부산 대구 인천 광주 대전 울산 세종 제주 강원 경기 경북 경남 전북 전남 충북 충남"
              + " 노란색 하얀색 검정색 주황색 연두색 남색 은색 금색 선물 고구마 감자 양파 배추 상추 시금치 오징어 고등어 조기 한우 소고기"
              + " 도시락 김치 김밥 라면 우유 두유 주스 커피 홍차 녹차 인삼 홍삼 공기청정기 문구 도서 음반 공연 전시 여행 숙박 항공"
              + " 지하철 자동차 자전거 오토바이 전기차 고속도로 유모차 임산부 신혼부부 고등학교 중학교 대학교 유치원 연구소 지원팀 인사팀 개발팀"
              + " 마케팅팀 영업부 기획실 총무부 사장 부장 과장 대리 사원 이사 상무 전무 주임 차장 팀장 실장 원장 소장 교수 강사 선생님");

  private static final Set<String> ENGLISH_GIVEN =
      words(
          "james john robert michael william david richard joseph thomas charles christopher daniel"
              + " matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george"
              + " edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan"
              + " stephen larry justin scott brandon benjamin samuel gregory frank alexander"
              + " raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas"
              + " zachary peter kyle noah ethan jeremy walter christian keith roger terry austin"
              + " sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce"
              + " gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy"
              + " ralph bobby russell bradley philip eugene oliver harry liam leo oscar simon"
              + " martin stuart graham neil ian colin craig mary patricia jennifer linda elizabeth"
              + " barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley"
              + " kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca"
              + " sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela"
              + " nicole anna samantha katherine christine debra rachel carolyn janet maria"
              + " catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly"
              + " christina joan evelyn judith andrea hannah jacqueline megan cheryl martha teresa"
              + " sara janice ann kathryn abigail sophia frances jean alice judy isabella julia"
              + " grace amber denise danielle marilyn beverly charlotte natalie theresa diana"
              + " brittany doris kayla alexis lori marie tiffany chloe lucy ella zoe ellie sophie"
              + " jane kate claire fiona helen nora mia minjun jiwoo seoyeon jihun minji sujin"
              + " hyunwoo jiyoung minseo yuna eunji seojun haeun jimin soyeon junho");

  private static final Set<String> ENGLISH_FAMILIES =
      words(
          "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez"
              + " lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez"
              + " thompson white harris sanchez clark ramirez lewis robinson walker young allen"
              + " king wright scott torres nguyen hill flores green adams nelson baker hall rivera"
              + " campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz"
              + " edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz"
              + " morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson"
              + " watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez"
              + " castillo sanders patel myers long ross foster jimenez powell jenkins perry"
              + " russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez"
              + " simmons graham jordan reynolds patterson o'brien o'connor o'neill macdonald"
              + " mcdonald fraser hamilton park choi jung kang cho yoon jang lim han shin seo kwon"
              + " hwang ahn song hong jeong moon yang bae baek ryu");

  private PersonNames() {}

  private static Set<String> words(String words) {
    return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a text is one.
  ///
  /// @param said whether the field's name says that it holds people's names
  static boolean name(String text, boolean said) {
    var bare = text.strip();
    return bare.length() <= 60 && (korean(bare, said) || english(bare, said));
  }

  /// 김민준, 김 민준, 남궁민수, 이 수; also with 님 or 씨 behind.
  private static boolean korean(String text, boolean said) {
    var bare =
        text.endsWith("님") || text.endsWith("씨") ? text.substring(0, text.length() - 1) : text;
    var name = bare.strip().replace(" ", "");
    if (name.length() < 2 || name.length() > 4 || bare.strip().length() - name.length() > 1) {
      return false;
    }
    for (var i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '가' || name.charAt(i) > '힣') {
        return false;
      }
    }
    if (WORDS.contains(name)) {
      return false;
    }
    var longFamily = name.length() >= 3 && LONG_FAMILIES.contains(name.substring(0, 2));
    if (longFamily && given(name.substring(2))) {
      return true;
    }
    if (said) {
      return FAMILIES.contains(name.substring(0, 1));
    }
    // Of two syllables nearly every word of daily life would be one.
    return name.length() == 3
        && FAMILIES.contains(name.substring(0, 1))
        && given(name.substring(1));
  }

  private static boolean given(String given) {
    for (var i = 0; i < given.length(); i++) {
      if (GIVEN.indexOf(given.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Two to four words, of which one is a given name or two are of people; or `Family, Given`.
  private static boolean english(String text, boolean said) {
    var words = text.replace(",", " ").trim().split("\\s+", -1);
    if (words.length < 2 || words.length > 4) {
      return false;
    }
    var given = 0;
    var family = 0;
    for (var i = 0; i < words.length; i++) {
      var word = words[i];
      if (!letters(word)) {
        return false;
      }
      var lower = word.toLowerCase(Locale.ROOT).replace(".", "");
      given += ENGLISH_GIVEN.contains(lower) ? 1 : 0;
      family += ENGLISH_FAMILIES.contains(lower) ? 1 : 0;
    }
    if (said) {
      return true;
    }
    var first = words[0].toLowerCase(Locale.ROOT);
    var last = words[words.length - 1].toLowerCase(Locale.ROOT);
    return text.indexOf(',') < 0
        ? ENGLISH_GIVEN.contains(first)
            || (family > 0 && ENGLISH_FAMILIES.contains(last) && given > 0)
        : given > 0 && family > 0;
  }

  private static boolean letters(String word) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (!Character.isLetter(c) && c != '\'' && c != '-' && c != '.') {
        return false;
      }
    }
    return Character.isUpperCase(word.charAt(0));
  }
}
