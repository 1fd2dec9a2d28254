package io.inyeon.core.govern.personal;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A place of which a tracking plan says that numbers or addresses there are kept as they come: an
/// order's number that looks like a card's, or what a law demands to be kept.
///
/// ```
/// {"kind": "card", "at": "/properties/order_id"}
/// {"kind": "ip", "at": "/context/ip"}
/// ```
///
/// @param steps of a JSON Pointer; `*` stands for any one step, `**` at the end for all below
public record Keep(Set<PersonalKind> kinds, List<String> steps) {
  private static final Set<PersonalKind> KINDS =
      Set.copyOf(EnumSet.of(PersonalKind.CARD, PersonalKind.RESIDENT_NUMBER, PersonalKind.IP));

  public Keep {
    kinds = Set.copyOf(kinds);
    steps = List.copyOf(steps);
  }

  /// Whether it speaks of a place.
  ///
  /// @param pointer a JSON Pointer within the event
  public boolean covers(PersonalKind kind, String pointer) {
    if (!kinds.contains(kind)) {
      return false;
    }
    var own = Edits.steps(pointer);
    for (var i = 0; i < steps.size(); i++) {
      if (steps.get(i).equals("**") && i == steps.size() - 1) {
        return own.length >= i;
      }
      if (i >= own.length || !(steps.get(i).equals("*") || steps.get(i).equals(own[i]))) {
        return false;
      }
    }
    return own.length == steps.size();
  }

  /// Whether one of several speaks of a place.
  public static boolean any(List<Keep> keeps, PersonalKind kind, String pointer) {
    for (var keep : keeps) {
      if (keep.covers(kind, pointer)) {
        return true;
      }
    }
    return false;
  }

  /// Reads what a plan says under `keep`.
  ///
  /// @param problems is told all that is wrong with it
  public static List<Keep> read(Value written, List<Violation> problems) {
    var keeps = new ArrayList<Keep>();
    if (!(written instanceof Value.Items(var items))) {
      problems.add(new Violation("not_a_list", "/keep", Violation.excerpt(written)));
      return keeps;
    }
    for (var i = 0; i < items.size(); i++) {
      var path = "/keep/" + i;
      if (!(items.get(i) instanceof Value.Fields one)) {
        problems.add(new Violation("not_an_object", path, Violation.excerpt(items.get(i))));
        continue;
      }
      for (var name : one.values().keySet()) {
        if (!Set.of("kind", "at", "reason").contains(name)) {
          problems.add(new Violation("unknown_field", path + Edits.below("", name), ""));
        }
      }
      var said = one.text("kind");
      var kind = said == null ? null : PersonalKind.of(said);
      if (kind == null || !KINDS.contains(kind)) {
        problems.add(new Violation("unknown_kind", path + "/kind", said == null ? "" : said));
        continue;
      }
      var at = one.text("at");
      if (at == null || !at.startsWith("/") || at.length() > 1_000) {
        problems.add(new Violation("invalid_place", path + "/at", at == null ? "" : at));
        continue;
      }
      keeps.add(new Keep(Set.of(kind), List.of(Edits.steps(at))));
    }
    return keeps;
  }
}
