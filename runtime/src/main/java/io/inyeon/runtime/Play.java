package io.inyeon.runtime;

import io.inyeon.runtime.demo.Demo;
import io.inyeon.runtime.demo.DemoOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The demo: a server on this machine with a folder of its own, and a made-up shop that sends to
/// it.
final class Play {
  private static final String HOST = "127.0.0.1";

  private Play() {}

  static int run(Config config) throws Exception {
    var own = config.text(Setting.DATA).equals(Setting.DATA.standard);
    var folder = own ? Files.createTempDirectory("inyeon-demo") : config.data();
    var key = config.text(Setting.ADMIN_KEY);
    var secret = key.isEmpty() ? Secrets.key("ink_") : key;
    var serve =
        Serve.start(
            config
                .with(Setting.DATA, folder.toString())
                .with(Setting.HOST, HOST)
                .with(Setting.ADMIN_KEY, secret));
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(serve, own ? folder : null)));
    System.out.println("Inyeon is ready on " + serve.base() + " (data: " + folder + ")");
    var report =
        Demo.play(
            URI.create(serve.base()),
            secret,
            DemoOptions.USUAL
                .withSeed(config.number(Setting.SEED))
                .withPeople((int) config.number(Setting.PEOPLE))
                .withTerminal(terminal()),
            System.out);
    if (config.on(Setting.EXIT)) {
      return report.exitStatus();
    }
    System.out.println("It stays up; Ctrl-C ends it.");
    Thread.currentThread().join();
    return 0;
  }

  /// Whether somebody watches: then the progress stays on one line.
  @SuppressWarnings("SystemConsoleNull") // its contract still allows null
  private static boolean terminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static void end(Serve serve, @org.jspecify.annotations.Nullable Path folder) {
    try {
      serve.close();
      if (folder != null) {
        delete(folder);
      }
    } catch (IOException e) {
      System.err.println("The demo did not end in good order: " + e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
