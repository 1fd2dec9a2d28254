package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.RulesForm;
import io.inyeon.core.SavedRules;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replays and scratch workspaces, over HTTP.
final class ReplayApi {
  private static final Set<String> FIELDS =
      Set.of("source", "from", "to", "known", "decisions", "rules", "into");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final int DAYS = 7;
  private static final int MOST_DAYS = 90;

  private final ScratchDesk desk;
  private final SourceDesk sources;
  private final RulesDesk rules;

  ReplayApi(ScratchDesk desk, SourceDesk sources, RulesDesk rules) {
    this.desk = desk;
    this.sources = sources;
    this.rules = rules;
  }

  Answer start(Value.Fields body, String author) throws Refusal, Intake.Unavailable {
    return switch (document(body)) {
      case RulesForm.Reading.Bad(var problems) -> RulesApi.invalid(problems);
      case RulesForm.Reading.Good(var document) -> started(wanted(body, document), author);
    };
  }

  private Answer started(ReplayWanted wanted, String author) throws Refusal, Intake.Unavailable {
    try {
      return TasksApi.started(desk.replay(wanted, author));
    } catch (Tasks.Busy busy) {
      throw TasksApi.busy(busy);
    } catch (ScratchDesk.Refused refused) {
      throw refused.refusal();
    }
  }

  Answer all() {
    var json = new JsonWriter().startObject().startArray("scratches");
    desk.scratches().forEach(json::value);
    return Answer.json(json.endArray().endObject());
  }

  Answer one(String name) throws Refusal {
    var scratch = desk.scratch(name);
    if (scratch == null) {
      throw new Refusal(404, "scratch_not_found", "There is no such scratch workspace.");
    }
    return Answer.json(new JsonWriter().value(scratch));
  }

  Answer drop(String name) throws Refusal {
    try {
      desk.drop(name);
      return Answer.empty(Status.NO_CONTENT_204);
    } catch (ScratchDesk.Refused refused) {
      throw refused.refusal();
    }
  }

  private ReplayWanted wanted(Value.Fields body, RulesDocument document) throws Refusal {
    for (var name : body.values().keySet()) {
      if (!FIELDS.contains(name)) {
        throw new Refusal(400, "unknown_field", "There is no " + name + " in what is replayed.");
      }
    }
    var scratch = body.fields("into").fields("scratch");
    var name = scratch.text("name");
    if (name == null || !NAME.matcher(name).matches()) {
      throw new Refusal(
          400,
          "invalid_scratch",
          "Say whereto, as {\"into\":{\"scratch\":{\"name\":\"…\"}}}: 1 to 50 of a-z, 0-9 and -,"
              + " beginning with a letter.");
    }
    var source = source(body.get("source"));
    var from = or(instant(body, "from"), ReplayWanted.EVER);
    var to = or(instant(body, "to"), Recall.EVER);
    if (from >= to) {
      throw new Refusal(400, "invalid_period", "from must be earlier than to, which is left out.");
    }
    return new ReplayWanted(
        source,
        from,
        to,
        or(instant(body, "known"), Recall.EVER),
        decisions(body.get("decisions"), source),
        document,
        name,
        days(scratch.get("days")),
        body);
  }

  private @Nullable Source source(@Nullable Value written) throws Refusal {
    if (written == null || written instanceof Value.Nothing) {
      return null;
    }
    if (written instanceof Value.Text(var id)) {
      for (var source : sources.all()) {
        if (source.id().equals(id)) {
          return source;
        }
      }
    }
    throw new Refusal(404, "source_not_found", "There is no source with this id.");
  }

  private static long or(@Nullable Long instant, long otherwise) {
    return instant == null ? otherwise : instant;
  }

  private static @Nullable Long instant(Value.Fields body, String name) throws Refusal {
    var written = body.get(name);
    if (written == null || written instanceof Value.Nothing) {
      return null;
    }
    var instant =
        written instanceof Value.Text(var text) ? Timestamps.read(text) : Timestamps.UNREADABLE;
    if (instant == Timestamps.UNREADABLE) {
      throw new Refusal(
          400, "invalid_instant", name + " is an instant such as 2026-03-01T09:00:00Z.");
    }
    return instant;
  }

  /// Of one source only what that source said counts, unless somebody wants it otherwise.
  private static boolean decisions(@Nullable Value written, @Nullable Source source)
      throws Refusal {
    return switch (written) {
      case null -> source == null;
      case Value.Truth(var wanted) -> wanted;
      default -> throw new Refusal(400, "invalid_decisions", "decisions is true or false.");
    };
  }

  private static int days(@Nullable Value written) throws Refusal {
    if (written == null) {
      return DAYS;
    }
    if (written instanceof Value.Decimal(var number)) {
      try {
        var days = number.intValueExact();
        if (days >= 1 && days <= MOST_DAYS) {
          return days;
        }
      } catch (ArithmeticException _) {
        // Falls through to the one answer for all that is no number of days.
      }
    }
    throw new Refusal(400, "invalid_days", "days is 1 to " + MOST_DAYS + ".");
  }

  /// A version that was saved, or a document of one's own; without either, the version saved last.
  private RulesForm.Reading document(Value.Fields body) throws Refusal {
    var versions = rules.versions();
    return switch (body.get("rules")) {
      case null -> new RulesForm.Reading.Good(versions.getFirst().rules());
      case Value.Fields document -> rules.read(document);
      case Value.Decimal(var number) -> {
        for (SavedRules saved : versions) {
          if (saved.rules().version() == number.doubleValue()) {
            yield new RulesForm.Reading.Good(saved.rules());
          }
        }
        throw new Refusal(404, "version_not_found", "The rules were never saved as this version.");
      }
      default ->
          throw new Refusal(
              400, "invalid_rules_choice", "rules is the number of a version, or a document.");
    };
  }
}
