package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.sql.Names;
import io.inyeon.core.unify.Tree;
import java.util.SortedSet;

/// The numbers of people in a model.
final class Persons {
  private Persons() {}

  /// Of the people in a tree the first has its number; the others have those of their names.
  static long number(Tree tree, SortedSet<Identifier> part, boolean first, Rules rules) {
    return first ? tree.id() : Names.person(Tree.representative(part, rules.types()).toString());
  }
}
