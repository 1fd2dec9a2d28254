package io.inyeon.core.recall;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that stewards decided of who is who, found by whom it names.
final class Words {
  private final Map<Identifier, List<Recorded.Ruled>> byIdentifier = new HashMap<>();
  private final Map<String, List<Recorded.Ruled>> undoneCuts = new HashMap<>();
  private final Set<Identifier> linkedByHand = new HashSet<>();

  /// @param all in the order of the log
  Words(List<Recorded.Ruled> all) {
    for (var word : all) {
      if (word.entry() instanceof Entry.CutUndone(_, _, _, var cutId, _)) {
        undoneCuts.computeIfAbsent(cutId, _ -> new ArrayList<>()).add(word);
      }
      for (var identifier : word.identifiers()) {
        byIdentifier.computeIfAbsent(identifier, _ -> new ArrayList<>()).add(word);
        if (word.entry() instanceof Entry.LinkMade) {
          linkedByHand.add(identifier);
        }
      }
    }
  }

  /// Everybody whom a steward ever linked: such a link may have been taken back since.
  Set<Identifier> linkedByHand() {
    return linkedByHand;
  }

  /// What was decided of any of these, in the order of the log.
  List<Recorded.Ruled> of(Set<Identifier> identifiers) {
    var words = new LinkedHashSet<Recorded.Ruled>();
    for (var identifier : identifiers) {
      for (var word : byIdentifier.getOrDefault(identifier, List.of())) {
        words.add(word);
        if (word.entry() instanceof Entry.CutMade(_, _, _, var cut)) {
          words.addAll(undoneCuts.getOrDefault(cut.id(), List.of()));
        }
      }
    }
    var sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingLong(Recorded::position));
    return sorted;
  }
}
