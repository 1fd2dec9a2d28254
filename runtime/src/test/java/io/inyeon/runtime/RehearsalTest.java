package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Retelling;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.core.unify.Stewards;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rehearsal, company by company on all cores, beside the same worked out in one piece.
class RehearsalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  private static final class Listening implements Rebuild.Watcher {
    private final List<Regrouping.Change> changes = new ArrayList<>();

    @Override
    public void phase(String phase) {}

    @Override
    public void progress(long done, long total) {
      assertThat(done).isLessThanOrEqualTo(total);
    }

    @Override
    public void change(Regrouping.Change change) {
      changes.add(change);
    }
  }

  /// All trees retold into one memory: the definition.
  private static Regrouping.Total inOnePiece(
      Picture before, Rules inForce, Rules other, List<Regrouping.Change> changes) {
    var after = new PeopleInMemory(before.position());
    before.outlines((Tree tree) ->
        tree.fragments()
            .forEach(
                (key, fragment) -> after.make(Retelling.of(key, fragment.best(), after, other))));
    before.forEach(
        Key.OfCut.class,
        (Key<Cut> _, Cut cut) -> after.make(Stewards.cutMade(cut, after, other).changes()));
    before.forEach(
        Key.OfStewardLinks.class,
        (Key<StewardLinks> _, StewardLinks said) ->
            said.byId()
                .values()
                .forEach(link -> after.make(Stewards.linkMade(link, after, other).changes())));
    return new Regrouping(before, inForce, after, other, new AtomicBoolean())
        .compare(changes::add, _ -> {});
  }

  @Test
  void companyByCompanyItFindsWhatItFindsInOnePiece() throws Exception {
    var phones = new NumberingPlans();
    var patterns = new LinearPatterns();
    var found = 0;
    for (var seed = 1; seed <= 6; seed++) {
      try (var workspace =
          Workspace.open(folder.resolve("w" + seed), RebuildTest.config(folder), CLOCK)) {
        fill(workspace, new SplittableRandom(seed));
        RulesDocument inForce = workspace.rules().document();
        var other = RebuildTest.stricter(inForce);
        // There and back: what is blocked or shared by the one is not by the other.
        for (var rules : List.of(other, inForce)) {
          try (var picture = workspace.state().picture()) {
            var watcher = new Listening();
            var report =
                new Rehearsal(
                        picture, inForce, rules, phones, patterns, watcher, new AtomicBoolean())
                    .run();
            var changes = new ArrayList<Regrouping.Change>();
            var whole =
                inOnePiece(
                    picture,
                    Rules.of(inForce, phones, patterns),
                    Rules.of(rules, phones, patterns),
                    changes);
            assertThat(report.people()).isEqualTo(whole);
            assertThat(new HashSet<>(watcher.changes)).isEqualTo(new HashSet<>(changes));
            assertThat(watcher.changes).hasSameSizeAs(changes);
            found += changes.size();
          }
          if (rules.version() == other.version()) {
            workspace.enter(new Entry.RulesSaved(0, Histories.NOW, "t", other, "next"));
            workspace.tasks().applyWhatIsSaved("t");
            workspace.tasks().await();
            inForce = workspace.rules().document();
          }
        }
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  /// An event that names two or three of very many.
  private static Collected sparse(SplittableRandom random, int number) {
    var json = new StringBuilder("{\"type\":\"identify\",\"messageId\":\"s").append(number);
    json.append("\",\"anonymousId\":\"k").append(random.nextInt(40)).append('"');
    if (random.nextBoolean()) {
      json.append(",\"userId\":\"v").append(random.nextInt(30)).append('"');
    }
    json.append(",\"traits\":{\"email\":\"q").append(random.nextInt(30));
    var bytes = json.append("@example.com\"}}").toString().getBytes(StandardCharsets.UTF_8);
    var source = 1 + random.nextInt(3);
    return new Collected(
        new Envelope(
            source, Histories.NOW, null, "s" + number, null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  /// Many small companies and a large one: cookies and tablets in between, and stewards who speak
  /// of people whom nobody has named.
  private static void fill(Workspace workspace, SplittableRandom random) throws Exception {
    var kinds = List.of(SourceKind.SERVER, SourceKind.BROWSER, SourceKind.IMPORT);
    for (var i = 0; i < kinds.size(); i++) {
      workspace.enter(
          new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(i + 1, kinds.get(i))));
    }
    workspace.take(Histories.events(random, 40), true);
    for (var i = 0; i < 60; i++) {
      workspace.take(List.of(sparse(random, i)), true);
    }
    for (var i = 0; i < 6; i++) {
      var cookie = new Identifier("anonymous_id", "c" + random.nextInt(9));
      var mail =
          new Identifier(
              "email", (random.nextBoolean() ? "p" : "q") + random.nextInt(12) + "@example.com");
      if (random.nextBoolean()) {
        workspace.enter(
            new Entry.CutMade(
                0,
                Histories.NOW,
                "t",
                new Cut(
                    "cut_" + i,
                    new TreeSet<>(List.of(cookie)),
                    new TreeSet<>(List.of(mail)),
                    Histories.NOW,
                    "t",
                    "")));
      } else {
        workspace.enter(
            new Entry.LinkMade(
                0,
                Histories.NOW,
                "t",
                new StewardLink("lnk_" + i, new Pair(mail, cookie), Histories.NOW + i, "t", "")));
      }
    }
  }
}
