package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// What goes from one profile to another between two states of the same people.
final class Moves {
  private Moves() {}

  /// From whom to whom, in the order of their ids.
  private record Way(ProfileId from, ProfileId to) {}

  private static final class Load {
    private final List<Identifier> identifiers = new ArrayList<>();
    private long events;
  }

  static List<Preview.Move> between(People before, People after) {
    var loads =
        new TreeMap<Way, Load>(
            Comparator.comparing((Way way) -> way.from().value())
                .thenComparing(way -> way.to().value()));
    var holders = after.holders();
    before
        .holders()
        .forEach((identifier, from) -> {
          var to = holders.get(identifier);
          if (to != null && !to.equals(from)) {
            loads.computeIfAbsent(new Way(from, to), _ -> new Load()).identifiers.add(identifier);
          }
        });
    var keepers = after.keepers();
    var counts = before.counts();
    before
        .keepers()
        .forEach((key, from) -> {
          var to = keepers.get(key);
          if (to != null && !to.equals(from)) {
            loads.computeIfAbsent(new Way(from, to), _ -> new Load()).events +=
                counts.getOrDefault(key, 0L);
          }
        });
    var moves = new ArrayList<Preview.Move>();
    loads.forEach((way, load) -> {
      load.identifiers.sort(before.rules().types().strongestFirst());
      moves.add(new Preview.Move(way.from(), way.to(), load.identifiers, load.events));
    });
    return moves;
  }
}
