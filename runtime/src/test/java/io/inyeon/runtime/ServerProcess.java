package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real server in a process of its own, for tests that kill it.
final class ServerProcess implements AutoCloseable {
  static final String KEY = "test-admin-key-0123456789";

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  final URI base;

  /// Reads what it prints once it is ready.
  private @Nullable Thread rest;

  private ServerProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /// Starts it and waits until it says that it is ready.
  static ServerProcess start(Path data, String... options) throws IOException {
    return start(List.of(), data, options);
  }

  /// The same by way of another command, whose last arguments are the server's.
  static ServerProcess start(List<String> through, Path data, String... options)
      throws IOException {
    var started = launch(through, data, options);
    started.awaitReady();
    return started;
  }

  /// Starts it where it must not become ready, waits until it has ended, and says what it printed.
  static String refusal(Path data, String... options) throws IOException {
    var started = launch(List.of(), data, options);
    try {
      started.awaitReady();
    } catch (EndedEarly ended) {
      return started.printed();
    } finally {
      started.kill();
    }
    throw new AssertionError("it started all the same");
  }

  /// It ended before it was ready.
  private static final class EndedEarly extends AssertionError {
    private static final long serialVersionUID = 1;

    EndedEarly(String printed) {
      super("the server ended early:\n" + printed);
    }
  }

  /// Another command of the launcher's in a process of its own, as an operator would give it.
  static Process command(Path temporary, List<String> words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary),
                "-cp",
                classpath(),
                "io.inyeon.runtime.Main"));
    command.addAll(words);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(temporary.resolve("said").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("INYEON_"));
    builder.environment().put("INYEON_ADMIN_KEY", KEY);
    return builder.start();
  }

  private static ServerProcess launch(List<String> through, Path data, String... options)
      throws IOException {
    var port = freePort();
    var command = new ArrayList<>(through);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // It is killed before the second compiler's work would pay.
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary(data),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classpath(),
            "io.inyeon.runtime.Main",
            "serve",
            "--data",
            data.toString()));
    command.addAll(List.of(options));
    if (!command.contains("--port")) {
      command.addAll(List.of("--port", Integer.toString(port)));
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("INYEON_"));
    builder.environment().put("INYEON_ADMIN_KEY", KEY);
    return new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
  }

  /// The folder for temporary files that a server with this data folder has to itself.
  static Path temporary(Path data) throws IOException {
    return Files.createDirectories(data.resolveSibling(data.getFileName() + "-tmp"));
  }

  long pid() {
    return process.pid();
  }

  private static String classpath() {
    var surefire = System.getProperty("surefire.test.class.path");
    return surefire == null ? System.getProperty("java.class.path") : surefire;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.contains("ready on")) {
        rest = Thread.ofPlatform().daemon().start(() -> drain(reader));
        return;
      }
    }
    throw new EndedEarly(String.join("\n", lines));
  }

  private void drain(BufferedReader reader) {
    try {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException _) {
      // the process is gone
    }
  }

  /// What it printed so far.
  String printed() {
    synchronized (lines) {
      return String.join(System.lineSeparator(), lines);
    }
  }

  /// Where it listens.
  URI base() {
    return base;
  }

  /// kill -9.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// SIGTERM, and the status with which it ends.
  int terminate() throws InterruptedException {
    // By its handle: the process itself would close its output, too.
    process.toHandle().destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not end:\n" + printed());
    }
    if (rest != null) {
      rest.join();
    }
    return process.exitValue();
  }

  HttpResponse<byte[]> send(HttpClient client, String method, String path, String key, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + key)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /// A management call that must succeed.
  Value.Fields ask(HttpClient client, String method, String path, String body)
      throws IOException, InterruptedException {
    var answer = send(client, method, path, KEY, body);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(
          path
              + ": "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return (Value.Fields) JsonReader.event(answer.body());
  }

  @Override
  public void close() {
    kill();
  }
}
