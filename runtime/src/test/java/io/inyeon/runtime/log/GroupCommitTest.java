package io.inyeon.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.runtime.log.LogUnavailable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many callers, one thread that forces, one that takes.
@Timeout(60)
class GroupCommitTest {
  private static final Logger QUIET = Logger.getLogger("io.inyeon.runtime.log");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private static final byte KIND = 3;
  private static final int SEGMENT = 64 * 1024;
  private static final CommitLimits LIMITS =
      new CommitLimits(100, 50, 1 << 20, Duration.ZERO, 1 << 20, Duration.ofNanos(1000));

  private final SimulatedDisk machine = new SimulatedDisk(1);
  private final Gate gate = new Gate(machine.start());
  private Log log;
  private GroupCommit<String> commits;

  @BeforeEach
  void open() throws IOException {
    var options = new LogOptions(SEGMENT, 6 * SEGMENT, 1000, 1, Duration.ZERO);
    log = Log.open(gate, options, Resume.everything(), Runnable::run);
    gate.forces.set(0);
    commits = new GroupCommit<>(log, LIMITS);
  }

  @AfterEach
  void close() throws IOException {
    gate.letGo();
    commits.close();
    log.close();
  }

  @Test
  void everyCallerGetsItsOwnPositionAndAllIsHandedOnInOrder() throws Exception {
    var positions = new ConcurrentHashMap<Long, String>();
    var callers = new ArrayList<Thread>();
    for (var caller = 0; caller < 40; caller++) {
      var name = "caller " + caller;
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (var i = 0; i < 25; i++) {
                  var text = name + " commit " + i;
                  positions.put(commitAtLast(text, text + " again"), text);
                }
              }));
    }
    var next = 1L;
    while (next <= 40 * 25 * 2) {
      for (var durable : commits.take(7)) {
        assertThat(durable.position()).isEqualTo(next);
        assertThat(durable.kind()).isEqualTo(KIND);
        assertThat(durable.payloads()).hasSize(2);
        assertThat(new String(durable.payloads().getFirst(), UTF_8))
            .isEqualTo(durable.attachment());
        assertThat(log.durablePosition()).isGreaterThan(next);
        next += 2;
      }
    }
    for (var caller : callers) {
      caller.join();
    }
    assertThat(positions).hasSize(1000);
    for (var position : positions.keySet()) {
      try (var cursor = log.read(position)) {
        assertThat(cursor.next())
            .isInstanceOfSatisfying(
                Logged.Whole.class,
                whole ->
                    assertThat(new String(whole.payload(), UTF_8))
                        .isEqualTo(positions.get(position)));
      }
    }
  }

  @Test
  void whatGathersDuringAForceIsForcedTogether() throws Exception {
    gate.hold();
    var callers = startCallers(1);
    gate.awaitForce();
    callers.addAll(startCallers(30));
    awaitOnTheirWay(31);
    gate.letGo();
    for (var caller : callers) {
      caller.join();
    }
    assertThat(log.durablePosition()).isEqualTo(31);
    assertThat(gate.forces).hasValue(2);
  }

  @Test
  void callersHearAtOnceThatTooMuchIsOnItsWay() throws Exception {
    for (var i = 0; i < 25; i++) {
      commit("a", "b");
    }
    assertRefused(Reason.OVERLOADED, "c");
    assertThat(commits.take(1000)).hasSize(25);
    assertRefused(Reason.OVERLOADED, "c"); // taken, but not done
    var taker = Thread.ofVirtual().start(this::take);
    assertThat(commitAtLast("c")).isEqualTo(51);
    taker.join();
  }

  @Test
  void callersWaitForRoomInTheOrderInWhichTheyCame() throws Exception {
    commits.close();
    commits =
        new GroupCommit<>(
            log,
            new CommitLimits(100, 50, 1 << 20, Duration.ofSeconds(50), 1 << 20, Duration.ZERO));
    for (var i = 0; i < 25; i++) {
      commit("a", "b");
    }
    // The first needs more room than there is after one was taken; the others stay behind it.
    var texts = new String[48];
    Arrays.fill(texts, "large");
    var large = startWaiting(() -> commit(texts));
    var small = startWaiting(() -> commit("small"));
    for (var done = 0; done < 25 + 2; ) {
      done += commits.take(2).size();
    }
    assertThat(large.get()).isEqualTo(51);
    assertThat(small.get()).isEqualTo(99);
  }

  @Test
  void callersThatWaitForRoomHearWhenItEnds() throws Exception {
    commits.close();
    commits =
        new GroupCommit<>(
            log,
            new CommitLimits(100, 50, 1 << 20, Duration.ofSeconds(50), 1 << 20, Duration.ZERO));
    var texts = new String[50];
    Arrays.fill(texts, "x");
    commit(texts);
    var caller = startWaiting(() -> commit("y"));
    commits.close();
    assertThatThrownBy(caller::get)
        .cause()
        .isInstanceOfSatisfying(
            LogUnavailable.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.STOPPING));
  }

  @Test
  void whoeverFindsTooManyWaitingForRoomHearsItAtOnce() throws Exception {
    commits.close();
    commits =
        new GroupCommit<>(
            log, new CommitLimits(100, 50, 1 << 20, Duration.ofSeconds(50), 10, Duration.ZERO));
    var texts = new String[50];
    Arrays.fill(texts, "x");
    commit(texts);
    assertRefused(Reason.OVERLOADED, "more than ten bytes");
  }

  /// Starts a caller, and lets it come to where it waits.
  private static <V> Future<V> startWaiting(Callable<V> call) {
    var task = new FutureTask<>(call);
    var thread = Thread.ofPlatform().start(task);
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  @Test
  void aCommitLargerThanTheBoundIsTakenWhenNothingElseIsOnItsWay() throws Exception {
    var texts = new String[60];
    Arrays.fill(texts, "x");
    assertThat(commit(texts)).isEqualTo(1);
    assertRefused(Reason.OVERLOADED, "y");
    assertThat(commits.take(1)).hasSize(1);
  }

  @Test
  void whenForcingFailsTheCallerHearsItAndTheNextOneSucceeds() throws Exception {
    machine.failForces(1);
    assertRefused(Reason.LOG_FAILED, "a");
    assertThat(commit("b")).isEqualTo(1);
    assertThat(commits.take(10)).extracting(Durable::attachment).containsExactly("b");
  }

  @Test
  void whatIsDurableCountsThoughWhatIsBehindItFails() throws Exception {
    var answers = new ConcurrentHashMap<String, String>();
    gate.hold();
    var callers = new ArrayList<>(startCallers(1));
    gate.awaitForce();
    for (var name : List.of("fits", "needs the next segment")) {
      callers.add(Thread.ofVirtual().start(() -> answers.put(name, answer(name))));
      awaitOnTheirWay(callers.size());
    }
    gate.failing = Segment.name(2, Segment.LIVE);
    gate.letGo();
    for (var caller : callers) {
      caller.join();
    }
    assertThat(answers)
        .containsEntry("fits", "2")
        .containsEntry("needs the next segment", "log_failed");
    assertThat(commit("b")).isEqualTo(3);
    assertThat(commits.take(100)).extracting(Durable::position).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aFullDiskIsToldToTheCallersAndEndsByItself() throws Exception {
    assertThat(commit("a")).isEqualTo(1);
    machine.capacity(machine.used());
    var refused = 0;
    for (var i = 0; i < 40 && refused == 0; i++) {
      try {
        commit("x".repeat(100));
        commits.take(1);
      } catch (LogUnavailable full) {
        assertThat(full.reason()).isEqualTo(Reason.DISK_FULL);
        refused++;
      }
    }
    assertThat(refused).isEqualTo(1);
    machine.capacity(Long.MAX_VALUE);
    var next = log.durablePosition() + 1;
    assertThat(commit("b")).isEqualTo(next);
  }

  @Test
  void closingMakesDurableWhatWaitsAndRefusesTheRest() throws Exception {
    gate.hold();
    var callers = startCallers(1);
    gate.awaitForce();
    callers.addAll(startCallers(5));
    awaitOnTheirWay(6);
    gate.letGo();
    commits.close();
    assertRefused(Reason.STOPPING, "late");
    assertThat(log.durablePosition()).isEqualTo(6);
    assertThat(commits.take(4)).hasSize(4);
    assertThat(commits.take(4)).hasSize(2);
    assertThat(commits.take(4)).isEmpty();
  }

  @Test
  void anInterruptDoesNotUndoACommit() throws Exception {
    Thread.currentThread().interrupt();
    var position = commit("a");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(position).isEqualTo(1);
  }

  @Test
  void aBugInTheThreadLeavesNobodyWaiting() throws Exception {
    var bug = new AtomicReference<Throwable>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> bug.set(thrown));
    try {
      assertThat(commit("a")).isEqualTo(1);
      gate.bug = new IllegalStateException("a bug");
      assertRefused(Reason.LOG_FAILED, "b");
      commits.close();
      assertThat(bug).hasValue(gate.bug);
      assertThat(commits.take(1)).hasSize(1);
      assertThatThrownBy(() -> commits.take(1)).isInstanceOf(IllegalStateException.class);
      gate.bug = null;
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void whatCanNeverBeTakenIsTheCallersBug() {
    assertThatThrownBy(() -> commits.commit(List.of(), KIND, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CommitLimits(0, 1, 1, Duration.ZERO, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Thread> startCallers(int count) {
    var callers = new ArrayList<Thread>();
    for (var caller = 0; caller < count; caller++) {
      callers.add(Thread.ofVirtual().start(() -> commitAtLast("x")));
    }
    return callers;
  }

  private void awaitOnTheirWay(int entries) {
    while (commits.entriesOnTheirWay() < entries) {
      Thread.onSpinWait();
    }
  }

  private long commit(String... texts) throws LogUnavailable {
    var payloads = new ArrayList<byte[]>();
    for (var text : texts) {
      payloads.add(text.getBytes(UTF_8));
    }
    return commits.commit(payloads, KIND, texts[0]);
  }

  private String answer(String name) {
    try {
      return Long.toString(commits.commit(List.of(new byte[40_000]), KIND, name));
    } catch (LogUnavailable refused) {
      return refused.code();
    }
  }

  /// Tries again while the log is overloaded.
  private long commitAtLast(String... texts) {
    while (true) {
      try {
        return commit(texts);
      } catch (LogUnavailable refused) {
        assertThat(refused.reason()).isEqualTo(Reason.OVERLOADED);
        LockSupport.parkNanos(100_000);
      }
    }
  }

  private void assertRefused(Reason reason, String text) {
    assertThatThrownBy(() -> commit(text))
        .isInstanceOfSatisfying(
            LogUnavailable.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private void take() {
    try {
      commits.take(1000);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /// A disk whose forces can be held up.
  private static final class Gate implements Disk {
    private final Disk disk;
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicInteger forces = new AtomicInteger();
    private final Semaphore passes = new Semaphore(1_000_000);
    private volatile @Nullable RuntimeException bug;
    private volatile String failing = "";

    Gate(Disk disk) {
      this.disk = disk;
    }

    void hold() {
      arrivals.drainPermits();
      passes.drainPermits();
    }

    void letGo() {
      passes.release(1_000_000);
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }

    void awaitForce() throws InterruptedException {
      arrivals.acquire();
    }

    @Override
    public Set<String> names() throws IOException {
      return disk.names();
    }

    @Override
    public Handle create(String name) throws IOException {
      return new Gated(name, disk.create(name));
    }

    @Override
    public Handle open(String name) throws IOException {
      return new Gated(name, disk.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
      disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      disk.delete(name);
    }

    @Override
    public void forceNames() throws IOException {
      disk.forceNames();
    }

    @Override
    public long usableBytes() throws IOException {
      return disk.usableBytes();
    }

    @Override
    public long salt() {
      return disk.salt();
    }

    private final class Gated implements Handle {
      private final String name;
      private final Handle handle;

      Gated(String name, Handle handle) {
        this.name = name;
        this.handle = handle;
      }

      @Override
      public long size() throws IOException {
        return handle.size();
      }

      @Override
      public int read(ByteBuffer into, long offset) throws IOException {
        return handle.read(into, offset);
      }

      @Override
      public void write(ByteBuffer from, long offset) throws IOException {
        if (bug != null) {
          throw bug;
        }
        handle.write(from, offset);
      }

      @Override
      public void force() throws IOException {
        forces.incrementAndGet();
        arrivals.release();
        passes.acquireUninterruptibly();
        if (name.equals(failing)) {
          throw new IOException("a failing force");
        }
        handle.force();
      }

      @Override
      public void close() throws IOException {
        handle.close();
      }
    }
  }
}
