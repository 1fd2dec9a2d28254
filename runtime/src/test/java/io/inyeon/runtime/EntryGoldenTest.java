package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.AccessKey;
import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Channel;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.text.Names;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.store.Encoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What operators' entries of version 1 look like in log and archive must be read for ever.
/// `-Dgolden.write=true` writes the file anew, to be reviewed as a diff.
class EntryGoldenTest {
  private static final Path FILE = Path.of("src/test/resources/golden/entries-1.txt");
  private static final long AT = 1_760_000_000_000L;
  private static final Identifier KIM = new Identifier("user_id", "kim");
  private static final Identifier MAIL = new Identifier("email", "info@example.kr");
  private static final StewardLink LINK =
      new StewardLink("lnk_1", new Pair(KIM, MAIL), AT - 1, "lee", "they called");

  private static final Segment SEGMENT =
      new Segment(
          "seg_1",
          "산 사람",
          "summer",
          List.of("a"),
          Segment.Status.ACTIVE,
          2,
          false,
          new TreeMap<>(Map.of(77L, 19L)),
          new Condition.Consents("email"));

  private static List<Entry> samples() {
    return List.of(
        new Entry.SourceSaved(2, AT, "lee", Histories.source(1, SourceKind.IMPORT)),
        new Entry.RulesSaved(
            3, AT, "lee", DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"), "why"),
        new Entry.AccessGranted(4, AT, "lee", new AccessKey("0f".repeat(32), "ci", AT, false)),
        new Entry.AccessRevoked(5, AT, "lee", "0f".repeat(32)),
        new Entry.CutMade(
            6,
            AT,
            "lee",
            new Cut(
                "cut_1",
                new TreeSet<>(List.of(KIM)),
                new TreeSet<>(List.of(MAIL)),
                AT,
                "lee",
                "a family tablet")),
        new Entry.CutUndone(7, AT, "lee", "cut_1", "it was he"),
        new Entry.LinkMade(8, AT, "lee", LINK),
        new Entry.LinkUndone(9, AT, "lee", LINK, "it was not"),
        new Entry.ImportUndone(10, AT, "lee", 3, "imp_0199d4a1b2c3"),
        new Entry.ImportUndone(11, AT, "lee", 3, ""),
        new Entry.RulesApplied(17, AT, "lee", 2),
        new Entry.SegmentSaved(19, AT, "lee", SEGMENT, "to win them back"),
        new Entry.TimerFired(20, AT, AT - 1, KIM),
        new Entry.MembershipChanged(21, AT, fact(true)),
        new Entry.MembershipChanged(22, AT, fact(false)),
        new Entry.SegmentFilled(23, AT, "seg_1", 2),
        new Entry.Swept(24, AT, 19),
        new Entry.SynonymsSaved(
            30,
            AT,
            "lee",
            new Synonyms(1, List.of(new Names.Synonym("가전 매니아", Names.Kind.SEGMENT, "seg_1"))),
            "as they say"),
        new Entry.ComputedTraitSaved(
            31,
            AT,
            "lee",
            new ComputedTrait(
                new Heading("rfm", "RFM", "", List.of("vip"), Segment.Status.ACTIVE),
                2,
                false,
                new TreeMap<>(),
                new Formula.Rfm(
                    new Filter("Order Completed", List.of()),
                    FieldPath.of("revenue"),
                    new Window.Last(new Span(365, Span.Unit.DAYS)),
                    null),
                null),
            "for the season"),
        new Entry.ComputedTraitFilled(32, AT, "rfm", 2),
        new Entry.CutsMeasured(33, AT, "rfm", 2, CUTS),
        new Entry.PersonErased(
            34, AT, "lee", "ers_1", new ProfileId("0".repeat(26)), "asked by letter"),
        new Entry.ErasureKept(
            35,
            AT,
            new Erasure(
                "ers_1",
                new ProfileId("0".repeat(26)),
                34,
                AT,
                AT + 1,
                "lee",
                "asked by letter",
                List.of(new ProfileId("0".repeat(26)), new ProfileId("1".repeat(26))),
                1,
                7,
                List.of(new Erasure.Ghost(new ProfileId("2".repeat(26)), "email", 1, 2)),
                AT - 9,
                AT + 1),
            List.of(new Entry.ErasureKept.Past(0, 21, 3))),
        new Entry.ErasuresScrubbed(36, AT, List.of("ers_1", "ers_2")),
        new Entry.RightsSaved(
            37,
            AT,
            "lee",
            "request",
            "req_1",
            new Value.Fields(Map.of("kind", new Value.Text("access")))),
        new Entry.RightsSaved(38, AT, "lee", "request", "req_1", null),
        new Entry.PurposesSaved(38, AT, "lee", List.of(PURPOSE), "for the lawyers"),
        new Entry.PlanSaved(
            42,
            AT,
            "lee",
            new Plan("shop", 2, new Value.Fields(Map.of("name", new Value.Text("가게")))),
            "prices"),
        new Entry.TransformationsSaved(
            43,
            AT,
            "lee",
            new Transformations(
                3, new Value.Fields(Map.of("transformations", new Value.Items(List.of())))),
            "prices"),
        new Entry.QualityAlerted(
            43,
            AT,
            "0199f0e1c00-7-began",
            new Value.Fields(Map.of("what", new Value.Text("began")))),
        new Entry.RepairNoted(
            44,
            AT,
            "lee",
            new Repair(
                "rep_1", Repair.Kind.RELEASE, "qg_1", 40, "lee", "prices", AT, 7, AT + 1, 6)),
        new Entry.QuarantineDropped(45, AT, "rep_2", 3, "qg_1", List.of(12L, 900L)));
  }

  private static final Purpose PURPOSE =
      new Purpose(
          "newsletter",
          2,
          new TreeMap<>(Map.of("ko", "소식지")),
          new TreeMap<>(Map.of("ko", "소식지를 받아 보시겠어요?")),
          new TreeMap<>(Map.of("ko", "고객센터")),
          LegalBasis.LEGITIMATE_INTEREST,
          List.of("A partner"),
          365,
          730,
          14,
          true,
          Channel.EMAIL,
          List.of("C0004"),
          true);

  private static final Cuts CUTS =
      new Cuts(numbers(7, 30, 90, 180), numbers(1, 2, 3, 5), numbers(10, 20, 30, 40), 12, AT);

  private static List<BigDecimal> numbers(int... numbers) {
    return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
  }

  private static Fact fact(boolean entered) {
    return new Fact(
        18,
        1,
        entered,
        "seg_1",
        2,
        KIM,
        AT,
        new Value.Fields(Map.of("cause", new Value.Text("event"))));
  }

  private static String name(Entry entry) {
    return Kind.of(entry).code() + "." + entry.position();
  }

  @Test
  void version1IsWrittenAsEver() throws IOException {
    var text = new StringBuilder("# kind.position bytes\n");
    for (var entry : samples()) {
      var bytes = EntryCodec.encode(entry, new Encoder());
      var readable = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
      text.append("# ").append(readable).append('\n');
      text.append(name(entry)).append(' ');
      text.append(HexFormat.of().formatHex(bytes)).append('\n');
    }
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE)).isEqualTo(text.toString());
  }

  @Test
  void version1IsReadAsEver() throws IOException {
    var lines = new TreeMap<String, byte[]>();
    for (var line : Files.readAllLines(FILE)) {
      if (!line.startsWith("#")) {
        var parts = line.split(" ", -1);
        lines.put(parts[0], HexFormat.of().parseHex(parts[1]));
      }
    }
    for (var entry : samples()) {
      var bytes = Objects.requireNonNull(lines.remove(name(entry)));
      assertThat(EntryCodec.decode(entry.position(), Kind.of(entry), bytes)).isEqualTo(entry);
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void everyKindOfAnOperatorHasASample() {
    var kinds = samples().stream().map(Kind::of).toList();
    assertThat(Arrays.stream(Kind.values()).filter(kind -> !kinds.contains(kind)))
        .containsExactly(Kind.EVENT, Kind.BLANK, Kind.LOST);
  }
}
