package io.inyeon.runtime;

import io.inyeon.runtime.Setting.Command;
import io.inyeon.runtime.importing.Importing;
import io.inyeon.runtime.importing.Order;
import io.inyeon.runtime.importing.TakingBack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `inyeon import FILE --source S --map MAP`, or `--undo`, from its words to its exit status.
final class ImportCommand {
  private ImportCommand() {}

  static int run(List<String> words) throws InterruptedException {
    if (words.contains("--help") || words.contains("-h")) {
      System.out.print(Main.HELP + "Options:\n" + Config.help(Command.IMPORT));
      return 0;
    }
    var file = words.isEmpty() || words.getFirst().startsWith("--") ? "" : words.getFirst();
    var flags = file.isEmpty() ? words : words.subList(1, words.size());
    return switch (Config.read(Command.IMPORT, flags, System.getenv())) {
      case Config.Reading.Bad(var problems) -> refused(problems);
      case Config.Reading.Good(var config) -> {
        var problems = problems(file, config);
        if (!problems.isEmpty()) {
          yield refused(problems);
        }
        yield takesBack(config)
            ? TakingBack.run(
                URI.create(config.text(Setting.URL)),
                key(config),
                config.text(Setting.UNDO),
                config.text(Setting.UNDO_SOURCE),
                System.out,
                System.err)
            : Importing.run(order(Path.of(file), config), System.out, System.err);
      }
    };
  }

  private static List<String> problems(String file, Config config) {
    var problems = new ArrayList<String>();
    if (takesBack(config)) {
      takingBack(file, config, problems);
    } else if (file.isEmpty()) {
      problems.add("Say which file: inyeon import FILE --source S --map MAP.");
    } else if (!Files.isRegularFile(Path.of(file))) {
      problems.add("There is no file " + file + ".");
    }
    for (var setting : List.of(Setting.SOURCE, Setting.MAP)) {
      if (config.text(setting).isBlank() && !takesBack(config)) {
        problems.add("Option --" + setting.key() + " is missing: " + setting.meaning + ".");
      }
    }
    if (key(config).isEmpty()) {
      problems.add("Option --key is missing: a management key of the server.");
    }
    if (!config.text(Setting.URL).matches("https?://[^ ]+")) {
      problems.add("--url is an address like http://127.0.0.1:7070.");
    }
    return problems;
  }

  private static boolean takesBack(Config config) {
    return !config.text(Setting.UNDO).isBlank() || !config.text(Setting.UNDO_SOURCE).isBlank();
  }

  private static void takingBack(String file, Config config, List<String> problems) {
    if (!file.isEmpty()) {
      problems.add("Either a file is imported or something is taken back, not both.");
    }
    if (!config.text(Setting.UNDO).isBlank() && !config.text(Setting.UNDO_SOURCE).isBlank()) {
      problems.add("Say --undo IMPORT or --undo-source SOURCE, not both.");
    }
  }

  private static String key(Config config) {
    var own = config.text(Setting.KEY);
    return own.isEmpty() ? config.text(Setting.ADMIN_KEY) : own;
  }

  private static Order order(Path file, Config config) {
    var rejected = config.text(Setting.REJECTED);
    return new Order(
        URI.create(config.text(Setting.URL)),
        key(config),
        file,
        config.text(Setting.SOURCE),
        config.text(Setting.MAP),
        config.on(Setting.DRY_RUN),
        Path.of(rejected.isEmpty() ? file + ".rejected.jsonl" : rejected));
  }

  private static int refused(List<String> problems) {
    problems.forEach(System.err::println);
    System.err.println("See inyeon import --help.");
    return 2;
  }
}
