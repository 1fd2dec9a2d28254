package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition in the making, with the words that it comes from.
sealed interface Node {
  Condition condition();

  List<Mark> marks();

  /// Words that speak of a node, or of a place in it.
  ///
  /// @param below the place within the node's condition, a JSON Pointer; empty for all of it
  record Mark(
      int from,
      int to,
      String below,
      Answer.Kind kind,
      @Nullable String reason,
      @Nullable String corrected,
      List<Condition> alternatives) {
    static Mark of(Token token, String below) {
      return new Mark(
          token.from(),
          token.to(),
          below,
          Answer.Kind.UNDERSTOOD,
          null,
          token.corrected(),
          List.of());
    }

    static Mark of(
        Token token,
        String below,
        Answer.Kind kind,
        @Nullable String reason,
        List<Condition> alternatives) {
      return new Mark(
          token.from(), token.to(), below, kind, reason, token.corrected(), alternatives);
    }
  }

  /// A condition of its own.
  record Leaf(Condition condition, List<Mark> marks) implements Node {}

  /// Conditions together.
  record Many(How how, List<Node> of, List<Mark> marks) implements Node {
    public Many {
      of = List.copyOf(of);
      marks = List.copyOf(marks);
    }

    @Override
    public Condition condition() {
      var conditions = of.stream().map(Node::condition).toList();
      return switch (how) {
        case ALL -> new Condition.All(conditions);
        case ANY -> new Condition.Any(conditions);
        case NONE -> new Condition.None(conditions);
      };
    }
  }

  enum How {
    ALL,
    ANY,
    NONE;

    String word() {
      return switch (this) {
        case ALL -> "all";
        case ANY -> "any";
        case NONE -> "none";
      };
    }
  }

  /// The only one as it is, several together; nested ones of the same kind are made flat.
  static Node together(How how, List<Node> nodes) {
    if (nodes.size() == 1 && how != How.NONE) {
      return nodes.getFirst();
    }
    var flat = new ArrayList<Node>();
    for (var node : nodes) {
      // None of (a or b) is none of a, b.
      var same = how == How.NONE ? How.ANY : how;
      if (node instanceof Many many && many.how == same && many.marks.isEmpty()) {
        flat.addAll(many.of);
      } else {
        flat.add(node);
      }
    }
    return new Many(how, flat, List.of());
  }

  /// The same with more words that speak of it.
  default Node with(List<Mark> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(marks());
    all.addAll(more);
    return switch (this) {
      case Leaf(var condition, _) -> new Leaf(condition, all);
      case Many(var how, var of, _) -> new Many(how, of, all);
    };
  }

  /// The words with the place that each speaks of, in the whole.
  default void pieces(String path, List<Answer.Piece> to) {
    for (var mark : marks()) {
      to.add(
          new Answer.Piece(
              mark.from(),
              mark.to(),
              mark.kind(),
              path + mark.below(),
              mark.reason(),
              mark.corrected(),
              mark.alternatives()));
    }
    if (this instanceof Many(var how, var of, _)) {
      for (var i = 0; i < of.size(); i++) {
        of.get(i).pieces(path + "/" + how.word() + "/" + i, to);
      }
    }
  }
}
