package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server answered.
///
/// @param headers by name in lower case
record Reply(int status, Map<String, String> headers, byte[] body) {
  @Nullable String header(String name) {
    return headers.get(name);
  }

  String text() {
    return new String(body, UTF_8);
  }

  Value.Fields json() {
    return (Value.Fields) JsonReader.event(body);
  }

  @Nullable String code() {
    return json().text("code");
  }

  List<Value> items(String name) {
    return json().get(name) instanceof Value.Items(var items) ? items : List.of();
  }
}
