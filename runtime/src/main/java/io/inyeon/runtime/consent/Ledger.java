package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentReader;
import io.inyeon.core.govern.LedgerLink;
import io.inyeon.core.govern.LedgerMemory;
import io.inyeon.core.govern.LedgerPayload;
import io.inyeon.core.govern.LedgerScribe;
import io.inyeon.core.govern.LedgerSubject;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The consent ledger of a workspace: what it has recorded, and how it goes on along the log.
///
/// The files are the ledger; the index beside them says how far it has come and finds entries. What
/// a crash left in the files beyond the index is recorded again from the log and found to be there
/// already. Used by one thread at a time, but that entries are read by any.
final class Ledger implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Ledger.class.getName());

  /// The ledger says something else than the log.
  static final class Differs extends IOException {
    private static final long serialVersionUID = 1;

    Differs(String what) {
      super(what);
    }
  }

  /// Bytes of rows that are recorded together.
  private static final long TOGETHER = 4 << 20;

  private final Path folder;
  private final LedgerKeeper.OnRecord record;
  private final LedgerFiles files;
  private final LedgerIndex index;
  private final SigningKey key;
  private final KnownPurposes purposes = new KnownPurposes();
  private volatile LedgerIndex.Head head;

  /// What stands in the files beyond the index; `null` when nothing is left of it.
  private LedgerFiles.@Nullable Walk beyond;

  private @Nullable Frame next;

  /// Why nothing more may be written; `null` when all is well.
  private final @Nullable String damage;

  private LedgerFiles.Place nextPlace;

  private Ledger(
      Path folder,
      LedgerKeeper.OnRecord record,
      LedgerFiles files,
      LedgerIndex index,
      SigningKey key)
      throws IOException {
    this.folder = folder;
    this.record = record;
    this.files = files;
    this.index = index;
    this.key = key;
    head = index.head();
    nextPlace = head.end();
    damage = files.lacks(head) ? "the ledger has lost entries; see inyeon verify" : null;
    var saved = new ArrayList<>(record.everyPurpose());
    saved.sort(
        Comparator.comparingLong(SavedPurpose::position)
            .thenComparing(each -> each.purpose().key()));
    for (var each : saved) {
      if (each.position() <= head.position()) {
        purposes.add(each.purpose());
      }
    }
    beyond = files.walk(head.number() == 0 ? files.first() : head.end());
    advance();
  }

  /// Opens the ledger of a folder, or begins one.
  static Ledger open(Path folder, LedgerKeeper.OnRecord record) throws IOException {
    var files = LedgerFiles.open(folder);
    var index = LedgerIndex.open(folder.resolve("index"));
    try {
      return new Ledger(folder, record, files, index, SigningKey.of(folder.resolve("keys")));
    } catch (IOException | RuntimeException e) {
      index.close();
      files.close();
      throw e;
    }
  }

  /// Looks at the next frame that the files have and the index has not.
  private void advance() throws IOException {
    var walk = beyond;
    if (walk == null) {
      return;
    }
    nextPlace = walk.place();
    next = walk.next();
    if (next != null) {
      nextPlace = new LedgerFiles.Place(walk.place().file(), walk.place().offset() - next.size());
      return;
    }
    if (walk.torn()) {
      LOG.log(System.Logger.Level.INFO, "A crash tore the ledger's last entry; it is written anew");
      files.cut(walk.place());
    }
    walk.close();
    beyond = null;
  }

  LedgerIndex.Head head() {
    return head;
  }

  SigningKey key() {
    return key;
  }

  long bytes() {
    return files.bytes();
  }

  /// Records what the log says up to a position, a part of it.
  ///
  /// @return the position up to which it is recorded now
  long follow(long to) throws IOException {
    if (damage != null) {
      throw new Differs(damage);
    }
    if (head.position() >= to) {
      return head.position();
    }
    var rows = together(to);
    var step = new Step();
    for (var row : rows) {
      step.row(row);
    }
    step.end(rows.getLast().position());
    return head.position();
  }

  /// The next rows: so many that forcing and signing cost each of them little, and no more at once
  /// than are read in a moment.
  private List<Row> together(long to) throws IOException {
    var rows = new ArrayList<Row>();
    var bytes = 0L;
    for (var last = head.position(); last < to && bytes < TOGETHER; ) {
      var more = record.rows(last + 1, to);
      if (more.isEmpty()) {
        throw new IOException("nothing is known of position " + (last + 1));
      }
      rows.addAll(more);
      bytes += more.stream().mapToLong(Row::bytes).sum();
      last = more.getLast().position();
    }
    return rows;
  }

  /// What comes of some rows, made durable together.
  private final class Step {
    private final LedgerIndex.Changes changes = new LedgerIndex.Changes();
    private final Map<LedgerSubject, LedgerMemory> memories = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<List<String>> identifiers = new ArrayList<>();
    private long number = head.number();
    private byte[] link = head.link();
    private LedgerFiles.Place end = head.end();
    private long erased = head.erased();
    private boolean moved;

    void row(Row row) throws IOException {
      if (row.kind() == Kind.PURPOSES_SAVED) {
        record.purposes(row).forEach(purposes::add);
      }
      if (row.kind() != Kind.EVENT || row.status() != Status.ACCEPTED || !Traces.in(row)) {
        return;
      }
      var source = record.source(row.source());
      if (source == null) {
        throw new IOException("source " + row.source() + " is not known yet");
      }
      var event = record.event(row);
      var statements = event == null ? null : ConsentReader.read(event);
      if (event == null || statements == null || statements.isEmpty()) {
        return;
      }
      var subject =
          LedgerSubject.of(event.identifiers(), event.kind().name().toLowerCase(Locale.ROOT));
      var before = memories.computeIfAbsent(subject, index::memory);
      var written = LedgerScribe.write(statements, before, row.position());
      var at = 0;
      for (var line : written.lines()) {
        line(row, event, source, line, at++, subject.identifiers());
      }
      if (!written.memory().equals(before)) {
        memories.put(subject, written.memory());
        changes.memory(subject, written.memory());
      }
    }

    private void line(
        Row row, Event event, Source source, LedgerScribe.Line line, int at, List<String> named)
        throws IOException {
      passBefore(row.position(), at);
      var ahead = next;
      if (ahead != null) {
        if (ahead.head().position() != row.position() || ahead.head().index() != at) {
          throw new Differs(
              "the log says at position "
                  + row.position()
                  + " what the ledger has not; its next entry is "
                  + ahead.head().number());
        }
        pass();
        return;
      }
      var payload =
          JsonWriter.bytes(LedgerPayload.of(event, source, row.position(), line, purposes));
      var salt = LedgerLink.salt(key.secret(), row.position(), at, row.envelope(), row.body());
      var head =
          new LedgerLink.Head(
              ++number, row.position(), at, row.at(), Frame.STATEMENT, payload.length);
      var frame = Frame.of(link, head, salt, payload);
      link = frame.link();
      frames.add(frame);
      identifiers.add(named);
    }

    /// Takes in what the files have before a place and nothing on record says any more: entries of
    /// erased events, and erasures.
    private void passBefore(long position, int at) throws IOException {
      for (var ahead = next; ahead != null; ahead = next) {
        var place = ahead.head();
        if (place.kind() == Frame.STATEMENT
            && (place.position() > position
                || (place.position() == position && place.index() >= at))) {
          return;
        }
        if (place.kind() == Frame.ERASURE && place.position() >= position) {
          return;
        }
        pass();
      }
    }

    /// Takes in the next frame of the files.
    private void pass() throws IOException {
      var frame = Objects.requireNonNull(next);
      if (frame.head().number() != number + 1) {
        throw new Differs("the ledger's entry " + (number + 1) + " is missing; see inyeon verify");
      }
      number++;
      link = frame.link();
      var payload = frame.payload();
      var named =
          payload == null || frame.head().kind() == Frame.ERASURE
              ? List.<String>of()
              : identifiers(payload);
      changes.entry(number, nextPlace, named);
      if (!frame.whole()) {
        erased++;
      }
      if (frame.head().kind() == Frame.ERASURE && payload != null) {
        for (var each : Erasing.numbers(payload)) {
          blank(each);
        }
      }
      end = new LedgerFiles.Place(nextPlace.file(), nextPlace.offset() + frame.size());
      moved = true;
      advance();
    }

    /// Blanks again what an erasure had begun to blank; it has no effect on what is blank.
    private void blank(long erasedNumber) throws IOException {
      var place = index.place(erasedNumber);
      if (place != null) {
        forget(erasedNumber, place, changes);
        files.blank(List.of(place));
      }
    }

    void end(long position) throws IOException {
      passBefore(position, Integer.MAX_VALUE);
      if (!frames.isEmpty()) {
        var places = files.append(frames);
        for (var i = 0; i < frames.size(); i++) {
          changes.entry(frames.get(i).head().number(), places.get(i), identifiers.get(i));
        }
        var last = places.getLast();
        end = new LedgerFiles.Place(last.file(), last.offset() + frames.getLast().size());
        moved = true;
      }
      var reached = new LedgerIndex.Head(position, number, link, end, erased);
      changes.head(reached);
      index.write(changes);
      head = reached;
      if (moved) {
        LedgerHead.write(folder, reached, record.now(), key);
      }
    }
  }

  private static List<String> identifiers(byte[] payload) {
    var identifiers = new ArrayList<String>();
    if (JsonReader.event(payload) instanceof Value.Fields fields
        && fields.get("identifiers") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var identifier)) {
          identifiers.add(identifier);
        }
      }
    }
    return identifiers;
  }

  /// Takes an entry out of the index, and who said it out of the memory.
  private void forget(long number, LedgerFiles.Place place, LedgerIndex.Changes changes)
      throws IOException {
    var payload = files.read(place).payload();
    if (payload != null) {
      var named = identifiers(payload);
      changes.forget(number, named);
      var kind =
          JsonReader.event(payload) instanceof Value.Fields fields ? fields.text("kind") : "";
      changes.forget(new LedgerSubject(named, String.valueOf(kind)));
    }
  }

  /// An entry as it is read.
  ///
  /// @param payload what was said; `null` when it was erased
  record Entry(Frame frame, Value.@Nullable Fields payload) {
    long number() {
      return frame.head().number();
    }
  }

  /// An entry; `null` when there is none of this number.
  @Nullable Entry entry(long number) throws IOException {
    var place = index.place(number);
    if (place == null) {
      return null;
    }
    var frame = files.read(place);
    var payload = frame.payload();
    return new Entry(
        frame,
        payload != null && JsonReader.event(payload) instanceof Value.Fields fields
            ? fields
            : null);
  }

  /// The numbers of all entries that name any of some identifiers, ascending.
  List<Long> naming(List<String> identifiers) {
    return List.copyOf(index.naming(identifiers));
  }

  /// Erases what was said of some identifiers: payloads and salts go for good, and the chain stays
  /// whole. The erasure is an entry itself.
  ///
  /// @param reason told in that entry; names nobody
  /// @return how many entries were erased
  int erase(List<String> identifiers, String reason) throws IOException {
    if (damage != null || next != null) {
      throw new IOException("the ledger has not come up to its own files yet");
    }
    var numbers = index.naming(identifiers);
    if (numbers.isEmpty()) {
      return 0;
    }
    var said = new LinkedHashMap<String, Value>();
    said.put("erased", new Value.Text(Erasing.written(numbers)));
    said.put("reason", new Value.Text(reason));
    var payload = JsonWriter.bytes(new Value.Fields(said));
    var now = record.now();
    var place =
        new LedgerLink.Head(
            head.number() + 1, head.position(), 0, now, Frame.ERASURE, payload.length);
    var salt =
        LedgerLink.salt(
            key.secret(), head.position(), 0, Long.toString(now).getBytes(UTF_8), payload);
    var frame = Frame.of(head.link(), place, salt, payload);
    var at = files.append(List.of(frame)).getFirst();
    var changes = new LedgerIndex.Changes();
    var places = new ArrayList<LedgerFiles.Place>();
    for (var number : numbers) {
      var of = Objects.requireNonNull(index.place(number), "an entry without a place");
      forget(number, of, changes);
      places.add(of);
    }
    files.blank(places);
    changes.entry(frame.head().number(), at, List.of());
    var reached =
        new LedgerIndex.Head(
            head.position(),
            frame.head().number(),
            frame.link(),
            new LedgerFiles.Place(at.file(), at.offset() + frame.size()),
            head.erased() + numbers.size());
    changes.head(reached);
    index.write(changes);
    head = reached;
    LedgerHead.write(folder, reached, now, key);
    return numbers.size();
  }

  /// Leaves nothing in the index of what was taken out of it. The files are blanked already.
  void wipe() {
    index.wipe();
  }

  @Override
  public void close() throws IOException {
    try (files;
        index) {
      var walk = beyond;
      if (walk != null) {
        walk.close();
      }
    }
  }
}
