package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.List;

/// When an identifier names more than one person: a shop's tablet, `info@`, `userId: "test"`.
///
/// Each answer holds for a rank: it looks at links of that rank or better, and speaks of links of
/// that rank or worse. So what browsers say can never make an e-mail shared for servers.
final class Sharing {
  private Sharing() {}

  /// Whether a type's identifiers stand above another's.
  static boolean stronger(String type, String than, IdentifierTypes types) {
    var order = Integer.compare(types.priority(type), types.priority(than));
    return order != 0 ? order < 0 : type.compareTo(than) < 0;
  }

  /// Whether it has too many of one stronger type: none of its links links.
  static boolean withAll(Identifier identifier, Tally tally, int rank, IdentifierTypes types) {
    var most = types.type(identifier.type()).sharedAbove();
    return tally.any(
        rank, (type, count) -> count > most && stronger(type, identifier.type(), types));
  }

  /// The stronger types of which it has too many, see [#withAll].
  static List<String> tooMany(Identifier identifier, Tally tally, int rank, IdentifierTypes types) {
    var most = types.type(identifier.type()).sharedAbove();
    return tally.byType().keySet().stream()
        .filter(type -> tally.upTo(type, rank) > most && stronger(type, identifier.type(), types))
        .toList();
  }

  /// Whether it is a hub for a type: none of its links to that type links.
  static boolean withType(
      Identifier identifier, Tally tally, String type, int rank, IdentifierTypes types) {
    return tally.upTo(type, rank) > types.type(identifier.type()).hubAbove();
  }

  /// Whether it is shared in either way, and so owns nothing that somebody else can own.
  static boolean any(Identifier identifier, Tally tally, int rank, IdentifierTypes types) {
    var settings = types.type(identifier.type());
    return tally.any(
        rank,
        (type, count) ->
            count > settings.hubAbove()
                || (count > settings.sharedAbove() && stronger(type, identifier.type(), types)));
  }

  /// Whether, as far as this end goes, a link of this rank to that type links.
  static boolean lets(
      Identifier end, Tally tally, String otherType, int rank, IdentifierTypes types) {
    return !withType(end, tally, otherType, rank, types) && !withAll(end, tally, rank, types);
  }
}
