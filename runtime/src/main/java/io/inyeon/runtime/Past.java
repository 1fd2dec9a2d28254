package io.inyeon.runtime;

import io.inyeon.core.Rules;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.recall.AsOf;
import io.inyeon.core.recall.History;
import io.inyeon.core.recall.Reader;
import io.inyeon.core.recall.Recorded;
import io.inyeon.core.recall.Spellings;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.Profiles.Found;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people as they were known at other times: what the archive has of them goes through the core
/// again, in a state of its own.
final class Past implements Recall {
  /// Events that one question may read: about three seconds' work, and 200 MB while it lasts.
  static final int MOST_EVENTS = 100_000;

  private static final int PART = 2_048;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WorkspaceView workspace;
  private final People people;
  private final int mostEvents;

  Past(WorkspaceView workspace, People people, int mostEvents) {
    this.workspace = workspace;
    this.people = people;
    this.mostEvents = mostEvents;
  }

  @Override
  public @Nullable Found profile(Who who, long at, long known) throws Intake.Unavailable, TooMuch {
    var then = tree(who, at, known);
    return then == null
        ? null
        : new Found(then.tree().profile(then.identifier(), then.rules()), then.position());
  }

  /// The tree that held somebody.
  ///
  /// @param rules as they stood then
  record Then(Identifier identifier, Tree tree, Rules rules, long position) {}

  /// As of another time; `null` for nobody.
  @Nullable Then tree(Who who, long at, long known) throws Intake.Unavailable, TooMuch {
    var position = archived();
    var identifier = people.identifier(who);
    if (identifier == null) {
      return null;
    }
    try {
      var operators = OperatorsRecord.read(workspace.archive());
      var until = Math.min(at, known);
      var rules = operators.rules(until, workspace).getLast();
      var tree =
          AsOf.tree(
              identifier,
              rules.ready(),
              operators.words(until),
              workspace.live(),
              new OfArchive(operators, rules, at, known));
      return tree == null ? null : new Then(identifier, tree, rules.ready(), position);
    } catch (ArchiveException e) {
      throw Happenings.unavailable(e);
    } catch (TooMuchRead e) {
      throw new TooMuch(mostEvents);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Changes changes(Who who, long from, long to, long known)
      throws Intake.Unavailable, TooMuch {
    var position = archived();
    var identifier = people.identifier(who);
    if (identifier == null) {
      return null;
    }
    try {
      var operators = OperatorsRecord.read(workspace.archive());
      var until = Math.min(to, known);
      var versions = operators.rules(until, workspace);
      var changes =
          History.of(
              identifier,
              from,
              versions,
              operators.words(until),
              workspace.live(),
              new OfArchive(operators, versions.getLast(), to, known));
      return new Changes(changes, position);
    } catch (ArchiveException e) {
      throw Happenings.unavailable(e);
    } catch (TooMuchRead e) {
      throw new TooMuch(mostEvents);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Waits until the archive has what state has.
  private long archived() throws Intake.Unavailable {
    var position = workspace.state().position();
    try {
      if (!workspace.reached(position, true, PATIENCE)) {
        throw new Intake.Unavailable("archive_behind", 5);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
    return position;
  }

  /// A question would have read more than it may.
  private static final class TooMuchRead extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// The archive's events as the core asks for them.
  private final class OfArchive implements Reader<IOException> {
    private final OperatorsRecord operators;
    private final Map<Integer, UndoneImports> undone;
    private final Spellings spellings;
    private final long happenedTo;
    private final long arrivedTo;
    private int read;

    OfArchive(OperatorsRecord operators, History.Version rules, long happenedTo, long arrivedTo) {
      this.operators = operators;
      undone = operators.undone(arrivedTo);
      this.happenedTo = happenedTo;
      this.arrivedTo = arrivedTo;
      spellings = operators.spellings(rules, workspace);
    }

    @Override
    public Part events(Set<Identifier> identifiers, long after) throws IOException {
      var texts = identifiers.stream().map(Identifier::toString).toList();
      var limit = Math.min(PART, mostEvents + 1 - read);
      var page = workspace.archive().mentions(texts, after, happenedTo, arrivedTo, limit);
      read += page.rows().size();
      if (read > mostEvents) {
        throw new TooMuchRead();
      }
      var events = new ArrayList<Recorded.Said>();
      for (var row : page.rows()) {
        var said = said(row);
        if (!undone
            .getOrDefault(row.source(), UndoneImports.NONE)
            .cover(row.position(), said.envelope().edgeId())) {
          events.add(said);
        }
      }
      return new Part(events, page.last());
    }

    private Recorded.Said said(Row row) throws ArchiveException {
      var envelope = EntryCodec.envelope(row.envelope());
      var body = Became.of(row);
      var source = operators.source(row);
      return new Recorded.Said(
          row.position(),
          row.time(),
          envelope,
          body,
          source,
          spellings.named(envelope, body, source, identifier -> row.names(identifier.toString())));
    }
  }
}
