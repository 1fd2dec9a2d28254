package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the shop knows and the product has to find out: whose every identifier is, and how every
/// event must end.
public final class Truth {
  /// The owner of what several people use: a family's tablet, a kiosk.
  public static final int NOBODY = -1;

  /// An identifier that at least one good event carried.
  ///
  /// @param person its number, or [#NOBODY]
  /// @param tied the same for two identifiers of a person when good events tie them together
  ///   somehow; a cookie that nobody signed in with is tied to nothing
  public record Known(Identifier identifier, int person, int tied) {}

  private final Map<Identifier, Integer> places = new HashMap<>();
  private final List<Identifier> identifiers = new ArrayList<>();
  private int[] persons = new int[1024];
  private int[] parents = new int[1024];
  private final Map<SourceKind, Map<Expected, Long>> expected = new EnumMap<>(SourceKind.class);
  private long foreignSignIns;
  private long wrongNumbers;

  Truth() {}

  /// How many of a source's events must end so.
  public long expected(SourceKind kind, Expected end) {
    return expected.getOrDefault(kind, Map.of()).getOrDefault(end, 0L);
  }

  /// How many events must end so.
  public long expected(Expected end) {
    return expected.values().stream().mapToLong(ends -> ends.getOrDefault(end, 0L)).sum();
  }

  /// How many events there are.
  public long events() {
    return Arrays.stream(Expected.values()).mapToLong(this::expected).sum();
  }

  /// Every identifier that a good event carried, in the order of their first appearance.
  public List<Known> identifiers() {
    var known = new ArrayList<Known>(identifiers.size());
    for (var place = 0; place < identifiers.size(); place++) {
      known.add(new Known(identifiers.get(place), persons[place], root(place)));
    }
    return Collections.unmodifiableList(known);
  }

  /// How many people appear by an identifier of their own.
  public long people() {
    return Arrays.stream(persons, 0, identifiers.size())
        .filter(each -> each != NOBODY)
        .distinct()
        .count();
  }

  /// How often someone signed in on another one's computer.
  public long foreignSignIns() {
    return foreignSignIns;
  }

  /// How often a cashier typed another one's phone number.
  public long wrongNumbers() {
    return wrongNumbers;
  }

  void expect(SourceKind kind, Expected end) {
    expected.computeIfAbsent(kind, _ -> new EnumMap<>(Expected.class)).merge(end, 1L, Long::sum);
  }

  /// The place of an identifier that a good event carries.
  int know(String type, String value, int person) {
    var identifier = new Identifier(type, value);
    var known = places.get(identifier);
    if (known != null) {
      if (persons[known] != person) {
        // Two people gave it: a couple's phone number, say.
        persons[known] = NOBODY;
      }
      return known;
    }
    var place = identifiers.size();
    if (place == persons.length) {
      persons = Arrays.copyOf(persons, place * 2);
      parents = Arrays.copyOf(parents, place * 2);
    }
    places.put(identifier, place);
    identifiers.add(identifier);
    persons[place] = person;
    parents[place] = place;
    return place;
  }

  /// A good event carries both.
  void tie(int a, int b) {
    if (persons[a] == persons[b] && persons[a] != NOBODY) {
      parents[root(a)] = root(b);
    }
  }

  void foreignSignIn() {
    foreignSignIns++;
  }

  void wrongNumber() {
    wrongNumbers++;
  }

  private int root(int place) {
    var at = place;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
