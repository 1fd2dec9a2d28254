package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;

/// A folder of the file system, held by one process at a time.
public final class RealDisk implements Disk {
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileStore store;
  private final FileChannel lock;

  private RealDisk(Path folder, FileStore store, FileChannel lock) {
    this.folder = folder;
    this.store = store;
    this.lock = lock;
  }

  /// Opens a folder, making it when it is not there.
  ///
  /// @throws IOException also when another process has it open
  public static RealDisk open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw new IOException("another process uses " + folder);
      }
      return new RealDisk(folder, Files.getFileStore(folder), lock);
    } catch (OverlappingFileLockException alreadyHere) {
      lock.close();
      throw new IOException("this process uses it already: " + folder, alreadyHere);
    } catch (IOException failed) {
      lock.close();
      throw failed;
    }
  }

  @Override
  public Set<String> names() throws IOException {
    var names = new TreeSet<String>();
    try (var paths = Files.newDirectoryStream(folder)) {
      for (var path : paths) {
        var name = path.getFileName();
        if (name != null && !name.toString().equals(LOCK) && Files.isRegularFile(path)) {
          names.add(name.toString());
        }
      }
    }
    return names;
  }

  @Override
  public Handle create(String name) throws IOException {
    return new Channel(
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  @Override
  public Handle open(String name) throws IOException {
    return new Channel(
        FileChannel.open(folder.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void forceNames() throws IOException {
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  @Override
  public long usableBytes() throws IOException {
    return store.getUsableSpace();
  }

  @Override
  public long salt() {
    return new SecureRandom().nextLong();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private record Channel(FileChannel channel) implements Handle {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public int read(ByteBuffer into, long offset) throws IOException {
      return channel.read(into, offset);
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
      var at = offset;
      while (from.hasRemaining()) {
        at += channel.write(from, at);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false); // a segment's size never changes, so its metadata need not be written
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
