package io.inyeon.runtime.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OccurrencesTest {
  @Test
  void everyNameIsCountedByItselfHoweverManyThereAre(@TempDir Path folder) throws IOException {
    var file = folder.resolve("table");
    var expected = new HashMap<String, Integer>();
    var random = new Random(1);
    try (var counted = new Occurrences(file)) {
      for (var i = 0; i < 200_000; i++) {
        var name = "%016x%016x".formatted(0x9e3779b97f4a7c15L * random.nextInt(120_000), 0);
        assertThat(counted.next(name)).isEqualTo(expected.merge(name, 1, Integer::sum));
      }
    }
    assertThat(file).doesNotExist();
  }
}
