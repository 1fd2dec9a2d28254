package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Batch;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.unify.Permission;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.House;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The workspace as enrichers see it.
record EnrichHouse(
    Workspace workspace, People people, OwnWord word, RowsLately lately, RandomGenerator random)
    implements House {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static EnrichHouse of(Workspace workspace, People people, OwnWord word) {
    return new EnrichHouse(workspace, people, word, workspace.follower(), new SecureRandom());
  }

  @Override
  public State state() {
    return workspace.state();
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public long now() {
    return workspace.clock().millis();
  }

  @Override
  public double chance() {
    return random.nextDouble();
  }

  @Override
  public long decided() {
    return workspace.decided().reached();
  }

  @Override
  public List<Row> rows(long from, long to) throws IOException {
    var known = lately.from(from);
    return known == null ? workspace.history().from(from, to).rows() : known;
  }

  @Override
  public @Nullable Row row(long position) throws IOException {
    var rows = workspace.history().from(position, position).rows();
    return rows.isEmpty() || rows.getFirst().position() != position ? null : rows.getFirst();
  }

  @Override
  public List<Row> rowsAt(List<Long> positions) throws IOException {
    var archived = workspace.archive().position();
    var rows =
        new ArrayList<>(
            workspace
                .archive()
                .rowsAt(positions.stream().filter(each -> each <= archived).toList()));
    for (var each : positions) {
      var row = each > archived ? row(each) : null;
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public List<Row> archived(long to, int most) throws IOException {
    try {
      workspace.filing().flushUpTo(to, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", e);
    }
    return workspace.archive().rowsFrom(Math.max(1, to - most + 1), most).stream()
        .filter(row -> row.position() <= to)
        .toList();
  }

  @Override
  public void forgetRows() {
    lately.forget();
  }

  @Override
  public Body body(Row row) {
    return Became.of(row) instanceof Value.Fields event && row.envelope().length > 0
        ? Batch.filled(event, EntryCodec.envelope(row.envelope()))
        : Became.of(row);
  }

  @Override
  public @Nullable Source source(int number) {
    return workspace.sources().byNumber(number);
  }

  @Override
  public List<Source> sources() {
    return workspace.sources().all();
  }

  @Override
  public @Nullable Person person(Identifier identifier) throws Unavailable {
    var place = people.place(new Who.Named(identifier.type(), identifier.value()));
    if (place == null) {
      return null;
    }
    var rules = rules();
    var part = place.tree().part(place.identifier(), rules);
    return new Person() {
      @Override
      public Identifier strongest() {
        return Tree.representative(part, rules.types());
      }

      @Override
      public Collection<Identifier> part() {
        return part;
      }

      @Override
      public Value.Fields known(Collection<PersonPlace> places, long now) {
        var state = new CommittedState(workspace.state());
        return new PersonFacts(place, part, state, rules).of(places, now);
      }

      @Override
      public Permission permission(Purpose purpose) {
        var tree = place.tree();
        return tree.permissions(part, tree.fragments(part, rules), rules).of(purpose);
      }
    };
  }

  @Override
  public long enter(List<? extends Entry> entries) throws Unavailable {
    return workspace.enter(entries);
  }

  @Override
  public List<List<Violation>> say(String source, List<Value.Fields> events) throws Unavailable {
    return word.sayEach(source, events, "enrichers");
  }

  @Override
  public Object defining() {
    return workspace.defining();
  }
}
