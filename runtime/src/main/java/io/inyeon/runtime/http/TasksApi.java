package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.text.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What takes long, over HTTP: begun, looked at, cancelled.
final class TasksApi {
  private final Tasks tasks;

  TasksApi(Tasks tasks) {
    this.tasks = tasks;
  }

  Answer rebuild(String author) throws Refusal {
    try {
      return started(tasks.rebuild(author));
    } catch (Tasks.Busy busy) {
      throw busy(busy);
    }
  }

  static Answer started(Value.Fields task) {
    return Answer.json(Status.ACCEPTED_202, new JsonWriter().value(task));
  }

  static Refusal busy(Tasks.Busy busy) {
    return new Refusal(
        409, "task_under_way", "One at a time: task " + busy.id() + " is under way.");
  }

  Answer all(Kind kind) {
    var json = new JsonWriter().startObject().startArray("tasks");
    tasks.all(kind).forEach(json::value);
    return Answer.json(json.endArray().endObject());
  }

  Answer one(Kind kind, String id) throws Refusal {
    return shown(tasks.one(kind, id));
  }

  Answer cancel(Kind kind, String id) throws Refusal {
    return shown(tasks.cancel(kind, id));
  }

  private static Answer shown(Value.@Nullable Fields task) throws Refusal {
    if (task == null) {
      throw nobody();
    }
    return Answer.json(new JsonWriter().value(task));
  }

  private static Refusal nobody() {
    return new Refusal(404, "task_not_found", "There is no such task, or not any more.");
  }

  /// Who is united or divided, as JSON Lines, or as CSV with `?format=csv`.
  Answer changes(Kind kind, String id, @Nullable String format) throws Refusal {
    var lines = tasks.changes(kind, id);
    if (lines == null) {
      throw nobody();
    }
    if (format == null || format.equals("jsonl")) {
      return file("application/jsonl", lines);
    }
    if (format.equals("csv")) {
      return file("text/csv; charset=utf-8", csv(new String(lines, UTF_8)).getBytes(UTF_8));
    }
    throw new Refusal(400, "invalid_format", "The format is jsonl or csv.");
  }

  private static Answer file(String type, byte[] body) {
    return new Answer(
        Status.OK_200,
        HeaderValues.create(HeaderNames.CONTENT_TYPE, type),
        body,
        List.of(Answer.NO_STORE));
  }

  /// A line for each identifier: what happens, the one, the other, the identifier.
  private static String csv(String lines) {
    var csv = new StringBuilder("kind,profile,other,identifier\r\n");
    lines
        .lines()
        .forEach(line -> {
          if (JsonReader.event(line.getBytes(UTF_8)) instanceof Value.Fields change
              && change.get("others") instanceof Value.Items(var others)) {
            for (var other : others) {
              if (other instanceof Value.Fields one
                  && one.get("identifiers") instanceof Value.Items(var identifiers)) {
                identifiers.forEach(identifier -> row(csv, change, one, identifier));
              }
            }
          }
        });
    return csv.toString();
  }

  private static void row(
      StringBuilder csv, Value.Fields change, Value.Fields other, Value identifier) {
    csv.append(change.text("kind")).append(',').append(change.text("profile")).append(',');
    csv.append(other.text("profile")).append(',');
    if (identifier instanceof Value.Text(var text)) {
      csv.append(Csv.cell(text));
    }
    csv.append("\r\n");
  }
}
