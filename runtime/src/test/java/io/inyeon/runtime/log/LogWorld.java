package io.inyeon.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A log that lives several lives on a hostile disk, and a checker that knows what it must hold.
///
/// The same seed is the same world. What the checker holds against the log, after every opening and
/// in between:
///
/// - each position from the oldest to the durable one is covered exactly once and in order;
/// - what was acknowledged, and not recycled, is there with its bytes;
/// - behind it stand only whole commits that were tried there, in their order, and none that was
///   refused while the log went on;
/// - what was blanked is blank, and its bytes are nowhere on the disk;
/// - a bit that rots costs one entry at most, and the loss is reported where the bit is.
final class LogWorld {
  private static final Logger QUIET = Logger.getLogger("io.inyeon.runtime.log");

  static {
    QUIET.setLevel(Level.OFF); // failures are the point here
  }

  private static final int SEGMENT = 32 * 1024;
  private static final byte KIND = 7;

  private final SplittableRandom random;
  private final SimulatedDisk machine;
  private final LogOptions options;
  private final TreeMap<Long, byte[]> acknowledged = new TreeMap<>();
  private final List<List<List<byte[]>>> perhaps = new ArrayList<>(); // tries, of commits
  private final List<List<byte[]>> pending = new ArrayList<>(); // appended, not forced
  private final TreeSet<Long> blanked = new TreeSet<>();
  private final TreeSet<Long> perhapsBlanked = new TreeSet<>();
  private final List<Integer> rotten = new ArrayList<>(); // offsets
  private final Set<Long> lost = new HashSet<>();
  private long recycledBelow = 1;
  private long counter;
  private long capacity = Long.MAX_VALUE;
  private boolean powerEnds;
  private boolean faults;
  private final boolean sameSizes; // so that new frames end where old ones began
  private Log log;

  LogWorld(long seed) throws IOException {
    random = new SplittableRandom(seed);
    sameSizes = random.nextInt(3) == 0;
    machine = new SimulatedDisk(seed ^ 0x5EED);
    options =
        new LogOptions(
            SEGMENT,
            (3 + random.nextInt(6)) * (long) SEGMENT,
            1000,
            random.nextInt(3),
            Duration.ZERO);
    log = Log.open(machine.start(), options, Resume.everything(), Runnable::run);
  }

  /// Lives so many lives.
  void live(int lives) throws IOException {
    for (var life = 0; life < lives; life++) {
      for (var steps = random.nextInt(40); steps > 0; steps--) {
        step();
      }
      die();
      open();
      check();
    }
  }

  long acknowledged() {
    return acknowledged.size();
  }

  private void step() throws IOException {
    try {
      switch (random.nextInt(20)) {
        case 0 -> capacity(machine.used() + random.nextInt(2 * SEGMENT));
        case 1 -> makeRoom();
        case 2, 3 -> fail();
        case 4, 5, 6 -> recycle();
        case 7 -> blank();
        case 8 -> rot();
        case 9 -> check();
        case 10 -> powerEnds();
        default -> commit();
      }
    } catch (SimulatedDisk.PowerLost expected) {
      assertThat(powerEnds).isTrue();
    }
  }

  private void capacity(long bytes) {
    capacity = bytes;
    machine.capacity(bytes);
  }

  private void fail() {
    faults = true;
    machine.failForces(random.nextInt(3));
    machine.failWrites(random.nextInt(3));
  }

  private void noMoreFaults() {
    capacity(Long.MAX_VALUE);
    machine.failForces(0);
    machine.failWrites(0);
  }

  private void powerEnds() {
    machine.losePowerAfter(random.nextInt(60));
    powerEnds = true;
  }

  /// Appends some commits, and forces them together, or leaves that to the next.
  private void commit() {
    try {
      for (var commits = 1 + random.nextInt(4); commits > 0; commits--) {
        append(payloads());
      }
      if (random.nextInt(8) > 0) {
        log.force();
        acknowledgeDurable();
      }
    } catch (LogUnavailable abandoned) {
      acknowledgeDurable();
      perhaps.add(List.copyOf(pending));
      pending.clear();
    }
  }

  private void append(List<byte[]> payloads) throws LogUnavailable {
    try {
      var position = log.append(payloads, KIND);
      acknowledgeDurable();
      if (pending.isEmpty()) {
        perhaps.clear(); // the log went on: what was refused before is void
      }
      assertThat(position).isEqualTo(last() + 1 + entries(pending));
      pending.add(payloads);
    } catch (LogUnavailable refused) {
      if (refused.abandoned()) {
        throw refused;
      }
      acknowledgeDurable();
      assertThat(isFair(refused.reason())).as("%s", refused.reason()).isTrue();
    }
  }

  /// Whether there is that reason to refuse.
  private boolean isFair(LogUnavailable.Reason reason) {
    return switch (reason) {
      case DISK_FULL -> machine.used() + SEGMENT + options.reserveBytes() > capacity;
      case LOG_FULL -> log.bytes() + SEGMENT > options.maxBytes();
      case LOG_FAILED -> powerEnds || faults;
      case OVERLOADED, STOPPING -> false;
    };
  }

  /// Beginning a new segment forces what was appended before.
  private void acknowledgeDurable() {
    while (!pending.isEmpty() && log.durablePosition() >= last() + pending.getFirst().size()) {
      acknowledge(pending.removeFirst());
      perhaps.clear();
    }
  }

  private void acknowledge(List<byte[]> payloads) {
    for (var payload : payloads) {
      acknowledged.put(last() + 1, payload);
    }
  }

  /// When nothing else is wrong, the log takes entries again at once.
  private void makeRoom() throws IOException {
    noMoreFaults();
    commit(); // may still hear of an earlier failure
    faults = false;
    try {
      append(payloads());
    } catch (LogUnavailable refused) {
      if (powerEnds) {
        throw new SimulatedDisk.PowerLost();
      }
      throw new AssertionError(refused);
    }
  }

  private void recycle() throws IOException {
    recycledBelow = Math.max(recycledBelow, last() - random.nextInt(60));
    log.recycleBelow(recycledBelow);
  }

  private void blank() throws IOException {
    var positions = new TreeSet<Long>();
    for (var count = random.nextInt(5); count > 0 && last() > recycledBelow; count--) {
      positions.add(random.nextLong(recycledBelow, last() + 1));
    }
    perhapsBlanked.addAll(positions);
    try {
      log.blank(positions);
      blanked.addAll(positions);
    } catch (SimulatedDisk.PowerLost lost) {
      throw lost;
    } catch (IOException failed) {
      return;
    }
    check();
    requireErased(positions);
  }

  private void requireErased(Set<Long> positions) {
    var ids = new HashSet<Long>();
    for (var position : positions) {
      if (!lost.contains(position)) {
        ids.add(ByteBuffer.wrap(payload(position)).getLong());
      }
    }
    for (var name : machine.names()) {
      var bytes = ByteBuffer.wrap(machine.bytes(name));
      for (var at = 0; at + 8 <= bytes.limit(); at += 8) {
        if (ids.contains(bytes.getLong(at))) {
          throw new AssertionError("a blanked payload stands in " + name + " at " + at);
        }
      }
    }
  }

  private void rot() {
    var files = machine.names().stream().filter(name -> name.endsWith(Segment.LIVE)).toList();
    if (!files.isEmpty()) {
      var file = files.get(random.nextInt(files.size()));
      var offset = random.nextInt(machine.bytes(file).length);
      machine.rot(file, offset);
      rotten.add(offset);
    }
  }

  private void die() {
    var how = random.nextInt(4);
    if (how == 3) {
      close();
    }
    perhaps.add(List.copyOf(pending));
    pending.clear();
    if (how == 0) {
      machine.kill();
    } else {
      machine.losePower();
    }
    noMoreFaults();
    faults = false;
  }

  private void close() {
    try {
      log.close();
      acknowledgeDurable();
      assertThat(pending).isEmpty();
    } catch (IOException failed) {
      acknowledgeDurable();
    }
  }

  /// Opens the log, often not at the first try.
  private void open() throws IOException {
    for (var tries = random.nextInt(3); tries > 0; tries--) {
      var disk = machine.start();
      machine.losePowerAfter(random.nextInt(30));
      machine.failForces(random.nextInt(8) / 7);
      try {
        Log.open(disk, options, resume(), Runnable::run);
      } catch (IOException expected) {
        machine.failForces(0);
      }
      if (random.nextBoolean()) {
        machine.losePower();
      } else {
        machine.kill();
      }
    }
    powerEnds = false;
    machine.failForces(0);
    log = Log.open(machine.start(), options, resume(), Runnable::run);
    assertThat(log.oldestPosition()).isLessThanOrEqualTo(recycledBelow);
    assertThat(log.durablePosition()).isGreaterThanOrEqualTo(last());
    adopt();
  }

  /// State and archive know of what is durable, and may lag; rot at the end needs their help.
  private Resume resume() {
    var known = !rotten.isEmpty() || random.nextBoolean() ? last() : random.nextLong(last() + 1);
    return new Resume(random.nextBoolean() ? 1 : Math.max(1, known), known);
  }

  /// What stands behind the acknowledged is one of the tries, whole commits, from its beginning.
  private void adopt() throws IOException {
    var extra = new ArrayList<byte[]>();
    try (var cursor = log.read(last() + 1)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        extra.add(next instanceof Logged.Whole whole ? whole.payload() : new byte[0]);
      }
    }
    var found = extra.isEmpty();
    for (var attempt : perhaps) {
      var whole = new ArrayList<byte[]>();
      for (var commit : attempt) {
        whole.addAll(commit);
        found |= same(whole, extra);
      }
    }
    assertThat(found).as("%d entries behind %d were tried", extra.size(), last()).isTrue();
    acknowledge(extra);
    perhaps.clear();
  }

  private void check() throws IOException {
    var position = log.oldestPosition();
    try (var cursor = log.read(position)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        position = checked(next, position);
      }
    }
    assertThat(position).isEqualTo(log.durablePosition() + 1);
    assertThat(lost.size()).as("lost by rot").isLessThanOrEqualTo(rotten.size());
  }

  /// Checks what stands at a position; returns the next.
  private long checked(Logged logged, long position) {
    return switch (logged) {
      case Logged.Whole whole -> {
        assertThat(whole.position()).isEqualTo(position);
        assertThat(whole.kind()).isEqualTo(KIND);
        assertThat(Arrays.equals(whole.payload(), payload(position))).as("%d", position).isTrue();
        assertThat(blanked.contains(position)).isFalse();
        yield position + 1;
      }
      case Logged.Blank blank -> {
        assertThat(blank.position()).isEqualTo(position);
        assertThat(perhapsBlanked.contains(position)).isTrue();
        yield position + 1;
      }
      case Logged.Lost(var loss) -> {
        assertThat(loss.from()).isEqualTo(position);
        assertThat(rotten) // of whatever file: a rename that is lost brings its old name back
            .as("rot at %s", loss)
            .anyMatch(rot -> loss.offset() <= rot && rot < loss.offset() + loss.length());
        for (var one = loss.from(); one <= loss.to(); one++) {
          lost.add(one);
        }
        yield loss.to() + 1;
      }
    };
  }

  private long last() {
    return acknowledged.isEmpty() ? 0 : acknowledged.lastKey();
  }

  private byte[] payload(long position) {
    return acknowledged.getOrDefault(position, new byte[0]);
  }

  private List<byte[]> payloads() {
    var payloads = new ArrayList<byte[]>();
    for (var count = 1 + random.nextInt(5); count > 0; count--) {
      var size = 8 + (sameSizes ? 0 : random.nextInt(random.nextInt(10) == 0 ? 4000 : 300));
      var payload = new byte[size];
      random.nextBytes(payload);
      ByteBuffer.wrap(payload).putLong(++counter * 0x9E3779B97F4A7C15L);
      payloads.add(payload);
    }
    return payloads;
  }

  private static int entries(List<List<byte[]>> commits) {
    return commits.stream().mapToInt(List::size).sum();
  }

  private static boolean same(List<byte[]> some, List<byte[]> others) {
    return some.size() == others.size() && Arrays.deepEquals(some.toArray(), others.toArray());
  }
}
