package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.runtime.demo.Truth.Known;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shows one person: who it is, and why it is one person.
final class Portrait {
  private static final int LINES = 14;

  private final Layout layout;

  Portrait(Layout layout) {
    this.layout = layout;
  }

  /// Somebody known by many kinds of identifier, but not by so many that they fill the screen: the
  /// account's identifier.
  static Identifier choose(List<Known> identifiers) {
    var types = new HashMap<Integer, Set<String>>();
    var sizes = new HashMap<Integer, Integer>();
    for (var known : identifiers) {
      if (known.person() != Truth.NOBODY) {
        types.computeIfAbsent(known.tied(), _ -> new HashSet<>()).add(known.identifier().type());
        sizes.merge(known.tied(), 1, Integer::sum);
      }
    }
    return identifiers.stream()
        .filter(known -> known.person() != Truth.NOBODY)
        .filter(known -> known.identifier().type().equals("user_id"))
        .max(
            Comparator.comparingInt(known -> {
              var size = sizes.getOrDefault(known.tied(), 0);
              return 3 * types.getOrDefault(known.tied(), Set.of()).size()
                  + (size <= 9 ? size : 9 - size);
            }))
        .orElse(identifiers.getFirst())
        .identifier();
  }

  /// Shows the profile that holds the identifier.
  ///
  /// @param sources names of the sources by their ids
  void show(Api api, Identifier identifier, Map<String, String> sources)
      throws IOException, InterruptedException {
    var answer = api.read(Api.profile(identifier));
    if (!answer.good()) {
      layout.line("GET " + Api.profile(identifier) + " answered " + answer.status());
      return;
    }
    var profile = answer.fields();
    var traits = profile.fields("traits");
    var name = traits.fields("name").text("value");
    layout.title("One of them: " + (name == null ? identifier.toString() : name));
    layout.row("profile", Answers.text(profile, "id"));
    var title = "identifiers";
    for (var each : Answers.list(profile, "identifiers")) {
      layout.row(
          title,
          Layout.padded(Answers.text(each, "type"), 14)
              + Layout.padded(Answers.plain(each.get("value")), 40)
              + "since "
              + day(Answers.text(each, "firstSeen")));
      title = "";
    }
    title = "traits";
    for (var trait : traits.values().entrySet()) {
      if (trait.getValue() instanceof Fields held) {
        var others = Answers.list(held, "others").size();
        layout.row(
            title,
            Layout.padded(trait.getKey(), 14)
                + Layout.padded(Answers.plain(held.get("value")), 40)
                + "from "
                + named(held, sources)
                + (others == 0 ? "" : ", and " + others + " other" + (others == 1 ? "" : "s")));
        title = "";
      }
    }
    events(profile.fields("events"));
    var commerce = profile.fields("commerce");
    layout.row(
        "commerce",
        "%d orders, %s, %d returned"
            .formatted(
                Answers.number(commerce, "orders"),
                Layout.won(Answers.number(commerce, "revenue")),
                Answers.number(commerce, "returns")));
    why(api, identifier, sources);
  }

  private void events(Fields events) {
    record Count(String name, long count) {}
    var counts = new ArrayList<Count>();
    events
        .fields("byName")
        .values()
        .forEach((name, count) -> {
          if (count instanceof Fields each) {
            counts.add(new Count(name, Answers.number(each, "count")));
          }
        });
    counts.sort(Comparator.comparingLong(Count::count).reversed());
    var most = counts.stream().limit(5).map(each -> each.name() + " " + each.count()).toList();
    layout.row("events", Answers.number(events, "total") + ": " + String.join(", ", most));
  }

  /// The links that hold the identifiers together, each with its evidence.
  private void why(Api api, Identifier identifier, Map<String, String> sources)
      throws IOException, InterruptedException {
    var answer = api.read(Api.profile(identifier) + "/identity");
    if (!answer.good()) {
      layout.line("GET " + Api.profile(identifier) + "/identity answered " + answer.status());
      return;
    }
    var links = Answers.list(answer.fields(), "links");
    var spare = Answers.list(answer.fields(), "spareLinks").size();
    var names = eventNames(api, identifier);
    layout.blank();
    layout.line("Why it is one person: each link is an event that carried both");
    for (var link : links.subList(0, Math.min(LINES, links.size()))) {
      var ends = Answers.list(link, "between");
      var evidence = link.fields("evidence");
      layout.line(
          Layout.padded(ends.isEmpty() ? "?" : end(ends.getFirst()), 36)
              + "+ "
              + Layout.padded(ends.isEmpty() ? "?" : end(ends.getLast()), 52)
              + names.getOrDefault(Answers.text(evidence, "messageId"), "an event")
              + " from "
              + named(evidence, sources)
              + times(Answers.number(evidence, "count"))
              + day(Answers.text(evidence, "firstSeen")));
    }
    if (links.size() > LINES) {
      layout.line("and " + (links.size() - LINES) + " more");
    }
    if (spare > 0) {
      layout.line(
          spare == 1
              ? "One more link says the same; it is kept as spare evidence"
              : spare + " more links say the same; they are kept as spare evidence");
    }
  }

  private static String end(Fields end) {
    return Answers.text(end, "type") + ":" + Answers.plain(end.get("value"));
  }

  /// What the events of the person are called, by messageId, as far as one page goes.
  private static Map<String, String> eventNames(Api api, Identifier identifier)
      throws IOException, InterruptedException {
    var names = new HashMap<String, String>();
    var page = api.read(Api.profile(identifier) + "/events?limit=100");
    for (var event : Answers.list(page.fields(), "events")) {
      names.put(Answers.text(event, "messageId"), Answers.text(event, "name"));
    }
    return names;
  }

  private static String times(long count) {
    return count > 1 ? ", " + count + " times since " : ", ";
  }

  private static String named(Fields fields, Map<String, String> sources) {
    var source = Answers.plain(fields.get("source"));
    return sources.getOrDefault(source, source);
  }

  private static String day(String instant) {
    return instant.length() < 10 ? instant : instant.substring(0, 10);
  }
}
