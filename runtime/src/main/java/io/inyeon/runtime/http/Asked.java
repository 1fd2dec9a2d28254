package io.inyeon.runtime.http;

import java.util.List;

/// What a steward asks for, as written: not looked up yet.
public sealed interface Asked {
  /// Why, in the steward's own words.
  String reason();

  /// These two sets are never the same person.
  record Apart(List<Who> left, List<Who> right, String reason) implements Asked {
    public Apart {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /// These identifiers of a profile are somebody else than the rest of it.
  record Unmerge(Who profile, List<Who> identifiers, String reason) implements Asked {
    public Unmerge {
      identifiers = List.copyOf(identifiers);
    }
  }

  /// These two are the same person.
  record Together(Who a, Who b, String reason) implements Asked {}
}
