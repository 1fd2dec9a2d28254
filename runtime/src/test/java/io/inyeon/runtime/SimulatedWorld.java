package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.Writer.Given;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.LogOptions;
import io.inyeon.runtime.log.LogUnavailable;
import io.inyeon.runtime.log.Logged;
import io.inyeon.runtime.log.Resume;
import io.inyeon.runtime.log.SimulatedDisk;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.MemoryState;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateFailure;
import io.inyeon.runtime.store.StateInUse;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A small world: clients that send until they are answered, a log on a disk that loses power and
/// tears writes, a state that falls back to its last flush, and an archive fed from both. Random
/// from a seed alone, and single-threaded, except that a rebuild reads ahead.
final class SimulatedWorld {
  private static final RulesDocument RULES =
      byLogin(DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"));
  private static final NumberingPlans PHONES = new NumberingPlans();
  private static final LinearPatterns PATTERNS = new LinearPatterns();
  private static final LogOptions LOG =
      new LogOptions(32 * 1024, 64L * 32 * 1024, 0, 2, Duration.ZERO);
  private static final long NOW = 1_760_000_000_000L;
  private static final int PEOPLE = 6;
  private static final Source SOURCE =
      new Source("src_1", 1, "world", SourceKind.SERVER, List.of("k"), true, 1, false, false, NOW);

  /// Fewer than people: they take turns, and often what they did arrives late.
  private static final int COOKIES = 2;

  private final SplittableRandom random;
  private final List<Effect> effects = new ArrayList<>();
  private final SimulatedDisk machine;
  private MemoryState memory = new MemoryState();
  private StateInUse state = new StateInUse(memory);
  private final TreeMap<Long, Row> archive = new TreeMap<>();
  private final List<Integer> waiting = new ArrayList<>(); // events that nobody answered yet
  private final Set<Integer> acknowledged = new HashSet<>();
  private final Set<Integer> sent = new TreeSet<>();
  private final List<Given> durable = new ArrayList<>(); // not decided yet
  private final Encoder encoder = new Encoder();
  private int made;
  private boolean faults = true;
  private boolean rebuilding;
  int rebuilt;
  int interrupted;
  int failed;
  private Log log;
  private Writer writer;

  SimulatedWorld(long seed) throws IOException, LogUnavailable {
    random = new SplittableRandom(seed);
    machine = new SimulatedDisk(seed ^ 0xD15C);
    log = openLog();
    writer = newWriter();
    enter(new Entry.RulesSaved(0, NOW, "world", RULES, ""));
    enter(new Entry.SourceSaved(0, NOW, "world", SOURCE));
    log.force();
    replay();
  }

  /// Every cookie is a device of which logins decide.
  private static RulesDocument byLogin(RulesDocument rules) {
    return new RulesDocument(
        rules.version(),
        rules.workspaceKey(),
        rules.region(),
        rules.currency(),
        rules.timeZone(),
        rules.types().stream()
            .map(type ->
                type.name().equals("anonymous_id") ? type.with(SharedPolicy.BY_LOGIN) : type)
            .toList(),
        rules.customType(),
        rules.traits(),
        rules.rates());
  }

  private Log openLog() throws IOException {
    var archived = archive.isEmpty() ? 0 : archive.lastKey();
    return Log.open(
        machine.start(),
        LOG,
        new Resume(Math.min(state.position(), archived) + 1, Math.max(state.position(), archived)),
        Runnable::run);
  }

  private Writer newWriter() {
    return new Writer(
        state,
        RULES,
        PHONES,
        PATTERNS,
        effects::add,
        new SimulatedRecord(archive, log, state, SOURCE));
  }

  private void enter(Entry entry) throws LogUnavailable {
    log.append(List.of(EntryCodec.encode(entry, encoder)), Kind.of(entry).code());
  }

  /// Lives through some steps, and is checked at the end.
  void live() throws IOException {
    var steps = 10 + random.nextInt(40);
    for (var i = 0; i < steps; i++) {
      try {
        step();
      } catch (SimulatedDisk.PowerLost _) {
        crash(); // noticed by a reader first
      } catch (UncheckedIOException e) {
        // Noticed by the writer, while it read events of a device again.
        assertThat(e).hasCauseInstanceOf(SimulatedDisk.PowerLost.class);
        crash();
      }
    }
    faults = false;
    crash();
    while (!waiting.isEmpty()) {
      send(List.copyOf(waiting.subList(0, Math.min(20, waiting.size()))));
    }
    // Whoever was answered sends it all again, in another order: all of it is known.
    var again = new ArrayList<>(sent);
    for (var from = 0; from < again.size(); from += 20) {
      send(again.subList(from, Math.min(again.size(), from + 20)));
    }
    decide();
    archive();
    check();
  }

  private void step() throws IOException {
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3, 4 -> send(some());
      case 5, 6, 7 -> decide();
      case 8 -> state.flush();
      case 9 -> memory.flushUnnoticed();
      case 10 -> archive();
      case 11 -> rebuild();
      default -> crash();
    }
  }

  /// New events, old ones that were not answered, and now and then some that were.
  private List<Integer> some() {
    var events = new ArrayList<Integer>();
    for (var i = random.nextInt(8) + 1; i > 0; i--) {
      events.add(made > 0 && random.nextInt(4) == 0 ? random.nextInt(made) + 1 : newEvent());
    }
    for (var i = Math.min(3, waiting.size()); i > 0; i--) {
      events.add(waiting.get(random.nextInt(waiting.size())));
    }
    return events;
  }

  private int newEvent() {
    made++;
    waiting.add(made);
    return made;
  }

  private void send(List<Integer> events) throws IOException {
    sent.addAll(events);
    var collected = new ArrayList<Collected>();
    var payloads = new ArrayList<byte[]>();
    for (var event : events) {
      var one = collected(event);
      collected.add(one);
      payloads.add(EntryCodec.encode(one, encoder));
    }
    if (faults && random.nextInt(10) == 0) {
      machine.losePowerAfter(random.nextInt(6));
    }
    try {
      var position = log.append(payloads, Kind.EVENT.code());
      log.force();
      for (var i = 0; i < payloads.size(); i++) {
        var one = collected.get(i);
        durable.add(
            new Given(
                new Entry.Received(position + i, one.envelope(), one.parsed()), payloads.get(i)));
      }
      acknowledged.addAll(events);
      waiting.removeAll(events);
    } catch (LogUnavailable e) {
      crash(); // the power is gone, or the disk has said so
    }
  }

  private static Collected collected(int event) {
    var bytes = body(event).getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(1, NOW + event, null, "", null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  /// Of a person, who is one by user id, cookie or e-mail; every ninth is broken.
  private static String body(int event) {
    var person = person(event);
    return """
    {"type":"%s","event":"Thing Done","messageId":"m%d","timestamp":"2025-10-0%dT00:00:00Z",
     %s "anonymousId":"c%d","traits":{"email":"p%d@example.com","n":%d}}\
    """
        .formatted(
            event % 9 == 0 ? "nonsense" : event % 3 == 0 ? "identify" : "track",
            event,
            1 + event % 7,
            event % 2 == 0 ? "\"userId\":\"u%d\",".formatted(person) : "",
            person % COOKIES,
            person,
            event);
  }

  private static int person(int event) {
    return event % PEOPLE;
  }

  private void decide() {
    var left = durable.size();
    while (left > 0) {
      var batch = durable.subList(0, 1 + random.nextInt(left));
      writer.apply(List.copyOf(batch));
      left -= batch.size();
      batch.clear();
    }
  }

  /// Takes what is committed, from the log and the outbox, as after every start.
  private void archive() throws IOException {
    var again = new Rereading(log, state);
    var archived = archive.isEmpty() ? 0 : archive.lastKey();
    while (archived < state.position()) {
      for (var row : again.rowsFrom(archived + 1, 7)) {
        assertThat(archive.put(row.position(), row)).as("archived twice").isNull();
        archived = row.position();
      }
    }
    state.forgetOutbox(archived + 1);
  }

  private void crash() throws IOException {
    if (rebuilding) {
      throw new Beside.PowerLost(); // of all of it
    }
    machine.losePower();
    memory.crash();
    state = new StateInUse(memory);
    durable.clear();
    log = openLog();
    assertThat(log.recovery().losses()).isEmpty();
    writer = newWriter();
    replay();
  }

  /// Makes state anew, sometimes by other rules, while things go on; and everything may end at any
  /// moment of it.
  private void rebuild() throws IOException {
    decide();
    if (random.nextInt(3) == 0) {
      saveRules();
    }
    var shelf = new Beside();
    var again = new Rereading(log, state);
    var history =
        new History(
            () -> archive.isEmpty() ? 0 : archive.lastKey(),
            (from, limit) -> archive.tailMap(from).values().stream().limit(limit).toList(),
            again);
    var rebuild =
        new Rebuild(
            state,
            history,
            _ -> new SimulatedRecord(archive, log, state, SOURCE),
            shelf,
            Beside.DIRECTLY,
            PHONES,
            PATTERNS,
            shelf,
            new AtomicBoolean());
    rebuilding = true;
    try {
      rebuild.run(writer::resume, _ -> shelf.unknown = true);
      memory = shelf.counts;
      rebuilt++;
    } catch (Beside.PowerLost | SimulatedDisk.PowerLost _) {
      interrupted++;
      shelf.unknown = true;
    } catch (IOException | StateFailure _) {
      failed++;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      rebuilding = false;
      memory = shelf.counts;
    }
    if (shelf.unknown) {
      crash(); // nothing goes on before the next start
    }
  }

  private void saveRules() throws IOException {
    var version = Rebuild.wanted(state).version() + 1;
    var other = random.nextBoolean() ? RebuildTest.stricter(rules()) : rules();
    var entry = new Entry.RulesSaved(0, NOW, "world", RebuildTest.version(other, version), "");
    try {
      var payload = EntryCodec.encode(entry, encoder);
      var position = log.append(List.of(payload), Kind.RULES_SAVED.code());
      log.force();
      durable.add(new Given(EntryCodec.decode(position, Kind.RULES_SAVED, payload), payload));
      decide();
    } catch (LogUnavailable e) {
      crash();
    }
  }

  private RulesDocument rules() {
    return Objects.requireNonNull(state.read(new Key.OfRules()));
  }

  /// States beside each other on a disk that may lose power, and what goes on meanwhile.
  private final class Beside implements Shelf, Rebuild.Watcher {
    static final Rebuild.Between DIRECTLY =
        new Rebuild.Between() {
          @Override
          public <T extends @Nullable Object> T batches(Rebuild.Step<T> step)
              throws IOException, InterruptedException {
            return step.take();
          }
        };

    /// The power is gone.
    static final class PowerLost extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    private MemoryState counts = memory;
    private @Nullable MemoryState made;
    private boolean unknown;

    /// After so many moments of it something breaks; mostly nothing does.
    private int left = random.nextInt(12);

    private void moment() {
      if (faults && left-- == 0) {
        if (random.nextInt(3) > 0 || made == null) {
          throw new PowerLost();
        }
        made.diskFull(true);
      }
    }

    @Override
    public State make() {
      moment();
      made = new MemoryState();
      return made;
    }

    @Override
    public boolean putInForce(State state) throws IOException {
      var next = Objects.requireNonNull(made);
      assertThat(state).isSameAs(next);
      assertThat(next.durablePosition()).as("durable before it counts").isEqualTo(next.position());
      assertThat(next.position()).isEqualTo(counts.position());
      switch (faults ? random.nextInt(8) : 7) {
        case 0 -> throw new PowerLost();
        case 1 -> {
          counts = next;
          throw new PowerLost();
        }
        case 2 -> {
          return false;
        }
        case 3 -> {
          counts = random.nextBoolean() ? next : counts;
          throw new IOException("the folder could not be forced");
        }
        default -> counts = next;
      }
      return true;
    }

    @Override
    public void discard(State state) {
      state.abandon();
    }

    @Override
    public void phase(String phase) {
      moment();
      goOn();
    }

    @Override
    public void progress(long done, long total) {
      moment(); // and nothing goes on here: it reads ahead on another thread
    }

    @Override
    public void change(Regrouping.Change change) {}

    private void goOn() {
      var may = faults;
      faults = false;
      try {
        if (random.nextBoolean()) {
          send(some());
          decide();
        }
        if (random.nextInt(3) == 0) {
          archive();
        }
      } catch (IOException e) {
        throw new PowerLost();
      } finally {
        faults = may;
      }
    }
  }

  private void replay() throws IOException {
    var batch = given(state.position() + 1);
    writer.apply(batch);
  }

  private List<Given> given(long from) throws IOException {
    var batch = new ArrayList<Given>();
    try (var cursor = log.read(from)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        assertThat(next).isInstanceOf(Logged.Whole.class);
        if (next instanceof Logged.Whole(var position, var kind, var payload)) {
          batch.add(new Given(EntryCodec.decode(position, Kind.ofCode(kind), payload), payload));
        }
      }
    }
    return batch;
  }

  private void check() throws IOException {
    assertThat(sent).containsAll(acknowledged);
    var good = sent.stream().filter(event -> event % 9 != 0).toList();
    var counts = state.read(new Key.Outcomes(1));
    assertThat(counts).isNotNull();
    if (counts != null) {
      assertThat(counts.accepted()).isEqualTo(good.size());
      assertThat(counts.quarantined()).isEqualTo(sent.size() - good.size());
      var events = given(1).stream().filter(each -> each.entry() instanceof Entry.Received).count();
      assertThat(counts.received()).isEqualTo(events);
    }
    checkPeople(good);
    checkArchive();
    assertThat(people(fromTheStart())).as("a replay from the start").isEqualTo(people(state));
  }

  /// By the writer, or, when other rules have come into force, from the archive by those.
  private State fromTheStart() throws IOException {
    var fresh = new MemoryState();
    var record = new SimulatedRecord(archive, log, fresh, SOURCE);
    if (rules().version() == 1) {
      new Writer(fresh, RULES, PHONES, PATTERNS, effects::add, record).apply(given(1));
      assertThat(effects).noneMatch(effect -> effect instanceof Effect.SpanUnreadable);
    } else {
      var repeater =
          new Repeater(
              fresh,
              record,
              rules(),
              Map.of(),
              List.of(RULES),
              new Repeater.Definitions(List.of(), List.of(), List.of(), List.of(), 0),
              ErasedNames.of(state, rules().workspaceKey()),
              PHONES,
              PATTERNS);
      var ready = new ArrayList<Repeater.Ready>();
      archive.values().forEach(row -> repeater.read(row, ready));
      repeater.apply(ready, false);
    }
    return fresh;
  }

  private void checkPeople(List<Integer> good) {
    var wanted = new HashMap<Integer, Long>();
    good.forEach(event -> wanted.merge(person(event), 1L, Long::sum));
    var found = 0L;
    for (var tree : people(state).values()) {
      for (var fragment : tree.fragments().values()) {
        found += fragment.count();
      }
    }
    assertThat(found).isEqualTo(wanted.values().stream().mapToLong(Long::longValue).sum());
  }

  private void checkArchive() {
    assertThat(archive.firstKey()).isEqualTo(1);
    assertThat(archive.lastKey()).isEqualTo(log.durablePosition());
    assertThat(archive).hasSize((int) log.durablePosition());
    var outcomes = OutcomeCounts.NONE;
    for (var row : archive.values()) {
      if (row.status() != null) {
        outcomes =
            outcomes.plus(
                switch (row.status()) {
                  case ACCEPTED, ERASED -> new OutcomeCounts(1, 0, 0, 0);
                  case DUPLICATE -> new OutcomeCounts(0, 1, 0, 0);
                  case QUARANTINED -> new OutcomeCounts(0, 0, 1, 0);
                  case DROPPED -> new OutcomeCounts(0, 0, 0, 1);
                });
      }
    }
    assertThat(outcomes).isEqualTo(state.read(new Key.Outcomes(1)));
  }

  private static Map<Long, Tree> people(State state) {
    var trees = new TreeMap<Long, Tree>();
    state.forEach(Key.Tree.class, (Key<Tree> _, Tree tree) -> trees.put(tree.id(), tree));
    return trees;
  }
}
