package io.inyeon.core;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which imports of one source were taken back. Their events count nowhere once state is made anew
/// with this known beforehand; sums cannot be subtracted from.
///
/// @param byImport by the import's id; under the empty one all of the source's
public record UndoneImports(SortedMap<String, Mark> byImport) {
  /// None at all.
  public static final UndoneImports NONE = new UndoneImports(Collections.emptySortedMap());

  private static final String ALL = "";

  public UndoneImports {
    byImport = Collections.unmodifiableSortedMap(new TreeMap<>(byImport));
  }

  /// How far an undoing reaches.
  ///
  /// @param upTo the last position whose events are meant
  /// @param pending whether state still holds what they added
  public record Mark(long upTo, boolean pending) {}

  /// What a rebuild must know before its first event, by the source's number: the same undoings,
  /// none of them pending.
  public static SortedMap<Integer, UndoneImports> known(List<Entry.ImportUndone> undoings) {
    var all = new TreeMap<Integer, UndoneImports>();
    for (var each : undoings) {
      all.merge(each.source(), NONE.with(each, false), UndoneImports::plus);
    }
    return all;
  }

  /// Adds an undoing; one that is known already stays as it is.
  UndoneImports and(Entry.ImportUndone undone) {
    var known = byImport.get(undone.importId());
    return known != null && known.upTo() >= undone.position() - 1 ? this : with(undone, true);
  }

  private UndoneImports with(Entry.ImportUndone undone, boolean pending) {
    var more = new TreeMap<>(byImport);
    more.put(undone.importId(), new Mark(undone.position() - 1, pending));
    return new UndoneImports(more);
  }

  /// The same undoings as state knows them that was made with them: nothing of them is in it.
  public UndoneImports settled() {
    var all = new TreeMap<String, Mark>();
    byImport.forEach((id, mark) -> all.put(id, new Mark(mark.upTo(), false)));
    return new UndoneImports(all);
  }

  /// Those of them of which state holds nothing.
  public UndoneImports leftOut() {
    var all = new TreeMap<>(byImport);
    all.values().removeIf(Mark::pending);
    return new UndoneImports(all);
  }

  private UndoneImports plus(UndoneImports later) {
    var more = new TreeMap<>(byImport);
    more.putAll(later.byImport);
    return new UndoneImports(more);
  }

  /// Whether an event was taken back.
  ///
  /// @param edgeId as its envelope has it: the import's id, a dot, and the row
  public boolean cover(long position, String edgeId) {
    for (var entry : byImport.entrySet()) {
      var id = entry.getKey();
      if (position <= entry.getValue().upTo()
          && (id.equals(ALL) || (edgeId.startsWith(id) && edgeId.startsWith(".", id.length())))) {
        return true;
      }
    }
    return false;
  }

  /// Whether state still holds what some of them added.
  public boolean pending() {
    return byImport.values().stream().anyMatch(Mark::pending);
  }
}
