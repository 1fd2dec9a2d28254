package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Change.Put;
import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Estranged;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.core.unify.Survivorship;
import io.inyeon.core.unify.Tally;
import io.inyeon.core.unify.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyHandle;

/// What version 1 wrote under each kind of key must be read for ever. `-Dgolden.write=true` writes
/// the file anew, to be reviewed as a diff.
class StateGoldenTest {
  private static final Path FILE = Path.of("src/test/resources/golden/state-1.txt");
  private static final long AT = 1_790_000_000_000L;
  private static final Identifier USER = new Identifier("user_id", "u-7");
  private static final Identifier EMAIL = new Identifier("email", "kim@example.kr");
  private static final Identifier COOKIE =
      new Identifier("anonymous_id", "0b6f1c1e-5f0a-4c3e-9b1a-2f9a7d0c4e51");
  private static final Pair PAIR = new Pair(USER, EMAIL);
  private static final Stamp STAMP = new Stamp(2, AT, "message 1");

  @TempDir Path directory;

  private static List<Put<?>> samples() {
    var all = new ArrayList<>(first());
    all.addAll(GoldenSamples.all(rules()));
    return all;
  }

  private static List<Put<?>> first() {
    return List.of(
        new Put<>(new Key.Seen(3, "message 1"), new Seen(17, AT, true)),
        new Put<>(new Key.Seen(3, COOKIE.value()), new Seen(1L << 40, AT, false)),
        new Put<>(new Key.OfIdentifier(COOKIE), new Holder(300)),
        new Put<>(new Key.OfIdentifier(new Identifier("loyalty.card", "카드 9")), new Holder(1)),
        new Put<>(new Key.IdleLink(PAIR), STAMP),
        new Put<>(
            new Key.OfStewardLinks(PAIR),
            new StewardLinks(
                new TreeMap<>(Map.of("l1", new StewardLink("l1", PAIR, AT, "lee", "one person"))),
                STAMP)),
        new Put<>(new Key.Estranged(EMAIL, 2, 1), new Estranged(4, new TreeSet<>(List.of(COOKIE)))),
        new Put<>(
            new Key.OfCut("c1"),
            new Cut(
                "c1",
                new TreeSet<>(List.of(USER)),
                new TreeSet<>(List.of(EMAIL, COOKIE)),
                AT,
                "lee",
                "a shared tablet")),
        new Put<>(new Key.OfProfile(new ProfileId("abcdefghijklmnopqrstuvwxyz")), EMAIL),
        new Put<>(new Key.Account("acme"), SampleFragments.account()),
        new Put<>(
            new Key.Source(3),
            new Source(
                "src_3",
                3,
                "가게",
                SourceKind.SERVER,
                List.of("key a", "key b"),
                true,
                1,
                false,
                true,
                AT)),
        new Put<>(new Key.Outcomes(3), new OutcomeCounts(1000, 2, 3, 0)),
        new Put<>(new Key.Access("00ff"), new AccessKey("00ff", "automation", AT, false)),
        new Put<>(new Key.OfRules(), rules()),
        new Put<>(new Key.NextTree(), 301L),
        new Put<>(new Key.Tree(300), tree()));
  }

  private static RulesDocument rules() {
    return new RulesDocument(
        2,
        "00ff",
        "KR",
        "KRW",
        "Asia/Seoul",
        List.of(type("user_id", true, Normaliser.PLAIN), type("phone", false, Normaliser.PHONE)),
        type("custom", false, Normaliser.EMAIL),
        new TreeMap<>(Map.of("email", Survivorship.TRUSTED, "tags", Survivorship.UNION)),
        new TreeMap<>(
            Map.of(
                "USD",
                new TreeMap<>(Map.of(LocalDate.of(2026, 1, 2), new BigDecimal("1444.50"))))));
  }

  private static IdentifierType type(String name, boolean anchor, Normaliser normaliser) {
    return new IdentifierType(
        name,
        anchor ? 1 : 3,
        anchor,
        0,
        List.of("null", "guest"),
        List.of("^[0-]*$"),
        normaliser,
        20,
        1000,
        anchor ? List.of() : List.of(SourceKind.SERVER, SourceKind.IMPORT));
  }

  private static Tree tree() {
    var nodes = new TreeMap<Identifier, Node>();
    var tally = Tally.NONE.plus("email", 2, 1).plus("loyalty.card", 1, 300);
    nodes.put(USER, new Node(tally, new TreeMap<>(Map.of("c1", Cut.Side.LEFT))));
    nodes.put(EMAIL, Node.NEW);
    var leaving = new Pair(USER, COOKIE);
    return new Tree(
        300,
        nodes,
        Map.of(
            PAIR, new Link(PAIR, STAMP, true),
            leaving, new Link(leaving, new Stamp(1, AT, COOKIE.value()), false)),
        Map.of(
            new FragmentKey(List.of(USER, EMAIL), SourceKind.BROWSER), SampleFragments.shopper()));
  }

  @Test
  void everyKindOfKeyThatIsKeptHasASample() {
    var sampled = new HashSet<Class<?>>();
    samples().forEach(sample -> sampled.add(sample.key().getClass()));
    var kinds = new HashSet<>(List.of(Key.class.getPermittedSubclasses()));
    kinds.remove(Key.OfMentions.class); // read from the record
    assertThat(sampled).containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void version1IsWrittenAsEver() throws IOException {
    try (var state = RocksState.open(directory, RocksStateTest.SMALL)) {
      state.stage(List.copyOf(samples()));
      state.commit(5, "outbox".getBytes(StandardCharsets.UTF_8));
    }
    var text = text();
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE)).isEqualTo(text);
  }

  @Test
  void version1IsReadAsEver() throws IOException {
    try (var rocks = Rocks.open(directory, RocksStateTest.SMALL);
        var batch = new RowBatch(rocks)) {
      for (var line : Files.readAllLines(FILE)) {
        if (!line.startsWith("#")) {
          var parts = line.split(" ", -1);
          var key = HexFormat.of().parseHex(parts[1]);
          var value = HexFormat.of().parseHex(parts[2]);
          batch.putSmall(column(rocks, parts[0]), key, value);
        }
      }
      batch.write();
      rocks.flush();
    }
    try (var state = RocksState.open(directory, RocksStateTest.SMALL)) {
      assertThat(state.position()).isEqualTo(5);
      assertThat(state.counts()).isEqualTo(new StateCounts(1, 2, 1));
      for (var sample : samples()) {
        assertThat((Object) state.read(sample.key())).isEqualTo(sample.value());
      }
      var rows = new ArrayList<String>();
      state.outbox(0, (_, row) -> rows.add(new String(row, StandardCharsets.UTF_8)));
      assertThat(rows).containsExactly("outbox");
    }
  }

  private static ColumnFamilyHandle column(Rocks rocks, String name) {
    for (var column : Column.values()) {
      if (column.familyName().equals(name)) {
        return rocks.column(column);
      }
    }
    var period = Long.parseLong(name.substring("seen-at-".length()));
    var known = rocks.extra().get(period);
    return known == null ? rocks.makeExtra(period) : known;
  }

  /// All rows, each with a comment that shows what of them can be read.
  private String text() {
    var text = new StringBuilder("# column key value\n");
    try (var rocks = Rocks.open(directory, RocksStateTest.SMALL)) {
      for (var column : Column.values()) {
        rows(rocks, rocks.column(column), column.familyName(), text);
      }
      rocks.extra().forEach((period, column) -> rows(rocks, column, "seen-at-" + period, text));
    }
    return text.toString();
  }

  private static void rows(
      Rocks rocks, ColumnFamilyHandle column, String name, StringBuilder text) {
    try (var rows = rocks.rows(column)) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        text.append("# ").append(readable(rows.key())).append(" = ").append(readable(rows.value()));
        text.append('\n').append(name);
        text.append(' ').append(HexFormat.of().formatHex(rows.key()));
        text.append(' ').append(HexFormat.of().formatHex(rows.value())).append('\n');
      }
    }
  }

  private static String readable(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
  }
}
