package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Ready-made maps of what other products export.
///
/// `segment` and `rudderstack`: JSON Lines of calls in their own specification's shape, which is
/// ours, as both write them to object storage; their warehouses' tables are another shape and need
/// a map. `posthog`: the events of PostHog's batch export, as JSON Lines or Parquet: `distinct_id`
/// is the user once `$identify` named one, else the device; `$set` becomes traits.
public final class Presets {
  private static final Map<String, Value.Fields> ALL =
      new TreeMap<>(Map.of("segment", calls(), "rudderstack", calls(), "posthog", postHog()));

  private Presets() {}

  /// Their names, in order.
  public static Set<String> names() {
    return ALL.keySet();
  }

  static Value.@Nullable Fields named(String name) {
    return ALL.get(name);
  }

  /// Every row is a call already. What other products' destinations were told is not ours.
  private static Value.Fields calls() {
    return fields("event", fields("$row", truth(true)));
  }

  private static Value.Fields postHog() {
    var call =
        fields(
            "$choose",
            list(
                when(fields("event", text("$identify")), text("identify")),
                when(fields("event", text("$set")), text("identify")),
                when(fields("event", text("$pageview")), text("page")),
                when(fields("event", text("$screen")), text("screen")),
                when(fields("event", text("$groupidentify")), text("group")),
                when(fields("event", text("$create_alias")), text("alias"))),
            "otherwise",
            text("track"));
    var anonymous =
        fields(
            "$choose",
            list(
                when(
                    fields("properties.$is_identified", list(text("true"))),
                    text("{properties.$device_id}")),
                when(
                    fields("properties.$anon_distinct_id", present(true)),
                    text("{properties.$anon_distinct_id}")),
                when(
                    fields("properties.$user_id", present(true)), text("{properties.$device_id}"))),
            "otherwise",
            text("{distinct_id}"));
    var user =
        fields(
            "$choose",
            list(
                when(fields("event", text("$identify")), text("{distinct_id}")),
                when(fields("event", text("$create_alias")), text("{properties.alias}")),
                when(
                    fields("properties.$is_identified", list(text("true"))),
                    text("{distinct_id}"))),
            "otherwise",
            text("{properties.$user_id}"));
    return fields(
        "file",
        fields("json", list(text("properties"))),
        "event",
        fields(
            "type",
            call,
            "messageId",
            text("{uuid}"),
            "event",
            text("{event}"),
            "userId",
            user,
            "anonymousId",
            anonymous,
            "previousId",
            text("{distinct_id}"),
            "groupId",
            text("{properties.$group_key}"),
            "timestamp",
            fields("$column", text("timestamp"), "as", text("time")),
            "traits",
            fields(
                "$choose",
                list(
                    when(
                        fields("event", text("$groupidentify")),
                        fields("$column", text("properties.$group_set")))),
                "otherwise",
                fields("$column", text("properties.$set"))),
            "name",
            text("{properties.$screen_name}"),
            "properties",
            fields("$column", text("properties")),
            "context",
            fields(
                "page",
                fields(
                    "url",
                    text("{properties.$current_url}"),
                    "referrer",
                    text("{properties.$referrer}"),
                    "path",
                    text("{properties.$pathname}")),
                "userAgent",
                text("{properties.$raw_user_agent}"))),
        "timeZone",
        text("UTC"));
  }

  private static Value.Fields when(Value.Fields condition, Value then) {
    return fields("when", condition, "then", then);
  }

  private static Value.Fields present(boolean present) {
    return fields("present", truth(present));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value truth(boolean truth) {
    return new Value.Truth(truth);
  }

  private static Value list(Value... values) {
    return new Value.Items(List.of(values));
  }

  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Value.Fields(fields);
  }
}
