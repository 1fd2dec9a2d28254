package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.PlanReader;
import io.inyeon.core.govern.schema.Documents;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The schemas of schemas, as json-schema.org publishes them, and the ready-made models of plans;
/// from the class path, never from the network.
public final class MetaSchemas implements Documents {
  private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/";

  /// The ready-made models, by name.
  static final List<String> MODELS = List.of("profile", "activity", "privacy");

  /// The one set of them.
  public static final MetaSchemas ALL = new MetaSchemas();

  private final Map<String, Value> byAddress = new TreeMap<>();

  private MetaSchemas() {
    put("http://json-schema.org/draft-07/schema", "schemas/draft-07");
    put(DRAFT_2020_12 + "schema", "schemas/2020-12");
    for (var part :
        new String[] {
          "applicator",
          "content",
          "core",
          "format-annotation",
          "format-assertion",
          "meta-data",
          "unevaluated",
          "validation"
        }) {
      put(DRAFT_2020_12 + "meta/" + part, "schemas/2020-12-" + part);
    }
    for (var model : MODELS) {
      put(PlanReader.MODELS + model, "models/" + model);
    }
  }

  /// Ready-made transformations, to begin with.
  static List<Value> templates() {
    return read("templates") instanceof Value.Items(var templates) ? templates : List.of();
  }

  private void put(String address, String file) {
    byAddress.put(address, read(file));
  }

  private static Value read(String file) {
    try (var in = MetaSchemas.class.getResourceAsStream(file + ".json")) {
      if (in != null && JsonReader.event(in.readAllBytes()) instanceof Value value) {
        return value;
      }
      throw new IllegalStateException("no " + file + " on the class path");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Value at(String address) {
    return byAddress.get(address);
  }
}
