package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.text.Clause.Joint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts together what the clauses said: what follows what, what a *not* and a time reach over, what
/// is *and* and what is *or*.
final class Composer {
  private final Language language;
  private final List<Token> unfit;
  private final List<Said> said;

  private Composer(List<Said> said, Language language, List<Token> unfit) {
    this.said = new ArrayList<>(said);
    this.language = language;
    this.unfit = unfit;
  }

  /// The whole; `null` when nothing was said.
  static @Nullable Node composed(List<Said> said, Language language, List<Token> unfit) {
    var composer = new Composer(said, language, unfit);
    composer.dropEmpty();
    if (composer.said.isEmpty()) {
      return null;
    }
    composer.sameTrait();
    composer.sequences();
    composer.windows();
    composer.shared();
    return composer.together();
  }

  /// A clause of which nothing was understood leaves its joint to the one before.
  private void dropEmpty() {
    for (var i = said.size() - 1; i >= 0; i--) {
      if (said.get(i).empty()) {
        var gone = said.remove(i);
        var before = i > 0 ? said.get(i - 1) : null;
        var happening = before == null ? null : before.happening();
        if (before != null
            && happening != null
            && language == Language.KO
            && before.bare
            && (before.joint == Joint.OR || before.joint == Joint.AND)
            && !happening.negative
            && !gone.denied.isEmpty()) {
          // 구매나 … 하지 않은: what is not known beside it does not make it wanted.
          happening.negative = true;
          happening.negations.addAll(gone.denied);
          unfit.removeAll(gone.denied);
        }
        if (i > 0 && (gone.joint == Joint.RELATIVE || i == said.size())) {
          said.get(i - 1).joint = gone.joint;
        }
      }
    }
  }

  // ---- 서울이나 부산

  private void sameTrait() {
    for (var i = 0; i + 1 < said.size(); ) {
      var one = said.get(i);
      var next = said.get(i + 1);
      var merged = merged(one, next);
      if (merged == null) {
        i++;
      } else {
        next.holds.set(0, merged);
        next.holds.addAll(0, one.holds.subList(0, one.holds.size() - 1));
        next.bare &= one.bare;
        said.remove(i);
      }
    }
  }

  private Said.@Nullable Holds merged(Said one, Said next) {
    if ((one.joint != Joint.OR && one.joint != Joint.AND)
        || !one.happened.isEmpty()
        || one.holds.isEmpty()
        || next.holds.isEmpty()) {
      return null;
    }
    var left = one.holds.getLast();
    var right = next.holds.getFirst();
    FieldPath path = left.trait();
    if (path == null || !Objects.equals(path, right.trait())) {
      return null;
    }
    var listed = language == Language.EN || one.bare;
    var fits =
        language == Language.EN
            ? !right.negative()
            : !left.negative() && (!right.negative() || one.bare);
    return fits && (one.joint == Joint.OR || listed) ? left.or(right, path) : null;
  }

  // ---- A, then B

  private void sequences() {
    for (var i = 0; i + 1 < said.size(); ) {
      var steps = new ArrayList<Said>();
      steps.add(said.get(i));
      var end = i;
      while (end + 1 < said.size()
          && (said.get(end).joint == Joint.THEN || said.get(end).joint == Joint.AFTER)
          && (steps.size() == 1 || said.get(end).joint == Joint.THEN)) {
        end++;
        steps.add(said.get(end));
      }
      if (steps.size() > 1) {
        var reversed = said.get(i).joint == Joint.AFTER;
        if (!sequence(reversed ? steps.reversed() : steps, steps.getLast(), false)) {
          i = end;
          continue;
        }
        for (var gone = end - 1; gone >= i; gone--) {
          said.remove(gone);
        }
        continue;
      }
      if (soonAfter(i) && sequence(said.subList(i, i + 2), said.get(i + 1), true)) {
        said.remove(i);
        continue;
      }
      i++;
    }
  }

  /// "Viewed a product but did not buy within 1 hour": within an hour of viewing, most likely.
  private boolean soonAfter(int i) {
    var first = said.get(i).happening();
    var second = said.get(i + 1).happening();
    return first != null
        && second != null
        && (said.get(i).joint == Joint.AND || said.get(i).joint == Joint.BUT)
        && !first.negative
        && first.within == null
        && second.within != null
        && first.measures.isEmpty()
        && second.measures.isEmpty();
  }

  private boolean sequence(List<Said> of, Said into, boolean unsure) {
    var steps = new ArrayList<Condition.Step>();
    var marks = new ArrayList<Node.Mark>();
    Window window = new Window.Ever();
    for (var i = 0; i < of.size(); i++) {
      var happening = of.get(i).happening();
      if (happening == null || of.get(i).whole != null) {
        return false;
      }
      if (i == 0 && happening.within != null) {
        window = new Window.Last(happening.within);
      }
      var step = happening.step(i == 0);
      if (step == null || (step.negative() && i < of.size() - 1)) {
        return false;
      }
      steps.add(step);
      if (happening.window != null) {
        window = happening.window;
      }
    }
    var whole = new Condition.Sequence(steps, window);
    for (var i = 0; i < of.size(); i++) {
      var happening = of.get(i).happening();
      if (happening != null) {
        var path = "/sequence/" + i;
        for (var word : happening.words) {
          marks.add(
              happening.events.size() == 1
                  ? Node.Mark.of(word, path + "/event")
                  : Node.Mark.of(
                      word,
                      "",
                      Answer.Kind.AMBIGUOUS,
                      "several_events",
                      others(whole, i, happening)));
        }
        for (var j = 0; j < happening.about.size(); j++) {
          marks.add(Node.Mark.of(happening.about.get(j).token(), path + "/where/" + j));
        }
        happening.negations.forEach(token -> marks.add(Node.Mark.of(token, path + "/not")));
        happening.flags.forEach((_, token) -> unfit.add(token));
        if (happening.when != null) {
          var below = happening.within != null && i > 0 ? path + "/within" : "/window";
          marks.add(
              unsure && i > 0
                  ? Node.Mark.of(
                      happening.when,
                      "",
                      Answer.Kind.AMBIGUOUS,
                      "within_of_the_first_or_of_now",
                      List.of(apart(of)))
                  : Node.Mark.of(happening.when, below));
        }
      }
    }
    for (var other : of) {
      if (other != into) {
        into.holds.addAll(0, other.holds);
      }
    }
    into.happened.clear();
    into.whole = new Node.Leaf(whole, marks);
    return true;
  }

  private static List<Condition> others(Condition.Sequence whole, int at, Happening happening) {
    var others = new ArrayList<Condition>();
    for (var event : happening.events.subList(1, happening.events.size())) {
      var steps = new ArrayList<>(whole.steps());
      var step = steps.get(at);
      steps.set(
          at,
          new Condition.Step(
              new io.inyeon.core.segment.Filter(event, step.filter().where()),
              step.within(),
              step.negative()));
      others.add(new Condition.Sequence(steps, whole.window()));
    }
    return others;
  }

  private static Condition apart(List<Said> of) {
    var all = new ArrayList<Condition>();
    for (var each : of) {
      var happening = each.happening();
      if (happening != null) {
        var condition = happening.node().condition();
        all.add(happening.negative ? new Condition.None(List.of(condition)) : condition);
      }
      // Building it turned the length of time into a window; as a step it is none.
      if (happening != null && happening.within != null) {
        happening.window = null;
      }
    }
    return new Condition.All(all);
  }

  // ---- how far a time reaches

  private void windows() {
    if (language == Language.KO) {
      forward();
    } else {
      forward();
      backward();
    }
  }

  private static boolean goesOn(Joint joint) {
    return joint == Joint.AND || joint == Joint.OR || joint == Joint.BUT;
  }

  private void forward() {
    for (var i = 0; i + 1 < said.size(); i++) {
      var first = said.get(i).happening();
      var next = said.get(i + 1).happening();
      if (first != null
          && next != null
          && goesOn(said.get(i).joint)
          && first.window != null
          && first.leading
          && first.when != null
          && next.window == null
          && next.within == null
          && next.longerAgo == null) {
        next.window = first.window;
        next.when = first.when;
        next.leading = true;
        next.inherited = !(said.get(i).bare && said.get(i).joint == Joint.OR);
      }
    }
  }

  private void backward() {
    for (var i = said.size() - 1; i > 0; i--) {
      var later = said.get(i).happening();
      var earlier = said.get(i - 1).happening();
      if (later == null
          || earlier == null
          || later.leading
          || !goesOn(said.get(i - 1).joint)
          || said.get(i - 1).joint == Joint.BUT
          || earlier.window != null
          || earlier.within != null
          || earlier.longerAgo != null) {
        continue;
      }
      if (later.window == null && later.within != null) {
        later.window = new Window.Last(later.within);
      }
      var or = said.get(i - 1).joint == Joint.OR;
      var alike =
          earlier.simple() && said.get(i).holds.isEmpty() && said.get(i - 1).holds.isEmpty();
      if (later.window != null
          && later.when != null
          && (or
              || (alike && !(later.negative && !earlier.negative && later.negations.size() > 0)))) {
        earlier.window = later.window;
        earlier.when = later.when;
        earlier.inherited = !or;
      }
    }
  }

  // ---- how far a *not* reaches

  private void shared() {
    for (var i = 0; i + 1 < said.size(); ) {
      var end = i;
      while (end + 1 < said.size() && reaches(end, i)) {
        end++;
      }
      if (end > i) {
        none(i, end);
      }
      i++;
    }
  }

  /// Whether a *not* is said of this clause and of the next at once.
  private boolean reaches(int i, int from) {
    var one = said.get(i);
    var next = said.get(i + 1);
    var first = one.happening();
    var second = next.happening();
    if (first == null
        || second == null
        || one.whole != null
        || next.whole != null
        || (one.joint != Joint.OR && one.joint != Joint.AND)
        || next.happened.size() > 1) {
      return false;
    }
    if (language == Language.KO) {
      return one.bare && !first.negative && (second.negative || (next.bare && more(i + 1)));
    }
    var denied = said.get(from).happening();
    return denied != null
        && denied.negative
        && !second.negative
        && next.holds.isEmpty()
        && (one.joint == Joint.OR || second.form != Meaning.Form.FINITE);
  }

  private boolean more(int i) {
    return i + 1 < said.size() && reaches(i, i);
  }

  private void none(int from, int to) {
    var nodes = new ArrayList<Node>();
    var marks = new ArrayList<Node.Mark>();
    var and = false;
    var tokens = new ArrayList<Token>();
    for (var i = from; i <= to; i++) {
      var happening = said.get(i).happening();
      if (happening != null) {
        var last = said.get(to).happening();
        if (language == Language.KO && i < to && last != null) {
          share(last, happening);
        }
        nodes.add(happening.node());
        tokens.addAll(happening.negations);
      }
      and |= i < to && said.get(i).joint == Joint.AND;
    }
    var all = new Condition.All(nodes.stream().map(Node::condition).toList());
    for (var token : tokens) {
      marks.add(
          and
              ? Node.Mark.of(
                  token,
                  "",
                  Answer.Kind.AMBIGUOUS,
                  "none_or_not_all",
                  List.of(new Condition.None(List.of(all))))
              : Node.Mark.of(token, ""));
    }
    var into = said.get(to);
    for (var i = to - 1; i >= from; i--) {
      into.holds.addAll(0, said.get(i).holds);
      said.remove(i);
    }
    into.happened.clear();
    into.whole = Node.together(Node.How.NONE, nodes).with(marks);
  }

  /// What is said of the last of several nouns is said of each.
  private static void share(Happening last, Happening one) {
    if (one.window == null) {
      one.window = last.window;
      one.when = last.when;
    }
    if (one.measures.isEmpty()) {
      one.measures.addAll(last.measures);
    }
  }

  // ---- and, or

  private Node together() {
    var nodes = new ArrayList<Node>();
    var joints = new ArrayList<Joint>();
    var loose = new HashSet<Integer>();
    for (var i = 0; i < said.size(); i++) {
      var one = said.get(i);
      if (i + 1 < said.size() && loosely(i)) {
        loose.add(nodes.size());
      }
      nodes.add(node(one));
      joints.add(one.joint);
    }
    return or(nodes, joints, loose);
  }

  /// 서울에 사는 여성 또는 부산에 사는 남성: the *or* stands between people, not between two things said of the
  /// same.
  private boolean loosely(int i) {
    var one = said.get(i);
    if (one.joint != Joint.OR) {
      return false;
    }
    return language == Language.KO
        ? one.happened.isEmpty()
            && one.whole == null
            && one.bare
            && i > 0
            && said.get(i - 1).joint == Joint.RELATIVE
        : said.get(i + 1).happened.isEmpty() && said.get(i + 1).joint == Joint.RELATIVE && i > 0;
  }

  private static Node node(Said one) {
    var nodes = new ArrayList<Node>();
    one.holds.forEach(holds -> nodes.add(holds.built()));
    for (var happening : one.happened) {
      var node = happening.node();
      if (happening.negative) {
        var marks = happening.negations.stream().map(token -> Node.Mark.of(token, "")).toList();
        node = Node.together(Node.How.NONE, List.of(node)).with(marks);
      }
      nodes.add(node);
    }
    if (one.whole != null) {
      nodes.add(one.whole);
    }
    return Node.together(Node.How.ALL, nodes);
  }

  private Node or(List<Node> nodes, List<Joint> joints, Set<Integer> loose) {
    if (loose.isEmpty()) {
      return all(nodes, joints);
    }
    var sides = new ArrayList<Node>();
    var from = 0;
    for (var i = 0; i < nodes.size(); i++) {
      if (loose.contains(i) || i == nodes.size() - 1) {
        sides.add(all(nodes.subList(from, i + 1), joints.subList(from, i + 1)));
        from = i + 1;
      }
    }
    return unsure(Node.together(Node.How.ANY, sides), all(nodes, joints), nodes);
  }

  /// What is said of the noun to come holds besides all that comes.
  private Node all(List<Node> nodes, List<Joint> joints) {
    var groups = new ArrayList<Node>();
    var from = 0;
    for (var i = 0; i < nodes.size(); i++) {
      var joint = joints.get(i);
      if (!goesOn(joint) || i == nodes.size() - 1) {
        groups.add(group(nodes.subList(from, i + 1), joints.subList(from, i)));
        from = i + 1;
      }
    }
    return Node.together(Node.How.ALL, groups);
  }

  private Node group(List<Node> nodes, List<Joint> joints) {
    var or = joints.contains(Joint.OR);
    var and = joints.stream().anyMatch(joint -> joint != Joint.OR);
    if (!or) {
      return Node.together(Node.How.ALL, nodes);
    }
    if (!and) {
      return Node.together(Node.How.ANY, nodes);
    }
    return unsure(
        split(nodes, joints, true, Node.How.ALL, Node.How.ANY),
        split(nodes, joints, false, Node.How.ANY, Node.How.ALL),
        nodes);
  }

  private static Node split(
      List<Node> nodes, List<Joint> joints, boolean atOr, Node.How inner, Node.How outer) {
    var parts = new ArrayList<Node>();
    var from = 0;
    for (var i = 0; i < nodes.size(); i++) {
      if (i == nodes.size() - 1 || (joints.get(i) == Joint.OR) == atOr) {
        parts.add(Node.together(inner, nodes.subList(from, i + 1)));
        from = i + 1;
      }
    }
    return Node.together(outer, parts);
  }

  /// A node that may as well be put together another way.
  private static Node unsure(Node node, Node other, List<Node> of) {
    if (node.condition().equals(other.condition())) {
      return node;
    }
    var from = Integer.MAX_VALUE;
    var to = 0;
    var pending = new ArrayList<>(of);
    while (!pending.isEmpty()) {
      var one = pending.removeLast();
      for (var mark : one.marks()) {
        from = Math.min(from, mark.from());
        to = Math.max(to, mark.to());
      }
      if (one instanceof Node.Many(_, var inner, _)) {
        pending.addAll(inner);
      }
    }
    return node.with(
        List.of(
            new Node.Mark(
                from,
                to,
                "",
                Answer.Kind.AMBIGUOUS,
                "and_or_order",
                null,
                List.of(other.condition()))));
  }
}
