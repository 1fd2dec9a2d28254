package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is remembered of tasks: a file of JSON for each, and beside it the list of who was united
/// or divided.
final class TaskRecords {
  private static final Pattern ID = Pattern.compile("[a-z]{3}_[a-z0-9]{1,60}");
  private static final String RECORD = ".json";
  private static final int KEPT = 200;

  /// Of so many of a kind the list of changes is kept: one may take some hundred megabytes.
  private static final int LISTED = 20;

  private final Path folder;

  /// Makes the folder; says of every task that was running when the process ended that it was
  /// interrupted.
  TaskRecords(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    var all = new ArrayList<Value.Fields>();
    for (var kind : Kind.values()) {
      all.addAll(all(kind));
    }
    for (var task : all) {
      if ("running".equals(task.text("state"))) {
        var interrupted = new LinkedHashMap<>(task.values());
        interrupted.put("state", new Value.Text("interrupted"));
        write(new Value.Fields(interrupted));
      }
    }
  }

  /// A new id of a kind.
  static String newId(Kind kind) {
    return Secrets.key(prefix(kind)).substring(0, 20);
  }

  private static String prefix(Kind kind) {
    return switch (kind) {
      case REBUILD -> "reb_";
      case REHEARSAL -> "reh_";
      case REPLAY -> "rep_";
    };
  }

  void write(Value.Fields task) throws IOException {
    var file = file(String.valueOf(task.text("id")), RECORD);
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, JsonWriter.bytes(task));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The record of a task; `null` when there is none of that kind and id.
  Value.@Nullable Fields read(Kind kind, String id) throws IOException {
    if (!ID.matcher(id).matches() || !id.startsWith(prefix(kind))) {
      return null;
    }
    try {
      return JsonReader.event(Files.readAllBytes(file(id, RECORD))) instanceof Value.Fields task
          ? task
          : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /// All of a kind, the newest first; of more than 200 the oldest are forgotten, of more than 20
  /// the oldest's lists of changes.
  List<Value.Fields> all(Kind kind) throws IOException {
    var all = new ArrayList<Value.Fields>();
    try (var files = Files.newDirectoryStream(folder, prefix(kind) + "*" + RECORD)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        var task = read(kind, name.substring(0, name.length() - RECORD.length()));
        if (task != null) {
          all.add(task);
        }
      }
    }
    all.sort(
        Comparator.comparing((Value.Fields task) -> String.valueOf(task.text("startedAt")))
            .reversed());
    for (var old : all.subList(Math.min(LISTED, all.size()), all.size())) {
      Files.deleteIfExists(changes(String.valueOf(old.text("id"))));
    }
    for (var old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      var id = String.valueOf(old.text("id"));
      Files.deleteIfExists(file(id, RECORD));
    }
    return List.copyOf(all.subList(0, Math.min(KEPT, all.size())));
  }

  /// Where the list of changes of a task is.
  Path changes(String id) {
    return file(id, ".changes.jsonl");
  }

  private Path file(String id, String ending) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no id of a task: " + id.toLowerCase(Locale.ROOT));
    }
    return folder.resolve(id + ending);
  }
}
