package io.inyeon.runtime.http;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tasks that never get anywhere.
final class HouseTasks implements Tasks {
  private static final String CHANGE =
      "{\"kind\":\"split\",\"profile\":\"p1\",\"others\":[{\"profile\":\"p2\",\"identifiers\":"
          + "[\"email:a\\\"b@example.com\",\"=1+1\"]}]}\n";

  private final Map<String, Value.Fields> byId = new LinkedHashMap<>();

  private Value.Fields start(String kind) throws Busy {
    if (!byId.isEmpty()) {
      throw new Busy(byId.keySet().iterator().next());
    }
    var id = "tsk_" + kind;
    var json =
        "{\"id\":\"%s\",\"kind\":\"%s\",\"state\":\"running\",\"author\":\"a\",\"startedAt\":\"2025-01-01T00:00:00Z\"}"
            .formatted(id, kind);
    byId.put(id, (Value.Fields) JsonReader.event(json.getBytes(StandardCharsets.UTF_8)));
    return byId.get(id);
  }

  @Override
  public Value.Fields rebuild(String author) throws Busy {
    return start("rebuild");
  }

  @Override
  public Value.Fields rehearse(RulesDocument rules, String author) throws Busy {
    return start("rehearsal");
  }

  @Override
  public List<Value.Fields> all(Kind kind) {
    return List.copyOf(byId.values());
  }

  @Override
  public Value.@Nullable Fields one(Kind kind, String id) {
    return byId.get(id);
  }

  @Override
  public Value.@Nullable Fields cancel(Kind kind, String id) {
    return byId.remove(id);
  }

  @Override
  public @Nullable Lines changes(Kind kind, String id) {
    return byId.containsKey(id) ? () -> new BufferedReader(new StringReader(CHANGE)) : null;
  }
}
