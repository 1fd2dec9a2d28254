package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks.Busy;
import io.inyeon.runtime.http.Tasks.Kind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `inyeon rebuild`: asks a running server for a rebuild, or does it on the folder of a stopped
/// one, and prints the report.
final class RebuildCommand {
  static final String HELP =
      """
      inyeon rebuild --url URL [--key KEY]   ask the server that runs there; the key may also stand in
                                             INYEON_ADMIN_KEY
      inyeon rebuild [--data DIR] [...]      on the data folder of a server that does not run

      Makes state anew from the archive by the rules saved last, compares it with the old one, and puts
      it in force. Whatever interrupts it leaves the old state or the new one, and it can be run again.
      """;

  private RebuildCommand() {}

  /// Runs it.
  ///
  /// @return 0 when the new state is in force, 1 when not, 2 when it was asked wrongly
  static int run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var rest = new ArrayList<String>();
    String url = null;
    var key = environment.getOrDefault(Setting.ADMIN_KEY.variable(), "");
    for (var i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (List.of("--url", "--key").contains(argument) && i + 1 < arguments.size()) {
        var value = arguments.get(++i);
        if (argument.equals("--url")) {
          url = value;
        } else {
          key = value;
        }
      } else {
        rest.add(argument);
      }
    }
    if (url != null && !rest.isEmpty()) {
      System.err.println("With --url there is only --key beside it, not " + rest.getFirst() + ".");
      return 2;
    }
    return url == null
        ? here(rest, environment)
        : new TaskClient(url, key).run("/api/v1/rebuilds", null);
  }

  private static int here(List<String> flags, Map<String, String> environment)
      throws IOException, InterruptedException {
    return switch (Config.read(Setting.Command.SERVE, flags, environment)) {
      case Config.Reading.Bad(var problems) -> {
        problems.forEach(System.err::println);
        System.err.print(HELP);
        yield 2;
      }
      case Config.Reading.Good(var config) -> {
        Lines.start(config.text(Setting.LOG_FORMAT).equals("json"));
        var folder = config.data().resolve(Serve.WORKSPACE);
        try (var workspace = Workspace.open(folder, config, InstantSource.system())) {
          yield TaskClient.ended(here(workspace));
        }
      }
    };
  }

  private static Value.@Nullable Fields here(Workspace workspace) throws InterruptedException {
    Value.Fields task;
    try {
      task = workspace.tasks().rebuild("command line");
    } catch (Busy applying) {
      // The rules saved last are being applied, which is a rebuild.
      workspace.tasks().await();
      return workspace.tasks().one(Kind.REBUILD, applying.id());
    }
    workspace.tasks().await();
    return workspace.tasks().one(Kind.REBUILD, String.valueOf(task.text("id")));
  }
}
