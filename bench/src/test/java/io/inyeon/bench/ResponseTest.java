package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Whatever is missing at its end, it is not complete.
  private static void endsOnlyWithItsLastByte(String answer) {
    var bytes = bytes(answer);
    for (var size = 0; size < bytes.length; size++) {
      assertThat(Response.end(bytes, size)).as("%d bytes", size).isEqualTo(Response.INCOMPLETE);
    }
    assertThat(Response.end(bytes, bytes.length)).isEqualTo(bytes.length);
  }

  @Test
  void findsTheEndByTheLength() {
    endsOnlyWithItsLastByte(
        "HTTP/1.1 200 OK\r\nDate: x\r\ncontent-length: 16\r\nA: b\r\n\r\n{\"success\":true}");
    endsOnlyWithItsLastByte("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void findsTheEndOfChunks() {
    endsOnlyWithItsLastByte(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n1A;x=y\r\n"
            + "z".repeat(26)
            + "\r\n0\r\n\r\n");
  }

  @Test
  void readsStatusAndTexts() {
    var answer = bytes("HTTP/1.1 503 No\r\n\r\n{\"a\":1,\"position\":\"42\",\"b\":\"c\"}");
    assertThat(Response.status(answer)).isEqualTo(503);
    assertThat(Response.text(answer, answer.length, "position")).isEqualTo("42");
    assertThat(Response.text(answer, answer.length, "a")).isEmpty();
  }
}
