package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.core.segment.text.AnswerWriter;
import io.inyeon.core.segment.text.Language;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The workspace's vocabulary over HTTP, and phrases read by it.
final class VocabularyRoutes {
  private static final int LONGEST_TEXT = 2_000;

  private final VocabularyDesk vocabulary;

  VocabularyRoutes(VocabularyDesk vocabulary) {
    this.vocabulary = vocabulary;
  }

  Answer answer(Exchange exchange, ManagementRoute route, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case VOCABULARY -> told();
      case SYNONYMS -> synonyms(vocabulary.synonyms());
      case SYNONYMS_SAVE -> save(exchange, author);
      case SEGMENT_PARSE -> parse(exchange);
      default -> throw new IllegalArgumentException("not of the vocabulary: " + route);
    };
  }

  private Answer parse(Exchange exchange) throws Refusal {
    var body = RequestBody.fields(exchange);
    var text = body.text("text");
    if (text == null) {
      throw new Refusal(400, "missing_text", "Say what to read: text.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal(
          400, "text_too_long", "A text has " + LONGEST_TEXT + " characters at most.");
    }
    var parsed = vocabulary.parse(text, language(body.get("language")));
    var fields = new LinkedHashMap<>(AnswerWriter.of(parsed.answer()).values());
    fields.put("notices", violations(parsed.notices()));
    return Answer.json(new JsonWriter().value(new Value.Fields(fields)));
  }

  private static @Nullable Language language(@Nullable Value written) throws Refusal {
    if (written == null) {
      return null;
    }
    for (var language : Language.values()) {
      if (written.equals(new Value.Text(language.name().toLowerCase(Locale.ROOT)))) {
        return language;
      }
    }
    throw new Refusal(400, "unknown_language", "A language is ko or en.");
  }

  private static Value violations(List<Violation> violations) {
    var items = new ArrayList<Value>();
    for (var each : violations) {
      var one = new LinkedHashMap<String, Value>();
      one.put("code", new Value.Text(each.code()));
      one.put("path", new Value.Text(each.path()));
      one.put("found", new Value.Text(each.found()));
      items.add(new Value.Fields(one));
    }
    return new Value.Items(items);
  }

  private Answer told() {
    var told = vocabulary.told();
    var json =
        new JsonWriter()
            .startObject()
            .text("position", Long.toString(told.position()))
            .startArray("events");
    for (var event : told.met().events()) {
      json.startObject()
          .text("name", event.name())
          .number("count", event.count())
          .time("lastSeen", event.last());
      paths(json, "properties", event.properties(), false).endObject();
    }
    json.endArray();
    paths(json, "traits", told.met().traits(), true).startArray("segments");
    for (var segment : told.segments()) {
      json.startObject()
          .text("id", segment.id())
          .text("name", segment.name())
          .text("status", segment.status().name().toLowerCase(Locale.ROOT))
          .endObject();
    }
    json.endArray().startArray("computedTraits");
    for (var trait : told.computedTraits()) {
      json.startObject()
          .text("id", trait.id())
          .text("name", trait.name())
          .text("type", type(trait.kind(), trait.dates()))
          .text("status", trait.status().name().toLowerCase(Locale.ROOT))
          .endObject();
    }
    json.endArray().startArray("purposes");
    told.met().purposes().forEach(json::item);
    json.endArray().startObject("accounts");
    paths(json, "traits", told.met().accountTraits(), false).endObject();
    words(json, told.synonyms());
    return Answer.json(
        json.text("currency", told.currency())
            .text("timeZone", told.timeZone())
            .text("weekStart", told.weekStart())
            .endObject());
  }

  private static JsonWriter paths(
      JsonWriter json, String name, List<MetNames.OfPath> paths, boolean people) {
    json.startArray(name);
    for (var path : paths) {
      json.startObject().text("path", path.path()).text("type", type(path.kind(), path.dates()));
      if (people) {
        json.number("people", path.people());
      }
      json.value("values", new Value.Items(path.values())).endObject();
    }
    return json.endArray();
  }

  static String type(Kind kind, boolean dates) {
    return kind == Kind.TEXT && dates ? "date" : kind.name().toLowerCase(Locale.ROOT);
  }

  private static JsonWriter words(JsonWriter json, Synonyms synonyms) {
    json.startArray("synonyms");
    for (var each : synonyms.words()) {
      json.startObject()
          .text("word", each.word())
          .text("kind", each.kind().name().toLowerCase(Locale.ROOT))
          .text("name", each.name())
          .endObject();
    }
    return json.endArray();
  }

  private static Answer synonyms(Synonyms synonyms) {
    var json = new JsonWriter().startObject().number("version", synonyms.version());
    return Answer.json(words(json, synonyms).endObject());
  }

  private Answer save(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var body = RequestBody.fields(exchange);
    var after = Versions.after(exchange.header(HeaderNames.IF_MATCH));
    return switch (vocabulary.save(body, after, author)) {
      case VocabularyDesk.Saved.Done(var synonyms) -> synonyms(synonyms);
      case VocabularyDesk.Saved.Wrong(var problems) ->
          Versions.invalid(
              "invalid_synonyms", "There are " + problems.size() + " problems.", problems);
      case VocabularyDesk.Saved.Conflict _ ->
          throw new Refusal(
              412, "version_conflict", "Somebody else saved the words meanwhile: read them again.");
    };
  }
}
