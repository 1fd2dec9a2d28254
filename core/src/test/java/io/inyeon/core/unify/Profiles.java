package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Identifier;
import java.util.LinkedHashMap;
import java.util.TreeSet;

/// Profiles of a few events, which all belong to one person.
final class Profiles {
  private Profiles() {}

  static Profile of(Rules rules, LinkPath links, Said... events) {
    var fragments = new LinkedHashMap<FragmentKey, Fragment>();
    var members = new TreeSet<Identifier>();
    for (var said : events) {
      var event = said.event();
      members.addAll(event.identifiers());
      fragments.merge(FragmentKey.of(event), Fragment.of(event, 1, rules), Fragment::plus);
    }
    return Profile.of(new ProfileId("p"), members, fragments, rules, links);
  }
}
