package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.Undecodable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static final byte[] BODY = "{\"userId\":\"u1\"}".getBytes(UTF_8);
  private static final Value.Fields LIBRARY =
      new Value.Fields(Map.of("library", new Value.Text("java")));
  private static final Value.Fields NOT_MAIL =
      new Value.Fields(Map.of("Mail", new Value.Truth(false)));

  @Test
  void whatTheEdgeKnewOfAnEventComesBackWithItsOwnBytes() {
    for (var context : List.of(Value.Fields.EMPTY, LIBRARY)) {
      for (var integrations : List.of(Value.Fields.EMPTY, NOT_MAIL)) {
        var envelope = envelope(Call.TRACK, "s", context, integrations);
        var payload = encoded(envelope);
        assertThat(EntryCodec.envelope(payload)).isEqualTo(envelope);
        assertThat(EntryCodec.bodyAt(payload)).isEqualTo(payload.length - BODY.length);
      }
    }
  }

  /// An envelope as it was written before batches had integrations.
  @Test
  void aLogFromBeforeThereWereIntegrationsIsReadTheSame() {
    for (var context : List.of(Value.Fields.EMPTY, LIBRARY)) {
      var encoder = new Encoder().octet(1).varint(7).varint(1_000).octet(0).text("edge");
      encoder.optional(null).varint(400).truth(!context.values().isEmpty());
      if (!context.values().isEmpty()) {
        encoder.value(context);
      }
      var before = encoder.raw(BODY, 0, BODY.length).toBytes();
      var envelope = envelope(null, null, context, Value.Fields.EMPTY);
      assertThat(EntryCodec.envelope(before)).isEqualTo(envelope);
      assertThat(encoded(envelope)).isEqualTo(before);
    }
  }

  @Test
  void partsOfABatchThatNobodyKnowsAreDamage() {
    var encoder = new Encoder().octet(1).varint(7).varint(1_000).octet(0).text("edge");
    var payload = encoder.optional(null).varint(400).octet(4).toBytes();
    assertThatThrownBy(() -> EntryCodec.envelope(payload)).isInstanceOf(Undecodable.class);
  }

  private static Envelope envelope(
      @Nullable Call call,
      @Nullable String sentAt,
      Value.Fields context,
      Value.Fields integrations) {
    return new Envelope(7, 1_000, call, "edge", sentAt, context, integrations, 400);
  }

  private static byte[] encoded(Envelope envelope) {
    return EntryCodec.encode(new Collected(envelope, BODY, JsonReader.event(BODY)), new Encoder());
  }
}
