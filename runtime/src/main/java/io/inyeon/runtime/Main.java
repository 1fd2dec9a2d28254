package io.inyeon.runtime;

import io.inyeon.runtime.Setting.Command;
import io.inyeon.runtime.store.StateFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;

/// The process: reads what it is asked, and runs it until it is told to end.
public final class Main {
  static final String HELP =
      """
      Inyeon 인연, the customer data platform in one process.

      inyeon demo [options]     play a shop's stream through the real API and say what happened
      inyeon serve [options]    the server
      inyeon import FILE --source S --map MAP [options]    hand a file to the running server
      inyeon import --undo ID | --undo-source S [options]  take back one import, or all of a source
      inyeon rebuild [options]  state made anew from the archive
      inyeon replay [options]   a source or a range of time taken once more, into a scratch workspace
      inyeon verify [--data DIR]               whether the consent ledger is what was recorded
      inyeon verify-receipt FILE [options]     whether a receipt of it is genuine
      inyeon --help

      """;

  private static final int BUG = 70; // EX_SOFTWARE of sysexits.h

  private Main() {}

  public static void main(String[] arguments) {
    var status = BUG;
    try {
      status = run(List.of(arguments));
    } catch (Exception | Error e) {
      System.err.println("Inyeon has a bug; please report it with these lines:");
      e.printStackTrace();
    }
    // Threads of the house are at work until its shutdown hook ends them.
    System.exit(status);
  }

  private static int run(List<String> arguments) throws Exception {
    var command = arguments.isEmpty() ? "--help" : arguments.getFirst();
    var options = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    return switch (command) {
      case "serve" -> started(Command.SERVE, options);
      case "rebuild" -> rebuild(options);
      case "replay" -> replay(options);
      case "demo" -> started(Command.DEMO, options);
      case "verify", "verify-receipt" -> verify(command, options);
      case "import" -> ImportCommand.run(options);
      case "help", "--help", "-h" -> {
        System.out.print(
            HELP
                + "Options:\n"
                + Config.help(Command.DEMO)
                + "\nOptions of import:\n"
                + Config.help(Command.IMPORT));
        yield 0;
      }
      default -> {
        System.err.println("Unknown command " + command + "; see inyeon --help.");
        yield 2;
      }
    };
  }

  private static int verify(String command, List<String> options) {
    if (options.contains("--help") || options.contains("-h")) {
      System.out.print(VerifyCommand.HELP);
      return 0;
    }
    try {
      return command.equals("verify")
          ? VerifyCommand.ledger(options, System.getenv(), System.out)
          : VerifyCommand.receipt(options, System.getenv(), System.out);
    } catch (IOException e) {
      System.err.println("It cannot be read: " + sentence(e));
      return 2;
    }
  }

  private static int replay(List<String> options) throws Exception {
    if (options.contains("--help") || options.contains("-h")) {
      System.out.print(ReplayCommand.HELP);
      return 0;
    }
    try {
      return ReplayCommand.run(options, System.getenv());
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("Nothing was replayed: " + sentence(e));
      return 1;
    }
  }

  private static int rebuild(List<String> options) throws Exception {
    if (options.contains("--help") || options.contains("-h")) {
      System.out.print(RebuildCommand.HELP + "Options:\n" + Config.help(Command.SERVE));
      return 0;
    }
    try {
      return RebuildCommand.run(options, System.getenv());
    } catch (IOException | UncheckedIOException | StateFailure | IllegalArgumentException e) {
      System.err.println("Nothing was rebuilt: " + sentence(e));
      return 1;
    }
  }

  /// What an operator can mend is told in a sentence; a trace is for our own bugs.
  private static int started(Command command, Config config) throws Exception {
    try {
      return command == Command.SERVE ? Serve.run(config) : Play.run(config);
    } catch (IOException | UncheckedIOException | StateFailure | Intake.Unavailable e) {
      System.err.println("Inyeon cannot start: " + sentence(e));
      return 1;
    }
  }

  private static String sentence(Exception e) {
    var text = new StringBuilder();
    for (Throwable each = e; each != null; each = each.getCause()) {
      var message =
          each instanceof FileSystemException file && file.getReason() == null
              ? each.getClass().getSimpleName() + " " + each.getMessage()
              : String.valueOf(each.getMessage());
      if (text.indexOf(message) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(message);
      }
    }
    return text.toString();
  }

  private static int started(Command command, List<String> options) throws Exception {
    if (options.contains("--help") || options.contains("-h")) {
      System.out.print(HELP + "Options:\n" + Config.help(command));
      return 0;
    }
    return switch (Config.read(command, options, System.getenv())) {
      case Config.Reading.Bad(var problems) -> {
        problems.forEach(System.err::println);
        System.err.println(
            "See inyeon " + command.name().toLowerCase(java.util.Locale.ROOT) + " --help.");
        yield 2;
      }
      case Config.Reading.Good(var config) -> {
        Lines.start(config.text(Setting.LOG_FORMAT).equals("json"));
        yield started(command, config);
      }
    };
  }
}
