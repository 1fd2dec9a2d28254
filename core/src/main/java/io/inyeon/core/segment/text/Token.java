package io.inyeon.core.segment.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some characters with what they may mean; nothing when nobody knows.
///
/// @param from offset in the text as it was written
/// @param to offset after the last character
/// @param corrected the word that was meant, when this one was misspelt
/// @param verb whether it is a Korean verb, so that something is said by it
record Token(int from, int to, List<Meaning> meanings, @Nullable String corrected, boolean verb) {
  Token {
    meanings = List.copyOf(meanings);
  }

  static Token joined(Token first, Token last, Meaning meaning) {
    return new Token(
        Math.min(first.from, last.from),
        Math.max(first.to, last.to),
        List.of(meaning),
        null,
        first.verb || last.verb);
  }

  boolean does(Word word) {
    for (var meaning : meanings) {
      if (meaning instanceof Meaning.Does(var one) && one == word) {
        return true;
      }
    }
    return false;
  }

  <M extends Meaning> @Nullable M as(Class<M> kind) {
    for (var meaning : meanings) {
      if (kind.isInstance(meaning)) {
        return kind.cast(meaning);
      }
    }
    return null;
  }

  <M extends Meaning> List<M> all(Class<M> kind) {
    return meanings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Nullable Quantity quantity() {
    var number = as(Meaning.Numeral.class);
    return number == null ? null : number.quantity();
  }

  boolean unknown() {
    return meanings.isEmpty();
  }
}
