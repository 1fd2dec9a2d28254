package io.inyeon.core;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;

/// The rules in force, ready for use.
public record Rules(RulesDocument document, IdentifierTypes types) {
  public static Rules of(RulesDocument document, PhoneNumbers phones, Patterns patterns) {
    return new Rules(
        document,
        new IdentifierTypes(
            document.types(), document.customType(), document.region(), phones, patterns));
  }
}
