package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.EventConditions;
import io.inyeon.core.govern.transform.Touch;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.govern.transform.TransformationsReader;
import io.inyeon.core.govern.transform.Transforming;
import io.inyeon.runtime.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Steps that tell more of an event than is written on it.
class EnrichStepsTest {
  private static final EventConditions NONE =
      (written, path) -> new EventConditions.Read.Bad(List.of(new Violation("none", path, "")));

  private static Value.Fields json(String json) {
    return (Value.Fields) JsonReader.event(json.replace('\'', '"').getBytes(UTF_8));
  }

  private static Transformations written(String steps) {
    return new Transformations(1, json("{'transformations':[{'id':'a','steps':[" + steps + "]}]}"));
  }

  private static TransformationsReader.Reading read(String steps) {
    return TransformationsReader.read(
        written(steps), NONE, "key", GovernFuzzTest.RULES.types(), PublicWorks.ALL);
  }

  private static Value.Fields after(String steps, String event) {
    if (read(steps) instanceof TransformationsReader.Reading.Good(Transforming good)) {
      return good.after("s", Call.TRACK, json(event), 0);
    }
    throw new AssertionError(read(steps).toString());
  }

  @Test
  void aUserAgentTellsBrowserSystemAndDevice() {
    var event =
        "{'event':'a','context':{'os':{'name':'mine'},'userAgent':'Mozilla/5.0 (iPhone; CPU iPhone"
            + " OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
            + " Mobile/15E148 Safari/604.1'}}";
    var told = after("{'do':'user_agent','path':'/context/userAgent'}", event).fields("context");
    assertThat(told.get("browser")).isEqualTo(json("{'name':'Mobile Safari','version':'17.5'}"));
    assertThat(told.get("device"))
        .isEqualTo(json("{'type':'mobile','brand':'Apple','model':'iPhone','name':'iPhone'}"));
    assertThat(told.get("os")).isEqualTo(json("{'name':'mine'}"));
    var elsewhere =
        after("{'do':'user_agent','path':'/context/userAgent','to':'/properties/client'}", event);
    assertThat(elsewhere.fields("properties").fields("client").fields("os").text("version"))
        .isEqualTo("17.5");
  }

  @Test
  void aChannelIsToldByReferrerAndCampaign() {
    var told =
        after(
            "{'do':'channel','path':'/context/page/referrer','ignore':['pay.example.com']}",
            "{'event':'a','context':{'campaign':{'source':'naver','medium':'cpc'},"
                + "'page':{'url':'https://www.example.kr/'}}}");
    assertThat(told.fields("context").get("traffic"))
        .isEqualTo(json("{'channel':'paid_search','source':'naver','medium':'cpc'}"));
  }

  @Test
  void aDomainIsTold() {
    assertThat(
            after(
                "{'do':'domain','path':'/traits/email','to':'company'},"
                    + "{'do':'domain','path':'/properties/sites/*/url','otherwise':'drop'}",
                "{'event':'a','traits':{'email':'kim@mail.example.co.kr'},"
                    + "'properties':{'sites':[{'url':'http://a.example.com/x'},{'url':'nowhere'}]}}"))
        .isEqualTo(
            json(
                "{'event':'a','traits':{'email':'kim@mail.example.co.kr','company':'example.co.kr'},"
                    + "'properties':{'sites':[{'url':'example.com'},{}]}}"));
  }

  @Test
  void nothingIsSaidWhereNothingIsKnown() {
    var steps =
        "{'do':'user_agent','path':'/context/userAgent'},"
            + "{'do':'channel','path':'/context/page/referrer'},"
            + "{'do':'domain','path':'/context/page/url','to':'host'}";
    for (var event :
        List.of(
            "{'event':'a'}",
            "{'event':'a','context':{'userAgent':'','page':{'url':''}}}",
            "{'event':'a','context':{'userAgent':5,'page':[],'campaign':'x'}}")) {
      assertThat(after(steps, event)).isEqualTo(json(event));
    }
  }

  @Test
  void allThatIsWrongIsFoundAtOnce() {
    var read =
        read(
            "{'do':'user_agent','path':'/context/*/userAgent','to':'/messageId'},"
                + "{'do':'channel','path':'/context/page/referrer','page':'x','campaign':5,"
                + "'ignore':['com','example.com']},"
                + "{'do':'domain','path':'/properties/url','to':''}");
    assertThat(read).isInstanceOf(TransformationsReader.Reading.Bad.class);
    assertThat(((TransformationsReader.Reading.Bad) read).problems())
        .extracting(problem -> problem.code() + " " + problem.path().substring(25))
        .containsExactlyInAnyOrder(
            "invalid_path 0/to",
            "invalid_path 0/path",
            "invalid_path 1/page",
            "invalid_path 1/campaign",
            "not_a_domain 1/ignore",
            "invalid_path 2/to");
  }

  @Test
  void lineageKnowsWhatTheyReadAndWrite() {
    var touches =
        Touch.all(
            written(
                    "{'do':'user_agent','path':'/context/userAgent'},"
                        + "{'do':'channel','path':'/context/page/referrer'}")
                .document());
    assertThat(touches)
        .anyMatch(
            touch -> touch.does().equals("user_agent") && touch.concerns("context.device.type"))
        .anyMatch(
            touch -> touch.does().equals("channel") && touch.concerns("context.campaign.source"))
        .anyMatch(touch -> touch.does().equals("channel") && touch.concerns("context.traffic"))
        .noneMatch(Touch::takes);
  }
}
