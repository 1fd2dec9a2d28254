package io.inyeon.runtime;

import io.inyeon.runtime.Config.Reading;
import io.inyeon.runtime.Setting.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole server within the test's own process, on a folder that outlives it.
public final class RealServer implements AutoCloseable {
  public static final String KEY = "test-admin-key-0123456789";

  private final Serve serve;

  private RealServer(Serve serve) {
    this.serve = serve;
  }

  /// Starts it where the last one on this folder ended.
  public static RealServer start(Path data, String... flags) throws IOException {
    var all =
        new ArrayList<>(List.of("--data", data.toString(), "--port", "0", "--log-segment-mb", "1"));
    all.addAll(List.of(flags));
    var reading = Config.read(Command.SERVE, all, Map.of("INYEON_ADMIN_KEY", KEY));
    if (!(reading instanceof Reading.Good(var config))) {
      throw new AssertionError(reading.toString());
    }
    try {
      return new RealServer(Serve.start(config));
    } catch (Intake.Unavailable e) {
      throw new IOException(e.code(), e);
    }
  }

  public int port() {
    return URI.create(serve.base()).getPort();
  }

  @Override
  public void close() throws IOException {
    serve.close();
  }
}
