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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real server in a process of its own, for tests that kill it.
final class ServerProcess implements AutoCloseable {
  static final String KEY = "test-admin-key-0123456789";

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  final URI base;

  private ServerProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /// Starts it and waits until it says that it is ready.
  static ServerProcess start(Path data, String... options) throws IOException {
    var port = freePort();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classpath(),
                "io.inyeon.runtime.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("INYEON_"));
    builder.environment().put("INYEON_ADMIN_KEY", KEY);
    var started = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
    started.awaitReady();
    return started;
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
        Thread.ofPlatform().daemon().start(() -> drain(reader));
        return;
      }
    }
    throw new AssertionError("the server ended early:\n" + String.join("\n", lines));
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

  /// kill -9.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// SIGTERM, and the status with which it ends.
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not end:\n" + printed());
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
