package io.inyeon.runtime;

import io.inyeon.core.Decision;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Explain;
import io.inyeon.core.unify.Explanation;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Preview;
import io.inyeon.core.unify.Relation;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.runtime.http.Asked;
import io.inyeon.runtime.http.IdentityDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.store.State;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stewards' questions and decisions. A decision is an entry in the log like any other; a preview
/// asks the core the same and makes nothing of it true.
final class Stewardship implements IdentityDesk {
  /// Makes entries of one kind durable and waits until they are decided.
  @FunctionalInterface
  interface Entering {
    /// Returns the position of the last.
    long enter(List<? extends Entry> entries) throws Intake.Unavailable;
  }

  /// Entries that go into one commit.
  private static final int TOGETHER = 500;

  private final State state;
  private final StableReads.Rereading record;
  private final Commits commits;
  private final Supplier<Rules> rules;
  private final InstantSource clock;
  private final Entering entering;

  Stewardship(
      State state,
      StableReads.Rereading record,
      Commits commits,
      Supplier<Rules> rules,
      InstantSource clock,
      Entering entering) {
    this.state = state;
    this.record = record;
    this.commits = commits;
    this.rules = rules;
    this.clock = clock;
    this.entering = entering;
  }

  // ---- questions

  @Override
  public @Nullable Told<Explanation> explain(Who who) throws Intake.Unavailable {
    return told((before, rules) -> {
      var identifier = identifier(who, before, rules);
      return identifier == null ? null : Explain.profile(identifier, before, rules);
    });
  }

  @Override
  public @Nullable Told<Relation> explain(Who a, Who b) throws Intake.Unavailable {
    return told((before, rules) -> {
      var one = identifier(a, before, rules);
      var other = identifier(b, before, rules);
      return one == null || other == null ? null : Explain.between(one, other, before, rules);
    });
  }

  private interface Question<T> {
    @Nullable T ask(Snapshot before, Rules rules);
  }

  private <T> @Nullable Told<T> told(Question<T> question) throws Intake.Unavailable {
    var answer =
        StableReads.of(
            state,
            record,
            commits,
            before -> Optional.ofNullable(question.ask(before, rules.get())));
    return answer.what().map(what -> new Told<>(what, answer.position())).orElse(null);
  }

  private static @Nullable Identifier identifier(Who who, Snapshot before, Rules rules) {
    return switch (who) {
      case Who.Id(var id) -> before.get(new Key.OfProfile(id));
      case Who.Named(var type, var value) ->
          type.isEmpty() ? null : rules.types().normalise(type, value);
    };
  }

  @Override
  public Shown preview(Asked asked) throws Intake.Unavailable {
    var answer =
        StableReads.<Shown>of(
            state,
            record,
            commits,
            before -> {
              var rules = this.rules.get();
              return switch (Petition.of(asked, before, rules, "preview", clock.millis(), "")) {
                case Petition.Unfit(var why) -> new Shown.Not(why);
                case Petition.Fit(var entry, var named) ->
                    new Shown.Foreseen(preview(entry, named, before, rules), 0);
              };
            });
    return answer.what() instanceof Shown.Foreseen(var preview, _)
        ? new Shown.Foreseen(preview, answer.position())
        : answer.what();
  }

  private static Preview preview(
      Entry entry, SortedSet<Identifier> named, Snapshot before, Rules rules) {
    return switch (Pipeline.decide(entry, before, rules)) {
      case Decision.Decided decided -> Preview.of(named, decided, before, rules);
      case Decision.Needs(var keys) ->
          throw new AssertionError("all of state is there, and " + keys + " are asked for");
    };
  }

  @Override
  public Shown.@Nullable Foreseen previewUndo(String id) throws Intake.Unavailable {
    var link = link(id);
    var answer =
        StableReads.of(
            state,
            record,
            commits,
            before -> {
              var cut = before.get(new Key.OfCut(id));
              var named = new TreeSet<Identifier>();
              if (cut != null) {
                named.addAll(cut.left());
                named.addAll(cut.right());
                return Optional.of(
                    preview(new Entry.CutUndone(0, 0, "", id, ""), named, before, rules.get()));
              }
              if (link == null) {
                return Optional.<Preview>empty();
              }
              named.add(link.pair().stronger());
              named.add(link.pair().weaker());
              return Optional.of(
                  preview(new Entry.LinkUndone(0, 0, "", link, ""), named, before, rules.get()));
            });
    return answer
        .what()
        .map(preview -> new Shown.Foreseen(preview, answer.position()))
        .orElse(null);
  }

  @Override
  public List<Cut> cuts() {
    var all = new ArrayList<Cut>();
    state.forEach(Key.OfCut.class, (Key<Cut> _, Cut cut) -> all.add(cut));
    all.sort(Comparator.comparing(Cut::id).reversed());
    return all;
  }

  @Override
  public List<StewardLink> links() {
    var all = new ArrayList<StewardLink>();
    state.forEach(
        Key.OfStewardLinks.class,
        (Key<StewardLinks> _, StewardLinks links) -> all.addAll(links.byId().values()));
    all.sort(Comparator.comparing(StewardLink::id).reversed());
    return all;
  }

  private @Nullable StewardLink link(String id) {
    return links().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  // ---- decisions

  @Override
  public synchronized @Nullable Long undoCut(String id, String reason, String author)
      throws Intake.Unavailable {
    return state.read(new Key.OfCut(id)) == null
        ? null
        : entering.enter(List.of(new Entry.CutUndone(0, clock.millis(), author, id, reason)));
  }

  @Override
  public synchronized @Nullable Long undoLink(String id, String reason, String author)
      throws Intake.Unavailable {
    var link = link(id);
    return link == null
        ? null
        : entering.enter(List.of(new Entry.LinkUndone(0, clock.millis(), author, link, reason)));
  }

  @Override
  public synchronized List<Result> decide(List<Asked> asked, boolean dry, String author) {
    return new Sitting(asked.size(), dry, author).decide(asked);
  }

  /// The two sides of a cut, whichever is called left.
  private record Sides(SortedSet<Identifier> one, SortedSet<Identifier> other) {
    static Sides of(Cut cut) {
      return cut.left().first().compareTo(cut.right().first()) < 0
          ? new Sides(cut.left(), cut.right())
          : new Sides(cut.right(), cut.left());
    }
  }

  /// Some decisions in a row. Entries of one kind wait for each other, so that a file of thousands
  /// costs few forces of the log.
  private final class Sitting {
    private final boolean dry;
    private final String author;
    private final Result[] results;
    private final List<Entry> waiting = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Map<Sides, String> cuts = new HashMap<>();
    private final Map<Pair, String> links = new HashMap<>();
    private Result.@Nullable NotDone failed;

    Sitting(int size, boolean dry, String author) {
      results = new Result[size];
      this.dry = dry;
      this.author = author;
      cuts().forEach(cut -> cuts.put(Sides.of(cut), cut.id()));
      links().forEach(link -> links.put(link.pair(), link.id()));
    }

    List<Result> decide(List<Asked> asked) {
      for (var i = 0; i < asked.size(); i++) {
        if (asked.get(i) instanceof Asked.Unmerge) {
          // Whom the profile holds depends on what was decided before.
          enter();
        }
        take(i, asked.get(i));
        if (waiting.size() >= TOGETHER) {
          enter();
        }
      }
      enter();
      return List.of(results);
    }

    private void take(int place, Asked asked) {
      var broken = failed;
      if (broken != null) {
        results[place] = broken;
        return;
      }
      try {
        var now = clock.millis();
        var petition =
            StableReads.of(
                state,
                record,
                commits,
                before -> Petition.of(asked, before, rules.get(), newId(asked, now), now, author));
        switch (petition.what()) {
          case Petition.Unfit(var why) -> results[place] = why;
          case Petition.Fit(var entry, _) -> take(place, entry);
        }
      } catch (Intake.Unavailable e) {
        results[place] = new Result.NotDone(e.code(), e.retryAfterSeconds());
      }
    }

    private void take(int place, Entry entry) {
      var known = known(entry);
      if (known != null) {
        // It may be one of those that wait, and only now is it sure to be made.
        enter();
        var broken = failed;
        results[place] = broken == null ? new Result.Exists(known) : broken;
      } else if (dry) {
        results[place] = new Result.Valid();
      } else {
        if (!waiting.isEmpty() && waiting.getFirst().getClass() != entry.getClass()) {
          enter();
        }
        waiting.add(entry);
        places.add(place);
      }
    }

    /// The id of one that says the same; of one that is new `null`, and it is known from now on.
    private @Nullable String known(Entry entry) {
      return switch (entry) {
        case Entry.CutMade(_, _, _, var cut) -> cuts.putIfAbsent(Sides.of(cut), cut.id());
        case Entry.LinkMade(_, _, _, var link) -> links.putIfAbsent(link.pair(), link.id());
        default -> throw new IllegalStateException("no decision of a steward: " + entry);
      };
    }

    private void enter() {
      if (waiting.isEmpty()) {
        return;
      }
      var broken = failed;
      var first = 0L;
      if (broken == null) {
        try {
          first = entering.enter(waiting) - waiting.size() + 1;
        } catch (Intake.Unavailable e) {
          broken = new Result.NotDone(e.code(), e.retryAfterSeconds());
          failed = broken;
        }
      }
      for (var i = 0; i < waiting.size(); i++) {
        results[places.get(i)] = broken == null ? made(waiting.get(i), first + i) : broken;
      }
      waiting.clear();
      places.clear();
    }

    private static Result made(Entry entry, long position) {
      return switch (entry) {
        case Entry.CutMade(_, _, _, var cut) -> new Result.CutMade(cut, position);
        case Entry.LinkMade(_, _, _, var link) -> new Result.LinkMade(link, position);
        default -> throw new IllegalStateException("no decision of a steward: " + entry);
      };
    }
  }

  /// An id by which decisions sort in the order of their making.
  private static String newId(Asked asked, long now) {
    var prefix = asked instanceof Asked.Together ? "link_" : "cut_";
    return prefix + "%012x".formatted(now) + Secrets.hex(4);
  }
}
