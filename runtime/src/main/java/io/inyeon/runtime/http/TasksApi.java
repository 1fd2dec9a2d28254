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
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What takes long, over HTTP: begun, looked at, cancelled.
final class TasksApi {
  private static final System.Logger LOG = System.getLogger(TasksApi.class.getName());

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
      return file("application/jsonl", "", lines, TasksApi::jsonl);
    }
    if (format.equals("csv")) {
      return file(
          "text/csv; charset=utf-8", "kind,profile,other,identifier\r\n", lines, TasksApi::csv);
    }
    throw new Refusal(400, "invalid_format", "The format is jsonl or csv.");
  }

  /// The list may have a million lines: it is never held as a whole. It is gone through twice,
  /// since its length must be said first: whoever closes the connection after the answer would not
  /// see the end of one that comes in chunks.
  private static Answer file(
      String type, String head, Tasks.Lines lines, UnaryOperator<String> form) throws Refusal {
    var length = new long[1];
    Answer.Streaming body =
        out -> {
          out.write(head.getBytes(UTF_8));
          try (var reader = lines.open()) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
              out.write(form.apply(line).getBytes(UTF_8));
            }
          }
        };
    try {
      body.write(
          new OutputStream() {
            @Override
            public void write(int one) {
              length[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int many) {
              length[0] += many;
            }
          });
    } catch (IOException e) {
      LOG.log(Level.ERROR, "A list of changes cannot be read", e);
      throw new Refusal(503, "storage_failed", "The list cannot be read just now.");
    }
    return new Answer(
            Status.OK_200,
            HeaderValues.create(HeaderNames.CONTENT_TYPE, type),
            new byte[0],
            List.of(Answer.NO_STORE),
            body)
        .with(HeaderValues.create(HeaderNames.CONTENT_LENGTH, String.valueOf(length[0])));
  }

  private static String jsonl(String line) {
    return line + "\n";
  }

  /// A line for each identifier: what happens, the one, the other, the identifier.
  private static String csv(String line) {
    var csv = new StringBuilder();
    if (JsonReader.event(line.getBytes(UTF_8)) instanceof Value.Fields change
        && change.get("others") instanceof Value.Items(var others)) {
      for (var other : others) {
        if (other instanceof Value.Fields one
            && one.get("identifiers") instanceof Value.Items(var identifiers)) {
          identifiers.forEach(identifier -> row(csv, change, one, identifier));
        }
      }
    }
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
