package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.RulesForm;
import io.inyeon.core.SavedRules;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of who is who, over HTTP: read, checked, saved, rehearsed.
final class RulesApi {
  private static final int LONGEST_REASON = 1_000;

  private final RulesDesk rules;
  private final Tasks tasks;

  RulesApi(RulesDesk rules, Tasks tasks) {
    this.rules = rules;
    this.tasks = tasks;
  }

  Answer read() {
    var newest = rules.versions().getFirst();
    var inForce = rules.inForce();
    var json =
        new JsonWriter()
            .startObject()
            .number("version", newest.rules().version())
            .number("inForce", inForce.version())
            .value("rules", RulesForm.of(inForce));
    if (newest.rules().version() != inForce.version()) {
      json.value("saved", RulesForm.of(newest.rules()));
    }
    return Answer.json(json.endObject())
        .with(HeaderValues.create(HeaderNames.ETAG, "\"" + newest.rules().version() + "\""));
  }

  Answer versions() {
    var json = new JsonWriter().startObject().startArray("versions");
    for (var saved : rules.versions()) {
      head(json.startObject(), saved).endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  Answer version(String written) throws Refusal {
    for (var saved : rules.versions()) {
      if (Integer.toString(saved.rules().version()).equals(written)) {
        var json = head(new JsonWriter().startObject(), saved);
        return Answer.json(json.value("rules", RulesForm.of(saved.rules())).endObject());
      }
    }
    throw new Refusal(404, "version_not_found", "The rules were never saved as this version.");
  }

  private static JsonWriter head(JsonWriter json, SavedRules saved) {
    return json.number("version", saved.rules().version())
        .time("savedAt", saved.at())
        .text("author", saved.author())
        .text("reason", saved.reason())
        .text("position", Long.toString(saved.position()));
  }

  Answer validate(Value.Fields body) throws Refusal {
    var problems =
        rules.read(document(body)) instanceof RulesForm.Reading.Bad(var found)
            ? found
            : List.<Violation>of();
    var json = new JsonWriter().startObject().truth("valid", problems.isEmpty());
    return Answer.json(problems(json, problems).endObject());
  }

  Answer save(Value.Fields body, @Nullable String ifMatch, String author)
      throws Refusal, Intake.Unavailable {
    var after = after(body, ifMatch);
    var reason = body.text("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(400, "missing_reason", "Say why, in 1 to 1,000 characters: reason.");
    }
    return switch (rules.read(document(body))) {
      case RulesForm.Reading.Bad(var problems) -> invalid(problems);
      case RulesForm.Reading.Good(var document) -> {
        if (!rules.save(document, after, author, reason.strip())) {
          throw new Refusal(
              412, "version_conflict", "Somebody else saved the rules meanwhile: read them again.");
        }
        yield Answer.json(
            Status.ACCEPTED_202,
            new JsonWriter()
                .startObject()
                .number("version", document.version())
                .number("inForce", rules.inForce().version())
                .endObject());
      }
    };
  }

  Answer rehearse(Value.Fields body, String author) throws Refusal {
    return switch (rules.read(document(body))) {
      case RulesForm.Reading.Bad(var problems) -> invalid(problems);
      case RulesForm.Reading.Good(var document) -> started(document, author);
    };
  }

  private Answer started(RulesDocument document, String author) throws Refusal {
    try {
      return TasksApi.started(tasks.rehearse(document, author));
    } catch (Tasks.Busy busy) {
      throw TasksApi.busy(busy);
    }
  }

  private static Value.Fields document(Value.Fields body) throws Refusal {
    if (body.get("rules") instanceof Value.Fields document) {
      return document;
    }
    throw new Refusal(400, "missing_rules", "The body has the whole document under rules.");
  }

  private static int after(Value.Fields body, @Nullable String ifMatch) throws Refusal {
    try {
      if (ifMatch != null) {
        return Integer.parseInt(ifMatch.replace("\"", ""));
      }
      if (body.get("version") instanceof Value.Decimal(BigDecimal version)) {
        return version.intValueExact();
      }
    } catch (NumberFormatException e) {
      throw new Refusal(412, "version_conflict", "There is no such version of the rules.");
    } catch (ArithmeticException e) {
      throw new Refusal(412, "version_conflict", "There is no such version of the rules.");
    }
    throw new Refusal(
        428, "version_required", "Say which version you have seen: If-Match, or version.");
  }

  static Answer invalid(List<Violation> problems) {
    var json =
        new JsonWriter()
            .startObject()
            .text("title", "Problem")
            .number("status", 422)
            .text("code", "invalid_rules")
            .text("detail", "Nothing was done. The document has " + problems.size() + " problems.");
    return new Answer(
        Status.create(422),
        Answer.PROBLEM,
        problems(json, problems).endObject().bytes(),
        List.of(Answer.NO_STORE));
  }

  private static JsonWriter problems(JsonWriter json, List<Violation> problems) {
    json.startArray("problems");
    for (var problem : problems) {
      json.startObject()
          .text("code", problem.code())
          .text("path", problem.path())
          .text("found", problem.found())
          .endObject();
    }
    return json.endArray();
  }
}
