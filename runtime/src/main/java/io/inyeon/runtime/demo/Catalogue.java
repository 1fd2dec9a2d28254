package io.inyeon.runtime.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the shop sells, where, and what it tells the world.
final class Catalogue {
  /// A thing on sale.
  ///
  /// @param price in won, tax included
  record Product(
      String id, String sku, String name, String brand, String category, String slug, int price) {}

  /// A branch in the street.
  record Store(String id, String name, String city) {}

  /// Where a visit came from.
  record Campaign(String name, String source, String medium, String search, String referrer) {}

  /// A company that buys for its office.
  record Company(String id, String name, String industry, int employees) {}

  static final List<Product> PRODUCTS = products();
  static final List<Store> STORES =
      List.of(
          new Store("ST-01", "강남점", "서울"),
          new Store("ST-02", "홍대점", "서울"),
          new Store("ST-03", "판교점", "성남"),
          new Store("ST-04", "해운대점", "부산"),
          new Store("ST-05", "동성로점", "대구"),
          new Store("ST-06", "충장로점", "광주"),
          new Store("ST-07", "둔산점", "대전"),
          new Store("ST-08", "제주점", "제주"));
  static final List<String> CITIES =
      List.of(
          "서울", "서울", "서울", "부산", "인천", "대구", "대전", "광주", "수원", "성남", "용인", "고양", "창원", "청주", "전주",
          "제주");
  static final List<Campaign> CAMPAIGNS =
      List.of(
          campaign("가을 신상", "naver", "cpc", "https://search.naver.com/"),
          campaign("주말 특가", "kakao", "social", "https://talk.kakao.com/"),
          campaign("첫 구매 쿠폰", "google", "cpc", "https://www.google.com/"),
          campaign("뉴스레터 41호", "newsletter", "email", ""),
          campaign("리뷰 이벤트", "instagram", "social", "https://l.instagram.com/"),
          campaign("다시 만나요", "crm", "push", ""));
  static final List<Company> COMPANIES =
      List.of(
          new Company("acct-101", "한빛문구", "유통", 24),
          new Company("acct-102", "새벽커피로스터스", "식음료", 41),
          new Company("acct-103", "푸른솔건축사사무소", "건축", 12),
          new Company("acct-104", "다온디자인", "디자인", 9),
          new Company("acct-105", "미리내소프트", "소프트웨어", 130),
          new Company("acct-106", "온누리치과", "의료", 17),
          new Company("acct-107", "가람물류", "물류", 210),
          new Company("acct-108", "해오름어린이집", "교육", 15));
  static final List<String> SUBJECTS =
      List.of("배송이 늦어요", "사이즈 교환 문의", "환불은 언제 되나요?", "쿠폰이 적용되지 않아요", "포장이 찢어져 왔어요", "회원 등급 문의");

  private Catalogue() {}

  private static Campaign campaign(String name, String source, String medium, String referrer) {
    var search = "?utm_source=" + source + "&utm_medium=" + medium + "&utm_campaign=2026_autumn";
    return new Campaign(name, source, medium, search, referrer);
  }

  private static List<Product> products() {
    var shelves =
        List.of(
            "주방 kitchen 12000 유기그릇 법랑냄비 나무도마 도자기머그 수저세트 보온병 찻잔세트 무쇠팬 밀폐용기",
            "패션 fashion 39000 린넨셔츠 니트가디건 면바지 울코트 캔버스가방 가죽벨트 누빔조끼 모직치마 데님재킷",
            "뷰티 beauty 18000 수분크림 쌀겨비누 선크림 동백오일 립밤 마스크팩 핸드크림 클렌징폼",
            "식품 food 8900 햇쌀10kg 들기름 제주감귤 원두커피 수제청 김부각 전통한과 곶감 된장",
            "가전 appliance 89000 가습기 무선청소기 전기주전자 공기청정기 블루투스스피커 스탠드조명 토스터",
            "문구 stationery 4500 만년필 한지노트 다이어리 연필세트 마스킹테이프 책갈피 파일철");
    var looks = List.of("소담", "바른", "봄날", "이음", "담백");
    var all = new ArrayList<Product>();
    for (var look : looks) {
      for (var shelf : shelves) {
        var words = List.of(shelf.split(" "));
        for (var noun : words.subList(3, words.size())) {
          var number = all.size() + 1;
          var price = Integer.parseInt(words.get(2)) * (3 + number * 7 % 11) / 5 / 100 * 100;
          all.add(
              new Product(
                  "prod-" + (5000 + number),
                  words.get(1).substring(0, 2).toUpperCase(Locale.ROOT) + "-" + number,
                  look + " " + noun,
                  look,
                  words.getFirst(),
                  words.get(1),
                  price));
        }
      }
    }
    // Mixed, so that what sells best is not all of one shelf.
    all.sort(Comparator.comparingInt(product -> product.id().hashCode() * 31 % 1009));
    return List.copyOf(all);
  }
}
