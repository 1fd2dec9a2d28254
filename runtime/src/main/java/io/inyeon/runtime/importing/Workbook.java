package io.inyeon.runtime.importing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// An .xlsx workbook: which sheets it has, its texts, and which of its formats are dates. ECMA-376
/// part 1, §18 (SpreadsheetML), in a package by part 2.
///
/// A few packed kilobytes may become any number of bytes, so every part is read within bounds, and
/// what is held in memory is counted. What the file says of its own sizes proves nothing.
final class Workbook implements Closeable {
  private static final long LARGEST_PART = 32L << 20;
  private static final long LARGEST_SHEET = 8L << 30;
  private static final int MOST_PARTS = 10_000;
  private static final int MOST_SHEETS = 10_000;

  /// Strings of the file that are held as a whole, with what an object costs.
  private static final long MOST_TEXTS = 256L << 20;

  private static final int TEXT_OVERHEAD = 56;

  private final ZipFile zip;
  private final Map<String, String> sheets = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final DateFormats formats;
  private boolean since1904;

  private Workbook(ZipFile zip) throws IOException {
    this.zip = zip;
    if (zip.size() > MOST_PARTS) {
      throw Markup.tooLarge("it has more than " + MOST_PARTS + " parts");
    }
    var whole = relations("").values().stream().filter(each -> each.is("/officeDocument"));
    var path = whole.map(Relation::target).findFirst().orElse("xl/workbook.xml");
    var relations = relations(path);
    readSheets(path, relations);
    var texts = part(relations, "/sharedStrings");
    if (texts != null) {
      readTexts(texts);
    }
    var styles = part(relations, "/styles");
    formats = styles == null ? DateFormats.NONE : readFormats(styles);
  }

  /// Opens a file.
  ///
  /// @throws Unreadable `invalid_xlsx` or `xlsx_too_large`
  static Workbook open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new Unreadable("invalid_xlsx", "It is no workbook, or damaged: " + e.getMessage());
    }
    try {
      return new Workbook(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// What a part says of another.
  ///
  /// @param type the last words of a URI
  /// @param target its path in the package
  private record Relation(String type, String target) {
    boolean is(String end) {
      return type.endsWith(end);
    }
  }

  private static @Nullable String part(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(each -> each.is(type))
        .map(Relation::target)
        .findFirst()
        .orElse(null);
  }

  /// The relations of a part by their ids.
  ///
  /// @param path of the part; empty for the package
  private Map<String, Relation> relations(String path) throws IOException {
    var slash = path.lastIndexOf('/') + 1;
    var folder = path.substring(0, slash);
    var entry = zip.getEntry(folder + "_rels/" + path.substring(slash) + ".rels");
    var relations = new HashMap<String, Relation>();
    if (entry == null) {
      return relations;
    }
    try (var xml = markup(entry, LARGEST_PART)) {
      for (var begins = xml.next(); begins != null; begins = xml.next()) {
        var id = begins ? xml.attribute("Id") : null;
        var type = begins ? xml.attribute("Type") : null;
        var target = begins ? xml.attribute("Target") : null;
        if (id != null && type != null && target != null) {
          relations.put(id, new Relation(type, resolved(folder, target)));
        }
      }
    }
    return relations;
  }

  private static String resolved(String folder, String target) {
    var path = new ArrayDeque<String>();
    for (var step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  private void readSheets(String path, Map<String, Relation> relations) throws IOException {
    try (var xml = markup(required(path), LARGEST_PART)) {
      for (var begins = xml.next(); begins != null; begins = xml.next()) {
        if (begins && xml.is("workbookPr")) {
          var from = xml.attribute("date1904");
          since1904 = from != null && (from.equals("1") || from.equals("true"));
        } else if (begins && xml.is("sheet") && names.size() < MOST_SHEETS) {
          var name = xml.attribute("name");
          var id = xml.attribute("id");
          var relation = id == null ? null : relations.get(id);
          // Charts and macros are sheets, too, of another type.
          if (name != null && relation != null && relation.is("/worksheet")) {
            sheets.putIfAbsent(name, relation.target());
            names.add(name);
          }
        }
      }
    }
  }

  private void readTexts(String path) throws IOException {
    var most = Math.min(MOST_TEXTS, Runtime.getRuntime().maxMemory() / 4);
    var held = 0L;
    try (var xml = markup(required(path), MOST_TEXTS)) {
      for (var begins = xml.next(); begins != null; begins = xml.next()) {
        if (begins && xml.is("si")) {
          var text = richText(xml);
          texts.add(text);
          held += TEXT_OVERHEAD + 2L * text.length();
          if (held > most) {
            throw Markup.tooLarge("its texts");
          }
        }
      }
    }
  }

  /// The text of the element that begins here: the runs of it, without how to pronounce them.
  static String richText(Markup xml) throws IOException {
    var element = xml.name();
    StringBuilder text = null;
    String only = "";
    for (var begins = xml.next(); begins != null; begins = xml.next()) {
      if (begins && xml.is("t")) {
        var run = xml.text();
        if (text == null && only.isEmpty()) {
          only = run;
        } else {
          text = text == null ? new StringBuilder(only) : text;
          if (text.length() + run.length() > Markup.LONGEST_TEXT) {
            throw Markup.tooLarge("a text");
          }
          text.append(run);
        }
      } else if (begins && xml.is("rPh")) {
        var spoken = xml.text();
        if (spoken.length() > Markup.LONGEST_TEXT) {
          throw Markup.tooLarge("a text");
        }
      } else if (!begins && xml.is(element)) {
        break;
      }
    }
    return unescaped(text == null ? only : text.toString());
  }

  /// `_x000D_` stands for a character that XML cannot say (ECMA-376 part 1, §22.9.2.19).
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var code = escape(text, i);
      if (code < 0) {
        plain.append(text.charAt(i));
      } else {
        plain.append((char) code);
        i += ESCAPE - 1;
      }
    }
    return plain.toString();
  }

  private static final int ESCAPE = "_x000D_".length();

  private static int escape(String text, int at) {
    if (!text.startsWith("_x", at) || at + ESCAPE > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    var code = 0;
    for (var i = at + 2; i < at + 6; i++) {
      var digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private DateFormats readFormats(String path) throws IOException {
    try (var xml = markup(required(path), LARGEST_PART)) {
      return DateFormats.read(xml);
    }
  }

  private ZipEntry required(String path) throws Unreadable {
    var entry = zip.getEntry(path);
    if (entry == null) {
      throw new Unreadable("invalid_xlsx", "The workbook has no part " + path + ".");
    }
    return entry;
  }

  private Markup markup(ZipEntry entry, long most) throws IOException {
    try {
      return new Markup(entry.getName(), zip.getInputStream(entry), most);
    } catch (ZipException e) {
      throw new Unreadable("invalid_xlsx", entry.getName() + " is damaged: " + e.getMessage());
    }
  }

  /// A sheet to be read.
  ///
  /// @param size bytes that it says to have, unpacked; -1 when it does not say
  record Sheet(Markup xml, long size) {}

  /// Opens a sheet.
  ///
  /// @param name `null` for the first
  /// @throws Unreadable `no_sheet` when there is none of that name
  Sheet sheet(@Nullable String name) throws IOException {
    var wanted = name == null && !names.isEmpty() ? names.getFirst() : name;
    var path = wanted == null ? null : sheets.get(wanted);
    if (path == null) {
      throw new Unreadable(
          "no_sheet",
          name == null
              ? "The workbook has no sheet."
              : "The workbook has no sheet " + name + "; it has: " + String.join(", ", names));
    }
    var entry = required(path);
    if (entry.getSize() > LARGEST_SHEET) {
      throw Markup.tooLarge(path);
    }
    return new Sheet(markup(entry, LARGEST_SHEET), entry.getSize());
  }

  /// A text by its number; `null` when there is none.
  @Nullable String text(int number) {
    return number >= 0 && number < texts.size() ? texts.get(number) : null;
  }

  /// Which formats show a number as a date or a time of the day.
  DateFormats formats() {
    return formats;
  }

  /// Whether its days count from 1904 and not from 1900.
  boolean since1904() {
    return since1904;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
