package io.inyeon.core.segment.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Words that say one thing, up to where the next thing begins.
///
/// @param joint how it hangs together with what comes after it
record Clause(List<Token> tokens, Joint joint) {
  Clause {
    tokens = List.copyOf(tokens);
  }

  /// How two clauses hang together.
  enum Joint {
    AND,
    OR,
    /// An *and* that nothing said of the first is said of the second across.
    BUT,
    /// The first is said of the noun that comes.
    RELATIVE,
    /// What comes happened after it.
    THEN,
    /// What comes happened before it.
    AFTER,
    COMMA,
    END
  }

  Clause with(Joint other) {
    return new Clause(tokens, other);
  }

  Clause before(Clause next) {
    var all = new ArrayList<>(tokens);
    all.addAll(next.tokens);
    return new Clause(all, next.joint);
  }

  boolean any(Predicate<Token> such) {
    return tokens.stream().anyMatch(such);
  }

  boolean does(Word word) {
    return any(token -> token.does(word));
  }

  boolean has(Class<? extends Meaning> kind) {
    return any(token -> token.as(kind) != null);
  }
}
