package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `inyeon import --undo`: takes back one import, or all of a source, and waits until no profile
/// shows it any more. Killed meanwhile, the server goes on; the same command may be given again.
public final class TakingBack {
  private static final int LOOK_MS = 500;

  private final Client client;
  private final PrintStream out;

  private TakingBack(Client client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /// Takes back.
  ///
  /// @param importId of one import; empty for a source
  /// @param source id or name; empty for one import
  /// @return the exit status: 0 when nothing of it is left, 2 when nothing was taken back
  public static int run(
      URI server, String key, String importId, String source, PrintStream out, PrintStream errors)
      throws InterruptedException {
    try (var client = new Client(server, key)) {
      new TakingBack(client, out).run(importId, source);
      return 0;
    } catch (Client.Refused e) {
      errors.println(e.getMessage());
    } catch (IOException e) {
      errors.println("It did not work: " + e + ". Nothing is half done; say it again.");
    }
    return 2;
  }

  private void run(String importId, String source)
      throws IOException, InterruptedException, Client.Refused {
    if (importId.isEmpty()) {
      var id = id(source);
      client.post("/api/v1/sources/" + encoded(id) + "/undo-imports", Value.Fields.EMPTY);
      out.println("All imports of source " + source + " are taken back.");
      settled(id);
    } else {
      var job = client.post("/api/v1/imports/" + encoded(importId) + "/undo", Value.Fields.EMPTY);
      out.printf(
          Locale.ROOT,
          "Import %s of %s is taken back: %,d events.%n",
          importId,
          job.text("name"),
          number(job, "accepted"));
      settled(Objects.requireNonNull(job.text("source"), "an import's source"));
    }
  }

  /// The id of a source. What is nobody's name is taken for an id, and the server says whether.
  private String id(String idOrName) throws IOException, InterruptedException, Client.Refused {
    var found = idOrName;
    if (client.get("/api/v1/sources").get("sources") instanceof Value.Items(var sources)) {
      for (var each : sources) {
        if (each instanceof Value.Fields fields) {
          var id = Objects.requireNonNull(fields.text("id"), "a source's id");
          if (id.equals(idOrName)) {
            return id;
          }
          found = idOrName.equals(fields.text("name")) ? id : found;
        }
      }
    }
    return found;
  }

  /// Waits until profiles are without it: sums cannot be subtracted from, so state is made anew.
  private void settled(String source) throws IOException, InterruptedException, Client.Refused {
    while (true) {
      var rebuild = newestRebuild();
      var error = rebuild == null ? null : rebuild.text("error");
      if (!undoing(source) && (rebuild == null || !"running".equals(rebuild.text("state")))) {
        out.println();
        out.println("No profile shows it any more.");
        return;
      }
      progress(rebuild == null ? Value.Fields.EMPTY : rebuild.fields("progress"), error);
      Thread.sleep(LOOK_MS);
    }
  }

  private boolean undoing(String source) throws IOException, InterruptedException, Client.Refused {
    return client.get("/api/v1/imports").get("undoing") instanceof Value.Items(var sources)
        && sources.contains(new Value.Text(source));
  }

  private Value.@Nullable Fields newestRebuild()
      throws IOException, InterruptedException, Client.Refused {
    return client.get("/api/v1/rebuilds").get("tasks") instanceof Value.Items(var tasks)
            && !tasks.isEmpty()
            && tasks.getFirst() instanceof Value.Fields newest
        ? newest
        : null;
  }

  private void progress(Value.Fields progress, @Nullable String error) {
    var total = number(progress, "total");
    var percent = total == 0 ? 0 : 100 * number(progress, "done") / total;
    out.print(
        String.format(
            Locale.ROOT,
            "\rprofiles are made anew: %3d %%%s ",
            percent,
            error == null ? "" : ", tried again after: " + error));
    out.flush();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }
}
