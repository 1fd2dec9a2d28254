package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A disk in memory that fails in every way a disk may, and the same way again for the same seed.
///
/// It stands for the machine: [#start()] gives a process its [Disk], which is dead once the process
/// was killed or the power was lost. What it does is what Linux and a decent disk promise, and no
/// more:
///
/// - Written bytes are seen at once, and are on the platter only after a force of that file. When
///   the power goes, every sector of 512 bytes that was written since holds its old content or any
///   of those written to it, each sector by its own luck.
/// - Names that were created, renamed or deleted are lost with the power from some moment on,
///   unless they were forced.
/// - After a failed force some of the sectors are on the platter, the others never will be; but
///   reading shows all of them, and the next force succeeds. Other handles of the file hear of the
///   failure at their next force.
/// - A failed write has written some of its bytes.
///
/// It may be used by several threads; then the order of their calls is part of the world.
public final class SimulatedDisk {
  private static final int SECTOR = 512;

  private final SplittableRandom random;
  private final List<Consumer<Map<String, Content>>> unforcedNames = new ArrayList<>();
  private TreeMap<String, Content> files = new TreeMap<>();
  private TreeMap<String, Content> forcedFiles = new TreeMap<>();
  private long capacity = Long.MAX_VALUE;
  private int failingWrites;
  private int failingForces;
  private int life;
  private long operations;
  private long powerUntil = Long.MAX_VALUE;

  public SimulatedDisk(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Starts a process. Whatever the one before had open is dead.
  public synchronized Disk start() {
    life++;
    powerUntil = Long.MAX_VALUE;
    return new Mount(life);
  }

  /// Ends the process, as `kill -9` does: all that it wrote stays to be seen, forced or not.
  public synchronized void kill() {
    life++;
  }

  /// Ends the process by taking the power away: what was not forced may be lost or torn.
  public synchronized void losePower() {
    life++;
    var survivors = unforcedNames.isEmpty() ? 0 : random.nextInt(unforcedNames.size() + 1);
    unforcedNames.subList(0, survivors).forEach(operation -> operation.accept(forcedFiles));
    unforcedNames.clear();
    files = new TreeMap<>(forcedFiles);
    var luck = random.nextInt(3);
    for (var content : files.values()) {
      content.losePower(luck == 2 ? random.nextInt(101) : luck * 100, random);
    }
  }

  /// Takes the power away after so many more operations that change something. From then on
  /// everything fails; [#losePower()] says what is left.
  public synchronized void losePowerAfter(long more) {
    powerUntil = Math.min(powerUntil, operations + more);
  }

  /// How many operations that change something there were.
  public synchronized long operations() {
    return operations;
  }

  /// Sets how many bytes all files may have together; beyond, the disk is full.
  public synchronized void capacity(long bytes) {
    capacity = bytes;
  }

  /// Bytes that all files have together.
  public synchronized long used() {
    var used = 0L;
    for (var content : files.values()) {
      used += content.size;
    }
    return used;
  }

  /// Lets the next writes fail.
  public synchronized void failWrites(int count) {
    failingWrites = count;
  }

  /// Lets the next forces fail, those of names, too.
  public synchronized void failForces(int count) {
    failingForces = count;
  }

  /// Flips a bit on the platter.
  public synchronized void rot(String name, long offset) {
    content(name).rot((int) offset, 1 << random.nextInt(8));
  }

  /// Puts other bytes on the platter, within the file.
  public synchronized void overwrite(String name, long offset, byte[] bytes) {
    content(name).overwrite((int) offset, bytes);
  }

  /// Cuts a file's end off.
  public synchronized void truncate(String name, long size) {
    content(name).truncate((int) size);
  }

  /// Makes the sector at this place unreadable.
  public synchronized void spoil(String name, long offset) {
    content(name).unreadable.add((int) offset / SECTOR);
  }

  /// Takes a file away, for good.
  public synchronized void remove(String name) {
    files.remove(name);
    forcedFiles.remove(name);
  }

  /// What stands in a file, as a process would see it.
  public synchronized byte[] bytes(String name) {
    var content = content(name);
    return Arrays.copyOf(content.seen, content.size);
  }

  public synchronized List<String> names() {
    return List.copyOf(files.keySet());
  }

  private Content content(String name) {
    var content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException("no file " + name);
    }
    return content;
  }

  private void require(int ofLife) throws IOException {
    if (ofLife != life || operations >= powerUntil) {
      throw new PowerLost();
    }
  }

  private void change(int ofLife) throws IOException {
    require(ofLife);
    operations++;
  }

  private void name(Consumer<Map<String, Content>> operation) {
    operation.accept(files);
    unforcedNames.add(operation);
  }

  private boolean fails(boolean force) {
    if (force ? failingForces > 0 : failingWrites > 0) {
      failingForces -= force ? 1 : 0;
      failingWrites -= force ? 0 : 1;
      return true;
    }
    return false;
  }

  /// The process that called is dead.
  public static final class PowerLost extends ClosedChannelException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /// What one process sees.
  private final class Mount implements Disk {
    private final int life;

    Mount(int life) {
      this.life = life;
    }

    @Override
    public Set<String> names() throws IOException {
      synchronized (SimulatedDisk.this) {
        require(life);
        return new TreeSet<>(files.keySet());
      }
    }

    @Override
    public Handle create(String name) throws IOException {
      synchronized (SimulatedDisk.this) {
        change(life);
        if (files.containsKey(name)) {
          throw new FileAlreadyExistsException(name);
        }
        var content = new Content();
        name(names -> names.put(name, content));
        return new Open(life, content);
      }
    }

    @Override
    public Handle open(String name) throws IOException {
      synchronized (SimulatedDisk.this) {
        require(life);
        return new Open(life, existing(name));
      }
    }

    @Override
    public void rename(String from, String to) throws IOException {
      synchronized (SimulatedDisk.this) {
        change(life);
        var content = existing(from);
        name(names -> {
          names.remove(from);
          names.put(to, content);
        });
      }
    }

    @Override
    public void delete(String name) throws IOException {
      synchronized (SimulatedDisk.this) {
        change(life);
        name(names -> names.remove(name));
      }
    }

    @Override
    public void forceNames() throws IOException {
      synchronized (SimulatedDisk.this) {
        change(life);
        if (fails(true)) {
          throw new IOException("simulated: force of names");
        }
        unforcedNames.forEach(operation -> operation.accept(forcedFiles));
        unforcedNames.clear();
      }
    }

    @Override
    public long usableBytes() throws IOException {
      synchronized (SimulatedDisk.this) {
        require(life);
        return Math.max(0, capacity - used());
      }
    }

    @Override
    public long salt() {
      synchronized (SimulatedDisk.this) {
        return random.nextLong();
      }
    }

    @Override
    public void close() {}

    private Content existing(String name) throws NoSuchFileException {
      var content = files.get(name);
      if (content == null) {
        throw new NoSuchFileException(name);
      }
      return content;
    }
  }

  private final class Open implements Disk.Handle {
    private final int life;
    private final Content content;
    private int heardFailures;
    private boolean closed;

    Open(int life, Content content) {
      this.life = life;
      this.content = content;
      this.heardFailures = content.failures;
    }

    @Override
    public long size() throws IOException {
      synchronized (SimulatedDisk.this) {
        requireOpen();
        return content.size;
      }
    }

    @Override
    public int read(ByteBuffer into, long offset) throws IOException {
      synchronized (SimulatedDisk.this) {
        requireOpen();
        var count = (int) Math.min(into.remaining(), content.size - offset);
        if (count <= 0) {
          return into.hasRemaining() ? -1 : 0;
        }
        var from = (int) offset;
        var unreadable = content.unreadable.ceiling(from / SECTOR);
        if (unreadable != null && unreadable * SECTOR < from + count) {
          throw new IOException("simulated: sector " + unreadable + " is unreadable");
        }
        into.put(content.seen, from, count);
        return count;
      }
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
      synchronized (SimulatedDisk.this) {
        requireOpen();
        change(life);
        var room = capacity - used() + content.size - offset;
        var bytes = new byte[(int) Math.min(from.remaining(), Math.max(0, room))];
        var isFull = bytes.length < from.remaining();
        from.get(bytes);
        var failed = fails(false);
        content.write(bytes, failed ? random.nextInt(bytes.length + 1) : bytes.length, offset);
        if (failed || isFull) {
          throw new IOException(isFull ? "No space left on device" : "simulated: write");
        }
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (SimulatedDisk.this) {
        requireOpen();
        change(life);
        if (fails(true)) {
          content.failForce(random);
        } else {
          content.force();
        }
        if (heardFailures < content.failures) {
          heardFailures = content.failures;
          throw new IOException("simulated: force");
        }
      }
    }

    @Override
    public void close() {
      closed = true;
    }

    private void requireOpen() throws IOException {
      require(life);
      if (closed) {
        throw new ClosedChannelException();
      }
    }
  }

  /// A file's bytes: as processes see them, as they are on the platter, and what came between.
  private static final class Content {
    private final TreeMap<Integer, List<byte[]>> unforced = new TreeMap<>();
    private final TreeSet<Integer> unreadable = new TreeSet<>();
    private byte[] seen = new byte[0];
    private byte[] forced = new byte[0];
    private int size;
    private int forcedSize;
    private int failures;

    void write(byte[] bytes, int count, long offset) {
      var from = (int) offset;
      if (count == 0) {
        return;
      }
      if (from + count > seen.length) {
        var larger = (Math.max(2 * seen.length, from + count) + SECTOR - 1) / SECTOR * SECTOR;
        seen = Arrays.copyOf(seen, larger);
        forced = Arrays.copyOf(forced, larger);
      }
      System.arraycopy(bytes, 0, seen, from, count);
      size = Math.max(size, from + count);
      for (var sector = from / SECTOR; sector <= (from + count - 1) / SECTOR; sector++) {
        unreadable.remove(sector); // disks map such sectors elsewhere when they are written
        unforced.computeIfAbsent(sector, _ -> new ArrayList<>(1)).add(sector(sector));
      }
    }

    void force() {
      for (var sector : unforced.keySet()) {
        System.arraycopy(seen, sector * SECTOR, forced, sector * SECTOR, SECTOR);
      }
      unforced.clear();
      forcedSize = size;
    }

    void failForce(SplittableRandom random) {
      for (var sector : unforced.keySet()) {
        if (random.nextBoolean()) {
          System.arraycopy(seen, sector * SECTOR, forced, sector * SECTOR, SECTOR);
        }
      }
      unforced.clear();
      failures++;
    }

    void losePower(int percent, SplittableRandom random) {
      for (var written : unforced.entrySet()) {
        if (random.nextInt(100) < percent) {
          var versions = written.getValue();
          var version =
              percent == 100 ? versions.getLast() : versions.get(random.nextInt(versions.size()));
          System.arraycopy(version, 0, forced, written.getKey() * SECTOR, SECTOR);
        }
      }
      unforced.clear();
      if (random.nextInt(100) < percent) {
        forcedSize = size;
      }
      size = forcedSize;
      Arrays.fill(forced, size, forced.length, (byte) 0);
      seen = forced.clone();
      failures = 0;
    }

    void overwrite(int offset, byte[] bytes) {
      var count = Math.min(bytes.length, size - offset);
      force();
      System.arraycopy(bytes, 0, seen, offset, count);
      System.arraycopy(bytes, 0, forced, offset, count);
    }

    void truncate(int to) {
      force();
      size = Math.min(size, to);
      forcedSize = size;
      Arrays.fill(seen, size, seen.length, (byte) 0);
      Arrays.fill(forced, size, forced.length, (byte) 0);
    }

    void rot(int offset, int bits) {
      seen[offset] ^= (byte) bits;
      forced[offset] ^= (byte) bits;
      for (var version : unforced.getOrDefault(offset / SECTOR, List.of())) {
        version[offset % SECTOR] ^= (byte) bits;
      }
    }

    private byte[] sector(int sector) {
      return Arrays.copyOfRange(seen, sector * SECTOR, (sector + 1) * SECTOR);
    }
  }
}
