package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// What was said of a person's or an account's traits, by whom and when; one cell a trait and
/// source.
///
/// Of more than [#LIMIT] names the smallest by their bytes are kept, as in [Counts].
///
/// @param beyond how often traits were said whose names are left out
/// @param tooLarge how often values were said that are larger than [#LARGEST]; the event has them
public record Traits(Table<TraitKey, TraitCell> cells, long beyond, long tooLarge) {
  /// Names kept.
  public static final int LIMIT = 1000;

  /// Characters of the largest value kept.
  public static final int LARGEST = 8192;

  private static final Table<TraitKey, TraitCell> NONE = Table.empty(Comparator.naturalOrder());

  public static final Traits EMPTY = new Traits(NONE, 0, 0);

  /// What one event says of traits.
  ///
  /// @param survivorship by trait name; the latest for all others
  static Traits of(Event event, Map<String, Survivorship> survivorship) {
    var traits = event.traits().values();
    if (traits.isEmpty()) {
      return EMPTY;
    }
    var head = event.head();
    var source = head.source();
    var mention = mention(event);
    var cells = new TreeMap<TraitKey, TraitCell>();
    var tooLarge = 0;
    for (var trait : traits.entrySet()) {
      if (ValueOrder.size(trait.getValue()) > LARGEST) {
        tooLarge++;
      } else {
        var name = trait.getKey();
        cells.put(
            new TraitKey(name, source),
            TraitCell.of(
                new Observation(trait.getValue(), mention),
                survivorship.getOrDefault(name, Survivorship.LATEST)));
      }
    }
    var sorted =
        Table.<TraitKey, TraitCell>ofSorted(
            Comparator.naturalOrder(),
            cells.keySet().stream().toList(),
            cells.values().stream().toList());
    return capped(sorted, 0, tooLarge);
  }

  /// A steward corrects what the person says is wrong, so it is told by the person.
  private static Mention mention(Event event) {
    var head = event.head();
    return event.party() == Event.STEWARD
        ? new Mention(head.time(), head.messageId(), Correction.RANK, 0)
        : new Mention(head.time(), head.messageId(), event.rank(), event.party());
  }

  /// Both as one.
  public Traits plus(Traits other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    return capped(
        cells.plus(other.cells, TraitCell::plus), beyond + other.beyond, tooLarge + other.tooLarge);
  }

  /// Whether nothing was said.
  public boolean isEmpty() {
    return cells.isEmpty() && tooLarge == 0;
  }

  private static Traits capped(Table<TraitKey, TraitCell> cells, long beyond, long tooLarge) {
    if (cells.size() <= LIMIT) {
      return new Traits(cells, beyond, tooLarge);
    }
    int names = 0;
    int kept = 0;
    while (kept < cells.size()) {
      if (kept == 0 || !cells.key(kept).name().equals(cells.key(kept - 1).name())) {
        if (names++ == LIMIT) {
          break;
        }
      }
      kept++;
    }
    var left = beyond;
    for (var i = kept; i < cells.size(); i++) {
      left += cells.value(i).count();
    }
    return new Traits(cells.head(kept), left, tooLarge);
  }
}
