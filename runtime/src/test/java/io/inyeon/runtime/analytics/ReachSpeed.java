package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Operator;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;

/// Measures by hand what counting for a purpose adds to a preview of a million people.
final class ReachSpeed {
  private ReachSpeed() {}

  public static void main(String[] arguments) throws Exception {
    var people = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
    var condition =
        new Condition.OfTrait(FieldPath.of("city"), new Operator.Equals(new Value.Text("Seoul")));
    try (var trial =
        Trial.make(
            Files.createTempDirectory("inyeon-reach"),
            256L << 20,
            people,
            people,
            1_772_323_200_000L)) {
      for (var round = 0; round < 6; round++) {
        for (var purpose : new String[] {"", "email_marketing"}) {
          var cpu = cpu();
          var began = System.nanoTime();
          var counted = trial.ask(condition, purpose.isEmpty() ? null : purpose);
          System.out.printf(
              "%-16s %d of %d, reach %s: %d ms CPU, %d ms%n",
              purpose,
              counted.count(),
              counted.of(),
              counted.reach(),
              (cpu() - cpu) / 1_000_000,
              (System.nanoTime() - began) / 1_000_000);
        }
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }
}
