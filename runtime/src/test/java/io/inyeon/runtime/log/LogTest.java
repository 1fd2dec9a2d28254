package io.inyeon.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.runtime.log.LogUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log by examples.
class LogTest {
  private static final Logger QUIET = Logger.getLogger("io.inyeon.runtime.log");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private static final int SEGMENT = 16 * 1024;
  private static final int FIRST = Frames.BLOCK;
  private static final int FRAME = 40; // of a payload of up to 8 bytes
  private static final byte KIND = 3;

  private final SimulatedDisk machine = new SimulatedDisk(1);
  private final LogOptions options = new LogOptions(SEGMENT, 6 * SEGMENT, 1000, 1, Duration.ZERO);

  @Test
  void whatIsForcedIsReadInOrder() throws Exception {
    try (var log = open()) {
      assertThat(log.append(payloads("a", "b"), KIND)).isEqualTo(1);
      assertThat(log.append(payloads("c"), (byte) 4)).isEqualTo(3);
      assertThat(read(log, 1)).isEmpty();
      assertThat(log.durablePosition()).isZero();
      assertThat(log.force()).isEqualTo(3);
      assertThat(read(log, 1)).containsExactly("1:a", "2:b", "3:c");
      assertThat(read(log, 3)).containsExactly("3:c");
      assertThat(read(log, 4)).isEmpty();
    }
  }

  @Test
  void aCursorGoesOnWhereItWas() throws Exception {
    try (var log = open();
        var cursor = log.read(1)) {
      assertThat(cursor.next()).isNull();
      for (var i = 1; i <= 200; i++) {
        commit(log, "entry " + i + " " + "x".repeat(100));
        assertThat(cursor.next())
            .isInstanceOfSatisfying(
                Logged.Whole.class, whole -> assertThat(whole.kind()).isEqualTo(KIND));
        assertThat(cursor.next()).isNull();
      }
    }
  }

  @Test
  void aRealFolderIsReopened(@TempDir Path folder) throws Exception {
    var all = new ArrayList<String>();
    for (var life = 0; life < 4; life++) {
      try (var disk = RealDisk.open(folder);
          var log = Log.open(disk, options, Resume.everything())) {
        assertThat(log.recovery().isClean()).isTrue();
        assertThat(log.recovery().cutBytes()).isZero();
        assertThat(read(log, 1)).isEqualTo(all);
        for (var i = 0; i < 30; i++) {
          var text = "life " + life + " entry " + i + " " + "x".repeat(200);
          all.add(commit(log, text) + ":" + text);
        }
        assertThat(read(log, 1)).isEqualTo(all);
      }
    }
  }

  @Test
  void recycledSegmentsAreUsedAgainAndNothingOldComesBack() throws Exception {
    var log = open();
    for (var i = 0; i < 2000; i++) {
      var position = commit(log, "entry " + i + "x".repeat(i % 700));
      log.recycleBelow(position - 10);
    }
    assertThat(machine.used()).isLessThanOrEqualTo(5L * SEGMENT);
    assertThat(log.oldestPosition()).isBetween(1900L, 1990L);
    assertThat(log.segmentStarts()).hasSizeLessThan(4).startsWith(log.oldestPosition());
    machine.kill();
    var again = open();
    assertThat(again.durablePosition()).isEqualTo(2000);
    assertThat(read(again, again.oldestPosition())).last().asString().startsWith("2000:entry 1999");
    try (var cursor = again.read(1)) {
      assertThatThrownBy(cursor::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was recycled");
    }
  }

  @Test
  void aTornTailIsCutQuietlyAndCounted() throws Exception {
    var log = open();
    commit(log, "a");
    log.append(payloads("b", "c", "d"), KIND);
    log.append(payloads("e"), KIND);
    killBeforeForce(log);
    machine.rot(segment(1), FIRST + 2 * FRAME + Frames.HEADER); // the payload of c
    var again = open();
    assertThat(read(again, 1)).containsExactly("1:a");
    assertThat(again.recovery().isClean()).isTrue();
    assertThat(again.recovery().cutEntries()).isEqualTo(4);
    assertThat(again.recovery().cutBytes()).isEqualTo(4 * FRAME);
    assertThat(commit(again, "f")).isEqualTo(2);
    machine.losePower();
    assertThat(read(open(), 1)).containsExactly("1:a", "2:f");
  }

  @Test
  void dyingAtAnyMomentOfTheFirstOpeningsDoesNoHarm() throws Exception {
    for (var moment = 0; moment < 40; moment++) {
      var fresh = new SimulatedDisk(moment);
      fresh.capacity(SEGMENT + 2 * options.reserveBytes()); // making a second one forces names, too
      var first = fresh.start();
      fresh.losePowerAfter(moment);
      try {
        Log.open(first, options, Resume.everything(), Runnable::run);
      } catch (IOException died) {
        assertThat(moment).isLessThan(39);
      }
      fresh.kill(); // what it wrote is seen, though nothing forced it
      var log = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      commit(log, "a");
      fresh.losePower();
      var again = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      assertThat(read(again, 1)).containsExactly("1:a");
    }
  }

  @Test
  void aCommitThatWasWrittenWholeIsKeptThoughNobodyWasTold() throws Exception {
    var log = open();
    log.append(payloads("a", "b"), KIND);
    log.append(payloads("c"), KIND);
    killBeforeForce(log);
    var again = open();
    assertThat(read(again, 1)).containsExactly("1:a", "2:b", "3:c");
    machine.losePower();
    assertThat(read(open(), 1)).containsExactly("1:a", "2:b", "3:c");
  }

  @Test
  void aRottenMiddleIsReportedWithItsPlaceAndTheRestIsKept() throws Exception {
    var log = open();
    commit(log, "a", "b", "c", "d");
    commit(log, "e");
    machine.kill();
    machine.rot(segment(1), FIRST + FRAME + 9); // the position of b
    machine.rot(segment(1), FIRST + 2 * FRAME + Frames.HEADER); // the payload of c
    var again = open();
    var loss = new Loss(segment(1), FIRST + FRAME, 2 * FRAME, 2, 3);
    assertThat(again.recovery().losses()).containsExactly(loss);
    assertThat(again.recovery().cutEntries()).isZero();
    assertThat(read(again, 1)).containsExactly("1:a", loss.toString(), "4:d", "5:e");
    assertThat(read(again, 3)).hasSize(3).contains("4:d", "5:e");
    assertThat(read(again, 4)).containsExactly("4:d", "5:e");
    assertThat(commit(again, "f")).isEqualTo(6);
  }

  @Test
  void rotWhileTheLogRunsIsReportedToWhoeverReads() throws Exception {
    try (var log = open()) {
      commit(log, "a", "b", "c");
      machine.rot(segment(1), FIRST + FRAME + Frames.HEADER);
      machine.rot(segment(1), FIRST + 2 * FRAME);
      var loss = new Loss(segment(1), FIRST + FRAME, SEGMENT - FIRST - 4096 - FRAME, 2, 3);
      try (var cursor = log.read(1)) {
        assertThat(show(cursor.next())).isEqualTo("1:a");
        assertThat(show(cursor.next())).isEqualTo(loss.toString());
        assertThat(cursor.next()).isNull();
        commit(log, "d");
        assertThat(show(cursor.next())).isEqualTo("4:d");
      }
    }
  }

  @Test
  void aCleanEndIsAWitnessThatEverythingWasDurable() throws Exception {
    var log = open();
    commit(log, "a", "b");
    log.close();
    machine.kill();
    machine.rot(segment(1), FIRST + FRAME);
    var again = open();
    assertThat(again.recovery().losses())
        .containsExactly(new Loss(segment(1), FIRST + FRAME, FRAME, 2, 2));
    assertThat(commit(again, "c")).isEqualTo(3);
    assertThat(read(again, 3)).containsExactly("3:c");
  }

  @Test
  void whatStateHasSeenIsNoTornTail() throws Exception {
    var log = open();
    commit(log, "a", "b");
    machine.kill();
    machine.rot(segment(1), FIRST + FRAME);
    var again = open(new Resume(1, 2));
    assertThat(again.recovery().losses()).hasSize(1);
    assertThat(commit(again, "c")).isEqualTo(3);
    assertThat(again.recovery().cutEntries()).isZero();
  }

  @Test
  void aLogThatEndsBeforeWhatIsKnownIsRefusedAgainAndAgainUnlessThatIsAccepted() throws Exception {
    var log = open();
    commit(log, "a");
    commit(log, "b");
    log.close();
    for (var attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> open(new Resume(1, 3, false)))
          .isInstanceOfSatisfying(
              LogBehind.class,
              behind -> {
                assertThat(behind.last()).isEqualTo(2);
                assertThat(behind.known()).isEqualTo(3);
              });
    }
    assertThat(read(open(new Resume(1, 2, false)), 1)).containsExactly("1:a", "2:b");
    var again = open(new Resume(1, 3, true));
    commit(again, "d");
    assertThat(read(again, 1)).hasSize(4).startsWith("1:a", "2:b").endsWith("4:d");
    assertThat(again.recovery().losses())
        .singleElement()
        .satisfies(loss -> {
          assertThat(loss.from()).isEqualTo(3);
          assertThat(loss.to()).isEqualTo(3);
        });
  }

  @Test
  void damageBeforeTheEndIsNoReasonToRefuse() throws Exception {
    var log = open();
    commit(log, "a");
    commit(log, "b");
    commit(log, "c");
    machine.kill();
    machine.rot(segment(1), FIRST + FRAME + 9); // the position of b
    assertThat(open(new Resume(1, 3, false)).recovery().losses()).hasSize(1);
  }

  @Test
  void positionsGoOnAboveWhatIsKnownWhenTheWholeLogIsGone() throws Exception {
    var log = open(new Resume(41, 40));
    assertThat(log.recovery().durable()).isEqualTo(40);
    assertThat(log.oldestPosition()).isEqualTo(41);
    assertThat(commit(log, "a")).isEqualTo(41);
    machine.losePower();
    assertThat(read(open(new Resume(41, 40)), 41)).containsExactly("41:a");
  }

  @Test
  void aMissingSegmentIsReportedByNameAndTheRestIsKept() throws Exception {
    var log = open();
    fill(log, 3);
    machine.kill();
    var before = open();
    var first = before.read(1);
    var all = read(before, 1);
    first.close();
    machine.kill();
    machine.remove(segment(2));
    var again = open();
    assertThat(again.recovery().losses()).hasSize(1);
    var loss = again.recovery().losses().getFirst();
    assertThat(loss.segment()).isEqualTo(segment(2));
    assertThat(loss.offset()).isZero();
    assertThat(loss.length()).isEqualTo(SEGMENT);
    var kept = new ArrayList<>(all);
    kept.subList((int) loss.from() - 1, (int) loss.to()).clear();
    kept.add((int) loss.from() - 1, loss.toString());
    assertThat(read(again, 1)).isEqualTo(kept);
  }

  @Test
  void aSegmentWithoutAnyHeaderIsReadByItsFrames() throws Exception {
    var log = open();
    fill(log, 2);
    machine.kill();
    for (var number = 1; number <= 2; number++) {
      machine.rot(segment(number), 3);
      if (number == 2) {
        machine.rot(segment(number), SEGMENT - 4096 + 20);
      }
    }
    var again = open();
    assertThat(again.recovery().isClean()).isTrue();
    assertThat(read(again, 1)).hasSize((int) again.durablePosition());
    machine.kill();
    machine.rot(segment(1), SEGMENT - 4096 + 20); // its front was mended meanwhile
    assertThat(open().recovery().isClean()).isTrue();
  }

  @Test
  void foreignFilesAreLeftAloneAndForeignSegmentsSetAside() throws Exception {
    var log = open();
    commit(log, "a");
    log.close();
    var disk = machine.start();
    disk.create("notes.txt").close();
    try (var file = disk.create(segment(77))) {
      file.write(Frames.littleEndian(new byte[] {1, 2, 3}), 0);
    }
    var again = open();
    assertThat(again.recovery().setAside()).containsExactly("0000000000000077.damaged");
    assertThat(again.recovery().isClean()).isFalse();
    assertThat(machine.names()).contains("notes.txt", "0000000000000077.damaged");
    assertThat(read(again, 1)).containsExactly("1:a");
    machine.kill();
    assertThat(open().recovery().isClean()).isTrue();
  }

  @Test
  void anUnreadableSectorCostsWhatStandsInIt() throws Exception {
    var log = open();
    for (var i = 0; i < 20; i++) {
      commit(log, "x".repeat(500));
    }
    machine.kill();
    machine.spoil(segment(1), 8192 + 100);
    var again = open();
    assertThat(again.recovery().losses()).hasSize(1);
    var loss = again.recovery().losses().getFirst();
    assertThat(loss.offset()).isLessThanOrEqualTo(8192);
    assertThat(loss.offset() + loss.length()).isBetween(8192L + 4096, 8192L + 4096 + 600);
    assertThat(again.durablePosition()).isEqualTo(20);
  }

  @Test
  void anEndThatCanNotBeReadIsNoTornTail() throws Exception {
    var log = open();
    commit(log, "a");
    machine.kill();
    machine.spoil(segment(1), 4096);
    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("can't");
  }

  @Test
  void aFullLogRefusesAndGoesOnOnceItIsRead() throws Exception {
    var log = open();
    var refused = fillUntilRefused(log);
    assertThat(refused.reason()).isEqualTo(Reason.LOG_FULL);
    assertThat(refused.code()).isEqualTo("log_full");
    assertThat(refused.abandoned()).isFalse();
    assertThat(machine.used()).isLessThanOrEqualTo(options.maxBytes());
    var last = log.durablePosition();
    log.recycleBelow(last);
    assertThat(commit(log, "a")).isEqualTo(last + 1);
  }

  @Test
  void aFullDiskRefusesAndGoesOnOnceThereIsRoom() throws Exception {
    var log = open();
    commit(log, "a");
    machine.capacity(machine.used() + options.reserveBytes() - 1);
    var refused = fillUntilRefused(log);
    assertThat(refused.code()).isEqualTo("disk_full");
    assertThat(refused.retryAfterSeconds()).isPositive();
    var last = log.durablePosition();
    machine.capacity(machine.used() + options.reserveBytes());
    assertThat(commit(log, "b")).isEqualTo(last + 1);
    machine.losePower();
    assertThat(read(open(), last)).last().isEqualTo(last + 1 + ":b");
  }

  @Test
  void afterAFailedForceTheLogGoesOnElsewhereAndWhatWasRefusedStaysAway() throws Exception {
    var log = open();
    commit(log, "a");
    log.append(payloads("refused"), KIND);
    machine.failForces(1);
    assertThatThrownBy(log::force)
        .isInstanceOfSatisfying(
            LogUnavailable.class, failed -> assertThat(failed.abandoned()).isTrue());
    machine.kill();
    var again = open();
    assertThat(read(again, 1)).containsExactly("1:a");
    assertThat(commit(again, "b")).isEqualTo(2);
    assertThat(text(machine)).contains("refused");
    machine.losePower();
    assertThat(read(open(), 1)).containsExactly("1:a", "2:b");
  }

  @Test
  void whenNothingCanBeWrittenTheLogRefusesUntilItCan() throws Exception {
    var log = open();
    commit(log, "a");
    machine.failForces(Integer.MAX_VALUE);
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> commit(log, "b"))
          .isInstanceOfSatisfying(
              LogUnavailable.class, failed -> assertThat(failed.code()).isEqualTo("log_failed"));
    }
    machine.failForces(0);
    assertThat(commit(log, "c")).isEqualTo(2);
    assertThat(read(log, 1)).containsExactly("1:a", "2:c");
  }

  @Test
  void blankedEntriesKeepTheirPlaceAndNothingElse() throws Exception {
    var log = open();
    commit(log, "a", "secret", "c");
    commit(log, "secret", "e");
    assertThat(log.blank(new TreeSet<>(List.of(2L, 4L, 99L)))).isEqualTo(2);
    assertThat(log.blank(new TreeSet<>(List.of(2L)))).isZero();
    assertThat(read(log, 1)).containsExactly("1:a", "2 blank", "3:c", "4 blank", "5:e");
    machine.losePower();
    assertThat(text(machine)).doesNotContain("secret");
    var again = open();
    assertThat(again.recovery().blanked()).isZero();
    assertThat(read(again, 1)).containsExactly("1:a", "2 blank", "3:c", "4 blank", "5:e");
  }

  @Test
  void blankingIsFinishedAfterACrashAtAnyMoment() throws Exception {
    for (var operations = 0; operations < 12; operations++) {
      var fresh = new SimulatedDisk(operations);
      var log = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      commit(log, "a", "secret".repeat(300), "c");
      fresh.losePowerAfter(operations);
      try {
        log.blank(new TreeSet<>(List.of(2L)));
      } catch (IOException expected) {
        assertThat(operations).isLessThan(8);
      }
      fresh.losePower();
      var again = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      assertThat(again.recovery().isClean()).isTrue();
      var read = read(again, 1);
      assertThat(read).hasSize(3);
      var isErased = read.get(1).equals("2 blank");
      assertThat(isErased || read.get(1).startsWith("2:secret")).isTrue();
      assertThat(again.recovery().blanked()).isLessThanOrEqualTo(isErased ? 1 : 0);
      assertThat(text(fresh).contains("secret")).isNotEqualTo(isErased);
    }
  }

  /// Found by the simulation: the intent was seen, but its force had failed, so that the next crash
  /// left a half blanked entry and no intent.
  @Test
  void anIntentIsOnTheDiskBeforeItIsFollowed() throws Exception {
    for (var seed = 0; seed < 60; seed++) {
      var fresh = new SimulatedDisk(seed);
      var log = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      commit(log, "a", "secret".repeat(300), "c");
      fresh.failForces(1);
      assertThatThrownBy(() -> log.blank(new TreeSet<>(List.of(2L))))
          .isInstanceOf(IOException.class);
      fresh.kill();
      var dying = fresh.start();
      fresh.losePowerAfter(1 + seed % 6);
      assertThatThrownBy(() -> Log.open(dying, options, Resume.everything(), Runnable::run))
          .isInstanceOf(IOException.class);
      fresh.losePower();
      var again = Log.open(fresh.start(), options, Resume.everything(), Runnable::run);
      assertThat(again.recovery().isClean()).isTrue();
      assertThat(read(again, 1)).hasSize(3);
    }
  }

  /// Whoever writes a good-looking frame into a payload doesn't get it read, even where the log
  /// searches for frames.
  @Test
  void aFrameInsideAPayloadIsNotFound() throws Exception {
    var log = open();
    var forged = new byte[Frames.size(8)];
    var head = new Frames.Head(2, 1, KIND, (byte) 0);
    var text = "forged!!".getBytes(UTF_8);
    Frames.put(Frames.littleEndian(forged), 0, new CRC32C(), head, text);
    log.append(List.of(forged, "b".getBytes(UTF_8)), KIND);
    log.force();
    commit(log, "c");
    machine.kill();
    machine.rot(segment(1), FIRST); // now the inner frame is the first thing that looks like one
    var read = read(open(), 1);
    assertThat(read.subList(1, 3)).containsExactly("2:b", "3:c");
    assertThat(read.getFirst()).startsWith("Loss");
  }

  @Test
  void whatCanNeverBeTakenIsTheCallersBug() throws Exception {
    try (var log = open()) {
      var tooMuch = List.of(new byte[options.maxCommitBytes()]);
      assertThatThrownBy(() -> log.append(tooMuch, KIND))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> log.append(List.of(), KIND))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> log.append(payloads("a"), Frames.BLANK))
          .isInstanceOf(IllegalArgumentException.class);
      var most = List.of(new byte[options.maxCommitBytes() - Frames.HEADER]);
      assertThat(log.append(most, KIND)).isEqualTo(1);
      assertThat(log.append(payloads(""), KIND)).isEqualTo(2);
      log.force();
      assertThat(read(log, 2)).containsExactly("2:");
    }
  }

  @Test
  void aClosedLogRefuses() throws Exception {
    var log = open();
    log.close();
    log.close();
    assertThatThrownBy(() -> log.append(payloads("a"), KIND))
        .isInstanceOfSatisfying(
            LogUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.STOPPING));
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> options.withSegmentBytes(5000)).hasMessageContaining("segmentBytes");
    assertThatThrownBy(() -> options.withMaxBytes(SEGMENT)).hasMessageContaining("maxBytes");
    assertThatThrownBy(() -> options.withReserveBytes(-1)).hasMessageContaining("reserveBytes");
  }

  private Log open() throws IOException {
    return open(Resume.everything());
  }

  private Log open(Resume resume) throws IOException {
    return Log.open(machine.start(), options, resume, Runnable::run);
  }

  /// Lets the process die between writing and forcing.
  private void killBeforeForce(Log log) {
    machine.losePowerAfter(1);
    assertThatThrownBy(log::force).isInstanceOf(LogUnavailable.class);
    machine.kill();
  }

  private static long commit(Log log, String... payloads) throws LogUnavailable {
    var position = log.append(payloads(payloads), KIND);
    log.force();
    return position;
  }

  private static void fill(Log log, int segments) throws LogUnavailable {
    for (var i = 0; i < segments * (SEGMENT - 8192) / 400; i++) {
      commit(log, "y".repeat(350));
    }
  }

  private static LogUnavailable fillUntilRefused(Log log) {
    for (var i = 0; i < 10_000; i++) {
      try {
        commit(log, "z".repeat(100));
      } catch (LogUnavailable refused) {
        return refused;
      }
    }
    throw new AssertionError("never refused");
  }

  private static List<byte[]> payloads(String... texts) {
    return IntStream.range(0, texts.length).mapToObj(i -> texts[i].getBytes(UTF_8)).toList();
  }

  private static List<String> read(Log log, long from) throws IOException {
    var read = new ArrayList<String>();
    try (var cursor = log.read(from)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        read.add(show(next));
      }
    }
    return read;
  }

  private static String show(@Nullable Logged logged) {
    return switch (logged) {
      case Logged.Whole whole -> whole.position() + ":" + new String(whole.payload(), UTF_8);
      case Logged.Blank(var position) -> position + " blank";
      case Logged.Lost(var loss) -> loss.toString();
      case null -> "nothing";
    };
  }

  private static String text(SimulatedDisk machine) {
    return new String(machine.bytes(segment(1)), UTF_8);
  }

  private static String segment(int number) {
    return Segment.name(number, Segment.LIVE);
  }
}
