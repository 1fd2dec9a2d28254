package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/// Begins a task on a running server, says on standard error how it stands, and prints what came of
/// it.
///
/// @param url of the server, e.g. `http://127.0.0.1:7070`
/// @param key to its management API
record TaskClient(String url, String key) {
  private static final long POLL_MS = 500;

  TaskClient {
    url = url.replaceFirst("/+$", "");
  }

  /// Begins one and waits for its end.
  ///
  /// @param path where it is begun, e.g. `/api/v1/rebuilds`
  /// @param asked what is posted there; `null` for nothing
  /// @return 0 when it is done, 1 when not
  int run(String path, Value.@Nullable Fields asked) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var task = ask(client, "POST", url + path, asked);
      var id = task.text("id");
      if (id == null) {
        System.err.println(text(task));
        return 1;
      }
      while ("running".equals(task.text("state"))) {
        System.err.println(step(task));
        Thread.sleep(POLL_MS);
        task = ask(client, "GET", url + path + "/" + id, null);
      }
      return ended(task);
    } catch (ConnectException nobody) {
      System.err.println("No server answers at " + url + ". Start it, or name another by --url.");
      return 1;
    }
  }

  /// Prints what came of a task.
  ///
  /// @return 0 when it is done, 1 when not
  static int ended(Value.@Nullable Fields task) {
    if (task == null) {
      System.err.println("What became of it is not known: its record could not be written.");
      return 1;
    }
    System.out.println(text(task));
    return "done".equals(task.text("state")) ? 0 : 1;
  }

  /// `replaying 20000 of 541909`
  private static String step(Value.Fields task) {
    var progress = task.fields("progress");
    return progress.get("done") instanceof Value.Decimal(var done)
            && progress.get("total") instanceof Value.Decimal(var total)
            && total.signum() > 0
        ? task.text("phase") + " " + done.toPlainString() + " of " + total.toPlainString()
        : String.valueOf(task.text("phase"));
  }

  private Value.Fields ask(
      HttpClient client, String method, String address, Value.@Nullable Fields body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + key)
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JsonWriter.bytes(body)))
            .build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    return JsonReader.event(answer.body()) instanceof Value.Fields fields
        ? fields
        : Value.Fields.EMPTY;
  }

  private static String text(Value.Fields fields) {
    return new String(JsonWriter.bytes(fields), UTF_8);
  }
}
