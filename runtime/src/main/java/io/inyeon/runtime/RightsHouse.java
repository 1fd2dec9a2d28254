package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.unify.Eraser;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Trait;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.Enrichment;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.http.Happened;
import io.inyeon.runtime.http.ScratchDesk;
import io.inyeon.runtime.http.Tasks;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.rights.House;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The workspace as people's rights see it.
record RightsHouse(
    Workspace workspace,
    People people,
    Scratches scratchHouse,
    OwnWord word,
    Enrichment enrichment,
    QualityKeeper quality)
    implements House {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public State state() {
    return workspace.state();
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public Archive archive() {
    return workspace.archive();
  }

  @Override
  public long now() {
    return workspace.clock().millis();
  }

  @Override
  public void enter(Entry entry) throws Unavailable {
    workspace.enter(entry);
  }

  @Override
  public void enterAll(List<? extends Entry> entries) throws Unavailable {
    if (!entries.isEmpty()) {
      workspace.enter(entries);
    }
  }

  @Override
  public Collection<Identifier> part(Who who) throws Unavailable {
    var place = people.place(who);
    return place == null ? List.of() : place.tree().part(place.identifier(), rules());
  }

  @Override
  public @Nullable Trait trait(Who who, String name) throws Unavailable {
    var place = people.place(who);
    if (place == null) {
      return null;
    }
    var rules = rules();
    var part = place.tree().part(place.identifier(), rules);
    return place.tree().traits(place.tree().fragments(part, rules), rules).get(name);
  }

  @Override
  public void catchUp() throws IOException, InterruptedException {
    if (!workspace.filing().flushUpTo(workspace.state().position(), PATIENCE)) {
      throw new IOException("the archive is behind");
    }
    workspace.state().flush();
  }

  @Override
  public void settleSegments() throws IOException, InterruptedException {
    try {
      workspace.settleSegments();
    } catch (Unavailable e) {
      throw new IOException("what segments have to record cannot be recorded: " + e.code(), e);
    }
  }

  @Override
  public Function<Row, @Nullable Event> reading() {
    return workspace.acceptedRows()::event;
  }

  @Override
  public Value.@Nullable Fields counts(Row row) {
    return Became.of(row) instanceof Value.Fields event ? event : null;
  }

  @Override
  public int source(String id) {
    var source = workspace.sources().byId(id);
    return source == null ? -1 : source.number();
  }

  @Override
  public Happened happened(Row row) {
    return new Happenings(workspace).happened(row);
  }

  @Override
  public Value.Fields context(Row row) {
    return EntryCodec.envelope(row.envelope()).context();
  }

  @Override
  public String edgeId(Row row) {
    return EntryCodec.envelope(row.envelope()).edgeId();
  }

  @Override
  public Entry entry(Row row) {
    return EntryCodec.decode(row.position(), row.kind(), row.body());
  }

  @Override
  public byte[] payload(Entry entry) {
    return EntryCodec.encode(entry, new Encoder());
  }

  @Override
  public @Nullable Leftover foreseen(ProfileId subject) throws Unavailable {
    var entry = new Entry.PersonErased(0, now(), "", "preview", subject, "");
    return StableReads.of(
            workspace.state(),
            workspace::mentions,
            workspace.commits(),
            before -> Optional.ofNullable(Eraser.erase(entry, before, rules()).leftover()))
        .what()
        .orElse(null);
  }

  @Override
  public @Nullable Identifier identifier(Who who) {
    return people.identifier(who);
  }

  @Override
  public List<Violation> say(String source, Value.Fields event, String author) throws Unavailable {
    return word.say(source, List.of(event), author).problems();
  }

  @Override
  public Value.@Nullable Fields said(String source, String messageId) throws Unavailable {
    return word.said(source, messageId);
  }

  // ---- what lies beside state

  @Override
  public long logFrom() {
    return workspace.log().oldestPosition();
  }

  @Override
  public void blank(SortedSet<Long> positions) throws IOException {
    if (!positions.isEmpty()) {
      workspace.log().blank(positions);
    }
  }

  @Override
  public void wipeLog() throws IOException {
    workspace.log().wipe();
  }

  @Override
  public void forgetRecent() {
    workspace.lately().forget();
    workspace.decidedEvents().forget();
    enrichment.forgetRows();
  }

  @Override
  public List<String> scratches(Collection<Identifier> held) throws Unavailable {
    var names = new ArrayList<String>();
    for (var record : scratchHouse.scratches()) {
      var name = String.valueOf(record.text("name"));
      try (var visit = scratchHouse.enter(name)) {
        var scratch = visit.scratch().state();
        if (held.stream().anyMatch(each -> scratch.read(new Key.OfIdentifier(each)) != null)) {
          names.add(name);
        }
      } catch (ScratchDesk.Refused refused) {
        if (refused.code().equals("scratch_not_ready")) {
          // It may hold them when it is done.
          throw new Unavailable("replay_running", 30);
        }
      }
    }
    return names;
  }

  @Override
  public void dropScratch(String name) throws IOException {
    try {
      scratchHouse.drop(name);
    } catch (ScratchDesk.Refused refused) {
      if (!refused.code().equals("scratch_not_found")) {
        throw new IOException("scratch workspace " + name + ": " + refused.getMessage(), refused);
      }
    }
  }

  @Override
  public void rebuild(String author) throws IOException, InterruptedException {
    var tasks = workspace.tasks();
    Value.Fields task = null;
    while (task == null) {
      tasks.await();
      try {
        task = tasks.rebuild(author);
      } catch (Tasks.Busy someoneElses) {
        if (workspace.failure() != null) {
          throw new IOException("the writer has stopped", someoneElses);
        }
      }
    }
    tasks.await();
    var ended = tasks.one(Tasks.Kind.REBUILD, String.valueOf(task.text("id")));
    if (ended == null || !"done".equals(ended.text("state"))) {
      throw new IOException(
          "the rebuild did not come to its end: "
              + (ended == null ? "it has no record" : ended.text("error")));
    }
  }

  @Override
  public int consents(Collection<Identifier> named) {
    return workspace.ledger().naming(written(named)).size();
  }

  @Override
  public int eraseConsents(Collection<Identifier> named, String erasure)
      throws IOException, InterruptedException {
    var ledger = workspace.ledger();
    if (!ledger.await(workspace.state().position(), PATIENCE.toMillis())) {
      throw new IOException("the ledger of consents is behind: " + ledger.error());
    }
    return ledger.erase(written(named), "erasure " + erasure);
  }

  private static List<String> written(Collection<Identifier> named) {
    return named.stream().map(Identifier::toString).toList();
  }

  @Override
  public void wipeConsents() {
    workspace.ledger().wipe();
  }

  @Override
  public long enriched(Collection<Identifier> named) {
    return enrichment.held(named);
  }

  @Override
  public long forgetEnriched(Collection<Identifier> named, ErasureDesk.BeforeForgetting first)
      throws IOException {
    return enrichment.forget(named, first);
  }

  @Override
  public void wipeEnriched() {
    enrichment.wipe();
  }

  @Override
  public int quality(Predicate<String> named, boolean forget)
      throws IOException, InterruptedException {
    return quality.named(named, forget);
  }

  @Override
  public void wipeQuality() {
    quality.wipe();
  }

  @Override
  public void forgetNames(Predicate<String> named) throws IOException, InterruptedException {
    workspace.decidedEvents().forget();
    workspace.vocabulary().forget(named);
  }

  @Override
  public void forgetVocabulary() throws IOException, InterruptedException {
    workspace.decidedEvents().forget();
    workspace.vocabulary().beginAnew();
  }
}
