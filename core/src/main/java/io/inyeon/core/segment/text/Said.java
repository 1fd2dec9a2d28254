package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one clause said: things that hold, and something that happened.
final class Said {
  final List<Holds> holds = new ArrayList<>();
  final List<Happening> happened = new ArrayList<>();
  Clause.Joint joint;

  /// Whether it is nouns only, so that what is said of the next clause is said of it too.
  boolean bare;

  /// A *not* that found nothing in its clause.
  final List<Token> denied = new ArrayList<>();

  /// What several clauses make together: a sequence, an event that was not one of several.
  @Nullable Node whole;

  Said(Clause.Joint joint) {
    this.joint = joint;
  }

  /// Something that holds of a person now.
  ///
  /// @param trait with `values`, when it is a trait that is one of these
  record Holds(
      Node node,
      @Nullable FieldPath trait,
      List<Value> values,
      boolean negative,
      List<Token> negations) {

    Node built() {
      if (!negative) {
        return node;
      }
      var marks = negations.stream().map(token -> Node.Mark.of(token, "")).toList();
      if (node instanceof Node.Leaf(Condition.OfTrait(var path, Operator.Equals(var value)), var m)
          && m.stream().allMatch(mark -> mark.alternatives().isEmpty())) {
        return new Node.Leaf(new Condition.OfTrait(path, new Operator.NotEquals(value)), m)
            .with(marks);
      }
      return Node.together(Node.How.NONE, List.of(node)).with(marks);
    }

    /// One of these values or of those of another.
    Holds or(Holds other, FieldPath path) {
      var all = new ArrayList<>(values);
      other.values.stream().filter(value -> !all.contains(value)).forEach(all::add);
      var marks = new ArrayList<>(node.marks());
      marks.addAll(other.node.marks());
      var no = new ArrayList<>(negations);
      no.addAll(other.negations);
      return new Holds(
          new Node.Leaf(new Condition.OfTrait(path, oneOf(all)), marks),
          path,
          all,
          negative || other.negative,
          no);
    }
  }

  static Operator oneOf(List<Value> values) {
    return values.size() == 1 ? new Operator.Equals(values.getFirst()) : new Operator.In(values);
  }

  boolean empty() {
    return holds.isEmpty() && happened.isEmpty() && whole == null;
  }

  @Nullable Happening happening() {
    return happened.isEmpty() ? null : happened.getLast();
  }
}
