package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.govern.enrich.AgentRules;
import io.inyeon.core.govern.enrich.PublicSuffixes;
import io.inyeon.core.govern.enrich.References;
import io.inyeon.core.govern.enrich.UserAgents;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The public works that come with the program: the rules for user agents of uap-core (Apache-2.0)
/// and the public suffix list (MPL-2.0), each as it is published; see `references/README.md`.
final class PublicWorks {
  private static final String UAP = "0.18.0";

  /// All of them, read when first needed.
  static final References ALL =
      new References(
          () ->
              new UserAgents(
                  AgentRules.read("uap-core " + UAP, file("uap-core-" + UAP + ".yaml")),
                  new LinearPatterns()),
          () -> PublicSuffixes.read(file("public_suffix_list.dat")));

  private PublicWorks() {}

  private static String file(String name) {
    try (var in = PublicWorks.class.getResourceAsStream("references/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
