package io.inyeon.runtime.analytics;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.Touch;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Brings a model up to what is committed. Of one thread; each step is one transaction together
/// with how far it comes, so that nothing counts twice or not at all, whatever crashes.
final class Following {
  private static final int TREES_TOGETHER = 20_000;

  /// Fragments of others that are looked up besides their events, until the events are written
  /// anew.
  private static final int MOST_MOVED = 50_000;

  private final Model model;
  private final DuckDBConnection writer;
  private final Source source;
  private final Busy busy;
  private Paths paths;
  private Progress progress;

  /// By which it last looked at who is permitted for what; `null` at first.
  private @Nullable Rules by;

  /// What it follows.
  interface Source {
    State state();

    Rules rules();

    /// The next rows from a position on; as many as are at hand, none after the last.
    List<Row> rows(long from, long to) throws IOException;

    /// The event that counts of an accepted row; `null` when none does.
    @Nullable Event event(Row row);

    /// Throws when what is under way is of no use any more.
    void goOn();
  }

  Following(Model model, Source source, Progress progress) throws SQLException {
    this.model = model;
    this.source = source;
    this.progress = progress;
    writer = model.writer();
    busy = Busy.of(writer);
    paths = Paths.read(writer);
  }

  Progress progress() {
    return progress;
  }

  /// Does something in a transaction, all or nothing.
  private interface Step {
    Progress take() throws SQLException, IOException;
  }

  private void once(Step step) throws SQLException, IOException {
    Model.run(writer, "BEGIN");
    try {
      var next = step.take();
      Model.progress(writer, next);
      Model.run(writer, "COMMIT");
      progress = next;
    } catch (SQLException | IOException | RuntimeException e) {
      try {
        Model.run(writer, "ROLLBACK");
      } catch (SQLException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
  }

  /// Puts everybody into an empty model, as of one moment.
  ///
  /// @param told how many trees are done
  void people(Touch.Kept kept, LongConsumer told) throws SQLException, IOException {
    var rules = source.rules();
    try (var picture = source.state().picture();
        var people = new PeopleRows(writer, paths, rules, picture::read)) {
      var done = new long[1];
      var before = new long[1];
      try {
        picture.forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> {
              try {
                if (done[0] % TREES_TOGETHER == 0) {
                  part(people, before, done[0], told);
                }
                people.add(tree);
                done[0]++;
              } catch (SQLException | IOException e) {
                throw new Carried(e);
              }
            });
      } catch (Carried carried) {
        carried.rethrow();
      }
      accounts(picture, rules);
      once(() -> {
        people.apply(false);
        var zone = rules.document().timeZone();
        return new Progress(
            kept.state(),
            zone,
            picture.position(),
            0,
            rules.permissionsPrint(),
            ActiveRows.wanted(rules));
      });
    }
  }

  /// Puts every account into an empty model.
  private void accounts(Picture picture, Rules rules) throws SQLException, IOException {
    once(() -> {
      try (var rows = new AccountRows(writer, rules)) {
        var done = new long[1];
        picture.forEach(
            Key.Account.class,
            (Key<AccountProfile> _, AccountProfile account) -> {
              try {
                rows.add(account);
                if (++done[0] % TREES_TOGETHER == 0) {
                  source.goOn();
                  rows.apply();
                }
              } catch (SQLException e) {
                throw new Carried(e);
              }
            });
        rows.apply();
      } catch (Carried carried) {
        carried.rethrow();
      }
      return progress;
    });
  }

  /// So many are a transaction of their own: an empty model that is not whole is begun anew.
  private void part(PeopleRows people, long[] before, long done, LongConsumer told)
      throws SQLException, IOException {
    source.goOn();
    told.accept(done);
    if (done > before[0]) {
      before[0] = done;
      once(() -> {
        people.apply(false);
        return progress;
      });
    }
  }

  /// Puts in the events up to which people are there.
  void events(LongConsumer told) throws SQLException, IOException {
    while (!progress.whole()) {
      source.goOn();
      var from = progress.events() + 1;
      var rows = source.rows(from, progress.people());
      if (rows.isEmpty()) {
        throw new IOException("nothing is known of position " + from);
      }
      once(() -> {
        var to = new EventRows(writer, paths, source.rules().segments().terms(), busy);
        add(rows, to, _ -> {}); // accounts are there as people are
        to.flush();
        return progress.at(progress.people(), rows.getLast().position());
      });
      told.accept(progress.events());
    }
  }

  private void add(List<Row> rows, EventRows to, Consumer<Event> ofAccounts) throws SQLException {
    for (var row : rows) {
      if (row.kind() == Kind.EVENT && row.status() == Status.ACCEPTED) {
        var event = source.event(row);
        if (event != null) {
          to.add(row.position(), event);
          if (event.account() != null) {
            ofAccounts.accept(event);
          }
        }
      }
    }
  }

  /// Goes on to what is committed now.
  void follow() throws SQLException, IOException {
    try (var picture = source.state().picture()) {
      var rules = source.rules();
      var touched = restricted(picture, rules);
      if (touched.isEmpty() && !progress.permissions().equals(rules.permissionsPrint())) {
        permitted(picture, rules);
      }
      if (progress.active() != ActiveRows.wanted(rules)) {
        active(picture, rules);
      }
      by = rules;
      var reached = picture.position();
      if (touched.isEmpty() && reached <= progress.events()) {
        return;
      }
      var lately = new TreeSet<Long>();
      source
          .state()
          .touches(
              progress.people(),
              (position, touch) -> {
                if (position <= reached && touch.kind() != Touch.Kind.ACTIVE) {
                  touched.add(touch.tree());
                } else if (position <= reached && PeopleRows.mindsEvents(rules)) {
                  lately.add(touch.tree());
                }
              });
      lately.removeAll(touched);
      source.goOn();
      once(() -> {
        if (!touched.isEmpty() || !lately.isEmpty()) {
          try (var people = new PeopleRows(writer, paths, rules, picture::read)) {
            for (var id : touched) {
              var tree = picture.read(new Key.Tree(id));
              people.gone(id);
              if (tree != null) {
                people.add(tree);
              }
            }
            for (var id : lately) {
              var tree = picture.read(new Key.Tree(id));
              if (tree != null) {
                people.active(tree);
              }
            }
            people.apply(true);
          }
        }
        var joining = new ArrayList<Event>();
        var to = new EventRows(writer, paths, rules.segments().terms(), busy);
        for (var at = progress.events() + 1; at <= reached; ) {
          source.goOn();
          var rows = source.rows(at, reached);
          if (rows.isEmpty()) {
            throw new IOException("nothing is known of position " + at);
          }
          add(rows, to, joining::add);
          at = rows.getLast().position() + 1;
        }
        to.flush();
        if (!joining.isEmpty()) {
          joined(joining, touched, picture, rules);
        }
        return progress.at(reached, reached).by(rules.permissionsPrint());
      });
    }
    settle();
  }

  /// Events changed accounts, or who belongs to them, which is no touch of a tree.
  ///
  /// @param done trees that are looked at already
  private void joined(List<Event> events, Set<Long> done, Picture picture, Rules rules)
      throws SQLException {
    var accounts = new TreeSet<String>();
    var trees = new TreeSet<Long>();
    for (var event : events) {
      accounts.add(String.valueOf(event.account()));
      for (var who : FragmentKey.of(event).identifiers()) {
        var holder = picture.read(new Key.OfIdentifier(who));
        if (holder != null && !done.contains(holder.tree())) {
          trees.add(holder.tree());
        }
      }
    }
    try (var rows = new AccountRows(writer, rules)) {
      for (var id : accounts) {
        var account = picture.read(new Key.Account(id));
        if (account != null) {
          rows.add(account);
        }
      }
      rows.apply();
    }
    try (var people = new PeopleRows(writer, paths, rules, picture::read)) {
      for (var id : trees) {
        var tree = picture.read(new Key.Tree(id));
        if (tree != null) {
          people.gone(id);
          people.add(tree);
        }
      }
      people.apply(true);
    }
  }

  /// The trees of those whose use was restricted, or is so no more, since it last looked; none when
  /// anything else changed as well, and who is permitted for what is to be worked out anew.
  private Set<Long> restricted(Picture picture, Rules rules) {
    var trees = new TreeSet<Long>();
    if (by == null
        || !by.permissionsPrint().equals(progress.permissions())
        || !by.purposes().print().equals(rules.purposes().print())) {
      return trees;
    }
    for (var hash : by.restrictions().changed(rules.restrictions())) {
      var identifier = picture.read(new Key.OfProfile(hash));
      var holder = identifier == null ? null : picture.read(new Key.OfIdentifier(identifier));
      if (holder != null) {
        trees.add(holder.tree());
      }
    }
    return trees;
  }

  /// Works out anew who is permitted for what, since purposes changed.
  ///
  /// @param picture of state, not before what is followed; people touched since are done again
  private void permitted(Picture picture, Rules rules) throws SQLException, IOException {
    once(() -> {
      Model.run(writer, "DELETE FROM permitted");
      try (var rows = new PermittedRows(writer, rules, picture::read)) {
        var done = new long[1];
        picture.forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> {
              try {
                rows.add(tree);
                if (++done[0] % TREES_TOGETHER == 0) {
                  source.goOn();
                  rows.flush();
                  rows.apply();
                }
              } catch (SQLException e) {
                throw new Carried(e);
              }
            });
        rows.flush();
        rows.apply();
      } catch (Carried carried) {
        carried.rethrow();
      }
      return progress.by(rules.permissionsPrint());
    });
  }

  /// Whether what it says of people goes by other rules than those in force.
  boolean outdated() {
    var rules = source.rules();
    return !progress.permissions().equals(rules.permissionsPrint())
        || progress.active() != ActiveRows.wanted(rules);
  }

  /// Works out everybody's visits, or forgets them, since a computed trait asks for them or none
  /// does any more.
  ///
  /// @param picture of state, not before what is followed; people touched since are done again
  private void active(Picture picture, Rules rules) throws SQLException, IOException {
    var wanted = ActiveRows.wanted(rules);
    once(() -> {
      Model.run(writer, "DELETE FROM active");
      if (!wanted) {
        return progress.with(false);
      }
      try (var rows = new ActiveRows(writer, rules)) {
        var done = new long[1];
        picture.forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> {
              try {
                rows.add(tree);
                if (++done[0] % TREES_TOGETHER == 0) {
                  source.goOn();
                  rows.apply();
                }
              } catch (SQLException e) {
                throw new Carried(e);
              }
            });
        rows.apply();
      } catch (Carried carried) {
        carried.rethrow();
      }
      return progress.with(true);
    });
  }

  /// Writes people's events under their present people, once many are others'.
  private void settle() throws SQLException, IOException {
    if (Model.number(writer, "SELECT count(*) FROM moved") > MOST_MOVED) {
      once(() -> {
        Model.run(
            writer,
            "UPDATE event SET person = m.person FROM moved m WHERE event.fragment = m.fragment");
        Model.run(writer, "DELETE FROM moved");
        return progress;
      });
    }
  }

  long bytes() {
    return model.bytes();
  }

  /// Carries a failure out of a walk through state.
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Exception cause;

    Carried(Exception cause) {
      super(cause);
      this.cause = cause;
    }

    void rethrow() throws SQLException, IOException {
      switch (cause) {
        case SQLException sql -> throw sql;
        case IOException io -> throw io;
        default -> throw this;
      }
    }
  }
}
