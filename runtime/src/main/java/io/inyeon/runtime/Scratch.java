package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Source;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.http.Reads;
import io.inyeon.runtime.http.Tasks;
import io.inyeon.runtime.http.Vitals;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A scratch workspace that is open: read by the same code as the live one. Nothing is ever written
/// to it, so it has no writer, no log and no outbox.
final class Scratch implements WorkspaceView, AutoCloseable {
  private final ScratchRecord record;
  private final ScratchStores stores;
  private final Sources sources = new Sources();
  private final Commits commits = new Commits();
  private final PhoneNumbers phones;
  private final Patterns patterns;
  private final Rules rules;

  private Scratch(
      ScratchRecord record, ScratchStores stores, PhoneNumbers phones, Patterns patterns) {
    this.record = record;
    this.stores = stores;
    this.phones = phones;
    this.patterns = patterns;
    rules = ready(Rebuild.inForce(stores.state()));
    var known = new ArrayList<Source>();
    stores.state().forEach(Key.Source.class, (_, source) -> known.add(source));
    sources.saved(known);
  }

  /// Opens one.
  ///
  /// @throws IOException also when it is not whole
  static Scratch open(Path folder, ScratchRecord record, PhoneNumbers phones, Patterns patterns)
      throws IOException {
    var stores = ScratchStores.toRead(folder);
    try {
      var position = stores.state().position();
      if (position != record.position() || stores.archive().position() != record.position()) {
        throw new IOException(
            "state is at %d and the archive at %d, and both should be at %d"
                .formatted(position, stores.archive().position(), record.position()));
      }
      return new Scratch(record, stores, phones, patterns);
    } catch (IOException | RuntimeException e) {
      try (stores) {
        throw e;
      }
    }
  }

  /// What is read of it over HTTP.
  Reads reads(Tasks tasks, InstantSource clock) {
    var happenings = new Happenings(this);
    var people = new People(this, happenings);
    return new Reads(
        new Desk(state(), sources, clock, _ -> refuse()),
        people,
        new Past(this, people, Past.MOST_EVENTS),
        happenings,
        new Stewardship(state(), this::mentions, commits, this::rules, clock, _ -> refuse()),
        new Figures(),
        new RulesOffice(this, (_, _, _) -> refuse()),
        tasks,
        (position, archived, timeoutMs) ->
            reached(position, archived, Duration.ofMillis(timeoutMs)));
  }

  private Mentions mentions(Key.OfMentions wanted) {
    var position = state().position();
    return new ArchivedRecord(
            archive(), (_, _) -> List.of(), state()::read, document -> ready(document).types())
        .mentions(wanted, rules(), position + 1, position, List.of());
  }

  /// Never returns; the number is that of a position, for those who would make an entry durable.
  private static long refuse() throws Intake.Unavailable {
    throw new Intake.Unavailable("scratch_read_only", 1);
  }

  @Override
  public State state() {
    return stores.state();
  }

  @Override
  public Archive archive() {
    return stores.archive();
  }

  @Override
  public Sources sources() {
    return sources;
  }

  @Override
  public Commits commits() {
    return commits;
  }

  @Override
  public Rules rules() {
    return rules;
  }

  @Override
  public Rules ready(RulesDocument document) {
    return Rules.of(document, phones, patterns);
  }

  @Override
  public boolean reached(long position, boolean archived, Duration patience) {
    return position <= record.position();
  }

  @Override
  public void close() throws IOException {
    stores.close();
  }

  /// What there is, in numbers.
  private final class Figures implements Vitals {
    @Override
    public List<Ailment> ailments() {
      return List.of();
    }

    @Override
    public Status status() {
      var bySource = Health.bySource(Scratch.this);
      var positions = new TreeMap<String, Long>();
      for (var part : List.of("durable", "decided", "archived")) {
        positions.put(part, record.position());
      }
      var bytes = new TreeMap<String, Long>();
      bytes.put("state", state().measures().diskBytes());
      bytes.put("archive", archive().state().bytes());
      OutcomeCounts all = Health.sum(bySource);
      return new Status(
          Health.VERSION,
          record.createdAt(),
          all,
          bySource,
          positions,
          bytes,
          Health.counts(Scratch.this));
    }
  }
}
