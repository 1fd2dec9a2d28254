package io.inyeon.runtime.log;

import io.inyeon.runtime.log.SegmentReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Erases payloads where they stand.
///
/// What is going to be blanked is made durable first, with all that it takes to write the blank
/// frames. A crash in between is finished by the next opening; nothing of it looks like damage. The
/// list is cleared only there, because doing it twice changes nothing.
final class Blanks {
  static final String INTENT = "blanks";
  private static final int MOST = 1024;
  private static final int PLACE = 33;

  private final Chain chain;
  private List<Place> unfinished = List.of();

  Blanks(Chain chain) {
    this.chain = chain;
  }

  private record Place(long sequence, int key, long offset, int length, Frames.Head head) {}

  /// Blanks what is still there of these positions; returns how many.
  int blank(SortedSet<Long> positions) throws IOException {
    chain.upkeep().lock();
    try {
      finishEarlier();
      var rest = new TreeSet<>(positions.headSet(chain.durable() + 1));
      var blanked = 0;
      while (!rest.isEmpty()) {
        var places = find(rest);
        save(chain.disk(), places);
        unfinished = places;
        write(chain.disk(), places);
        unfinished = List.of();
        blanked += places.size();
      }
      return blanked;
    } finally {
      chain.upkeep().unlock();
    }
  }

  private void finishEarlier() throws IOException {
    if (!unfinished.isEmpty()) {
      write(chain.disk(), kept(unfinished, chain.disk().names()));
      unfinished = List.of();
    }
  }

  private static List<Place> kept(List<Place> places, Set<String> names) {
    return places.stream()
        .filter(place -> names.contains(Segment.name(place.sequence, Segment.LIVE)))
        .toList();
  }

  /// Finishes what a crash interrupted, before anything reads the segments. All is written again,
  /// because what looks blank may not be on the disk.
  ///
  /// @return how many had not been blank yet
  static int finish(Disk disk, Set<String> names, long salt) throws IOException {
    var places = names.contains(INTENT) ? kept(load(disk, salt), names) : List.<Place>of();
    if (places.isEmpty()) {
      return 0;
    }
    var interrupted = 0;
    for (var place : places) {
      interrupted += isBlank(disk, place) ? 0 : 1;
    }
    save(disk, places); // it may have been seen, and still not be on the disk
    write(disk, places);
    save(disk, List.of()); // from now on other frames may come to stand there
    return interrupted;
  }

  private static boolean isBlank(Disk disk, Place place) throws IOException {
    var end = place.offset + Frames.size(place.length);
    var file = disk.open(Segment.name(place.sequence, Segment.LIVE));
    try (var frames = new SegmentReader(file, place.key, place.offset, end)) {
      return frames.look() == Found.FRAME && frames.kind() == Frames.BLANK;
    }
  }

  /// Finds the first positions, and takes them off the list, also those that are not there.
  private List<Place> find(SortedSet<Long> rest) throws IOException {
    var places = new ArrayList<Place>();
    SegmentReader reader = null;
    Segment in = null;
    try {
      while (!rest.isEmpty() && places.size() < MOST) {
        var position = rest.removeFirst();
        var holding = chain.holding(position);
        if (holding == null) {
          continue;
        }
        if (reader == null || holding != in) {
          close(reader);
          in = holding;
          reader = chain.reader(holding, position);
        }
        if (stepTo(position, reader)) {
          places.add(place(holding, reader));
        }
      }
    } finally {
      close(reader);
    }
    return places;
  }

  /// Goes to the first header at or above a position; whether it is that one's and not blank yet.
  private static boolean stepTo(long position, SegmentReader reader) throws IOException {
    while (true) {
      var isHeader = reader.look() != Found.NOTHING;
      if (isHeader && reader.position() >= position && reader.kind() != Frames.MARK) {
        return reader.position() == position && reader.kind() != Frames.BLANK;
      }
      if (isHeader) {
        reader.step();
      } else if (!reader.seek()) {
        return false;
      }
    }
  }

  private static Place place(Segment segment, SegmentReader at) {
    return new Place(
        segment.sequence(),
        segment.key(),
        at.offset(),
        at.length(),
        new Frames.Head(at.position(), at.sinceDurable(), Frames.BLANK, at.flags()));
  }

  private static void write(Disk disk, List<Place> places) throws IOException {
    var crc = new CRC32C();
    for (var from = 0; from < places.size(); ) {
      var sequence = places.get(from).sequence;
      try (var file = disk.open(Segment.name(sequence, Segment.LIVE))) {
        for (; from < places.size() && places.get(from).sequence == sequence; from++) {
          var place = places.get(from);
          var buffer = Frames.littleEndian(new byte[Frames.size(place.length)]);
          Frames.put(buffer, place.key, crc, place.head, new byte[place.length]);
          file.write(buffer.flip(), place.offset);
        }
        file.force();
      }
    }
  }

  private static void save(Disk disk, List<Place> places) throws IOException {
    var bytes = ByteBuffer.allocate(8 + PLACE * places.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(places.size());
    for (var place : places) {
      bytes.putLong(place.sequence).putLong(place.offset).putInt(place.length);
      bytes.putLong(place.head.position()).putInt(place.head.sinceDurable());
      bytes.put(place.head.flags());
    }
    bytes.putInt(sum(bytes)).flip();
    var isNew = !disk.names().contains(INTENT);
    try (var file = isNew ? disk.create(INTENT) : disk.open(INTENT)) {
      file.write(bytes, 0);
      file.force();
    }
    if (isNew) {
      disk.forceNames();
    }
  }

  /// What was saved last; nothing when that was not finished, because then no blanking had begun.
  private static List<Place> load(Disk disk, long salt) throws IOException {
    var places = new ArrayList<Place>();
    try (var file = disk.open(INTENT)) {
      var bytes = ByteBuffer.allocate((int) Math.min(file.size(), 8 + PLACE * MOST));
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {}
      var count = bytes.position() < 8 ? 0 : bytes.getInt(0);
      var end = 4L + (long) count * PLACE;
      if (count < 0 || end + 4 > bytes.position()) {
        return places;
      }
      bytes.position((int) end);
      if (sum(bytes) != bytes.getInt((int) end)) {
        return places;
      }
      for (bytes.position(4); places.size() < count; ) {
        var sequence = bytes.getLong();
        var offset = bytes.getLong();
        var length = bytes.getInt();
        var head = new Frames.Head(bytes.getLong(), bytes.getInt(), Frames.BLANK, bytes.get());
        places.add(new Place(sequence, Frames.key(salt, sequence), offset, length, head));
      }
    }
    return places;
  }

  /// The sum of all that was put.
  private static int sum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes.duplicate().flip());
    return (int) crc.getValue();
  }

  private static void close(@Nullable SegmentReader reader) throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
