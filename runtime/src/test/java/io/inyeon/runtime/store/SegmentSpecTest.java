package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.LinkPath;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.ProfileId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The example payloads of the public specification, as one person's life.
class SegmentSpecTest {
  private static final Path EXAMPLES =
      Path.of("../../shared/data/conformance/segment_spec_examples.json.gz");
  private static final Identifier PERSON = new Identifier("user_id", "u-1");

  @Test
  void theExamplesOfThePublicSpecificationAreUnderstoodWithoutSurprise() throws IOException {
    assumeThat(EXAMPLES).as("needs the example payloads").exists();
    var fragment = Fragment.EMPTY;
    var count = 0;
    for (var example : ((Value.Items) examples()).values()) {
      var payload = ((Value.Fields) example).fields("payload");
      fragment = fragment.plus(Fragment.of(event(payload, count++), 1, SampleFragments.RULES));
    }
    var reading = new FragmentCodec.Reading();
    FragmentCodecTest.sections(fragment)
        .forEach((section, bytes) -> reading.read(section, new Decoder(bytes)));
    assertThat(reading.end()).isEqualTo(fragment);
    var profile =
        Profile.of(
            new ProfileId("p"),
            new TreeSet<>(List.of(PERSON)),
            Map.of(new FragmentKey(List.of(PERSON), SourceKind.SERVER), fragment),
            SampleFragments.RULES,
            LinkPath.UNKNOWN);

    assertThat(count).isEqualTo(71);
    assertThat(profile.events().total()).isEqualTo(71);
    assertThat(profile.events().byName())
        .containsKeys("alias", "group", "identify", "page", "screen", "Order Completed");
    assertThat(profile.traits()).containsOnlyKeys("email", "logins", "name", "plan");
    assertThat(profile.accounts())
        .extracting(Profile.Account::id)
        .containsExactly("0e8c78ea9d97a7b8185e8632");
    assertThat(profile.consents()).isEmpty();
    assertThat(profile.commerce().orders()).isEqualTo(1);
    assertThat(profile.commerce().revenue()).isEqualTo("0");
    assertThat(profile.commerce().unconverted())
        .containsExactly(
            Map.entry("USD", new Commerce.Apart(new BigDecimal("25.00"), new BigDecimal("0.00"))));
    assertThat(profile.leftOut().nothing()).isTrue();
  }

  private static Event event(Value.Fields payload, int number) {
    var type = text(payload, "type", text(payload, "action", "track"));
    var call = Call.valueOf(type.toUpperCase(Locale.ROOT));
    return new Event(
        new Event.Head(
            1, "m-" + number, call, text(payload, "event", type), 1000L + number, 2000L + number),
        SourceKind.SERVER,
        1,
        false,
        List.of(PERSON),
        call == Call.IDENTIFY || call == Call.GROUP ? payload.fields("traits") : Value.Fields.EMPTY,
        payload.text("groupId"),
        payload.fields("properties"),
        payload.fields("context"),
        payload.fields("integrations"));
  }

  private static String text(Value.Fields fields, String name, String otherwise) {
    var text = fields.text(name);
    return text == null ? otherwise : text;
  }

  private static Value examples() throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(EXAMPLES));
        var parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
      return value(parser, parser.nextToken());
    }
  }

  private static Value value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_ARRAY -> {
        var items = new ArrayList<Value>();
        for (var next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          items.add(value(parser, next));
        }
        yield new Value.Items(items);
      }
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, Value>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          fields.put(parser.currentName(), value(parser, parser.nextToken()));
        }
        yield new Value.Fields(fields);
      }
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Decimal(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Value.Truth(token == JsonToken.VALUE_TRUE);
      case null, default -> Value.Nothing.NOTHING;
    };
  }
}
