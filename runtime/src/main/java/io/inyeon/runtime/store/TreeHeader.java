package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A tree without its fragments, as bytes: the identifiers, and the links between them by number.
///
/// @param identifiers the nodes', in their order
record TreeHeader(
    List<Identifier> identifiers, SortedMap<Identifier, Node> nodes, Map<Pair, Link> links) {
  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  static void write(Encoder to, SortedMap<Identifier, Node> nodes, Map<Pair, Link> links) {
    var numbers = new HashMap<Identifier, Integer>(nodes.size() * 2);
    to.varint(nodes.size());
    for (var node : nodes.entrySet()) {
      numbers.put(node.getKey(), numbers.size() + 1);
      IdentifierBytes.write(to, node.getKey());
      node(to, node.getValue());
    }
    to.varint(links.size());
    for (var link : links.values()) {
      end(to, link.pair().stronger(), numbers);
      end(to, link.pair().weaker(), numbers);
      to.truth(link.used());
      Records.stamp(to, link.best());
    }
  }

  static TreeHeader read(Decoder from) {
    var count = from.count();
    var identifiers = new Identifier[count];
    var nodes = new TreeMap<Identifier, Node>();
    for (var i = 0; i < count; i++) {
      identifiers[i] = IdentifierBytes.read(from);
      nodes.put(identifiers[i], node(from));
    }
    count = from.count();
    var links = new TreeMap<Pair, Link>();
    for (var i = 0; i < count; i++) {
      var pair = new Pair(end(from, identifiers), end(from, identifiers));
      var used = from.truth();
      links.put(pair, new Link(pair, Records.stamp(from), used));
    }
    return new TreeHeader(List.of(identifiers), nodes, links);
  }

  /// A link that leaves the tree has an end that is none of its nodes.
  private static void end(Encoder to, Identifier end, Map<Identifier, Integer> numbers) {
    var number = numbers.getOrDefault(end, 0);
    to.varint(number);
    if (number == 0) {
      IdentifierBytes.write(to, end);
    }
  }

  private static Identifier end(Decoder from, Identifier[] identifiers) {
    var number = from.number(identifiers.length);
    return number == 0 ? IdentifierBytes.read(from) : identifiers[number - 1];
  }

  private static void node(Encoder to, Node node) {
    var tally = node.tally().byType();
    to.varint(tally.size());
    tally.forEach((type, ranks) -> {
      IdentifierBytes.type(to, type);
      to.signed(ranks.rank0()).signed(ranks.rank1()).signed(ranks.rank2()).signed(ranks.rank3());
    });
    to.varint(node.cuts().size());
    node.cuts().forEach((id, side) -> to.text(id).octet(side(side)));
  }

  private static Node node(Decoder from) {
    var tally = new TreeMap<String, Tally.Ranks>();
    for (var i = from.count(); i > 0; i--) {
      var type = IdentifierBytes.type(from);
      tally.put(
          type,
          new Tally.Ranks(
              Records.integer(from),
              Records.integer(from),
              Records.integer(from),
              Records.integer(from)));
    }
    var cuts = new TreeMap<String, Cut.Side>();
    for (var i = from.count(); i > 0; i--) {
      cuts.put(from.text(), side(from.octet()));
    }
    return new Node(new Tally(tally), cuts);
  }

  private static int side(Cut.Side side) {
    return switch (side) {
      case LEFT -> LEFT;
      case RIGHT -> RIGHT;
    };
  }

  private static Cut.Side side(int number) {
    return switch (number) {
      case LEFT -> Cut.Side.LEFT;
      case RIGHT -> Cut.Side.RIGHT;
      default -> throw new Undecodable("no side of a cut: " + number, 0);
    };
  }
}
