package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static String hash(Value.Fields event) {
    return ContentHash.of(event, Call.TRACK);
  }

  @Test
  void theSameContentHasTheSameName() {
    var event =
        fields("event", "Sale", "properties", fields("price", new BigDecimal("10.0"), "n", 1));
    assertThat(hash(event)).matches("content-[0-9a-f]{32}");
    assertThat(
            hash(
                fields(
                    "sentAt", "2026-03-01T00:00:00Z",
                    "writeKey", "k",
                    "type", "track",
                    "properties", fields("n", new BigDecimal("1.00"), "price", 10),
                    "event", "Sale")))
        .isEqualTo(hash(event));
  }

  @Test
  void theNameOfAContentNeverChangesBetweenVersions() {
    assertThat(hash(fields("event", "Sale", "n", List.of(1, true, "가\uD800"), "o", null)))
        .isEqualTo("content-566714bb43d646dd9fbc75256afbd8df");
  }

  @Test
  void anotherContentHasAnotherName() {
    var others =
        List.of(
            fields(),
            fields("a", "b"),
            fields("a", "c"),
            fields("ab", ""),
            fields("a", null),
            fields("a", ""),
            fields("a", 1),
            fields("a", 10),
            fields("a", -1),
            fields("a", "1"),
            fields("a", true),
            fields("a", false),
            fields("a", List.of()),
            fields("a", List.of("b")),
            fields("a", List.of("b", "c")),
            fields("a", List.of(List.of("b"), "c")),
            fields("a", List.of(List.of("b", "c"))),
            fields("a", fields()),
            fields("a", fields("b", "c")),
            fields("a", fields(), "b", "c"),
            fields("a", fields("b", fields()), "c", ""),
            fields("a", fields("b", fields("c", ""))),
            fields("a", "\uD800"),
            fields("a", "\uDC00"),
            fields("a", "?"),
            fields("a", "\uD83D\uDE00"));
    var names = new HashSet<String>();
    others.forEach(each -> names.add(hash(each)));
    names.add(ContentHash.of(fields(), Call.PAGE));
    names.add(ContentHash.of(fields(), null));
    assertThat(names).hasSize(others.size() + 2);
  }
}
