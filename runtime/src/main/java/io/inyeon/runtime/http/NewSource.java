package io.inyeon.runtime.http;

import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an operator says of a source that is to be made.
///
/// @param party 1 first, 0 zero (told by the person), 2 partners, 3 third
/// @param trustsProperties whether `properties.email` and `properties.phone` are identifiers
/// @param aliasesAnchors whether its `alias` may make two anchors one; of a trusted kind only
public record NewSource(
    String name, SourceKind kind, int party, boolean trustsProperties, boolean aliasesAnchors) {
  private static final int LONGEST_NAME = 200;
  private static final int FIRST_PARTY = 1;
  private static final int THIRD_PARTY = 3;

  static NewSource of(Value.Fields fields) throws Refusal {
    var name = fields.text("name");
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refusal(400, "invalid_name", "A source needs a name of 1 to 200 characters.");
    }
    var kind = kind(fields.text("kind"));
    var aliasesAnchors = truth(fields, "aliasesAnchors", "invalid_aliases_anchors");
    if (aliasesAnchors && !kind.trusted()) {
      throw new Refusal(
          400, "invalid_aliases_anchors", "Only a server or an import may make two people one.");
    }
    return new NewSource(
        name.strip(),
        kind,
        party(fields.get("party")),
        truth(fields, "trustsProperties", "invalid_trusts_properties"),
        aliasesAnchors);
  }

  private static SourceKind kind(@Nullable String written) throws Refusal {
    for (var kind : SourceKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(written)) {
        return kind;
      }
    }
    throw new Refusal(400, "invalid_kind", "The kind is browser, app, server or import.");
  }

  private static int party(@Nullable Value written) throws Refusal {
    if (written == null || written == Value.Nothing.NOTHING) {
      return FIRST_PARTY;
    }
    for (var party = 0; party <= THIRD_PARTY; party++) {
      if (written instanceof Value.Decimal(var number)
          && number.compareTo(BigDecimal.valueOf(party)) == 0) {
        return party;
      }
    }
    throw new Refusal(
        400, "invalid_party", "The party is 0 (the person), 1 (us), 2 (a partner) or 3 (a third).");
  }

  private static boolean truth(Value.Fields fields, String name, String code) throws Refusal {
    return switch (fields.get(name)) {
      case null -> false;
      case Value.Truth(var truth) -> truth;
      case Value.Nothing _ -> false;
      case Value _ -> throw new Refusal(400, code, name + " is true or false.");
    };
  }
}
