package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enrich.Channels;
import io.inyeon.runtime.json.JsonReader;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Through which channel somebody came.
class ChannelsTest {
  private static final Channels CHANNELS =
      new Channels(PublicWorks.ALL.suffixes(), Set.of("inicis.com"));
  private static final String SHOP = "https://www.example.co.kr/p";

  private static String told(String referrer, String page) {
    var traffic = CHANNELS.of(referrer, page, Value.Fields.EMPTY);
    return traffic == null ? "-" : traffic.channel() + "/" + traffic.source();
  }

  @ParameterizedTest
  @CsvSource({
    "'', direct/direct",
    "https://www.google.co.kr/, organic_search/google",
    "'https://search.naver.com/search.naver?query=%EA%BD%83', organic_search/naver",
    "https://m.search.daum.net/search?q=x, organic_search/daum",
    "https://m.blog.naver.com/someone/1, organic_social/naver_blog",
    "https://cafe.daum.net/x, organic_social/daum_cafe",
    "https://mail.naver.com/v2/read, email/naver_mail",
    "https://mail.google.com/, email/gmail",
    "https://search.shopping.naver.com/, organic_shopping/naver_shopping",
    "https://www.coupang.com/np, organic_shopping/coupang",
    "https://l.instagram.com/?u=x, organic_social/instagram",
    "https://t.co/abc, organic_social/twitter",
    "https://m.youtube.com/watch, organic_video/youtube",
    "https://www.amazon.co.jp/, organic_shopping/amazon",
    "https://news.somewhere.or.kr/1, referral/somewhere.or.kr",
    "android-app://com.nhn.android.search/, organic_search/naver",
    "android-app://com.example.app/, referral/com.example.app",
    "https://m.example.co.kr/cart, -",
    "https://ksmobile.inicis.com/pay, -",
    "http://192.0.2.1/x, direct/direct",
    "garbage, direct/direct"
  })
  void byTheReferrer(String referrer, String told) {
    assertThat(told(referrer, SHOP)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "utm_source=naver&utm_medium=cpc, paid_search/naver",
    "utm_source=google&utm_medium=CPC, paid_search/google",
    "utm_source=facebook&utm_medium=paid_social, paid_social/facebook",
    "utm_source=ig&utm_medium=social, organic_social/ig",
    "utm_source=youtube&utm_medium=video, organic_video/youtube",
    "utm_source=youtube&utm_medium=cpc, paid_video/youtube",
    "utm_source=coupang.com&utm_medium=cpc, paid_shopping/coupang.com",
    "utm_source=x&utm_medium=cpc&utm_campaign=summer-shop, paid_shopping/x",
    "utm_source=gfa&utm_medium=banner, display/gfa",
    "utm_source=criteo&utm_medium=retargeting, paid_other/criteo",
    "utm_source=stibee&utm_medium=email, email/stibee",
    "utm_source=naver&utm_medium=email, email/naver",
    "utm_source=kakao&utm_medium=alimtalk, messenger/kakao",
    "utm_source=aligo&utm_medium=lms, sms/aligo",
    "utm_source=braze&utm_medium=app_push, push/braze",
    "utm_source=linkprice&utm_medium=affiliate, affiliates/linkprice",
    "utm_source=a&utm_medium=b, unassigned/a",
    "utm_source=google&utm_medium=organic, organic_search/google",
    "utm_campaign=Cross-network-1&utm_source=google&utm_medium=cpc, cross_network/google",
    "gclid=abc, paid_search/google",
    "n_media=1&n_query=%EA%BD%83&n_ad_group=g&n_ad=a, paid_search/naver",
    "NaPm=ct%3Dabc, paid_shopping/naver_shopping",
    "fbclid=abc, organic_social/facebook"
  })
  void byTheCampaign(String parameters, String told) {
    assertThat(told("", SHOP + "?" + parameters)).isEqualTo(told);
    assertThat(told("https://www.example.co.kr/", SHOP + "?a=b&" + parameters)).isEqualTo(told);
  }

  @Test
  void whatTheCampaignSaysIsKept() {
    var campaign =
        (Value.Fields) JsonReader.event("{\"name\":\"여름\",\"medium\":\"cpc\"}".getBytes(UTF_8));
    var traffic =
        CHANNELS.of(
            "https://search.naver.com/search.naver?query=x",
            SHOP + "?utm_term=%EC%9B%90%ED%94%BC%EC%8A%A4+a&utm_content=b&utm_campaign=no",
            campaign);
    assertThat(traffic == null ? null : traffic.fields())
        .isEqualTo(
            JsonReader.event(
                ("{\"channel\":\"paid_search\",\"source\":\"naver\",\"medium\":\"cpc\",\"campaign\":\"여름\",\"term\":\"원피스"
                     + " a\",\"content\":\"b\"}")
                    .getBytes(UTF_8)));
  }

  @Test
  void whatWasSearchedForIsTheTerm() {
    var traffic =
        CHANNELS.of(
            "https://search.naver.com/search.naver?where=m&query=%EA%BD%83+%EB%B0%B0%EB%8B%AC",
            SHOP, Value.Fields.EMPTY);
    assertThat(traffic == null ? null : traffic.term()).isEqualTo("꽃 배달");
  }

  @Test
  void whatComesFromNoPageCameThroughNoChannel() {
    assertThat(CHANNELS.of("", "", Value.Fields.EMPTY)).isNull();
  }

  @Property(tries = 2_000)
  void anyAddressIsRead(@ForAll String one, @ForAll String other) {
    var traffic =
        CHANNELS.of(
            "https://" + one + ".com/?q=" + other,
            SHOP + "?utm_source=" + other,
            Value.Fields.EMPTY);
    assertThat(traffic == null || !traffic.channel().isEmpty()).isTrue();
    CHANNELS.of(one, other, Value.Fields.EMPTY);
  }
}
