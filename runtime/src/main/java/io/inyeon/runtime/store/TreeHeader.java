package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A tree without its fragments, as bytes: the identifiers, and the links between them by number.
///
/// @param identifiers the nodes', in their order
/// @param nodes one for each
/// @param links read when they are asked for, which few events do
record TreeHeader(List<Identifier> identifiers, List<Node> nodes, Supplier<List<Link>> links) {
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
    var identifiers = new ArrayList<Identifier>(Math.min(count, 16));
    var nodes = new ArrayList<Node>(Math.min(count, 16));
    for (var i = 0; i < count; i++) {
      identifiers.add(IdentifierBytes.read(from));
      nodes.add(node(from));
    }
    return new TreeHeader(identifiers, nodes, new Links(from.rest(), identifiers));
  }

  /// Links that are still bytes.
  private record Links(Decoder bytes, List<Identifier> identifiers)
      implements Supplier<List<Link>> {
    @Override
    public List<Link> get() {
      try {
        var from = bytes.rest();
        var count = from.count();
        var links = new ArrayList<Link>(Math.min(count, 16));
        for (var i = 0; i < count; i++) {
          var pair = new Pair(end(from, identifiers), end(from, identifiers));
          var used = from.truth();
          links.add(new Link(pair, Records.stamp(from), used));
        }
        from.end();
        return links;
      } catch (Undecodable | IllegalArgumentException e) {
        throw OnDisk.damaged("the links of a tree", e);
      }
    }
  }

  /// A link that leaves the tree has an end that is none of its nodes.
  private static void end(Encoder to, Identifier end, Map<Identifier, Integer> numbers) {
    var number = numbers.getOrDefault(end, 0);
    to.varint(number);
    if (number == 0) {
      IdentifierBytes.write(to, end);
    }
  }

  private static Identifier end(Decoder from, List<Identifier> identifiers) {
    var number = from.number(identifiers.size());
    return number == 0 ? IdentifierBytes.read(from) : identifiers.get(number - 1);
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
    var count = from.count();
    var types = new ArrayList<String>(count);
    var tally = new ArrayList<Tally.Ranks>(count);
    for (var i = 0; i < count; i++) {
      types.add(IdentifierBytes.type(from));
      tally.add(
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
    return new Node(Tally.read(types, tally), cuts);
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
