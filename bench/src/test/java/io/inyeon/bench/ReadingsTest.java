package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  @Test
  void addsUserAndKernelTicksBehindANameThatHasBlanksAndBrackets() {
    var stat =
        "4711 (java (old) ) S 1 4711 4711 0 -1 1077936128 52000 0 12 0 1234 66 0 0 20 0 41 0 8812"
            + " 4300000000 91000 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n";
    assertThat(Readings.cpu(stat)).isEqualTo(Duration.ofSeconds(13));
  }

  @Test
  void readsTheNanosecondsOfAThread() {
    assertThat(Readings.nanos("1234567890123 44556677 8899\n")).isEqualTo(1_234_567_890_123L);
  }

  @Test
  void tellsWhereTheTimeWent() {
    var before = new Shares(Map.of("writer", 100L, "http", 50L));
    var after = new Shares(Map.of("writer", 700L, "http", 250L, "log", 5L));
    var spent = after.since(before);
    assertThat(spent.total()).isEqualTo(805);
    assertThat(spent.words()).isEqualTo("writer 75 %, http 25 %");
    assertThat(Shares.kind("C2 CompilerThre")).isEqualTo("compiling");
    assertThat(Shares.kind("ForkJoinPool-1-")).isEqualTo("http");
    assertThat(Shares.kind("VM Thread")).isEqualTo("collecting garbage");
    assertThat(Shares.kind("Reference Handl")).isEqualTo("other");
  }

  @Test
  void tellsWhatOthersTookOfTheMachine() {
    var before = Machine.read("cpu  1000 10 500 8000 90 0 5 2 0 0\ncpu0 1 2 3\n");
    var after = Machine.read("cpu  1500 10 600 8300 190 0 5 2 0 0\ncpu0 1 2 3\n");
    var spent = after.since(before);
    assertThat(spent).isEqualTo(new Machine(600, 1_000));
    // Six seconds were busy, and two of them were ours.
    assertThat(spent.others(2_000_000_000L)).isEqualTo(0.4);
    assertThat(new Machine(0, 0).others(1)).isZero();
  }

  @Test
  void countsOwnMemoryWithoutMappedFiles() {
    var status =
        """
        Name:\tjava
        VmPeak:\t 4301234 kB
        VmRSS:\t  512000 kB
        RssAnon:\t  400000 kB
        RssFile:\t  100000 kB
        RssShmem:\t   12000 kB
        Threads:\t41
        """;
    assertThat(Readings.memory(status)).isEqualTo(412_000L * 1024);
    assertThat(Readings.kilobytes(status, "VmRSS:")).isEqualTo(512_000L * 1024);
    assertThat(Readings.memory("Name:\tjava\n")).isZero();
  }

  @Test
  void readsTheHeapInUseOfAnyCollector() {
    var serial =
        """
        4711:
        DefNew     total 78656K, used 1024K [0x00000000c0000000, 0x00000000c5550000, 0x00000000d55)
          eden space 69952K,   1% used [0x00000000c0000000, 0x00000000c0100000, 0x00000000c4450000)
        Tenured    total 174784K, used 2048K [0x00000000d5550000, 0x00000000e0000000, 0x0000001000)
        Metaspace       used 9999K, committed 10240K, reserved 1114112K
        """;
    var g1 =
        """
        4711:
        garbage-first heap   total reserved 1048576K, committed 253952K, used 123456K [0x000, 0x001)
         region size 1024K, 3 young (3072K), 1 survivors (1024K)
        Metaspace       used 9999K, committed 10240K, reserved 1114112K
        """;
    var z =
        """
        4711:
        ZHeap           used 84M, capacity 256M, max capacity 1024M
        """;
    assertThat(Readings.heap(serial)).isEqualTo(3_072L * 1024);
    assertThat(Readings.heap(g1)).isEqualTo(123_456L * 1024);
    assertThat(Readings.heap(z)).isEqualTo(84L * 1024 * 1024);
    assertThat(Readings.heap("")).isZero();
  }

  @Test
  void readsItsOwnProcess() throws IOException {
    var own = new Readings(ProcessHandle.current());
    assertThat(own.cpu()).isPositive();
    assertThat(own.shares().total()).isNotNegative();
    assertThat(own.memory()).isLessThanOrEqualTo(own.resident());
  }
}
