package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Row> ROWS =
      List.of(
          Row.most("cpu", "intake: CPU", 17.256, "µs/event", 20, "5 windows"),
          Row.least("rate", "rate", 54_321.4, "events/s", 60_000, "\"all\" on"),
          Row.plain("p50", "ack, p50", 0.5, "ms", "open loop"));

  @Test
  void isAlignedAndSaysWhatIsMet() {
    var printed = new ByteArrayOutputStream();
    Table.print(ROWS, new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
              what                measured             budget          how
              intake: CPU    17.3 µs/event    ≤ 20.0 µs/event  met     5 windows
              rate         54,321 events/s  ≥ 60,000 events/s  missed  "all" on
              ack, p50             0.50 ms                             open loop
            """);
  }

  @Test
  void isJsonForMachines() {
    assertThat(Table.json("2 cores", 3, ROWS))
        .isEqualTo(
            """
            {
              "machine": "2 cores",
              "seed": 3,
              "rows": [
                {"name": "cpu", "value": 17.2560, "unit": "µs/event", "budget": 20.0000, "verdict": "met", "how": "5 windows"},
                {"name": "rate", "value": 54321.4000, "unit": "events/s", "budget": 60000.0000, "verdict": "missed", "how": "\\"all\\" on"},
                {"name": "p50", "value": 0.5000, "unit": "ms", "how": "open loop"}
              ]
            }
            """);
  }
}
