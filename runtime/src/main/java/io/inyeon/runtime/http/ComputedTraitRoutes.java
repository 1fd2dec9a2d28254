package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.FormulaWriter;
import io.inyeon.core.segment.Templates;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Computed traits over HTTP: defined, listed, and asked what a person's value is and why.
final class ComputedTraitRoutes {
  private final ComputedTraitDesk traits;

  ComputedTraitRoutes(ComputedTraitDesk traits) {
    this.traits = traits;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case COMPUTED_TRAITS -> all();
      case COMPUTED_TRAIT_TEMPLATES -> templates();
      case COMPUTED_TRAIT_CREATE -> save(exchange, null, author);
      case COMPUTED_TRAIT -> one(arguments.getFirst());
      case COMPUTED_TRAIT_UPDATE -> save(exchange, arguments.getFirst(), author);
      case COMPUTED_TRAIT_EXPLAIN -> explain(exchange, arguments.getFirst());
      case COMPUTED_TRAIT_MEASURE -> measure(arguments.getFirst());
      default -> throw new IllegalArgumentException("not of computed traits: " + route);
    };
  }

  private Answer all() {
    var json = new JsonWriter().startObject().startArray("computedTraits");
    traits.all().forEach(listed -> listed(json.startObject(), listed).endObject());
    return Answer.json(json.endArray().endObject());
  }

  private static Answer templates() {
    var json = new JsonWriter().startObject().startArray("templates");
    for (var template : Templates.all()) {
      json.startObject()
          .text("id", template.id())
          .text("name", template.name())
          .value("definition", FormulaWriter.of(template.formula()))
          .endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  private Answer one(String id) throws Refusal {
    var json = listed(new JsonWriter().startObject(), known(id)).startArray("versions");
    for (var version : traits.versions(id)) {
      trait(json.startObject(), version).endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  private ComputedTraitDesk.Listed known(String id) throws Refusal {
    var listed = traits.one(id);
    if (listed == null) {
      throw missing();
    }
    return listed;
  }

  private static Refusal missing() {
    return new Refusal(404, "computed_trait_not_found", "There is no such computed trait.");
  }

  private static JsonWriter listed(JsonWriter json, ComputedTraitDesk.Listed listed) {
    var trait = listed.trait();
    trait(json, trait)
        .truth("ready", trait.live())
        .decimal("progress", share(listed.progress()))
        .text("type", VocabularyRoutes.type(trait.formula().kind(), trait.formula().dates()))
        .startArray("usedBy");
    listed.usedBy().forEach(json::item);
    json.endArray().startArray("usedByTraits");
    listed.usedByTraits().forEach(json::item);
    json.endArray();
    var measuring = listed.measuring();
    if (measuring != null) {
      json.decimal("measuring", share(measuring));
    }
    var measured = trait.measured();
    if (measured != null) {
      json.value("measured", FormulaWriter.cuts(measured));
    }
    return json;
  }

  private static BigDecimal share(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.DOWN);
  }

  private static JsonWriter trait(JsonWriter json, ComputedTrait trait) {
    var heading = trait.heading();
    json.text("id", heading.id())
        .text("name", heading.name())
        .text("folder", heading.folder())
        .startArray("labels");
    heading.labels().forEach(json::item);
    return json.endArray()
        .text("status", heading.status().name().toLowerCase(Locale.ROOT))
        .number("version", trait.version())
        .value("definition", FormulaWriter.of(trait.formula()));
  }

  private Answer save(Exchange exchange, @Nullable String id, String author)
      throws Refusal, Intake.Unavailable {
    var body = RequestBody.fields(exchange);
    var after = id == null ? 0 : Versions.after(exchange.header(HeaderNames.IF_MATCH));
    return switch (traits.save(id, body, after, author)) {
      case ComputedTraitDesk.Saved.Done(var trait, var notices) -> {
        var json = trait(new JsonWriter().startObject(), trait).truth("ready", trait.live());
        yield Answer.json(
            id == null ? Status.CREATED_201 : Status.OK_200,
            Versions.violations(json, "notices", notices).endObject());
      }
      case ComputedTraitDesk.Saved.Wrong(var problems) ->
          Versions.invalid(
              "invalid_computed_trait",
              "The computed trait has " + problems.size() + " problems.",
              problems);
      case ComputedTraitDesk.Saved.Missing _ -> throw missing();
      case ComputedTraitDesk.Saved.Conflict _ ->
          throw new Refusal(
              412,
              "version_conflict",
              id == null
                  ? "There is a computed trait with this id already."
                  : "Somebody else saved the computed trait meanwhile: read it again.");
    };
  }

  private Answer explain(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    known(id);
    var who = RequestBody.fields(exchange).text("profile");
    if (who == null) {
      throw new Refusal(400, "missing_profile", "Say whom: profile, an id or type:value.");
    }
    var explained = traits.explain(id, Who.of(who));
    if (explained == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(explained.id());
    var json =
        new JsonWriter()
            .startObject()
            .text("id", explained.id().value())
            .text("computedTrait", id)
            .number("version", explained.trait().version())
            .time("asOf", explained.asOf());
    var value = explained.value();
    if (value != null) {
      json.value("value", value);
    }
    if (explained.changesAt() != null) {
      json.time("changesAt", explained.changesAt());
    }
    return Answer.json(
        json.value("reason", new Value.Fields(new LinkedHashMap<>(explained.facts()))).endObject());
  }

  private Answer measure(String id) throws Refusal {
    known(id);
    if (!traits.measure(id)) {
      throw new Refusal(
          409, "nothing_to_measure", "It has no quintiles, or its history is being counted.");
    }
    return Answer.json(
        Status.ACCEPTED_202, listed(new JsonWriter().startObject(), known(id)).endObject());
  }
}
