package io.inyeon.runtime.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The ledger's files: frames after each other, each file named by the number of its first entry.
/// Nothing is ever changed in them but that an erasure blanks payloads and salts.
final class LedgerFiles implements AutoCloseable {
  static final String SUFFIX = ".ledger";

  private static final long LARGEST = 64L << 20;

  private final Path folder;
  private final ConcurrentSkipListMap<Long, Path> files;

  private @Nullable FileChannel last;
  private long size;

  private LedgerFiles(Path folder, Map<Long, Path> files) {
    this.folder = folder;
    this.files = new ConcurrentSkipListMap<>(files);
  }

  /// Where an entry stands.
  ///
  /// @param file number of the file's first entry
  record Place(long file, long offset) {}

  /// Opens a folder's files; there may be none.
  static LedgerFiles open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new LedgerFiles(folder, listed(folder));
  }

  /// The files of a folder by the numbers of their first entries.
  static NavigableMap<Long, Path> listed(Path folder) throws IOException {
    var files = new TreeMap<Long, Path>();
    try (var all = Files.list(folder)) {
      for (var file : (Iterable<Path>) all::iterator) {
        var name = file.getFileName().toString();
        if (name.matches("\\d{20}\\" + SUFFIX)) {
          files.put(Long.parseLong(name.substring(0, 20)), file);
        }
      }
    }
    return files;
  }

  /// Appends frames and makes them durable.
  ///
  /// @return where each stands
  List<Place> append(List<Frame> frames) throws IOException {
    var places = new ArrayList<Place>(frames.size());
    for (var at = 0; at < frames.size(); ) {
      var channel = channel(frames.get(at).head().number());
      var file = files.lastKey();
      var bytes = new ByteArrayOutputStream();
      for (; at < frames.size() && (size + bytes.size() < LARGEST || bytes.size() == 0); at++) {
        places.add(new Place(file, size + bytes.size()));
        bytes.writeBytes(frames.get(at).bytes());
      }
      write(channel, ByteBuffer.wrap(bytes.toByteArray()), size);
      channel.force(true);
      size += bytes.size();
    }
    return places;
  }

  private FileChannel channel(long number) throws IOException {
    var channel = last;
    if (channel == null && !files.isEmpty()) {
      channel = FileChannel.open(files.lastEntry().getValue(), StandardOpenOption.WRITE);
      size = channel.size();
      last = channel;
    }
    if (channel == null || size >= LARGEST) {
      if (channel != null) {
        channel.close();
      }
      var file = folder.resolve("%020d%s".formatted(number, SUFFIX));
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
      files.put(number, file);
      size = 0;
      last = channel;
    }
    return channel;
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    for (var to = at; bytes.hasRemaining(); ) {
      to += channel.write(bytes, to);
    }
  }

  /// Cuts off what stands behind a place: a frame that a crash tore.
  void cut(Place place) throws IOException {
    var closing = last;
    last = null;
    if (closing != null) {
      closing.close();
    }
    var path = files.get(place.file());
    if (path != null) {
      try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(place.offset());
        channel.force(true);
      }
    }
  }

  /// The frame at a place.
  Frame read(Place place) throws IOException {
    var path = files.get(place.file());
    if (path == null) {
      throw new IOException("the ledger's file of entry " + place.file() + " is gone");
    }
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      var head = filled(channel, place.offset(), Frame.HEAD);
      var length = head == null ? -1 : Frame.length(head);
      var whole = length < 0 ? null : filled(channel, place.offset(), length);
      if (whole == null) {
        throw new IOException(path + " holds no entry at byte " + place.offset());
      }
      return Frame.read(whole);
    }
  }

  static @Nullable ByteBuffer filled(FileChannel channel, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        return null;
      }
    }
    return bytes.flip();
  }

  /// Blanks payload and salt of frames, for good.
  void blank(List<Place> places) throws IOException {
    for (var place : places) {
      var path = files.get(place.file());
      if (path == null) {
        throw new IOException("the ledger's file of entry " + place.file() + " is gone");
      }
      var frame = read(place);
      try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        // First that it is erased: a crash after this is no damage, and is done again.
        write(channel, ByteBuffer.wrap(new byte[] {0}), place.offset() + Frame.WHOLE_AT);
        var nothing = ByteBuffer.allocate(frame.size() - Frame.SALT_AT);
        write(channel, nothing, place.offset() + Frame.SALT_AT);
        channel.force(true);
      }
    }
  }

  /// Goes through the frames from a place on.
  Walk walk(Place from) {
    return new Walk(new TreeMap<>(files.tailMap(from.file(), true)), from);
  }

  /// A way through the frames, in order.
  static final class Walk implements AutoCloseable {
    private final NavigableMap<Long, Path> ahead;
    private Place place;
    private @Nullable FileChannel channel;
    private boolean torn;

    Walk(NavigableMap<Long, Path> ahead, Place from) {
      this.ahead = ahead;
      this.place = from;
    }

    /// Where the next frame stands, or would.
    Place place() {
      return place;
    }

    /// Whether it ended before the last file's end.
    boolean torn() {
      return torn;
    }

    /// The path of the file at hand; `null` at the end of all.
    @Nullable Path file() {
      return ahead.isEmpty() ? null : ahead.firstEntry().getValue();
    }

    /// The next frame; `null` at the end of all, or where no frame begins.
    @Nullable Frame next() throws IOException {
      while (!ahead.isEmpty()) {
        var open = channel;
        if (open == null) {
          var file = ahead.firstEntry();
          if (file.getKey() != place.file()) {
            place = new Place(file.getKey(), 0);
          }
          open = FileChannel.open(file.getValue(), StandardOpenOption.READ);
          channel = open;
        }
        if (place.offset() >= open.size() && ahead.size() > 1) {
          open.close();
          channel = null;
          ahead.pollFirstEntry();
          continue;
        }
        var head = filled(open, place.offset(), Frame.HEAD);
        var length = head == null ? -1 : Frame.length(head);
        var whole = length < 0 ? null : filled(open, place.offset(), length);
        if (whole == null) {
          torn = place.offset() < open.size();
          return null;
        }
        place = new Place(place.file(), place.offset() + length);
        return Frame.read(whole);
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      var open = channel;
      if (open != null) {
        open.close();
      }
    }
  }

  /// Whether less is there than what the index knows of.
  boolean lacks(LedgerIndex.Head head) {
    var path = files.get(head.end().file());
    return head.number() > 0 && (path == null || path.toFile().length() < head.end().offset());
  }

  /// Where the first frame stands.
  Place first() {
    return new Place(files.isEmpty() ? 1 : files.firstKey(), 0);
  }

  /// Bytes on disk.
  long bytes() {
    var bytes = 0L;
    for (var file : files.values()) {
      bytes += file.toFile().length();
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    var open = last;
    last = null;
    if (open != null) {
      open.close();
    }
  }
}
