package io.inyeon.core.govern.enricher;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No event leads a request to where its author did not mean it to go.
class TargetTest {
  private static Value.Fields event(String value) {
    return new Value.Fields(
        Map.of("properties", new Value.Fields(Map.of("domain", new Value.Text(value)))));
  }

  private static @Nullable String path(String url, String value) {
    return Objects.requireNonNull(Target.of(url)).in(event(value))
            instanceof Target.Filled.Path(var path)
        ? path
        : null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "https://",
        "https://user@example.com/",
        "https://user:pw@example.com/",
        "https://{/userId}.example.com/",
        "https://example.com:0/",
        "https://example.com:99999/",
        "https://example.com/#part",
        "https://example.com/a b",
        "https://example.com/{broken",
        "https://example.com/{no-pointer}",
        "https://example.com\\@evil.example/",
        "https://example.com/\r\nHost: evil"
      })
  void anAddressThatCannotBeMeantIsRefused(String url) {
    assertThat(Target.of(url)).isNull();
  }

  @Test
  void schemeHostAndPortAreFixed() {
    var target = Objects.requireNonNull(Target.of("HTTPS://API.Example.com?x={/userId}"));
    assertThat(target.origin()).isEqualTo("https://api.example.com:443");
    assertThat(target.authority()).isEqualTo("api.example.com");
    var six = Objects.requireNonNull(Target.of("http://[::1]:8080/a"));
    assertThat(six.host()).isEqualTo("::1");
    assertThat(six.authority()).isEqualTo("[::1]:8080");
  }

  @Test
  void whatStandsInAnAddressIsEncoded() {
    assertThat(path("https://e.example/c/{/properties/domain}?v=1", "a/b?c=한 글"))
        .isEqualTo("/c/a%2Fb%3Fc%3D%ED%95%9C%20%EA%B8%80?v=1");
    assertThat(path("https://e.example/c/{/properties/domain}", "..")).isNull();
    assertThat(path("https://e.example/c/{/properties/domain}/x", ".")).isNull();
    assertThat(path("https://e.example/c?d={/properties/domain}", "..")).isEqualTo("/c?d=..");
    assertThat(path("https://e.example/c/{/properties/domain}", " ")).isNull();
  }

  @Property
  void noValueLeavesItsStepOfThePath(@ForAll String value) {
    var path = path("https://e.example/c/{/properties/domain}/end", value);
    if (path != null) {
      assertThat(path).matches("/c/[A-Za-z0-9%._~-]+/end");
      var uri = URI.create("https://e.example" + path).normalize();
      assertThat(uri.getRawPath()).isEqualTo(path);
    }
  }
}
