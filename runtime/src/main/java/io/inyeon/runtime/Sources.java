package io.inyeon.runtime;

import io.inyeon.core.collect.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The workspace's sources as committed, in memory: write keys must be known even when storage is
/// down.
public final class Sources {
  /// One consistent picture, replaced as a whole.
  private record Picture(TreeMap<Integer, Source> byNumber, Map<String, Source> byWriteKey) {}

  private volatile Picture picture = new Picture(new TreeMap<>(), Map.of());

  /// Takes over sources that were made or changed.
  synchronized void saved(Collection<Source> sources) {
    var byNumber = new TreeMap<>(picture.byNumber);
    sources.forEach(source -> byNumber.put(source.number(), source));
    var byWriteKey = new HashMap<String, Source>();
    for (var source : byNumber.values()) {
      if (source.enabled()) {
        source.writeKeys().forEach(key -> byWriteKey.put(key, source));
      }
    }
    picture = new Picture(byNumber, byWriteKey);
  }

  /// The enabled source that a write key names.
  public @Nullable Source byWriteKey(String key) {
    return picture.byWriteKey.get(key);
  }

  /// The source with that id, enabled or not.
  public @Nullable Source byId(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /// The source with that number, enabled or not.
  public @Nullable Source byNumber(int number) {
    return picture.byNumber.get(number);
  }

  /// All of them, in the order in which they were made.
  public List<Source> all() {
    return List.copyOf(picture.byNumber.values());
  }

  int nextNumber() {
    var numbers = picture.byNumber;
    return numbers.isEmpty() ? 1 : numbers.lastKey() + 1;
  }
}
