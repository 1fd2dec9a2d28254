package io.inyeon.runtime.log;

import io.inyeon.runtime.log.SegmentReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Opens a log: finds its segments and its end, and mends what a crash left.
final class Opening {
  private static final int MOST_LOSSES = 1000;
  private static final Pattern NAME = Pattern.compile("(\\d{16,19})(\\.[a-z]+)");

  private final Disk disk;
  private final LogOptions options;
  private final Resume resume;
  private final NavigableMap<Long, Candidate> candidates = new TreeMap<>();
  private final NavigableMap<Long, Segment> used = new TreeMap<>();
  private final List<Candidate> unused = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private long salt;
  private long lastSequence;

  Opening(Disk disk, LogOptions options, Resume resume) {
    this.disk = disk;
    this.options = options;
    this.resume = resume;
  }

  /// A file that may be a segment, and the headers that stand in it.
  private record Candidate(
      long sequence,
      String name,
      long size,
      boolean blank,
      @Nullable SegmentHeader front,
      @Nullable SegmentHeader back) {
    boolean isOwn(@Nullable SegmentHeader header) {
      return header != null && header.sequence() == sequence;
    }

    @Nullable SegmentHeader own() {
      return isOwn(front) ? front : isOwn(back) ? back : null;
    }
  }

  /// All that a log works with.
  ///
  /// @param end where it goes on; `null` when that is a new segment
  record Opened(
      Chain chain, Spares spares, @Nullable SegmentWriter end, long salt, Recovery recovery) {}

  Opened open(Executor background, ByteBuffer buffer) throws IOException {
    survey();
    salt = findSalt();
    var blanked = Blanks.finish(disk, disk.names(), salt);
    for (var candidate : candidates.values()) {
      if (candidate.name().endsWith(Segment.LIVE)) {
        sort(candidate);
      } else {
        unused.add(candidate);
      }
    }
    setAsideWhatIsOutOfOrder();
    var chain = chain();
    var last = chain.holding(Long.MAX_VALUE);
    var cut = last == null ? Tail.Cut.NONE : new Tail(chain, last, resume.known()).mend();
    if (cut.found() < resume.known() && !resume.goesOn()) {
      throw new LogBehind(cut.found(), resume.known());
    }
    chain.durable(Math.max(resume.known(), cut.durable()));
    disk.forceNames(); // a killed process may have left names that only memory knows
    var end = last == null || !cut.goesOn() ? null : writer(last, cut.offset(), buffer);
    return new Opened(
        chain,
        spares(background, last == null ? 0 : last.sequence()),
        end,
        salt,
        new Recovery(
            chain.oldest(),
            chain.durable(),
            chain.size(),
            cut.entries(),
            cut.bytes(),
            blanked,
            losses(chain),
            setAside));
  }

  private void survey() throws IOException {
    for (var name : disk.names()) {
      var matcher = NAME.matcher(name);
      if (!matcher.matches()) {
        continue;
      }
      var sequence = Long.parseLong(matcher.group(1));
      lastSequence = Math.max(lastSequence, sequence);
      switch (matcher.group(2)) {
        case Segment.NEW -> disk.delete(name);
        case Segment.LIVE, Segment.SPARE ->
            candidates.putIfAbsent(sequence, candidate(sequence, name));
        default -> {} // not ours
      }
    }
  }

  private Candidate candidate(long sequence, String name) throws IOException {
    try (var file = disk.open(name)) {
      var size = file.size();
      if (size < 4 * Frames.BLOCK) {
        return new Candidate(sequence, name, size, false, null, null);
      }
      return new Candidate(
          sequence,
          name,
          size,
          SegmentHeader.isEmpty(file),
          SegmentHeader.read(file, 0),
          SegmentHeader.read(file, size - Frames.BLOCK));
    }
  }

  /// The log's secret: from the newest header there is, or a new one.
  private long findSalt() {
    SegmentHeader found = null;
    for (var candidate : candidates.descendingMap().values()) {
      var own = candidate.own();
      if (own != null) {
        return own.salt();
      }
      found = found == null ? candidate.front() : found;
    }
    return found == null ? disk.salt() : found.salt();
  }

  private void sort(Candidate candidate) throws IOException {
    var own = candidate.own();
    if (own != null && own.salt() == salt) {
      if (!candidate.isOwn(candidate.front()) || !candidate.isOwn(candidate.back())) {
        try (var file = disk.open(candidate.name())) {
          own.write(file);
          file.force();
        }
      }
      use(candidate, own);
      return;
    }
    var first = own == null ? firstPosition(candidate) : 0;
    var stale = candidate.front();
    if (first > 0) {
      var previous = used.isEmpty() ? 0 : used.lastKey();
      use(candidate, new SegmentHeader(salt, candidate.sequence(), previous, first));
    } else if (own == null && (candidate.blank() || (stale != null && stale.salt() == salt))) {
      unused.add(candidate);
    } else {
      setAside(candidate);
    }
  }

  private void use(Candidate candidate, SegmentHeader header) {
    used.put(candidate.sequence(), new Segment(header, candidate.size()));
  }

  /// Position of the first frame in a segment without a header; 0 for none.
  private long firstPosition(Candidate candidate) throws IOException {
    var key = Frames.key(salt, candidate.sequence());
    var end = candidate.size() - Frames.BLOCK;
    try (var frames = new SegmentReader(disk.open(candidate.name()), key, Frames.BLOCK, end)) {
      return frames.look() != Found.NOTHING || frames.seek() ? frames.position() : 0;
    }
  }

  /// Positions must not fall from one segment to the next.
  private void setAsideWhatIsOutOfOrder() throws IOException {
    var limit = Long.MAX_VALUE;
    for (var segment : new ArrayList<>(used.descendingMap().values())) {
      if (segment.first() > limit) {
        used.remove(segment.sequence());
        setAside(candidates.get(segment.sequence()));
      }
      limit = Math.min(limit, segment.first());
    }
  }

  private void setAside(@Nullable Candidate candidate) throws IOException {
    if (candidate != null) {
      var name = Segment.name(candidate.sequence(), ".damaged");
      disk.rename(candidate.name(), name);
      setAside.add(name);
    }
  }

  private Chain chain() {
    var chain = new Chain(disk);
    for (var segment : used.values()) {
      var replaced = chain.add(segment);
      var candidate = replaced == null ? null : candidates.get(replaced.sequence());
      if (candidate != null) {
        unused.add(candidate); // it was begun, and failed before anything in it was durable
      }
    }
    return chain;
  }

  private SegmentWriter writer(Segment segment, long offset, ByteBuffer buffer) throws IOException {
    return new SegmentWriter(segment, disk.open(segment.name()), offset, buffer);
  }

  private Spares spares(Executor background, long lastUsed) throws IOException {
    var bytes = 0L;
    for (var candidate : candidates.values()) {
      bytes += candidate.size();
    }
    var spares = new Spares(disk, options, background, lastSequence + 1, bytes);
    var next =
        unused.stream()
            .filter(candidate -> candidate.sequence() > lastUsed)
            .filter(candidate -> candidate.name().endsWith(Segment.LIVE))
            .filter(candidate -> candidate.size() == options.segmentBytes())
            .findFirst();
    if (next.isPresent()) {
      var file = disk.open(next.get().name());
      spares.found(new Spares.Spare(next.get().sequence(), file, next.get().size()));
      unused.remove(next.get());
    }
    for (var candidate : unused) {
      spares.recycle(candidate.name(), candidate.size());
    }
    return spares;
  }

  private List<Loss> losses(Chain chain) throws IOException {
    var losses = new ArrayList<Loss>();
    try (var cursor = new Cursor(chain, Math.max(resume.needed(), chain.oldest()))) {
      for (var next = cursor.next(); next != null && losses.size() < MOST_LOSSES; ) {
        if (next instanceof Logged.Lost(var loss)) {
          losses.add(loss);
        }
        next = cursor.next();
      }
    }
    return losses;
  }
}
