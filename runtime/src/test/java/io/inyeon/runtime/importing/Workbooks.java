package io.inyeon.runtime.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small .xlsx workbooks, part by part.
public final class Workbooks {
  /// Writes a part.
  @FunctionalInterface
  public interface Part {
    void write(OutputStream to) throws IOException;
  }

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

  private Workbooks() {}

  private static Part text(String text) {
    return to -> to.write(text.getBytes(UTF_8));
  }

  /// A workbook with one sheet, People, texts, and the format 1 for dates.
  ///
  /// @param rows XML of its rows
  /// @param texts XML of its shared texts
  public static Map<String, Part> parts(String rows, String texts) {
    var parts = new LinkedHashMap<String, Part>();
    parts.put(
        "_rels/.rels",
        text(
            RELATIONS
                + "<Relationship Id=\"rId1\" Type=\""
                + TYPES
                + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"));
    parts.put(
        "xl/workbook.xml",
        text(
            "<workbook "
                + MAIN
                + " xmlns:r=\""
                + TYPES
                + "\"><workbookPr/><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "</sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        text(
            RELATIONS
                + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "styles", "styles.xml")
                + relation("rId3", "sharedStrings", "../xl/sharedStrings.xml")
                + "</Relationships>"));
    parts.put(
        "xl/styles.xml",
        text(
            "<styleSheet "
                + MAIN
                + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;년&quot;\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm&quot;d&quot;\"/></numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/>"
                + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"));
    parts.put("xl/sharedStrings.xml", text("<sst " + MAIN + ">" + texts + "</sst>"));
    parts.put("xl/worksheets/sheet1.xml", text(sheet(rows)));
    return parts;
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, TYPES, type, target);
  }

  /// A sheet of these rows.
  public static String sheet(String rows) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet "
        + MAIN
        + "><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  /// A row of texts that stand in their cells.
  public static String row(int number, String... texts) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (var i = 0; i < texts.length; i++) {
      row.append("<c r=\"")
          .append((char) ('A' + i))
          .append(number)
          .append("\" t=\"inlineStr\"><is><t>")
          .append(texts[i])
          .append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  /// Packs them.
  public static Path write(Path file, Map<String, Part> parts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  /// A part of so many times the same bytes, between others.
  public static Part endless(String before, String same, long times, String after) {
    return to -> {
      to.write(before.getBytes(UTF_8));
      var many = same.repeat(Math.max(1, (1 << 16) / same.length()));
      var bytes = many.getBytes(UTF_8);
      for (var left = times; left > 0; left -= many.length() / same.length()) {
        to.write(bytes);
      }
      to.write(after.getBytes(UTF_8));
    };
  }
}
