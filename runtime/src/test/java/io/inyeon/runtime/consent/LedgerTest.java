package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chain on disk: whatever is done to it is found and located, erasures leave it whole, and it
/// is made anew the same.
class LedgerTest {
  @TempDir Path folder;
  private final SampleRecord record = new SampleRecord();

  @BeforeEach
  void fill() {
    record.said("m1", "u1", "analytics", true);
    record.said("m2", "u2", "analytics", true);
    record.said("m3", "u1", "analytics", false);
    record.said("m4", "u3", "email_marketing", true);
    record.said("m5", "u2", "email_marketing", false);
  }

  private Path ledger() {
    return folder.resolve("consent");
  }

  private void follow() throws IOException {
    try (var ledger = Ledger.open(ledger(), record)) {
      for (var at = 0L; at < record.last(); ) {
        at = ledger.follow(record.last());
      }
    }
  }

  private LedgerCheck.Found found() throws IOException {
    return LedgerCheck.check(ledger());
  }

  private Path file() throws IOException {
    try (var all = Files.list(ledger())) {
      return all.filter(file -> file.toString().endsWith(LedgerFiles.SUFFIX))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  @Test
  void anyByteThatIsChangedIsFoundAndLocated() throws Exception {
    follow();
    assertThat(found().faults()).isEmpty();
    assertThat(found().entries()).isEqualTo(5);
    var whole = Files.readAllBytes(file());
    var starts = starts(whole);
    for (var at = 0; at < whole.length; at++) {
      var changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      Files.write(file(), changed);
      var entry = entryAt(starts, at);
      assertThat(found().faults())
          .as("byte %d of entry %d", at, entry)
          .isNotEmpty()
          .anySatisfy(fault -> assertThat(fault.entry()).isEqualTo(entry));
    }
  }

  private static List<Integer> starts(byte[] file) {
    var starts = new ArrayList<Integer>();
    for (var at = 0; at < file.length; ) {
      starts.add(at);
      at += Frame.length(java.nio.ByteBuffer.wrap(file, at, file.length - at).slice());
    }
    return starts;
  }

  private static int entryAt(List<Integer> starts, int at) {
    var entry = 0;
    while (entry < starts.size() && starts.get(entry) <= at) {
      entry++;
    }
    return entry;
  }

  @Test
  void anEntryThatIsTakenAwayOrMovedIsFoundAndLocated() throws Exception {
    follow();
    var whole = Files.readAllBytes(file());
    var starts = new ArrayList<>(starts(whole));
    starts.add(whole.length);
    for (var gone = 0; gone < 5; gone++) {
      Files.write(
          file(),
          joined(
              Arrays.copyOf(whole, starts.get(gone)),
              Arrays.copyOfRange(whole, starts.get(gone + 1), whole.length)));
      var missing = gone + 1;
      assertThat(found().faults())
          .as("entry " + missing)
          .anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("entries_missing");
            assertThat(fault.entry()).isEqualTo(missing);
          });
    }
    for (var first = 0; first < 4; first++) {
      Files.write(
          file(),
          joined(
              Arrays.copyOf(whole, starts.get(first)),
              Arrays.copyOfRange(whole, starts.get(first + 1), starts.get(first + 2)),
              Arrays.copyOfRange(whole, starts.get(first), starts.get(first + 1)),
              Arrays.copyOfRange(whole, starts.get(first + 2), whole.length)));
      var moved = first + 1;
      assertThat(found().faults()).anySatisfy(fault -> assertThat(fault.entry()).isEqualTo(moved));
    }
    Files.delete(file());
    assertThat(found().faults()).extracting(LedgerCheck.Fault::code).contains("entries_missing");
  }

  private static byte[] joined(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void anErasureTakesWhatWasSaidAndLeavesTheChainWhole() throws Exception {
    follow();
    byte[] receipted;
    try (var ledger = Ledger.open(ledger(), record)) {
      receipted = JsonWriter.bytes(Objects.requireNonNull(Receipt.of(ledger, 4, 7)));
      assertThat(ledger.erase(List.of("user_id:u1"), "request 12")).isEqualTo(2);
      assertThat(ledger.naming(List.of("user_id:u1"))).isEmpty();
      assertThat(Receipt.of(ledger, 1, 7)).isNull();
      assertThat(Objects.requireNonNull(ledger.entry(1)).payload()).isNull();
      assertThat(Receipt.verify((Value.Fields) JsonReader.event(receipted)).problems()).isEmpty();
    }
    assertThat(new String(Files.readAllBytes(file()), UTF_8)).doesNotContain("user_id:u1");
    var found = found();
    assertThat(found.faults()).isEmpty();
    assertThat(found.entries()).isEqualTo(6);
    assertThat(found.erased()).isEqualTo(2);
  }

  @Test
  void blankingWithoutAnErasureIsFound() throws Exception {
    follow();
    var whole = Files.readAllBytes(file());
    var second = starts(whole).get(1);
    whole[second + Frame.WHOLE_AT] = 0;
    Arrays.fill(whole, second + Frame.SALT_AT, starts(whole).get(2), (byte) 0);
    Files.write(file(), whole);
    assertThat(found().faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo("blank_without_erasure");
          assertThat(fault.entry()).isEqualTo(2);
        });
  }

  @Test
  void madeAnewFromTheSameLogItIsTheSameAndOldReceiptsHold() throws Exception {
    follow();
    var before = Files.readAllBytes(file());
    try (var all = Files.list(ledger())) {
      for (var each : all.filter(each -> each.toString().endsWith(LedgerFiles.SUFFIX)).toList()) {
        Files.delete(each);
      }
    }
    delete(ledger().resolve("index"));
    follow();
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(found().faults()).isEmpty();
  }

  @Test
  void aLostIndexIsMadeAnewBesideTheFilesErasuresIncluded() throws Exception {
    follow();
    try (var ledger = Ledger.open(ledger(), record)) {
      ledger.erase(List.of("user_id:u2"), "request 13");
    }
    record.forget("u2");
    record.said("m6", "u4", "analytics", true);
    delete(ledger().resolve("index"));
    follow();
    assertThat(found().faults()).isEmpty();
    assertThat(found().entries()).isEqualTo(7);
    try (var ledger = Ledger.open(ledger(), record)) {
      assertThat(ledger.naming(List.of("user_id:u2"))).isEmpty();
      assertThat(ledger.naming(List.of("user_id:u1"))).containsExactly(1L, 3L);
    }
  }

  @Test
  void whatACrashTearsIsWrittenAgain() throws Exception {
    var random = new Random(5);
    follow();
    for (var round = 0; round < 10; round++) {
      // The files are ahead of the index, and their last frame is torn: as after a kill.
      copy(ledger().resolve("index"), folder.resolve("kept-" + round));
      record.said("r" + round, "u9", "analytics", round % 2 == 0);
      record.said("s" + round, "u8", "ads", round % 2 == 0);
      follow();
      delete(ledger().resolve("index"));
      copy(folder.resolve("kept-" + round), ledger().resolve("index"));
      var whole = Files.readAllBytes(file());
      var starts = starts(whole);
      var from = starts.get(starts.size() - 2) + 1;
      Files.write(file(), Arrays.copyOf(whole, from + random.nextInt(whole.length - from)));
      follow();
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
      assertThat(found().faults()).isEmpty();
    }
  }

  @Test
  void aLedgerThatLostEntriesWritesNothingMore() throws Exception {
    follow();
    Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 200));
    record.said("m7", "u1", "ads", true);
    assertThatThrownBy(this::follow).isInstanceOf(Ledger.Differs.class);
  }

  @Test
  void whatIsRepeatedIsRecordedOnce() throws Exception {
    for (var i = 0; i < 20; i++) {
      record.said("again" + i, "u3", "email_marketing", true);
    }
    follow();
    assertThat(found().entries()).isEqualTo(5);
  }

  @Test
  void aReceiptThatIsChangedAnywhereIsNotGenuine() throws Exception {
    follow();
    byte[] genuine;
    try (var ledger = Ledger.open(ledger(), record)) {
      genuine = JsonWriter.bytes(Objects.requireNonNull(Receipt.of(ledger, 2, 7)));
    }
    assertThat(Receipt.verify((Value.Fields) JsonReader.event(genuine)).problems()).isEmpty();
    for (var at = 0; at < genuine.length; at++) {
      var changed = genuine.clone();
      changed[at] ^= 1;
      if (JsonReader.event(changed) instanceof Value.Fields whole
          && !JsonReader.event(genuine).equals(whole)) {
        assertThat(Receipt.verify(whole).problems()).as("byte " + at).isNotEmpty();
      }
    }
  }

  @Test
  void nonsenseIsNoReceipt() {
    var random = new Random(9);
    for (var i = 0; i < 2_000; i++) {
      var text = new StringBuilder("{\"receipt\":{");
      for (var name :
          List.of(
              "version",
              "place",
              "before",
              "salt",
              "payloadHash",
              "link",
              "entry",
              "steps",
              "through")) {
        var any = List.of("1", "\"zz\"", "\"00ff\"", "[]", "[1]", "{}", "1e99", "null", "-1");
        text.append('"').append(name).append("\":").append(any.get(random.nextInt(any.size())));
        text.append(name.equals("through") ? "" : ",");
      }
      text.append("},\"publicKey\":\"MCow\",\"signature\":\"????\"}");
      var whole = (Value.Fields) JsonReader.event(text.toString().getBytes(UTF_8));
      assertThat(Receipt.verify(whole).problems()).isNotEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
