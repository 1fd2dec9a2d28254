package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.bench.Template.Slot;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final byte[] TIME = "2026-11-22T03:00:00.000Z".getBytes(StandardCharsets.US_ASCII);

  private static String written(Template template, int person, long number) {
    var to = new Bytes(16);
    template.write(to, person, 0, number, TIME);
    return new String(to.array(), 0, to.size(), StandardCharsets.UTF_8);
  }

  private static Template template(String event) {
    return Template.of(event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void stampsWhoWhatAndWhenAndLeavesTheRest() {
    var template =
        template(
            "{\"type\":\"identify\",\"timestamp\":\"2020-01-01T00:00:00Z\",\"userId\":\"1000007\","
                + "\"anonymousId\":\"3ff84590-755c-4e80-b244-3de0b2f669a6\",\"traits\":{\"name\":"
                + "\"김민준\",\"email\":\"a@example.com\",\"phone\":\"+82 10-0000-0001\"},"
                + "\"messageId\":\"ajs-next-1787497320000-b7b530a7-b76a-4edf-9ca2-29d763000294\"}");
    assertThat(template.names()).containsExactly(Slot.USER, Slot.COOKIE, Slot.EMAIL, Slot.PHONE);
    assertThat(template.call()).isEqualTo("identify");
    assertThat(written(template, 42, 5))
        .matches(
            "\\{\"type\":\"identify\",\"timestamp\":\"2026-11-22T03:00:00.000Z\","
                + "\"userId\":\"1000042\",\"anonymousId\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-"
                + "[0-9a-f]{12}\",\"traits\":\\{\"name\":\"김민준\",\"email\":"
                + "\"person\\.0000042@example\\.com\",\"phone\":\"01000000042\"},"
                + "\"messageId\":\"ajs-next-1787497320000-[0-9a-f]{8}(-[0-9a-f]{4}){3}-"
                + "[0-9a-f]{12}\"}");
  }

  @Test
  void isTheSamePersonWithAnotherMessageEachTime() {
    var template =
        template(
            "{\"userId\":1000007,\"anonymousId\":\"x\",\"messageId\":\"a\",\"type\":\"page\"}");
    var one = written(template, 7, 1);
    var two = written(template, 7, 2);
    assertThat(one).isNotEqualTo(two).startsWith("{\"userId\":1000007,\"anonymousId\":\"");
    assertThat(one.substring(0, 60)).isEqualTo(two.substring(0, 60));
    assertThat(written(template, 8, 1).substring(0, 60)).isNotEqualTo(one.substring(0, 60));
    assertThat(template.call()).isEqualTo("page");
  }

  @Test
  void stampsDevicesAndCardsAndOrders() {
    var template =
        template(
            "{\"type\":\"track\",\"context\":{\"device\":{\"id\":\"8d3f4ed47e899e38\",\"type\":"
                + "\"android\",\"advertisingId\":\"a\"},\"externalIds\":[{\"id\":\"IN-1\",\"type\":"
                + "\"member_no\"},{\"id\":\"010-0000-0001\",\"type\":\"phone\"}]},\"properties\":"
                + "{\"order_id\":\"WEB-1\"}}");
    assertThat(written(template, 3, 9))
        .contains("\"id\":\"IN-0000003\"", "\"id\":\"01000000003\"", "BENCH-000000000009")
        .containsPattern("\"device\":\\{\"id\":\"[0-9a-f]{16}\",\"type\":\"android\"")
        .doesNotContain("8d3f4ed47e899e38");
    assertThat(template.names())
        .containsExactly(Slot.DEVICE, Slot.ADVERTISING, Slot.PHONE, Slot.CARD);
  }
}
