package io.inyeon.core.govern.enrich;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a user agent says: the browser or app, the operating system and the device.
///
/// ```
/// {"browser": {"name": "Samsung Internet", "version": "25.0"},
///  "os": {"name": "Android", "version": "14"},
///  "device": {"type": "mobile", "brand": "Samsung", "model": "SM-S928N", "name": "Samsung SM-S928N"}}
/// ```
///
/// What it does not say is `null`.
public record Agent(
    @Nullable String browser,
    @Nullable String browserVersion,
    @Nullable String system,
    @Nullable String systemVersion,
    @Nullable String device,
    @Nullable String brand,
    @Nullable String model,
    @Nullable DeviceType type) {
  /// In the parts above; a part of which nothing is known is left out.
  public Map<String, Value> parts() {
    var parts = new LinkedHashMap<String, Value>();
    put(parts, "browser", named(browser, browserVersion));
    put(parts, "os", named(system, systemVersion));
    var made = new LinkedHashMap<String, Value>();
    text(made, "type", type == null ? null : type.word());
    text(made, "brand", brand);
    text(made, "model", model);
    text(made, "name", device);
    put(parts, "device", made);
    return parts;
  }

  private static Map<String, Value> named(@Nullable String name, @Nullable String version) {
    var made = new LinkedHashMap<String, Value>();
    if (name != null) {
      text(made, "name", name);
      text(made, "version", version);
    }
    return made;
  }

  private static void text(Map<String, Value> made, String name, @Nullable String text) {
    if (text != null) {
      made.put(name, new Value.Text(text));
    }
  }

  private static void put(Map<String, Value> parts, String name, Map<String, Value> made) {
    if (!made.isEmpty()) {
      parts.put(name, new Value.Fields(made));
    }
  }
}
