package io.inyeon.runtime.http;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Outcome;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.recall.ProfileChange;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A house behind the edge that fits into memory.
final class House
    implements Intake, SourceDesk, Keys, Profiles, Recall, Journal, ImportDesk, Vitals {
  static final String ADMIN = "admin-secret";
  static final String OWNER_TOKEN = "owner-token";

  final HouseSegments segments = new HouseSegments();

  final List<Collected> taken = new CopyOnWriteArrayList<>();
  final List<Source> sources = new CopyOnWriteArrayList<>();
  final List<Boolean> awaited = new CopyOnWriteArrayList<>();
  final Map<String, Long> seen = new HashMap<>();
  final AtomicLong position = new AtomicLong();
  final Map<String, Profiles.Found> people = new HashMap<>();
  volatile @Nullable Unavailable unavailable;
  volatile List<Ailment> ailments = List.of();
  volatile long readable = Long.MAX_VALUE;
  volatile long archivedTo = Long.MAX_VALUE;
  private final Map<String, AccessKey> keys = new HashMap<>();

  final HouseFeed feed = new HouseFeed();

  House() {
    sources.add(source(1, "web", SourceKind.BROWSER, "wk_web", true));
    sources.add(source(2, "server", SourceKind.SERVER, "wk_server", true));
    sources.add(source(3, "closed", SourceKind.SERVER, "wk_closed", false));
    key("admin", ADMIN, false);
    key("owner link", OWNER_TOKEN, true);
  }

  Inside inside() {
    return new Inside(
        this,
        key ->
            sources.stream()
                .filter(each -> each.enabled() && each.writeKeys().contains(key))
                .findFirst()
                .orElse(null),
        this,
        this,
        this,
        new HouseFinding(),
        this,
        this,
        new NoDecisions(),
        this,
        this,
        new HouseRules(),
        new HouseTasks(),
        segments,
        new HouseComputedTraits(),
        new HouseVocabulary(),
        new HouseConsents(),
        new HouseAccess(),
        new HouseQuality(),
        new NoScratches(),
        new NoRights(),
        (wanted, archived, _) -> wanted <= (archived ? archivedTo : readable),
        feed);
  }

  static Source source(int number, String name, SourceKind kind, String key, boolean enabled) {
    return new Source(
        "src_" + name, number, name, kind, List.of(key), enabled, 1, false, false, 1_000L * number);
  }

  private void key(String name, String secret, boolean onceOnly) {
    var hash = Secrets.hash(secret);
    keys.put(hash, new AccessKey(hash, name, 0, onceOnly));
  }

  @Override
  public synchronized Receipt take(List<Collected> events, boolean awaitOutcomes)
      throws Unavailable {
    var problem = unavailable;
    if (problem != null) {
      throw problem;
    }
    awaited.add(awaitOutcomes);
    var outcomes = new ArrayList<Outcome>();
    for (var event : events) {
      taken.add(event);
      outcomes.add(outcome(event, position.incrementAndGet()));
    }
    return new Receipt(position.get(), awaitOutcomes ? outcomes : List.of());
  }

  private Outcome outcome(Collected event, long at) {
    var envelope = event.envelope();
    var rest =
        switch (event.parsed()) {
          case Value value -> value;
          case Body.Unfit(_, var left) -> left;
        };
    var own = rest instanceof Value.Fields fields ? fields.text("messageId") : null;
    var id = own == null ? envelope.edgeId() : own;
    var head = new Event.Head(envelope.source(), id, envelope.call(), "", 0, envelope.receivedAt());
    var before = seen.putIfAbsent(envelope.source() + "/" + id, at);
    if (before != null) {
      return new Outcome.Duplicate(head, before);
    }
    if (event.parsed() instanceof Body.Unfit(var why, _)) {
      return new Outcome.Quarantined(head, List.of(why));
    }
    if (!(rest instanceof Value.Fields fields)) {
      return new Outcome.Quarantined(head, List.of(new Violation("not_an_object", "", "")));
    }
    if ("drop".equals(fields.text("type"))) {
      return new Outcome.Dropped(head, "dropped_by_protocol");
    }
    var user = fields.text("userId");
    if (user == null) {
      return new Outcome.Quarantined(head, List.of(new Violation("no_identifier", "", "")));
    }
    var owner = new Identifier("user_id", user);
    return new Outcome.Accepted(
        new Event(
            head,
            SourceKind.BROWSER,
            1,
            false,
            List.of(owner),
            Value.Fields.EMPTY,
            null,
            Value.Fields.EMPTY,
            Value.Fields.EMPTY,
            Value.Fields.EMPTY),
        owner);
  }

  @Override
  public List<Source> all() {
    return List.copyOf(sources);
  }

  @Override
  public @Nullable Source byNumber(int number) {
    return sources.stream().filter(each -> each.number() == number).findFirst().orElse(null);
  }

  @Override
  public Source create(NewSource wanted, String author) {
    var number = sources.size() + 1;
    var made =
        new Source(
            "src_" + number,
            number,
            wanted.name(),
            wanted.kind(),
            List.of("wk_" + number),
            true,
            wanted.party(),
            wanted.trustsProperties(),
            wanted.aliasesAnchors(),
            0);
    sources.add(made);
    return made;
  }

  @Override
  public @Nullable Source rotate(String id, boolean keepOld, String author) {
    return changed(
        id,
        old -> {
          var writeKeys = new ArrayList<String>();
          writeKeys.add(old.writeKeys().getFirst() + "x");
          if (keepOld) {
            writeKeys.addAll(old.writeKeys());
          }
          return with(old, writeKeys, old.enabled());
        });
  }

  @Override
  public @Nullable Source enable(String id, boolean enabled, String author) {
    return changed(id, old -> with(old, old.writeKeys(), enabled));
  }

  private static Source with(Source old, List<String> writeKeys, boolean enabled) {
    return new Source(
        old.id(), old.number(), old.name(), old.kind(), writeKeys, enabled, 1, false, false, 0);
  }

  private @Nullable Source changed(String id, java.util.function.UnaryOperator<Source> change) {
    for (var i = 0; i < sources.size(); i++) {
      if (sources.get(i).id().equals(id)) {
        var made = change.apply(sources.get(i));
        sources.set(i, made);
        return made;
      }
    }
    return null;
  }

  @Override
  public @Nullable AccessKey byHash(String hash) {
    return keys.get(hash);
  }

  @Override
  public @Nullable String redeem(String token, String name) {
    var link = keys.get(Secrets.hash(token));
    if (link == null || !link.onceOnly()) {
      return null;
    }
    keys.remove(link.hash());
    key(name, "made-for-" + name, false);
    return "made-for-" + name;
  }

  final AtomicLong sessionsBegin = new AtomicLong(System.currentTimeMillis());

  @Override
  public String open(AccessKey key) {
    var secret = "session-" + keys.size();
    var hash = AccessKey.sessionHash(Secrets.hash(secret));
    keys.put(hash, new AccessKey(hash, key.name(), sessionsBegin.get(), false));
    return secret;
  }

  @Override
  public @Nullable AccessKey session(String hash) {
    return keys.get(AccessKey.sessionHash(hash));
  }

  @Override
  public List<AccessKey> keys() {
    return keys.values().stream().filter(key -> !key.session() && !key.onceOnly()).toList();
  }

  @Override
  public String make(String name, @Nullable String purpose) {
    var secret = "made-for-" + name;
    var hash = Secrets.hash(secret);
    keys.put(hash, new AccessKey(hash, name, 0, false, purpose));
    return secret;
  }

  @Override
  public boolean withdraw(String id, String author) {
    return keys.values().removeIf(key -> key.id().equals(id));
  }

  @Override
  public void end(AccessKey session) {
    keys.remove(session.hash());
  }

  @Override
  public Profiles.@Nullable Found profile(Who who) {
    return people.get(written(who));
  }

  final List<String> recalled = new CopyOnWriteArrayList<>();
  volatile List<ProfileChange> changes = List.of();
  volatile Recall.@Nullable TooMuch tooMuch;

  @Override
  public Profiles.@Nullable Found profile(Who who, long at, long known)
      throws Unavailable, Recall.TooMuch {
    recalled.add(written(who) + " at " + at + " known " + known);
    refuse();
    return people.get(written(who));
  }

  @Override
  public Recall.@Nullable Changes changes(Who who, long from, long to, long known)
      throws Unavailable, Recall.TooMuch {
    recalled.add(written(who) + " from " + from + " to " + to + " known " + known);
    refuse();
    return people.containsKey(written(who)) ? new Recall.Changes(changes, 9) : null;
  }

  private void refuse() throws Unavailable, Recall.TooMuch {
    var much = tooMuch;
    var problem = unreadable;
    if (much != null) {
      throw much;
    }
    if (problem != null) {
      throw problem;
    }
  }

  private static String written(Who who) {
    return switch (who) {
      case Who.Id(var id) -> id.value();
      case Who.Named(var type, var value) -> type + ":" + value;
    };
  }

  @Override
  public Profiles.@Nullable Ties identity(Who who) {
    return people.containsKey(written(who)) ? ties : null;
  }

  Profiles.Ties ties = new Profiles.Ties(new ProfileId("p"), List.of(), List.of(), 1);
  volatile List<String> missing = List.of();
  volatile @Nullable Unavailable unreadable;
  final List<Happened> happened = new CopyOnWriteArrayList<>();

  @Override
  public Profiles.@Nullable Timeline events(Who who, @Nullable String cursor, int limit) {
    return people.containsKey(written(who))
        ? new Profiles.Timeline(new ProfileId("p"), page(cursor, limit))
        : null;
  }

  private @Nullable Page<Happened> page(@Nullable String cursor, int limit) {
    if (cursor != null && !cursor.startsWith("at")) {
      return null;
    }
    var from = cursor == null ? 0 : Integer.parseInt(cursor.substring(2));
    var to = Math.min(happened.size(), from + limit);
    return new Page<>(happened.subList(from, to), to < happened.size() ? "at" + to : null, missing);
  }

  @Override
  public List<Traced> trace(String messageId) {
    return happened.stream()
        .filter(each -> each.messageId().equals(messageId))
        .map(each ->
            new Traced(
                each.sourceId(),
                messageId,
                List.of(
                    new Traced.Station("received", each.position(), each.receivedAt(), null, "[]"),
                    new Traced.Station(
                        "decided", each.position(), null, "quarantined", each.reasons()))))
        .toList();
  }

  @Override
  public @Nullable Page<Happened> quarantine(
      @Nullable String sourceId, @Nullable String code, @Nullable String cursor, int limit)
      throws Unavailable {
    var problem = unreadable;
    if (problem != null) {
      throw problem;
    }
    return page(cursor, limit);
  }

  private static ImportJob imported(ImportJob.State state) {
    return new ImportJob(
        "nobody",
        "src_files",
        "orders.csv",
        10,
        "0".repeat(64),
        "admin",
        0,
        state,
        10,
        false,
        3,
        10,
        new OutcomeCounts(1, 1, 0, 0),
        1,
        new TreeMap<>(Map.of("invalid_number", 1L)),
        5,
        7,
        null,
        null,
        null);
  }

  @Override
  public ImportJob create(Wanted wanted, String author) {
    return imported(ImportJob.State.UPLOADING);
  }

  @Override
  public List<ImportJob> imports() {
    return List.of(imported(ImportJob.State.DONE));
  }

  @Override
  public ImportJob find(String id) {
    return imported(ImportJob.State.DONE);
  }

  @Override
  public ImportJob upload(String id, long offset, byte[] part) {
    return imported(ImportJob.State.READY);
  }

  @Override
  public ImportJob start(String id, boolean rehearse) {
    return imported(ImportJob.State.RUNNING);
  }

  @Override
  public ImportJob cancel(String id) {
    return imported(ImportJob.State.CANCELLED);
  }

  @Override
  public ImportJob undo(String id, String author) {
    return imported(ImportJob.State.UNDONE);
  }

  @Override
  public long undoSource(String sourceId, String author) {
    return 8;
  }

  @Override
  public List<String> undoing() {
    return List.of("src_1");
  }

  @Override
  public List<Value> preview(String id) {
    return List.of(new Value.Fields(Map.of("type", new Value.Text("track"))));
  }

  @Override
  public Rejected rejected(String id, long from) {
    return new Rejected(List.of(), null);
  }

  @Override
  public List<Ailment> ailments() {
    return ailments;
  }

  @Override
  public Status status() {
    return new Status(
        "0.1",
        0,
        new OutcomeCounts(4, 3, 2, 1),
        new TreeMap<>(Map.of("src_web", new OutcomeCounts(4, 3, 2, 1))),
        new TreeMap<>(Map.of("durable", 10L, "decided", 8L, "archived", 5L)),
        new TreeMap<>(Map.of("log", 100L)),
        new TreeMap<>(Map.of("profiles", 7L)));
  }
}
