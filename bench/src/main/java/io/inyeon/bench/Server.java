package io.inyeon.bench;

import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real server, as a process of its own over a data folder.
final class Server implements AutoCloseable {
  /// The management key that it is given.
  static final String KEY = "inyeon-bench-only";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path output;
  private final Duration start;
  private final Path jar;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Server(Process process, int port, Path jar, Path output, long begun)
      throws IOException, InterruptedException {
    this.process = process;
    this.port = port;
    this.jar = jar;
    this.output = output;
    awaitReady();
    start = Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Starts it and waits until it is ready.
  ///
  /// @param jar of the server
  static Server start(Path jar, List<String> javaOptions, Path data)
      throws IOException, InterruptedException {
    var port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toString(), "serve"));
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    var output = data.resolveSibling(data.getFileName() + ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("INYEON_ADMIN_KEY", KEY);
    var begun = System.nanoTime();
    return new Server(builder.start(), port, jar, output, begun);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroy();
        throw new IOException("the server did not become ready; it said:\n" + said());
      }
      Thread.sleep(5);
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(uri("/health/ready")).timeout(PATIENCE).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String said() throws IOException {
    var text = Files.readString(output);
    return text.substring(Math.max(0, text.length() - 2_000));
  }

  private URI uri(String path) {
    return URI.create("http://" + host() + path);
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  Readings readings() {
    return new Readings(process.toHandle());
  }

  /// From the start of the process to its first good answer.
  Duration startTime() {
    return start;
  }

  /// Makes a source of each kind.
  Map<SourceKind, String> makeSources() throws IOException, InterruptedException {
    var keys = new EnumMap<SourceKind, String>(SourceKind.class);
    for (var kind : SourceKind.values()) {
      var body =
          "{\"name\":\"Bench\",\"kind\":\"%s\"}".formatted(kind.name().toLowerCase(Locale.ROOT));
      var request =
          HttpRequest.newBuilder(uri("/api/v1/sources"))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + KEY)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      var key = Response.text(bytes, bytes.length, "writeKey");
      if (key.isEmpty()) {
        throw new IOException(
            "POST /api/v1/sources answered " + answer.statusCode() + " " + answer.body());
      }
      keys.put(kind, key);
    }
    return keys;
  }

  /// What it says of the bytes that hold profiles.
  long profileBytes() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri("/api/v1/status"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + KEY)
            .build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    if (JsonReader.event(answer.body()) instanceof Value.Fields status
        && status.fields("bytes").get("profiles") instanceof Value.Decimal bytes) {
      return bytes.value().longValue();
    }
    throw new IOException("GET /api/v1/status answered " + answer.statusCode());
  }

  /// Asks the management API.
  ///
  /// @param body `null` for none
  /// @throws IOException when it says no
  Value.Fields ask(String method, String path, Value.@Nullable Fields body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + KEY)
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JsonWriter.bytes(body)))
            .build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 == 2
        && JsonReader.event(answer.body()) instanceof Value.Fields fields) {
      return fields;
    }
    throw new IOException(
        method
            + " "
            + path
            + " answered "
            + answer.statusCode()
            + " "
            + new String(answer.body(), StandardCharsets.UTF_8));
  }

  /// Saves a segment that is on.
  void activate(String id, Value condition) throws IOException, InterruptedException {
    ask(
        "POST",
        "/api/v1/segments",
        new Value.Fields(
            Map.of(
                "id", new Value.Text(id),
                "name", new Value.Text(id),
                "status", new Value.Text("active"),
                "condition", condition)));
  }

  /// Waits until a segment's history is counted.
  void awaitSegment(String id) throws IOException, InterruptedException {
    while (!new Value.Truth(true).equals(ask("GET", "/api/v1/segments/" + id, null).get("ready"))) {
      Thread.sleep(20);
    }
  }

  /// Waits until nothing more is written, such as who came in when a segment began.
  void awaitQuiet() throws IOException, InterruptedException {
    var before = -1L;
    var position = durable();
    while (position != before) {
      before = position;
      Thread.sleep(1_000);
      position = durable();
    }
  }

  /// The position of the last entry that is durable.
  long durable() throws IOException, InterruptedException {
    return Long.parseLong(
        Objects.requireNonNull(
            ask("GET", "/api/v1/status", null).fields("positions").text("durable"), "a position"));
  }

  /// Begins a task, waits for its end, and gives its report.
  Value.Fields task(String path, Value.@Nullable Fields body)
      throws IOException, InterruptedException {
    var task = ask("POST", path, body);
    while ("running".equals(task.text("state"))) {
      Thread.sleep(50);
      task = ask("GET", path + "/" + task.text("id"), null);
    }
    if (!"done".equals(task.text("state"))) {
      throw new IOException(path + " ended so: " + task);
    }
    return task.fields("report");
  }

  /// Runs a command of the server's jar against this server.
  ///
  /// @throws IOException when it does not end well
  void command(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--url", "http://" + host(), "--key", KEY));
    var said = output.resolveSibling("command.log");
    var run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(said.toFile()))
            .start();
    if (run.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed:\n" + Files.readString(said));
    }
  }

  /// Asks it to end, and waits until it did.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the server did not end within a minute of SIGTERM");
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
