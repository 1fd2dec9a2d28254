package io.inyeon.core.recall;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What has been read so far, and of whom how far.
final class Readings {
  private static final long WHOLE = Long.MAX_VALUE;

  private final Words words;
  private final Map<Identifier, Long> readTo = new HashMap<>();
  private final Set<Long> positions = new HashSet<>();

  Readings(Words words) {
    this.words = words;
  }

  /// Whether all that names an identifier was read.
  boolean whole(Identifier identifier) {
    return readTo.getOrDefault(identifier, 0L) == WHOLE;
  }

  /// Reads on of each of these by a part.
  ///
  /// @return what was not read before
  <E extends Exception> List<Recorded> more(SortedSet<Identifier> of, Reader<E> reader) throws E {
    var groups = new TreeMap<Long, SortedSet<Identifier>>();
    var begun = new TreeSet<Identifier>();
    for (var identifier : of) {
      var to = readTo.getOrDefault(identifier, 0L);
      if (to == 0) {
        begun.add(identifier);
      }
      groups.computeIfAbsent(to, _ -> new TreeSet<>()).add(identifier);
    }
    var news = new ArrayList<Recorded>();
    for (var word : words.of(begun)) {
      if (positions.add(word.position())) {
        news.add(word);
      }
    }
    for (var group : groups.entrySet()) {
      var part = reader.events(group.getValue(), group.getKey());
      for (var event : part.events()) {
        if (positions.add(event.position())) {
          news.add(event);
        }
      }
      var to = part.last() ? WHOLE : part.events().getLast().position();
      group.getValue().forEach(identifier -> readTo.put(identifier, to));
    }
    return news;
  }
}
