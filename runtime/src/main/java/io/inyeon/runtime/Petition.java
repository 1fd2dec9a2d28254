package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.http.Asked;
import io.inyeon.runtime.http.IdentityDesk.Result.Refused;
import io.inyeon.runtime.http.Who;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a steward asked for, looked up and checked.
sealed interface Petition {
  /// It can be done by this entry.
  record Fit(Entry entry, SortedSet<Identifier> named) implements Petition {}

  /// It cannot be done.
  record Unfit(Refused why) implements Petition {}

  /// Characters that a reason may have.
  int LONGEST_REASON = 1_000;

  /// Says it in the terms of the log.
  ///
  /// @param id of the cut or link to be
  /// @param at milliseconds since 1970
  static Petition of(Asked asked, Snapshot before, Rules rules, String id, long at, String author) {
    try {
      var reason = reason(asked.reason());
      return switch (asked) {
        case Asked.Apart(var left, var right, _) ->
            cut(set(left, before, rules), set(right, before, rules), id, at, author, reason);
        case Asked.Unmerge(var profile, var identifiers, _) -> {
          var part = part(identifier(profile, before, rules), before, rules);
          var left = set(identifiers, before, rules);
          for (var each : left) {
            if (!part.contains(each)) {
              throw new No("not_in_profile", "The profile does not hold " + each + ".");
            }
          }
          var right = new TreeSet<>(part);
          right.removeAll(left);
          yield cut(left, right, id, at, author, reason);
        }
        case Asked.Together(var a, var b, _) -> {
          var one = named(a, before, rules);
          var other = named(b, before, rules);
          if (one.equals(other)) {
            throw new No("same_identifier", "Both are " + one + ".");
          }
          var link = new StewardLink(id, Pair.of(one, other, rules.types()), at, author, reason);
          yield new Fit(
              new Entry.LinkMade(0, at, author, link), new TreeSet<>(List.of(one, other)));
        }
      };
    } catch (No no) {
      return new Unfit(new Refused(no.code, no.detail));
    }
  }

  private static Petition cut(
      SortedSet<Identifier> left,
      SortedSet<Identifier> right,
      String id,
      long at,
      String author,
      String reason)
      throws No {
    if (left.isEmpty() || right.isEmpty()) {
      throw new No("empty_side", "A cut lies between two sets; one of them is empty.");
    }
    if (!Collections.disjoint(left, right)) {
      var both = new TreeSet<>(left);
      both.retainAll(right);
      throw new No("same_identifier", "On both sides stands " + both.first() + ".");
    }
    if ((long) left.size() * right.size() > Cut.MOST_PAIRS) {
      throw new No(
          "too_many_pairs", "A cut may lie across " + Cut.MOST_PAIRS + " pairs; name fewer.");
    }
    var named = new TreeSet<>(left);
    named.addAll(right);
    var cut = new Cut(id, left, right, at, author, reason);
    return new Fit(new Entry.CutMade(0, at, author, cut), named);
  }

  private static SortedSet<Identifier> set(List<Who> names, Snapshot before, Rules rules)
      throws No {
    var all = new TreeSet<Identifier>();
    for (var name : names) {
      all.add(named(name, before, rules));
    }
    return all;
  }

  /// An identifier that can name somebody.
  private static Identifier named(Who who, Snapshot before, Rules rules) throws No {
    var identifier = identifier(who, before, rules);
    if (rules.types().blocked(identifier) && before.get(new Key.OfIdentifier(identifier)) == null) {
      throw new No("blocked_identifier", "By the rules " + identifier + " names nobody.");
    }
    return identifier;
  }

  private static Identifier identifier(Who who, Snapshot before, Rules rules) throws No {
    return switch (who) {
      case Who.Id(var id) -> {
        var identifier = before.get(new Key.OfProfile(id));
        if (identifier == null) {
          throw new No("profile_not_found", "Nobody is known by " + id.value() + ".");
        }
        yield identifier;
      }
      case Who.Named(var type, var value) -> {
        if (!rules.types().knows(type)) {
          throw new No("unknown_type", "The workspace has no type of identifier " + type + ".");
        }
        var identifier = rules.types().normalise(type, value);
        if (identifier == null) {
          throw new No("invalid_identifier", "No " + type + " can be " + value + ".");
        }
        yield identifier;
      }
    };
  }

  private static SortedSet<Identifier> part(Identifier of, Snapshot before, Rules rules) throws No {
    var holder = before.get(new Key.OfIdentifier(of));
    if (holder == null) {
      throw new No("profile_not_found", "Nobody is known by " + of + ".");
    }
    var tree = before.get(new Key.Tree(holder.tree()));
    if (tree == null) {
      throw new IllegalStateException("no tree " + holder.tree());
    }
    return tree.part(of, rules);
  }

  private static String reason(String written) throws No {
    var reason = written.strip();
    if (reason.isEmpty()) {
      throw new No("missing_reason", "Say why; it is kept with the decision.");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new No("reason_too_long", "A reason has " + LONGEST_REASON + " characters at most.");
    }
    return reason;
  }

  /// Why not. Costs no stack trace and never leaves this file.
  final class No extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String detail;

    private No(String code, String detail) {
      super(code, null, false, false);
      this.code = code;
      this.detail = detail;
    }
  }
}
