package io.inyeon.core.segment.text;

import java.util.Arrays;
import java.util.List;

/// The dictionary that every workspace begins with.
///
/// One thing a line: its kind and what it is, then Korean words, then English ones, parted by bars;
/// words by commas. A Korean verb is its stem, its past form before a noun, and its past stem:
/// `사-산-샀`. In English `v buy bought` is a verb with its past where that is not in *-ed*, `n order`
/// a noun; anything else stands as it is.
///
/// - `key`: a word that events are told by; `event`: names that an event may have in a workspace,
///   then the keys that tell it, `+` between those that must meet; `instead`: the same, for keys
///   that tell no event of the workspace otherwise
/// - `trait`, `purpose`, `score`, `property`: names that it may have in a workspace, then words
/// - `value`: of a trait, as it may be written in a workspace, then words
/// - `word`: see [Word]; `compare`, `exactly`, `calendar`; `particle`, `ending`, `copula`: what may
///   hang on a Korean noun, on a stem, on a noun as an *is*
final class StandardWords {
  private StandardWords() {}

  /// One line.
  record Line(String kind, String what, List<String> first, List<String> second) {}

  static List<Line> lines() {
    return (EVENTS + TRAITS + WORDS)
        .lines()
        .filter(line -> !line.isBlank())
        .map(StandardWords::line)
        .toList();
  }

  private static Line line(String text) {
    var parts = text.split("\\|", -1);
    var head = parts[0].strip();
    var space = head.indexOf(' ');
    return new Line(
        head.substring(0, space),
        head.substring(space + 1).strip(),
        words(parts, 1),
        words(parts, 2));
  }

  private static List<String> words(String[] parts, int index) {
    return index >= parts.length
        ? List.of()
        : Arrays.stream(parts[index].split(",", -1))
            .map(String::strip)
            .filter(w -> !w.isEmpty())
            .toList();
  }

  private static final String EVENTS =
      """
      key buy | 구매, 구입, 사-산-샀 | v buy bought, v purchase, n purchase, n buyer
      key order | 주문 | v order, n order
      key pay | 결제, 지불 | v pay paid, n payment
      key spend | 지출, 쓰-쓴-썼 | v spend spent
      key cancel | 취소, 해지 | v cancel cancelled, v cancel canceled, n cancellation
      key refund | 환불 | v refund, n refund
      key return | 반품 | v return, n return
      key exchange | 교환 | v exchange, n exchange
      key product | 상품, 제품, 아이템, 물건 | n product, n item, n article
      key page | 페이지, 화면 | n page, n screen
      key list | 목록, 리스트 |
      key view | 조회, 보-본-봤, 확인, 구경, 열람, 살펴보-살펴본-살펴봤 | v view, v see saw seen, v look looked, n view
      key browse | 둘러보-둘러본-둘러봤 | v browse
      key search | 검색, 찾-찾은-찾았 | v search, n search, n searches
      key add | 담-담은-담았, 넣-넣은-넣었, 추가, 담기 | v add, v put put
      key remove | 빼-뺀-뺐, 삭제, 지우-지운-지웠, 비우-비운-비웠 | v remove, v delete
      key cart | 장바구니, 카트 | n cart, n basket, n bag
      key abandon | 방치, 이탈, 포기 | v abandon
      key checkout | 주문서, 체크아웃 | n checkout, v check_out checked_out
      key start | 시작 | v start, v begin began begun
      key coupon | 쿠폰 | n coupon, n voucher
      key use | 사용, 이용, 쓰-쓴-썼 | v use, v redeem, v apply
      key wishlist | 찜, 위시리스트, 관심 상품 | n wishlist, wish list, v favorite
      key review | 리뷰, 후기, 상품평 | v review, n review
      key write | 작성, 쓰-쓴-썼, 등록 | v write wrote written, v post
      key leave | 남기-남긴-남겼 | v leave left
      key share | 공유 | v share
      key ticket | 티켓 | n ticket, n support_ticket, n case
      key service | AS, A/S, 에이에스, 애프터서비스, 사후 서비스, 수리, 서비스 | n after_sales_service, n after-sales_service, n service, n repair
      key request | 신청, 접수, 요청 | v request, n request
      key inquiry | 문의, 상담, 질문 | n inquiry, n inquiries, n enquiry, n enquiries, n question
      key contact | 연락 | v contact
      key support | 고객센터 | n support
      key submit | 제출 | v submit submitted, v file
      key signup | 가입, 회원가입, 회원 가입 | v sign_up signed_up, v signup, n signup, n sign-up, v register, n registration, v join
      key create | 생성 | v create
      key account | 계정 | n account
      key login | 로그인 | v log_in logged_in, v sign_in signed_in, n login
      key logout | 로그아웃 | v log_out logged_out, v sign_out signed_out
      key visit | 방문, 접속, 들어오-들어온-들어왔, 찾아오-찾아온-찾아왔 | v visit, n visit, v come_back came_back
      key site | 사이트, 홈페이지, 웹사이트, 쇼핑몰, 스토어, 온라인몰 | n site, n website, n shop, n store
      key app | 앱, 어플, 애플리케이션 | n app, n application
      key install | 설치 | v install, n install
      key uninstall | 제거 | v uninstall
      key open | 열-연-열었, 열어보-열어본-열어봤, 오픈, 켜-켠-켰, 실행 | v open, v launch
      key read | 읽-읽은-읽었 | v read read
      key click | 클릭, 누르-누른-눌렀, 탭 | v click, v tap tapped, n click
      key link | 링크 | n link
      key email | 이메일, 메일 | n email, n e-mail, n mail, n newsletter
      key push | 푸시, 앱푸시, 앱 푸시, 푸시 알림, 푸쉬 | n push, n push_notification, n notification
      key sms | 문자, SMS, 문자 메시지 | n sms, n text_message, n text
      key receive | 받-받은-받았, 수신 | v receive, v get got gotten
      key unsubscribe | 수신 거부, 구독 취소, 구독 해지 | v unsubscribe
      key subscribe | 구독 | v subscribe
      key subscription | 정기 구독, 정기구독 | n subscription
      key trial | 체험, 무료 체험 | n trial, n free_trial
      key video | 동영상, 영상, 비디오 | n video
      key watch | 시청 | v watch
      key form | 양식, 폼, 설문 | n form, n survey
      key ship | 배송, 발송 | v ship shipped
      key deliver | 배달, 배송 완료 | v deliver
      key place | | v place
      key complete | 완료 | v complete, v finish
      key do | 진행, 참여 | v make made, n activity
      event order completed, purchase, purchased, purchase completed, purchase made, checkout completed, order paid, order placed, bought, transaction, transaction completed, product purchased, 구매, 구매 완료, 주문, 주문 완료, 결제, 결제 완료 | buy, order, pay, spend, buy+product, order+product, pay+order, place+order, complete+order, complete+buy, complete+pay, buy+order, buy+pay
      event order cancelled, order canceled, purchase cancelled, 주문 취소, 구매 취소, 결제 취소 | cancel+order, cancel+buy, cancel+pay, cancel
      event order refunded, refund, refunded, refund issued, 환불, 환불 완료 | refund, refund+order, refund+product, refund+buy
      event returned, product returned, order returned, return requested, 반품, 반품 신청 | return, return+product, return+order, request+return
      instead order refunded, refund, refunded, refund issued | return, return+product, return+order, request+return
      instead returned, product returned, order returned, return requested | refund, refund+order, refund+product, refund+buy
      event product exchanged, exchange requested, 교환, 교환 신청 | exchange, exchange+product, request+exchange
      event product viewed, product view, view item, item viewed, viewed, product detail viewed, 상품 조회, 상품 상세 조회 | view+product, view+product+page, click+product, browse+product, browse
      event product list viewed, category viewed, view item list, 상품 목록 조회 | view+product+list, view+list, browse+list
      event products searched, search, searched, product searched, 검색, 상품 검색 | search, search+product
      event product added, added to cart, add to cart, cart added, product added to cart, 장바구니 담기, 장바구니 추가 | add+cart, add+product+cart, cart
      event product removed, removed from cart, remove from cart, product removed from cart, 장바구니 삭제 | remove+cart, remove+product+cart
      event cart abandoned, checkout abandoned, 장바구니 이탈 | abandon+cart, abandon+checkout
      event cart viewed, 장바구니 조회 | view+cart, visit+cart, open+cart
      event checkout started, begin checkout, checkout begun, initiate checkout, 결제 시작, 주문서 작성 | start+checkout, checkout, start+pay, start+order, write+checkout
      event coupon applied, coupon used, coupon redeemed, 쿠폰 사용 | use+coupon, coupon
      event coupon received, coupon issued, coupon downloaded, 쿠폰 발급 | receive+coupon
      event product added to wishlist, added to wishlist, add to wishlist, wishlisted, 찜, 찜하기 | wishlist, add+wishlist, add+product+wishlist, wishlist+product, do+wishlist
      event product reviewed, review written, review created, review submitted, reviewed, 리뷰 작성, 후기 작성 | review, write+review, leave+review, review+product, write+review+product, leave+review+product, submit+review
      event product shared, shared, 공유 | share, share+product
      event ticket opened, support ticket opened, ticket created, support ticket created, case created, case opened, service requested, after service received, after service, as received, as requested, as 접수, as 신청, as | ticket, open+ticket, create+ticket, submit+ticket, request+ticket, service, receive+service, request+service, use+service, contact+support, leave+ticket
      event inquiry created, inquiry submitted, inquiry, contact form submitted, 문의, 문의 등록, 상담 신청 | inquiry, write+inquiry, leave+inquiry, submit+inquiry, request+inquiry, contact
      event signed up, sign up, signup, account created, user signed up, user registered, registered, registration completed, 회원가입, 가입 | signup, create+account, complete+signup
      event logged in, signed in, login, sign in, user logged in, 로그인 | login
      event logged out, signed out, logout, 로그아웃 | logout
      event page, page viewed, page view, site visited, visit, visited, session started, 방문, 사이트 방문, 접속 | visit, visit+site, view+page, visit+page, view+site, view+site+page, browse+site
      event application opened, app opened, app open, app launched, application launched, 앱 실행, 앱 접속 | open+app, start+app, visit+app, use+app
      event application installed, app installed, install, 앱 설치 | install, install+app
      event application uninstalled, app uninstalled, 앱 삭제 | uninstall, uninstall+app, remove+app
      event email opened, email open, opened email, 이메일 오픈 | open+email, read+email, view+email
      event email link clicked, email clicked, email click, 이메일 클릭 | click+email, click+email+link
      event email delivered, email received, email sent, 이메일 수신 | receive+email
      event unsubscribed, email unsubscribed, 수신 거부 | unsubscribe, unsubscribe+email
      event push notification opened, push opened, push notification tapped, push clicked, push notification clicked, 푸시 오픈, 푸시 클릭 | open+push, click+push, read+push, view+push
      event push notification received, push received, push delivered, 푸시 수신 | receive+push
      event sms link clicked, sms clicked, 문자 클릭 | click+sms, click+sms+link
      event subscription started, subscribed, subscription created, 구독, 구독 시작 | subscribe, start+subscription, subscription, start+subscribe
      event subscription cancelled, subscription canceled, 구독 해지 | cancel+subscription, cancel+subscribe
      event trial started, 체험 시작 | start+trial, trial, request+trial
      event video watched, video played, video playback started, 영상 시청 | watch+video, view+video
      event form submitted, survey completed, survey submitted, 설문 완료 | submit+form, write+form, complete+form
      event order shipped, 배송 시작 | ship, ship+order, start+ship
      event order delivered, 배송 완료 | deliver, deliver+order, complete+ship
      """;

  private static final String TRAITS =
      """
      trait city, address.city, location.city, region, 도시, 지역 | 도시, 지역, 거주지, 사는 곳, 사는 도시 | city, town
      trait country, address.country, location.country, 국가 | 국가, 나라 | country
      trait age, 나이 | 나이, 연령 | age, aged
      trait gender, sex, 성별 | 성별 | gender, sex
      trait birthday, birth_date, birthdate, date_of_birth, dateOfBirth, 생일 | 생일, 생년월일, 생신 | birthday, birthdate, date of birth, n birthday
      trait createdAt, created_at, signed_up_at, signedUpAt, signup_date, joined_at, 가입일 | 가입일, 가입 날짜, 가입일자, 가입 시점 | signup date, sign-up date, join date, registration date
      trait email, 이메일 | 이메일, 이메일 주소, 메일 주소 | email, email address, e-mail address, e-mail
      trait phone, mobile, phone_number, 전화번호 | 전화번호, 휴대폰 번호, 휴대폰, 핸드폰 번호, 연락처 | phone, phone number, mobile number
      trait name, full_name, 이름 | 이름, 성함 | name
      trait tier, grade, level, membership, membership_level, loyalty_tier, 등급 | 등급, 멤버십, 회원 등급, 고객 등급 | tier, grade, membership, membership level, loyalty tier
      trait plan, subscription_plan, 요금제 | 요금제, 플랜 | plan, subscription plan
      trait points, point_balance, reward_points, 포인트 | 포인트, 적립금, 보유 포인트, 마일리지 | points, reward points, point balance
      trait language, locale, 언어 | 언어 | language
      trait company, company_name, 회사 | 회사 | company
      trait referrer, signup_channel, channel, 유입 경로 | 유입 경로, 유입 채널, 가입 경로 | signup channel, acquisition channel
      trait visits, visit_count, 방문 수 | 방문 수 | visit count
      value city: seoul, 서울, 서울시, 서울특별시 | 서울, 서울시, 서울특별시 | seoul
      value city: busan, 부산, 부산시, 부산광역시 | 부산, 부산시, 부산광역시 | busan
      value city: daegu, 대구, 대구시, 대구광역시 | 대구, 대구시 | daegu
      value city: incheon, 인천, 인천시, 인천광역시 | 인천, 인천시 | incheon
      value city: gwangju, 광주, 광주시, 광주광역시 | 광주, 광주시 | gwangju
      value city: daejeon, 대전, 대전시, 대전광역시 | 대전, 대전시 | daejeon
      value city: ulsan, 울산, 울산시, 울산광역시 | 울산, 울산시 | ulsan
      value city: sejong, 세종, 세종시 | 세종, 세종시 | sejong
      value city: suwon, 수원, 수원시 | 수원, 수원시 | suwon
      value city: seongnam, 성남, 성남시 | 성남, 성남시 | seongnam
      value city: jeju, 제주, 제주시, 제주도 | 제주, 제주시, 제주도 | jeju
      value gender: female, f, woman, women, 여성, 여자, 여 | 여성, 여자 | female, females, woman, women, ladies
      value gender: male, m, man, men, 남성, 남자, 남 | 남성, 남자 | male, males, man, men
      value country: kr, korea, south korea, 한국, 대한민국 | 한국, 대한민국, 국내 | korea, south korea, korean
      value country: us, usa, united states, 미국 | 미국 | usa, united states, the us, american
      value country: jp, japan, 일본 | 일본 | japan, japanese
      value country: cn, china, 중국 | 중국 | china, chinese
      value tier: vip, 브이아이피 | VIP, 브이아이피 | vip, vips
      value tier: gold, 골드 | 골드 | gold
      value tier: silver, 실버 | 실버 | silver
      value tier: bronze, 브론즈 | 브론즈 | bronze
      value any: web, 웹 | 웹 | web
      value any: app, 앱 | 앱 |
      value any: shoes, shoe, 신발 | 신발 | shoes
      value any: clothing, apparel, clothes, 의류, 옷 | 의류, 옷 | clothing, clothes, apparel
      value any: electronics, 전자제품, 가전 | 전자제품, 가전 | electronics
      value any: cosmetics, beauty, 화장품 | 화장품 | cosmetics, beauty products
      value any: food, 식품 | 식품 | food
      purpose marketing, *marketing | 마케팅, 마케팅 정보, 광고성 정보 | marketing, marketing messages
      purpose email_marketing, email, marketing_email | 이메일, 메일, 이메일 마케팅, 이메일 마케팅 정보 | email, email marketing, emails, marketing emails, the newsletter, newsletter
      purpose sms_marketing, sms, marketing_sms | 문자, SMS, 문자 마케팅, SMS 마케팅 | sms, sms marketing, texts, text messages
      purpose push_marketing, push, marketing_push | 푸시, 앱푸시, 앱 푸시, 푸시 알림 | push, push notifications, push marketing
      purpose ads, advertising, ad_targeting | 광고, 맞춤 광고, 맞춤형 광고 | ads, advertising, personalized ads
      purpose analytics, measurement | 분석, 통계 | analytics
      purpose personalization, personalisation | 개인화, 맞춤 추천 | personalization, personalisation
      score churn, churn_risk, churn_probability | 이탈, 이탈 위험, 이탈 확률, 이탈률, 이탈 가능성 | churn, churn risk, churn probability
      score purchase, purchase_probability, propensity, likelihood_to_buy | 구매 확률, 구매 가능성, 구매 예측 | purchase probability, likelihood to buy, propensity to buy
      property category, product.category, products.category, 카테고리 | 카테고리, 분류, 품목 | category, categories
      property brand, product.brand, products.brand, 브랜드 | 브랜드 | brand, brands
      property product_id, productId, sku, products.product_id, product | 상품, 제품, 상품 종류 | product, products, items
      property name, product_name, products.name | 상품명, 상품 이름 | product name
      property channel, platform, 채널 | 채널, 경로 | channel
      property coupon, coupon_code | 쿠폰, 쿠폰 코드 | coupon code
      property quantity, 수량 | 수량 | quantity
      property query, search_term, 검색어 | 검색어 | search term, query
      property url, path, page_url | 주소, 페이지 주소 | url, page url
      property rating, 평점 | 평점, 별점 | rating, stars
      property discount, 할인 | 할인, 할인 금액, 할인액 | discount
      property payment_method, 결제 수단 | 결제 수단, 결제 방법 | payment method
      property revenue, total, amount, order_total, total_price, price, value, 금액, 결제 금액 | |
      """;

  private static final String WORDS =
      """
      word not | 안, 못, 미, 않-않은-않았, 않-않는-않았, 없-없는-없었, 없-없던-없었, 아니-아닌-아니었, 못하-못한-못했 | not, no, never, didn't, don't, doesn't, haven't, hasn't, hadn't, isn't, aren't, wasn't, weren't, didnt, dont, doesnt, havent, hasnt, isnt, arent, cannot, neither, none, no one who
      word without | | without
      word times | | times, time
      word except | 제외, 제외하고, 빼고, 말고, 외의, 이외의, 외에 | except, except for, excluding, exclude, outside, outside of, other than, apart from
      word and | 그리고, 및, 또한, 게다가 | and, &, plus, as well as
      word or | 또는, 혹은, 아니면 | or, and/or, nor
      word but | 하지만, 그러나, 그런데, 그렇지만 | but, yet, however, although, though, while
      word relative | 중, 중에, 중에서, 가운데 | who, that, which, whose, who've, who's
      word then | 후, 후에, 뒤, 뒤에, 다음, 다음에, 이후, 이후에, 나서, 그 후, 그 뒤, 그 후에, 그 뒤에, 그다음, 그런 다음 | then, and then, followed by, afterwards, after that, later
      word after | | after
      word before | | before, prior to
      word last | 최근, 지난, 요 | last, past, previous, recent, trailing, in the last, in the past, within the last, within the past, over the last, over the past, during the last, during the past, for the last, for the past
      word within | 안에, 이내, 이내에, 내에, 내, 안으로, 안 | within, in, inside, inside of, under
      word during | 동안, 동안에, 기간 | for, during
      word ago | 전, 전에, 이전, 이전에 | ago, back
      word next | 앞으로, 향후, 다가오는, 다음 | next, upcoming, coming, in the next, within the next, over the next
      word passed | 지나-지나간-지났, 경과 |
      word since | | since
      word until | | until, till, through
      word range | | to
      word between | 사이, 사이인, 사이의 | between, from
      word ever | 지금까지, 이제까지, 여태까지, 전체 기간, 지금껏 | ever, of all time, at any time, all time
      word sum | 총, 합계, 누적, 합쳐서, 합해서, 모두 합쳐, 통틀어, 총액, 합산 | total, in total, altogether, sum, a total of, overall, combined, cumulative, sum of
      word average | 평균 | average, avg, mean, on average
      word least | 최소 금액, 최저, 가장 작은 | minimum, min, smallest, lowest, cheapest
      word most | 최대 금액, 최고, 가장 큰 | maximum, max, largest, highest, biggest
      word distinct | 서로 다른, 다른, 여러 | different, distinct, unique
      word first | 첫, 첫 번째, 최초, 처음 | first, first-time, initial
      word latest | 마지막, 가장 최근, 직전, 최종 | last, latest, most recent
      word count | 횟수, 건수, 수, 개수 | number of, count of, count, the number of
      word amount | 금액, 액, 가격, 매출, 액수, 값 | amount, value, revenue, spend, spending, worth, price, worth of, amounts
      word each | 한 번에, 한번에, 건당, 회당, 1회, 단일, 한 건에 | each, single, per order, in one order, in a single order, at once, in one go, in one purchase, a single
      word has | 있-있는-있었, 있-있던-있었, 보유, 가지-가진-가졌 | has, have, having, with, had
      word experience | 적, 이력, 경험, 기록, 내역, 바 | history of, a history of
      word contains | 포함, 들어가-들어간-들어갔, 들어있-들어있는-들어있었, 포함되-포함된-포함됐 | contains, containing, contain, includes, including, include
      word starts | 시작 | starts with, starting with, start with, begins with, beginning with
      word ends | 끝나-끝나는-끝났, 끝나-끝난-끝났 | ends with, ending with, end with, ends in, ending in
      word only | | only, just
      word anniversary | 기념일, 주년 | anniversary
      word segment | 세그먼트, 그룹, 고객군 | segment, segments, audience
      word score | 점수, 스코어, 지수 | score, probability, likelihood, risk
      word consent | 동의, 수신 동의, 정보 수신 동의, 수신 허용, 허용 | consented, consent, consents, opted in, opted-in, opt in, agreed, opted into, allowed, allow, permitted, consented to, opted in to, agreed to, consent to
      word refuse | 거부, 수신 거부, 철회, 미동의, 수신 미동의 | opted out, opted out of, refused, withdrew, withdrew consent, opt out, opt out of, withdrew consent to, refused consent to
      word since_done | 지 |
      word filler | 고객, 고객님, 사람, 회원, 유저, 사용자, 분, 손님, 이벤트, 대상, 모두, 전부, 전체, 그, 것, 거, 어떤, 아무, 아무것, 하나, 한 번도, 한번도, 단 한 번도, 단 한번도, 전혀, 단, 찾아줘, 찾아 줘, 찾아주세요, 보여줘, 보여 줘, 보여주세요, 알려줘, 알려주세요, 골라줘, 골라주세요, 뽑아줘, 뽑아주세요, 해 줘, 해줘, 이미, 아직, 현재, 상태, 회원들, 하-한-했, 하-하는-하였, 하-했던-했었, 되-된-됐, 되-되는-되었, 해 보-해 본-해 봤, 살-사는-살았, 거주, 속하-속한-속했, 속하-속해 있는-속해 있었, 해당, 해당되-해당되는-해당됐, 다녀가-다녀간-다녀갔, 대한, 대해, 관련, 통해, 통해서, 정도, 만에 | the, a, an, any, anything, something, some, anyone, anybody, somebody, someone, their, his, her, its, my, our, your, of, on, at, by, all, every, everyone, everybody, people, person, customers, customer, users, user, members, member, shoppers, shopper, clients, client, contacts, profiles, subscribers, those, they, them, is, are, was, were, be, been, being, did, do, does, done, show, me, find, give, target, already, live, lives, lived, living, located, based, residing, from, to, into, via, it, there, as, belong, belongs, belonging, belong to, belongs to, member of, members of, part of, in their, of the, both, either, also, during, person's, i, want, please, select, where, when, up, whom, still, about, so, more, this, event, events, among, we, have been
      compare gte | 이상 | or more, or above, or higher, or over, and above, and over, plus, +, or older, and older, and up, or up
      compare gt | 초과, 넘게, 넘-넘는-넘었, 넘-넘은-넘었, 넘기-넘긴-넘겼, 보다 많은, 보다 많이, 보다 큰, 보다 높은 |
      compare lte | 이하, 까지 | or less, or fewer, or below, or under, or lower, or younger, and under, and below, or lesser
      compare lt | 미만, 보다 적은, 보다 적게, 보다 작은, 보다 낮은, 안 되는, 안되는, 못 미치는 |
      before gte | 최소, 적어도, 못해도, 최소한 | at least, no less than, no fewer than, not less than, not fewer than, minimum of, a minimum of, >=, ≥, at minimum, minimum, starting from
      before gt | | more than, over, above, greater than, bigger than, higher than, exceeding, exceeds, exceeded, >, older than, upwards of, is over, longer than
      before lte | 최대, 많아야, 최대한 | at most, no more than, not more than, up to, maximum of, a maximum of, <=, ≤, no greater than, not over, maximum
      before lt | | less than, fewer than, under, below, lower than, smaller than, <, younger than
      exactly before | 정확히, 딱, 꼭 | exactly, precisely, =, ==, equals, equal to
      exactly after | | exactly
      calendar today | 오늘, 금일 | today
      calendar yesterday | 어제, 전일 | yesterday
      calendar this_week | 이번 주, 금주 | this week
      calendar last_week | 지난주, 저번 주, 전주 | last week, previous week
      calendar this_month | 이번 달, 이달, 당월 | this month
      calendar last_month | 지난달, 저번 달, 전월 | last month, previous month
      calendar this_quarter | 이번 분기 | this quarter
      calendar last_quarter | 지난 분기, 저번 분기, 직전 분기 | last quarter, previous quarter
      calendar this_year | 올해, 금년 | this year
      calendar last_year | 작년, 지난해, 전년 | last year, previous year
      particle filler | 은, 는, 이, 가, 을, 를, 에, 에게, 에게서, 께, 께서, 한테, 로, 으로, 도, 들, 마다, 씩, 보다, 자, 용, 짜리, 이라도, 라도, 이든, 든, 이라는, 라는, 이란, 란, 님, 적으로 | 's, s'
      particle range | 에서, 부터 |
      particle until | 까지 |
      particle of | 의 |
      particle only | 만 |
      particle during | 간 |
      particle within | 안에, 내에, 이내 |
      particle then | 후, 뒤 |
      particle noun_and | 와, 과, 랑, 이랑 |
      particle noun_or | 나, 이나 |
      ending and | 고, 고서, 며, 으며, 면서, 으면서, 여, 어, 아, 어서, 아서, 여서 |
      ending but | 지만, 으나, 나, 는데, 은데, 는데도, 으면서도, 면서도 |
      ending or | 거나, 든지, 든가 |
      ending relative | 는, 은, 던, 을 |
      ending then | 자마자, 고 나서, 고나서, 고 난 후, 고 난 뒤 |
      ending filler | 지, 지도, 지는, 지를, 기, 다, 습니다, 음, 게, 려고, 으려고, 었, 은지, 는지, ㅂ니다, 어요, 아요 |
      copula and | 이고, 고, 이며, 며, 이면서, 면서 |
      copula but | 이지만, 지만, 인데, 이나마 |
      copula or | 이거나, 거나, 이든지, 든지 |
      copula relative | 인, 이던, 이었던, 였던 |
      copula filler | 이다, 입니다, 임, 이에요, 예요 |
      """;
}
