package io.inyeon.runtime.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSourceTest {
  @TempDir Path folder;

  @Test
  void aCsvIsReadWithItsQuotesAndLineEnds() throws IOException {
    var lines =
        read(
            "\ufeffname,note\r\n\"Kim, Ji\",\"said \"\"hi\"\"\nand left\"\r\n\r\nLee,\nPark,x",
            FileForm.TOLD_BY_FILE);
    assertThat(cells(lines))
        .containsExactly(
            Map.of("name", "Kim, Ji", "note", "said \"hi\"\nand left"),
            Map.of("name", "Lee", "note", ""),
            Map.of("name", "Park", "note", "x"));
    assertThat(lines).extracting(line -> line.row().number()).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(Line::fault).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFoundOut(String delimiter) throws IOException {
    var text = "a%sb\n1,5%sx;y|z\n2,5%sq\n".replace("%s", delimiter);
    var quoted =
        text.replace("1,5", "\"1,5\"").replace("2,5", "\"2,5\"").replace("x;y|z", "\"x;y|z\"");
    assertThat(cells(read(quoted, FileForm.TOLD_BY_FILE)))
        .containsExactly(Map.of("a", "1,5", "b", "x;y|z"), Map.of("a", "2,5", "b", "q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "x-windows-949", "UTF-16LE", "UTF-16BE"})
  void theEncodingIsFoundOut(String encoding) throws IOException {
    var text = "이름,도시\n" + "김하늘,서울\n".repeat(20_000) + "똠방각하,펲시\n";
    var file = folder.resolve("file");
    Files.write(file, text.getBytes(Charset.forName(encoding)));
    var lines = read(file, FileForm.TOLD_BY_FILE);
    assertThat(lines).hasSize(20_001);
    assertThat(cells(lines).getLast()).isEqualTo(Map.of("이름", "똠방각하", "도시", "펲시"));
  }

  @Test
  void aTextOfAnotherEncodingIsNotGuessedAt() throws IOException {
    var file = folder.resolve("file");
    Files.write(file, "name\nM\u00fcller\n\u00ff\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(file, FileForm.TOLD_BY_FILE))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.code()).isEqualTo("unknown_encoding"));
    var named = new FileForm(null, "iso-8859-1", null, true, List.of(), 0, null, List.of());
    assertThat(cells(read(file, named)).getFirst()).isEqualTo(Map.of("name", "Müller"));
  }

  @Test
  void aLineWithTooFewOrTooManyFieldsIsAFaultOfItsOwn() throws IOException {
    var lines = read("a,b\n1\n1,2,3\n1,2\n\"1,2\n", FileForm.TOLD_BY_FILE);
    assertThat(lines)
        .extracting(line -> line.fault() == null ? "" : line.fault().code())
        .containsExactly("too_few_fields", "too_many_fields", "", "unclosed_quote");
  }

  @Test
  void twoColumnsOfOneNameMustBeToldApart() {
    assertThatThrownBy(() -> read("a,a\n1,2\n", FileForm.TOLD_BY_FILE))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.code()).isEqualTo("column_named_twice"));
  }

  @Test
  void aFileWithoutHeaderGetsItsNamesFromTheMap() throws IOException {
    var form = new FileForm(null, null, null, false, List.of("x", "y"), 1, null, List.of());
    assertThat(cells(read("a title\n1,2\n3,4\n", form)))
        .containsExactly(Map.of("x", "1", "y", "2"), Map.of("x", "3", "y", "4"));
  }

  @Test
  void jsonLinesMayBePackedAndBrokenLinesAreFaultsOfTheirOwn() throws IOException {
    var file = folder.resolve("file");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "{\"a\":1,\"b\":{\"c\":\"x\"}}\n\n{\"a\":\n[1]\n{\"a\":2}"
              .getBytes(StandardCharsets.UTF_8));
    }
    var lines = read(file, FileForm.TOLD_BY_FILE);
    assertThat(lines)
        .extracting(line -> line.fault() == null ? "" : line.fault().code())
        .containsExactly("", "invalid_json", "not_an_object", "");
    assertThat(lines.getFirst().row().cells().fields("b").text("c")).isEqualTo("x");
  }

  @Test
  void aParquetFileIsReadWithItsNestedValues() throws IOException, SQLException {
    var file = folder.resolve("it's.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT i AS id, '김' AS t, 12345678901234567890.50::DECIMAL(30,2) AS amount,
            TIMESTAMP '2026-03-01 09:30:00' AS at, TIMESTAMPTZ '2026-03-01 09:30:00+09' AS zoned,
            {'x': [1, 2]} AS nested, '{"k":"v"}' AS doc, NULL::VARCHAR AS nothing
            FROM range(3000) r(i)) TO '%s' (FORMAT parquet)
          """
              .formatted(file.toString().replace("'", "''")));
    }
    var lines =
        read(file, new FileForm(null, null, null, true, List.of(), 0, null, List.of("doc")));
    assertThat(lines).hasSize(3_000);
    var last = lines.getLast().row().cells();
    assertThat(last.get("id")).isEqualTo(new Value.Decimal(BigDecimal.valueOf(2_999)));
    assertThat(last.text("t")).isEqualTo("김");
    assertThat(last.get("amount"))
        .isEqualTo(new Value.Decimal(new BigDecimal("12345678901234567890.50")));
    assertThat(last.text("at")).isEqualTo("2026-03-01T09:30");
    assertThat(last.get("zoned")).isEqualTo(new Value.Time(Instant.parse("2026-03-01T00:30:00Z")));
    assertThat(last.fields("nested").get("x")).isInstanceOf(Value.Items.class);
    assertThat(last.fields("doc").text("k")).isEqualTo("v");
    assertThat(last.get("nothing")).isNull();
  }

  @Test
  void aWorkbookIsReadWithItsDatesAndGaps() throws IOException {
    var file = workbook();
    var lines = read(file, FileForm.TOLD_BY_FILE);
    assertThat(lines).hasSize(2);
    var first = lines.getFirst().row().cells();
    assertThat(first.text("name")).isEqualTo("김하늘");
    assertThat(first.text("since")).isEqualTo("2026-03-01T09:30");
    assertThat(first.get("points")).isEqualTo(new Value.Decimal(new BigDecimal("46082.5")));
    assertThat(first.get("member")).isEqualTo(new Value.Truth(true));
    assertThat(lines.getLast().row().cells().get("points")).isNull();
    assertThat(lines.getLast().fault()).isEqualTo(new Violation("error_in_cell", "/D5", "#N/A"));
  }

  @Test
  void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
    var file = folder.resolve("file");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    assertThatThrownBy(() -> read(file, FileForm.TOLD_BY_FILE)).isInstanceOf(IOException.class);
  }

  /// The smallest workbook with a header, dates by style, a gap, a truth and an error.
  private Path workbook() throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
          """);
      part(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
          """);
      part(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
          <sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>
          """);
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
          """);
      part(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
          <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>
          """);
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          """
          <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
          <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>since</t></is></c>\
          <c r="C1" t="inlineStr"><is><t>points</t></is></c><c r="D1" t="inlineStr"><is><t>member</t></is></c></row>\
          <row r="2"><c r="A2" t="inlineStr"><is><t>김하늘</t></is></c><c r="B2" s="1"><v>46082.395833333336</v></c>\
          <c r="C2"><v>46082.5</v></c><c r="D2" t="b"><v>1</v></c></row>\
          <row r="5"><c r="A5" t="inlineStr"><is><t>이바다</t></is></c><c r="D5" t="e"><v>#N/A</v></c></row>\
          </sheetData></worksheet>
          """);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml.strip())
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private List<Line> read(String text, FileForm form) throws IOException {
    var file = folder.resolve("file");
    Files.writeString(file, text);
    return read(file, form);
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

  private static List<Map<String, String>> cells(List<Line> lines) {
    var all = new ArrayList<Map<String, String>>();
    for (var line : lines) {
      var cells = new java.util.TreeMap<String, String>();
      line.row()
          .cells()
          .values()
          .forEach((name, value) -> cells.put(name, ((Value.Text) value).value()));
      all.add(cells);
    }
    return all;
  }
}
