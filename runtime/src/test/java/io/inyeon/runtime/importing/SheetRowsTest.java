package io.inyeon.runtime.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workbooks, whole, damaged and hostile. More damaged ones: `-Dfuzz.files=100000`.
class SheetRowsTest {
  private static final long FIRST = Long.getLong("fuzz.seed", 1);
  private static final long FILES = Long.getLong("fuzz.files", 600);
  private static final String HEAD = Workbooks.row(1, "name", "since", "points");

  @TempDir Path folder;

  private List<Line> read(Map<String, Workbooks.Part> parts) throws IOException {
    return read(Workbooks.write(folder.resolve("book.xlsx"), parts), FileForm.TOLD_BY_FILE);
  }

  private static List<Line> read(Path file, FileForm form) throws IOException {
    var lines = new ArrayList<Line>();
    try (var rows = RowSource.open(file, form)) {
      for (var line = rows.next(); line != null; line = rows.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void textsNumbersAndDatesAreReadAsTheSheetShowsThem() throws IOException {
    var texts =
        "<si><t>김하늘</t></si>"
            + "<si><r><t>이</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 바다</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>i</t></rPh></si>"
            + "<si><t>a_x000D_b_x005F_x000D_</t></si>";
    var rows =
        HEAD
            + "<row><c t=\"s\"><v>0</v></c><c"
            + " s=\"1\"><v>46082.395833333336</v></c><c><v>1.5E3</v></c></row><row r=\"9\"><c"
            + " r=\"A9\" t=\"s\"><v>1</v></c><c r=\"B9\" s=\"2\"><v>59</v></c><c"
            + " r=\"C9\"><f>1+1</f><v>2</v></c></row><row r=\"10\"><c r=\"A10\""
            + " t=\"s\"><v>2</v></c><c r=\"B10\" s=\"3\"><v>1.25</v></c></row><row r=\"11\"><c"
            + " r=\"A11\" t=\"s\"><v>7</v></c><c r=\"B11\" s=\"1\"><v>0.5</v></c></row><row"
            + " r=\"12\"><c r=\"C12\"><v>1e999999999</v></c></row><row r=\"13\"><c r=\"A13\""
            + " t=\"str\"><f>x</f><v>y</v></c><c r=\"B13\""
            + " t=\"d\"><v>2026-03-01T09:30:00Z</v></c><c r=\"C13\""
            + " s=\"1\"><v>99999999</v></c></row>";
    var lines = read(Workbooks.parts(rows, texts));
    assertThat(cells(lines, "name")).containsExactly("김하늘", "이 바다", "a\rb_x000D_", null, null, "y");
    assertThat(cells(lines, "since"))
        .containsExactly(
            "2026-03-01T09:30", "1900-02-28T00:00", "1.25", "12:00", null, "2026-03-01T09:30:00Z");
    assertThat(cells(lines, "points")).containsExactly("1.5E+3", "2", null, null, null, "99999999");
    assertThat(lines)
        .extracting(Line::fault)
        .containsExactly(
            null,
            null,
            null,
            new Violation("invalid_cell", "/A11", "7"),
            new Violation("invalid_cell", "/C12", "1e999999999"),
            null);
  }

  private static List<String> cells(List<Line> lines, String column) {
    var cells = new ArrayList<String>();
    for (var line : lines) {
      cells.add(
          switch (line.row().cells().get(column)) {
            case Value.Text(var text) -> text;
            case Value.Decimal(BigDecimal decimal) -> decimal.toString();
            case null, default -> null;
          });
    }
    return cells;
  }

  @Test
  void anotherSheetAndTheDaysOfAnOldMacintosh() throws IOException {
    var parts = Workbooks.parts(HEAD, "");
    parts.put(
        "xl/workbook.xml",
        to ->
            to.write(
                """
                <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="r">
                <x:workbookPr date1904="1"/><x:sheets><x:sheet name="Cover" sheetId="1" r:id="rId1"/>
                <x:sheet name="고객" sheetId="2" r:id="rId9"/></x:sheets></x:workbook>
                """
                    .getBytes(UTF_8)));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        to ->
            to.write(
                """
                <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="x/styles" Target="styles.xml"/>
                <Relationship Id="rId9" Type="x/worksheet" Target="/xl/worksheets/other.xml"/></Relationships>
                """
                    .getBytes(UTF_8)));
    parts.put(
        "xl/worksheets/other.xml",
        to ->
            to.write(
                Workbooks.sheet(Workbooks.row(1, "day") + "<row><c s=\"1\"><v>1</v></c></row>")
                    .getBytes(UTF_8)));
    var file = Workbooks.write(folder.resolve("two.xlsx"), parts);
    assertThat(read(file, FileForm.TOLD_BY_FILE)).isEmpty();
    assertThat(cells(read(file, named("고객")), "day")).containsExactly("1904-01-02T00:00");
    assertThatThrownBy(() -> read(file, named("Kunden")))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e -> {
              assertThat(e.code()).isEqualTo("no_sheet");
              assertThat(e.detail()).contains("Cover, 고객");
            });
  }

  private static FileForm named(String sheet) {
    return new FileForm(null, null, null, true, List.of(), 0, sheet, List.of());
  }

  @Test
  void howFarItIsCanBeSeenAllTheWay() throws IOException {
    var rows = new StringBuilder(HEAD);
    for (var i = 2; i < 30_000; i++) {
      rows.append(Workbooks.row(i, "n" + i, "2026", "x"));
    }
    var file = Workbooks.write(folder.resolve("long.xlsx"), Workbooks.parts(rows.toString(), ""));
    var seen = new ArrayList<Integer>();
    try (var source = RowSource.open(file, FileForm.TOLD_BY_FILE)) {
      for (var line = source.next(); line != null; line = source.next()) {
        if (line.row().number() % 3_000 == 0) {
          seen.add((int) (100 * source.readBytes() / Files.size(file)));
        }
      }
      assertThat(source.readBytes()).isEqualTo(Files.size(file));
    }
    assertThat(seen).hasSize(9).isSorted().doesNotHaveDuplicates();
    for (var i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i)).isBetween(10 * i + 5, 10 * i + 15);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "column",
        "row",
        "text",
        "tag",
        "depth",
        "attributes",
        "texts",
        "emptyTexts",
        "zeros",
        "entities",
        "richText"
      })
  void whatHasNoEndIsRefusedBeforeItFillsMemory(String what) throws IOException {
    var parts = Workbooks.parts(HEAD + "<row><c><v>1</v></c></row>", "<si><t>a</t></si>");
    var sheet = "xl/worksheets/sheet1.xml";
    var begin = Workbooks.sheet(HEAD + "@").split("@", 2);
    switch (what) {
      case "column" ->
          parts.put(sheet, of(begin[0] + "<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>" + begin[1]));
      case "row" ->
          parts.put(sheet, Workbooks.endless(begin[0] + "<row>", "<c><v>1</v></c>", 5_000_000, ""));
      case "text" ->
          parts.put(
              sheet,
              Workbooks.endless(begin[0] + "<row><c t=\"str\"><v>", "x<!-- -->", 50_000_000, ""));
      case "tag" ->
          parts.put(sheet, Workbooks.endless(begin[0] + "<row><c r=\"", "A", 300_000_000, ""));
      case "depth" -> parts.put(sheet, Workbooks.endless(begin[0], "<a>", 50_000_000, ""));
      case "attributes" ->
          parts.put(sheet, Workbooks.endless(begin[0] + "<row ", "a='1' ", 30_000_000, ""));
      case "texts" ->
          parts.put(
              "xl/sharedStrings.xml",
              Workbooks.endless("<sst>", "<si><t>abcdefgh</t></si>", 8_000_000, "</sst>"));
      case "emptyTexts" ->
          parts.put(
              "xl/sharedStrings.xml", Workbooks.endless("<sst>", "<si/>", 40_000_000, "</sst>"));
      case "zeros" -> parts.put("xl/styles.xml", Workbooks.endless("", "\u0000", 300_000_000, ""));
      case "entities" ->
          parts.put(
              sheet,
              of(
                  "<!DOCTYPE a [<!ENTITY b"
                      + " \"bbbbbbbb\">]><worksheet><sheetData><row><c><v>&b;</v>"));
      case "richText" ->
          parts.put(
              "xl/sharedStrings.xml",
              Workbooks.endless("<sst><si>", "<r><t>abcdefgh</t></r>", 20_000_000, ""));
      default -> throw new AssertionError(what);
    }
    assertThatThrownBy(() -> read(parts))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.code()).isIn("xlsx_too_large", "invalid_xlsx"));
  }

  private static Workbooks.Part of(String text) {
    return to -> to.write(text.getBytes(UTF_8));
  }

  /// Bytes of the file, and of what is packed in it.
  @Test
  void aDamagedWorkbookEndsInRowsOrInACode() throws IOException {
    var texts = "<si><t>김하늘</t></si><si><r><t>b</t></r><r><t>c</t></r></si>";
    var rows = new StringBuilder(HEAD);
    for (var i = 2; i < 40; i++) {
      rows.append(
          "<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>%d</v></c><c r=\"B%d\" s=\"1\"><v>46082.%d</v></c></row>"
              .formatted(i, i, i % 2, i, i));
    }
    var parts = Workbooks.parts(rows.toString(), texts);
    var whole = Files.readAllBytes(Workbooks.write(folder.resolve("whole.xlsx"), parts));
    var ends = new TreeMap<String, Integer>();
    for (var seed = FIRST; seed < FIRST + FILES; seed++) {
      var random = new SplittableRandom(seed);
      var file = folder.resolve("damaged.xlsx");
      if (random.nextBoolean()) {
        Files.write(file, damaged(whole, random));
      } else {
        var names = List.copyOf(parts.keySet());
        var name = names.get(random.nextInt(names.size()));
        var plain = new ByteArrayOutputStream();
        Objects.requireNonNull(parts.get(name)).write(plain);
        var other = new TreeMap<>(parts);
        other.put(name, to -> to.write(damaged(plain.toByteArray(), random)));
        Workbooks.write(file, other);
      }
      String end;
      try {
        var form =
            new FileForm(FileForm.Format.XLSX, null, null, true, List.of(), 0, null, List.of());
        end = read(file, form).size() > 30 ? "whole" : "less";
      } catch (Unreadable e) {
        end = e.code();
      } catch (IOException | RuntimeException e) {
        throw new AssertionError("-Dfuzz.seed=" + seed, e);
      }
      ends.merge(end, 1, Integer::sum);
    }
    assertThat(ends.keySet())
        .contains("whole", "invalid_xlsx")
        .isSubsetOf(
            "whole",
            "less",
            "invalid_xlsx",
            "xlsx_too_large",
            "no_sheet",
            "no_columns",
            "column_named_twice");
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    var damaged = bytes.clone();
    for (var i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length + 1))
        : damaged;
  }
}
