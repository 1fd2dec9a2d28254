package io.inyeon.core.govern;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The purposes with which a workspace begins. All rest on consent, so none permits anything before
/// somebody has granted it.
///
/// They enter the log of a workspace as any other version does; what is written here later changes
/// no workspace that has begun.
public final class DefaultPurposes {
  private DefaultPurposes() {}

  /// All of them, each as version 1.
  public static List<Purpose> all() {
    return List.of(
        purpose(
            "analytics",
            Channel.NONE,
            "이용 분석",
            "서비스를 어떻게 이용하시는지 살펴보고 더 쓰기 편하게 고치기 위해 방문·이용 기록을 분석하는 데 동의해 주세요.",
            "Usage analytics",
            "May we analyse how you visit and use our service, so that we can improve it?"),
        purpose(
            "personalisation",
            Channel.NONE,
            "맞춤 서비스",
            "관심사에 맞는 상품과 콘텐츠를 보여 드리기 위해 이용·구매 기록을 활용하는 데 동의해 주세요.",
            "Personalisation",
            "May we use what you viewed and bought to show you products and content that suit"
                + " you?"),
        purpose(
            "email_marketing",
            Channel.EMAIL,
            "이메일 광고 수신",
            "할인과 새 소식 같은 광고성 정보를 이메일로 받아 보는 데 동의해 주세요.",
            "Marketing by e-mail",
            "May we send you offers and news by e-mail?"),
        purpose(
            "sms_marketing",
            Channel.SMS,
            "문자 광고 수신",
            "할인과 새 소식 같은 광고성 정보를 문자 메시지로 받아 보는 데 동의해 주세요.",
            "Marketing by text message",
            "May we send you offers and news by text message?"),
        purpose(
            "push",
            Channel.PUSH,
            "앱 푸시 광고 수신",
            "할인과 새 소식 같은 광고성 정보를 앱 푸시 알림으로 받아 보는 데 동의해 주세요.",
            "Marketing by push notification",
            "May we send you offers and news as notifications of our app?"),
        purpose(
            "ads",
            Channel.NONE,
            "맞춤형 광고",
            "다른 사이트와 앱에서도 관심사에 맞는 저희 광고를 보여 드리기 위해 이용 기록을 활용하는 데 동의해 주세요.",
            "Personalised advertising",
            "May we use what you viewed to show you our advertisements on other sites and in other"
                + " apps?"),
        purpose(
            "third_party_sharing",
            Channel.NONE,
            "개인정보 제3자 제공",
            "제휴사가 자체 서비스를 안내할 수 있도록 개인정보를 제공하는 데 동의해 주세요. 제공받는 곳은 목록에서 확인하실 수 있어요.",
            "Sharing with third parties",
            "May we pass your data to our partners for their own offers? The list names them."),
        purpose(
            "cross_border_transfer",
            Channel.NONE,
            "개인정보 국외 이전",
            "국외에 있는 수탁사나 제휴사로 개인정보를 이전하는 데 동의해 주세요. 이전받는 곳은 목록에서 확인하실 수 있어요.",
            "Transfer abroad",
            "May we transfer your data to recipients in other countries? The list names them."),
        purpose(
            "profiling",
            Channel.NONE,
            "프로파일링",
            "구매 가능성이나 관심 분야를 예측하기 위해 기록을 자동으로 분석하는 데 동의해 주세요.",
            "Profiling",
            "May we analyse your data automatically to predict your interests?"));
  }

  private static Purpose purpose(
      String key, Channel channel, String ko, String koText, String en, String enText) {
    return new Purpose(
        key,
        1,
        new TreeMap<>(Map.of("ko", ko, "en", en)),
        new TreeMap<>(Map.of("ko", koText, "en", enText)),
        new TreeMap<>(
            Map.of(
                "ko",
                "동의하지 않으셔도 서비스를 이용하실 수 있고, 동의하신 뒤에도 설정이나 고객센터에서 언제든지 철회하실 수 있어요.",
                "en",
                "You can use our service without agreeing, and withdraw at any time in your"
                    + " settings or by asking customer service.")),
        LegalBasis.CONSENT,
        List.of(),
        0,
        0,
        0,
        false,
        channel,
        List.of(),
        true);
  }
}
