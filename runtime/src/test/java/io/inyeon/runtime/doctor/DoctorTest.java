package io.inyeon.runtime.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
  @Test
  void a_folder_that_is_not_there_yet_is_well_and_stays_away(@TempDir Path folder)
      throws Exception {
    var data = folder.resolve("a/b");
    var finding = Doctor.check(data, 0, 1 << 20, Map.of()).getFirst();
    assertThat(finding.line()).contains(data.toString());
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_folder_below_a_file_cannot_be_written(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("file"), "x");
    var finding = Doctor.check(file, 0, 1 << 20, Map.of()).getFirst();
    assertThat(finding.well()).isFalse();
    assertThat(finding.line()).contains("choose another folder");
  }

  @Test
  void a_port_that_is_taken_is_named(@TempDir Path folder) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var findings = Doctor.check(folder, taken.getLocalPort(), 1 << 20, Map.of());
      assertThat(findings)
          .anySatisfy(finding -> {
            assertThat(finding.well()).isFalse();
            assertThat(finding.line()).startsWith("port " + taken.getLocalPort());
          });
    }
  }

  @Test
  void more_heap_than_the_machine_has_is_named(@TempDir Path folder) {
    assertThat(Doctor.check(folder, 0, 1L << 50, Map.of()))
        .anySatisfy(finding -> {
          assertThat(finding.well()).isFalse();
          assertThat(finding.line()).contains("set INYEON_HEAP");
        });
  }

  @ParameterizedTest
  @CsvSource({"1g,1073741824", "1500m,1572864000", "64K,65536", "100,100", "much,0", "-1g,0"})
  void heap_sizes_are_read_as_the_jvm_reads_them(String size, long bytes) {
    assertThat(Doctor.heapBytes(size)).isEqualTo(bytes);
  }
}
