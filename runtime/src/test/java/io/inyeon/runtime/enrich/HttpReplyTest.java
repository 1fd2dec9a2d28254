package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Answers of HTTP, from bytes of strangers.
class HttpReplyTest {
  private static HttpReply read(String bytes) throws IOException {
    return HttpReply.read(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), 20);
  }

  private static void unreadable(String bytes, String cause) {
    assertThatThrownBy(() -> read(bytes))
        .as(bytes)
        .isInstanceOfSatisfying(
            HttpReply.Unreadable.class, e -> assertThat(e.cause).isEqualTo(cause));
  }

  @Test
  void bodiesEndInThreeWays() throws IOException {
    assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc").body())
        .isEqualTo("ab".getBytes(UTF_8));
    assertThat(
            read("""
            HTTP/1.1 100 Continue

            HTTP/1.1 200
            Transfer-Encoding: chunked

            3;x=y
            abc
            A
            0123456789
            0
            Trailer: 1

            """)
                .body())
        .isEqualTo("abc0123456789".getBytes(UTF_8));
    assertThat(read("HTTP/1.0 404 Not Found\nX: a\nX: b\n\nto the end").body())
        .isEqualTo("to the end".getBytes(UTF_8));
    assertThat(read("HTTP/1.1 204 No Content\r\n\r\n").body()).isEmpty();
  }

  @Test
  void whatIsTooMuchOrBreaksOffIsTold() {
    var begin = "HTTP/1.1 200 OK\r\n";
    unreadable(begin + "Content-Length: 21\r\n\r\n", "answer_too_large");
    unreadable(begin + "\r\n" + "x".repeat(21), "answer_too_large");
    unreadable(begin + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", "answer_too_large");
    unreadable(begin + "Content-Length: 5\r\n\r\nab", "unreadable_answer");
    unreadable(begin + "Transfer-Encoding: chunked\r\n\r\n3\r\nab", "unreadable_answer");
    unreadable(begin + "Transfer-Encoding: chunked\r\n\r\nx\r\n", "unreadable_answer");
    unreadable(begin + "Transfer-Encoding: gzip\r\n\r\n", "unreadable_answer");
    unreadable(begin + "Content-Encoding: gzip\r\n\r\n", "unreadable_answer");
    unreadable(begin + "Content-Length: -1\r\n\r\n", "unreadable_answer");
    unreadable(begin + "X".repeat(9_000), "unreadable_answer");
    unreadable(begin + "A: b\r\n".repeat(300), "unreadable_answer");
    unreadable("SSH-2.0\r\n\r\n", "unreadable_answer");
    unreadable("", "unreadable_answer");
  }

  @Property
  void noBytesMakeItFailInAnotherWay(@ForAll byte[] bytes) {
    for (var begin :
        new String[] {
          "",
          "HTTP/1.1 200 OK\r\n",
          "HTTP/1.1 200 OK\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        }) {
      var all = (begin + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
      try {
        assertThat(HttpReply.read(new ByteArrayInputStream(all), 20).body().length)
            .isLessThanOrEqualTo(20);
      } catch (IOException e) {
        assertThat(e).isInstanceOf(HttpReply.Unreadable.class);
      }
    }
  }
}
