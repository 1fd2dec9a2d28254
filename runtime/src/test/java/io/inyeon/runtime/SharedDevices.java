package io.inyeon.runtime;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.unify.Cut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Whose the events of a cookie are, by nothing but the words of the policies.
final class SharedDevices {
  private SharedDevices() {}

  /// The next rules, by which cookies are shared.
  static RulesDocument rules(RulesDocument old, SharedPolicy policy) {
    return new RulesDocument(
        old.version() + 1,
        old.workspaceKey(),
        old.region(),
        old.currency(),
        old.timeZone(),
        old.types().stream()
            .map(type -> type.name().equals("anonymous_id") ? type.with(policy) : type)
            .toList(),
        old.customType(),
        old.traits(),
        old.rates());
  }

  /// Whose an event is, in a world of users and cookies in which nobody is shared by too many.
  ///
  /// @param all the events on record
  /// @param cuts in force, users on the left, cookies on the right
  static Identifier holder(
      Event event, Collection<Event> all, Collection<Cut> cuts, SharedPolicy policy) {
    var owner = event.identifiers().getFirst();
    if (!owner.type().equals("anonymous_id") || policy == SharedPolicy.FIRST) {
      return owner;
    }
    var logins = new ArrayList<Event>();
    for (var login : all) {
      var who = login.identifiers().getFirst();
      if (login.identifiers().contains(owner)
          && who.type().equals("user_id")
          && cuts.stream()
              .noneMatch(cut -> cut.left().contains(who) && cut.right().contains(owner))) {
        logins.add(login);
      }
    }
    logins.sort(
        Comparator.comparingLong((Event login) -> login.head().time())
            .thenComparing(login -> login.head().messageId(), Identifier::compareBytes));
    if (logins.isEmpty()) {
      return owner;
    }
    var until =
        policy == SharedPolicy.LAST
            ? Long.MAX_VALUE
            : Math.max(event.head().time(), logins.getFirst().head().time());
    List<Event> begun = logins.stream().filter(login -> login.head().time() <= until).toList();
    return begun.getLast().identifiers().getFirst();
  }
}
