package io.inyeon.core.govern.enrich;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Where a visit came from.
///
/// ```
/// {"channel": "paid_search", "source": "naver", "medium": "cpc", "campaign": "여름 세일",
///  "term": "원피스", "content": "a"}
/// ```
///
/// @param channel see [Channels]
/// @param source short name of a known site, else a domain, or what the campaign says
public record Traffic(
    String channel,
    @Nullable String source,
    @Nullable String medium,
    @Nullable String campaign,
    @Nullable String term,
    @Nullable String content) {
  /// As above; what is not known is left out.
  public Value.Fields fields() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("channel", new Value.Text(channel));
    put(fields, "source", source);
    put(fields, "medium", medium);
    put(fields, "campaign", campaign);
    put(fields, "term", term);
    put(fields, "content", content);
    return new Value.Fields(fields);
  }

  private static void put(LinkedHashMap<String, Value> fields, String name, @Nullable String text) {
    if (text != null) {
      fields.put(name, new Value.Text(text));
    }
  }
}
