package io.inyeon.core.govern;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Whom a statement is about, as the ledger tells subjects apart: the whole list of identifiers
/// that its event names, and the kind of its source.
///
/// @param identifiers each `type:value`, strongest first
/// @param kind of the source, in lower case
public record LedgerSubject(List<String> identifiers, String kind) {
  public LedgerSubject {
    identifiers = List.copyOf(identifiers);
  }

  /// That of an event.
  public static LedgerSubject of(List<Identifier> identifiers, String kind) {
    return new LedgerSubject(identifiers.stream().map(Identifier::toString).toList(), kind);
  }

  /// The same text for the same subject and no other.
  public String print() {
    var print = new StringBuilder(kind);
    for (var identifier : identifiers) {
      print.append('\n').append(identifier.length()).append(':').append(identifier);
    }
    return print.toString();
  }
}
