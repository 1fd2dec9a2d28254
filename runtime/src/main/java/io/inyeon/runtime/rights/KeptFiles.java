package io.inyeon.runtime.rights;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.ImportJob;
import io.inyeon.runtime.importing.StagedFile;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What imports and tasks keep in files: an import's own file, the rows of it that were rejected
/// and those that were shown, reports of tasks and their lists.
///
/// Of an import that is over nobody needs the file any more, so one that holds the person is
/// deleted whole; the same with reports of tasks. Rejected rows are what an operator still has to
/// repair, so only the person's are taken out.
final class KeptFiles {
  private static final int MOST_IN_MEMORY = 1 << 20;

  private final Path folder;
  private final ImportDesk imports;

  /// @param folder the workspace's
  KeptFiles(Path folder, ImportDesk imports) {
    this.folder = folder;
    this.imports = imports;
  }

  /// Imports that hold somebody: whose events came by them, or whose values stand in their files.
  ///
  /// @param came the imports that some of the person's events came by
  SortedSet<String> imports(
      Collection<Identifier> people, IdentifierTypes types, Collection<String> came)
      throws IOException {
    var naming = new Naming(people, types);
    var found = new TreeSet<String>();
    for (var job : imports.imports()) {
      var at = folder.resolve("imports").resolve(job.id());
      var staged = StagedFile.in(at);
      if ((came.contains(job.id()) && staged.exists())
          || (staged.exists() && holds(staged::open, naming))
          || holds(at.resolve("preview.json"), naming)
          || holds(at.resolve("rejected.jsonl"), naming)) {
        found.add(job.id());
      }
    }
    return found;
  }

  /// Clears one import of somebody.
  ///
  /// @throws IOException also when it is not over yet: it is cleared when it is
  void clear(String id, Collection<Identifier> people, IdentifierTypes types) throws IOException {
    var job = job(id);
    if (job != null && !job.state().over()) {
      throw new IOException("import " + id + " is not over; its file is deleted when it is");
    }
    var naming = new Naming(people, types);
    var at = folder.resolve("imports").resolve(id);
    StagedFile.in(at).delete();
    Files.deleteIfExists(at.resolve("occurrences.tmp"));
    if (holds(at.resolve("preview.json"), naming)) {
      Files.delete(at.resolve("preview.json"));
    }
    withoutLines(at.resolve("rejected.jsonl"), line -> naming.in(line) || naming.inBytes(line));
  }

  /// Deletes the files of all imports that are over, which nobody needs any more.
  void forgetOver() throws IOException {
    for (var job : imports.imports()) {
      if (job.state().over()) {
        var at = folder.resolve("imports").resolve(job.id());
        StagedFile.in(at).delete();
        for (var name : List.of("occurrences.tmp", "preview.json")) {
          Files.deleteIfExists(at.resolve(name));
        }
      }
    }
  }

  private @Nullable ImportJob job(String id) {
    return imports.imports().stream().filter(each -> each.id().equals(id)).findAny().orElse(null);
  }

  /// Records of tasks, and their lists, that name somebody.
  List<Path> tasks(Collection<Identifier> people, IdentifierTypes types) throws IOException {
    var naming = new Naming(people, types);
    var found = new ArrayList<Path>();
    var tasks = folder.resolve("tasks");
    if (Files.isDirectory(tasks)) {
      try (var files = Files.newDirectoryStream(tasks)) {
        for (var file : files) {
          if (Files.isRegularFile(file) && namesInLines(file, naming)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  /// Clears a file of a task: of a list the lines that name somebody, of a record its examples.
  void clearTask(Path file, Collection<Identifier> people, IdentifierTypes types)
      throws IOException {
    var naming = new Naming(people, types);
    if (file.getFileName().toString().endsWith(".jsonl")) {
      withoutLines(file, naming::in);
    } else if (JsonReader.event(Files.readAllBytes(file)) instanceof Value.Fields record) {
      Progress.write(file, JsonWriter.bytes(without(record, naming)));
    }
  }

  /// A document without the items and members that name somebody.
  private static Value without(Value value, Naming naming) {
    return switch (value) {
      case Value.Items(var items) ->
          new Value.Items(items.stream().filter(each -> !naming.in(each)).toList());
      case Value.Fields fields -> {
        var left = new LinkedHashMap<String, Value>();
        fields
            .values()
            .forEach((name, each) -> {
              var rest = without(each, naming);
              if (!naming.in(rest)) {
                left.put(name, rest);
              }
            });
        yield new Value.Fields(left);
      }
      case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _, Value.Time _ -> value;
    };
  }

  // ---- looking

  private static boolean namesInLines(Path file, Naming naming) throws IOException {
    var found = new boolean[1];
    lines(
        file,
        line -> {
          found[0] |= naming.in(line);
          return !found[0];
        });
    return found[0];
  }

  /// Whether a file holds any of the values as written, or, line by line, as JSON says them.
  private static boolean holds(Path file, Naming naming) throws IOException {
    return Files.exists(file) && holds(() -> Files.newInputStream(file), naming);
  }

  /// Opens what is looked through.
  private interface Opening {
    InputStream open() throws IOException;
  }

  private static boolean holds(Opening file, Naming naming) throws IOException {
    var found = new boolean[1];
    lines(
        file,
        line -> {
          found[0] |= naming.inBytes(line) || (isJson(line) && naming.in(line));
          return !found[0];
        });
    return found[0];
  }

  private static boolean isJson(byte[] line) {
    return line.length > 0 && (line[0] == '{' || line[0] == '[');
  }

  /// Reads lines until the reader has enough; a line longer than a megabyte comes in parts.
  private static void lines(Path file, Predicate<byte[]> reader) throws IOException {
    lines(() -> Files.newInputStream(file), reader);
  }

  private static void lines(Opening file, Predicate<byte[]> reader) throws IOException {
    try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
      var line = new ByteArrayOutputStream();
      for (var next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n' || line.size() >= MOST_IN_MEMORY) {
          if (!reader.test(line.toByteArray())) {
            return;
          }
          line.reset();
        }
        if (next != '\n') {
          line.write(next);
        }
      }
      if (line.size() == 0 || !reader.test(line.toByteArray())) {
        return;
      }
    }
  }

  private static void withoutLines(Path file, Predicate<byte[]> out) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    var beside = file.resolveSibling(file.getFileName() + ".new");
    var removed = new boolean[1];
    try (var to = Files.newOutputStream(beside)) {
      var failure = new IOException[1];
      lines(
          file,
          line -> {
            if (out.test(line)) {
              removed[0] = true;
              return true;
            }
            try {
              to.write(line);
              to.write('\n');
              return true;
            } catch (IOException e) {
              failure[0] = e;
              return false;
            }
          });
      if (failure[0] != null) {
        throw failure[0];
      }
    }
    if (removed[0]) {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.delete(beside);
    }
  }
}
