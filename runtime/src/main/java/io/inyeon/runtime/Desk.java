package io.inyeon.runtime;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.runtime.http.Keys;
import io.inyeon.runtime.http.NewSource;
import io.inyeon.runtime.http.Sessions;
import io.inyeon.runtime.http.SourceDesk;
import io.inyeon.runtime.store.State;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where operators make sources and keys. What they do is an entry in the log like any other, and
/// in force when the call returns; one at a time.
final class Desk implements SourceDesk, Keys {
  /// Makes an entry durable and waits until it is decided.
  @FunctionalInterface
  interface Entering {
    void enter(Entry entry) throws Intake.Unavailable;
  }

  private static final int MOST_SOURCES = 10_000;

  private final State state;
  private final Sources sources;
  private final InstantSource clock;
  private final Entering entering;

  Desk(State state, Sources sources, InstantSource clock, Entering entering) {
    this.state = state;
    this.sources = sources;
    this.clock = clock;
    this.entering = entering;
  }

  @Override
  public List<Source> all() {
    return sources.all();
  }

  @Override
  public @Nullable Source byNumber(int number) {
    return sources.byNumber(number);
  }

  @Override
  public synchronized Source create(NewSource wanted, String author) throws Intake.Unavailable {
    if (sources.all().size() >= MOST_SOURCES) {
      throw new Intake.Unavailable("too_many_sources", 3600);
    }
    var source =
        new Source(
            Secrets.key("src_").substring(0, 16),
            sources.nextNumber(),
            wanted.name(),
            wanted.kind(),
            List.of(Secrets.key("wk_")),
            true,
            wanted.party(),
            wanted.trustsProperties(),
            wanted.aliasesAnchors(),
            clock.millis());
    return save(source, author);
  }

  @Override
  public synchronized @Nullable Source rotate(String id, boolean keepOld, String author)
      throws Intake.Unavailable {
    return change(
        id,
        author,
        source -> {
          var writeKeys = new ArrayList<String>();
          writeKeys.add(Secrets.key("wk_"));
          if (keepOld) {
            writeKeys.addAll(source.writeKeys());
          }
          return source.withWriteKeys(writeKeys);
        });
  }

  @Override
  public synchronized @Nullable Source enable(String id, boolean enabled, String author)
      throws Intake.Unavailable {
    return change(id, author, source -> source.withEnabled(enabled));
  }

  /// The source by which the house itself speaks; made when it is first wanted. It has no write
  /// key, and gets none.
  synchronized Source own(String id, String name, int party, String author)
      throws Intake.Unavailable {
    var known = sources.byId(id);
    return known != null
        ? known
        : save(
            new Source(
                id,
                sources.nextNumber(),
                name,
                SourceKind.SERVER,
                List.of(),
                true,
                party,
                false,
                false,
                clock.millis()),
            author);
  }

  private @Nullable Source change(String id, String author, UnaryOperator<Source> change)
      throws Intake.Unavailable {
    var source = OwnSources.own(id) ? null : sources.byId(id);
    return source == null ? null : save(change.apply(source), author);
  }

  private Source save(Source source, String author) throws Intake.Unavailable {
    entering.enter(new Entry.SourceSaved(0, clock.millis(), author, source));
    return source;
  }

  @Override
  public @Nullable AccessKey byHash(String hash) {
    return state.read(new Key.Access(hash));
  }

  @Override
  public synchronized @Nullable String redeem(String token, String name) throws Intake.Unavailable {
    var link = byHash(Secrets.hash(token));
    if (link == null || !link.onceOnly()) {
      return null;
    }
    var secret = Secrets.key("ink_");
    // First the new key, then the end of the link: a crash between the two costs nothing but the
    // chance to use the link again.
    grant(secret, name, false);
    entering.enter(new Entry.AccessRevoked(0, clock.millis(), name, link.hash()));
    return secret;
  }

  @Override
  public synchronized String open(AccessKey key) throws Intake.Unavailable {
    endAll(session -> Sessions.over(session, clock.millis()));
    var secret = Secrets.key("ins_");
    enterGrant(AccessKey.sessionHash(Secrets.hash(secret)), key.name(), false, key.purpose());
    return secret;
  }

  /// Sessions that ran out need not be kept for ever.
  private void endAll(Predicate<AccessKey> over) throws Intake.Unavailable {
    var ended = new ArrayList<AccessKey>();
    state.forEach(
        Key.Access.class,
        (Key<AccessKey> _, AccessKey key) -> {
          if (key.session() && over.test(key)) {
            ended.add(key);
          }
        });
    for (var session : ended) {
      end(session);
    }
  }

  @Override
  public @Nullable AccessKey session(String hash) {
    return state.read(new Key.Access(AccessKey.sessionHash(hash)));
  }

  @Override
  public void end(AccessKey session) throws Intake.Unavailable {
    entering.enter(new Entry.AccessRevoked(0, clock.millis(), session.name(), session.hash()));
  }

  /// Gives a key to the management API.
  void grant(String secret, String name, boolean onceOnly) throws Intake.Unavailable {
    enterGrant(Secrets.hash(secret), name, onceOnly, null);
  }

  private void enterGrant(String hash, String name, boolean onceOnly, @Nullable String purpose)
      throws Intake.Unavailable {
    var now = clock.millis();
    entering.enter(
        new Entry.AccessGranted(0, now, name, new AccessKey(hash, name, now, onceOnly, purpose)));
  }

  @Override
  public List<AccessKey> keys() {
    var keys = new ArrayList<AccessKey>();
    state.forEach(
        Key.Access.class,
        (Key<AccessKey> _, AccessKey key) -> {
          if (!key.session() && !key.onceOnly()) {
            keys.add(key);
          }
        });
    keys.sort(Comparator.comparingLong(AccessKey::createdAt).thenComparing(AccessKey::hash));
    return keys;
  }

  @Override
  public synchronized String make(String name, @Nullable String purpose) throws Intake.Unavailable {
    var secret = Secrets.key("ink_");
    enterGrant(Secrets.hash(secret), name, false, purpose);
    return secret;
  }

  @Override
  public synchronized boolean withdraw(String id, String author) throws Intake.Unavailable {
    for (var key : keys()) {
      if (key.id().equals(id)) {
        entering.enter(new Entry.AccessRevoked(0, clock.millis(), author, key.hash()));
        return true;
      }
    }
    return false;
  }
}
