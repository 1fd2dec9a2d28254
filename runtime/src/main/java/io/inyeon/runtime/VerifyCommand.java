package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.consent.LedgerCheck;
import io.inyeon.runtime.consent.Receipt;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `inyeon verify` and `inyeon verify-receipt`: whether the consent ledger, or a receipt of it, is
/// what was recorded. Neither needs a server, and both may run beside one.
final class VerifyCommand {
  static final String HELP =
      """
      inyeon verify [--data DIR]               go through the whole consent ledger of a data folder
      inyeon verify-receipt FILE [--data DIR]  whether a receipt is genuine; with --data also whether the
                                               ledger there has the entry
        --public-key KEY                       the ledger's key, as GET /api/v1/consents tells it: without
                                               it a receipt is held against the key that it names itself

      Either ends with 0 when all is well, with 1 when something is not as it was recorded, and says what
      and where.
      """;

  private VerifyCommand() {}

  /// Goes through a ledger.
  ///
  /// @return 0 when it is whole, 1 when not, 2 when it was asked wrongly
  static int ledger(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException {
    var folder = data(arguments, environment);
    if (folder == null) {
      return 2;
    }
    if (!Files.isDirectory(folder)) {
      System.err.println("There is no consent ledger in " + folder + ".");
      return 2;
    }
    var found = LedgerCheck.check(folder);
    for (var fault : found.faults()) {
      out.printf(
          "%s: entry %d, %s byte %d: %s%n",
          fault.code(), fault.entry(), fault.file(), fault.offset(), fault.what());
    }
    out.printf(
        "%s: %d entries, %d of them erased%n",
        found.faults().isEmpty() ? "The ledger is whole" : "The ledger was changed",
        found.entries(),
        found.erased());
    return found.faults().isEmpty() ? 0 : 1;
  }

  /// Looks at a receipt.
  ///
  /// @return 0 when it is genuine, 1 when not, 2 when it was asked wrongly
  static int receipt(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException {
    if (arguments.isEmpty() || arguments.getFirst().startsWith("--")) {
      System.err.print(HELP);
      return 2;
    }
    var rest = arguments.subList(1, arguments.size());
    var key = option(rest, "--public-key");
    var withData = rest.contains("--data");
    var folder = withData ? data(without(rest, "--public-key"), environment) : null;
    if (withData && folder == null) {
      return 2;
    }
    var file = Path.of(arguments.getFirst());
    if (!(JsonReader.event(Files.readAllBytes(file)) instanceof Value.Fields whole)) {
      out.println("It is no JSON object, so it is no receipt.");
      return 1;
    }
    var verdict = Receipt.verify(whole);
    var genuine = verdict.problems().isEmpty();
    verdict.problems().forEach(out::println);
    if (key != null && !key.equals(verdict.publicKey())) {
      out.println("key: it is signed by another ledger's");
      genuine = false;
    }
    if (folder != null) {
      var link = LedgerCheck.link(folder, verdict.number());
      if (link == null || !link.equals(verdict.link())) {
        out.println("ledger: its entry " + verdict.number() + " is another, or is not there");
        genuine = false;
      }
    }
    out.printf(
        "%s: entry %d of the ledger of %s%n",
        genuine ? "Genuine" : "Not genuine", verdict.number(), verdict.publicKey());
    if (genuine && key == null && folder == null) {
      out.println("Whose key that is, it cannot tell by itself: compare it, or give --public-key.");
    }
    return genuine ? 0 : 1;
  }

  private static @Nullable Path data(List<String> options, Map<String, String> environment) {
    return switch (Config.read(Setting.Command.SERVE, options, environment)) {
      case Config.Reading.Bad(var problems) -> {
        problems.forEach(System.err::println);
        System.err.print(HELP);
        yield null;
      }
      case Config.Reading.Good(var config) ->
          config.data().resolve(Serve.WORKSPACE).resolve("consent");
    };
  }

  private static @Nullable String option(List<String> options, String name) {
    var at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? null : options.get(at + 1);
  }

  private static List<String> without(List<String> options, String name) {
    var at = options.indexOf(name);
    var rest = new ArrayList<>(options);
    if (at >= 0) {
      rest.subList(at, Math.min(rest.size(), at + 2)).clear();
    }
    return rest;
  }
}
