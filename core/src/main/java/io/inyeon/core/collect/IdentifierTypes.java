package io.inyeon.core.collect;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The types of identifier that a workspace knows, ready for use.
public final class IdentifierTypes {
  private final Map<String, IdentifierType> byName = new HashMap<>();
  private final Map<String, List<Predicate<String>>> blockedPatterns = new HashMap<>();
  private final IdentifierType custom;
  private final String region;
  private final PhoneNumbers phones;
  private final Comparator<Identifier> strongestFirst;

  /// Makes the types ready for use.
  ///
  /// @param custom the settings of types that are not listed
  /// @param region the country of phone numbers written without one
  public IdentifierTypes(
      List<IdentifierType> types,
      IdentifierType custom,
      String region,
      PhoneNumbers phones,
      Patterns patterns) {
    this.custom = custom;
    this.region = region;
    this.phones = phones;
    for (var type : types) {
      byName.put(type.name(), type);
      blockedPatterns.put(
          type.name(), type.blockedPatterns().stream().map(patterns::matching).toList());
    }
    blockedPatterns.put("", custom.blockedPatterns().stream().map(patterns::matching).toList());
    strongestFirst =
        Comparator.<Identifier>comparingInt(each -> priority(each.type()))
            .thenComparing(Comparator.naturalOrder());
  }

  /// Whether the workspace has a type of this name, be it ready-made or created since.
  public boolean knows(String type) {
    return byName.containsKey(type);
  }

  /// The settings of a type; those of a custom one when it is not listed.
  public IdentifierType type(String name) {
    return byName.getOrDefault(name, custom);
  }

  /// 1 is the strongest. Custom types share one number and are ordered by name.
  public int priority(String type) {
    return type(type).priority();
  }

  /// By priority, then type name, then bytes.
  public Comparator<Identifier> strongestFirst() {
    return strongestFirst;
  }

  /// Whether a person can have only one of this type.
  public boolean anchor(String type) {
    return type(type).anchor();
  }

  /// The identifier in its one form; `null` when the text is none: blank, a lone surrogate, a
  /// control character, longer than 512 characters, or no phone number. A blocked value is one.
  public @Nullable Identifier normalise(String type, String written) {
    var trimmed = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
    var value =
        switch (type(type).normaliser()) {
          case PLAIN -> trimmed;
          case EMAIL -> trimmed.toLowerCase(Locale.ROOT);
          case PHONE -> phones.e164(trimmed, region);
        };
    return value == null || value.isEmpty() ? null : new Identifier(type, value);
  }

  /// Whether the value names nobody, by the rules: `null`, `guest`, `000-0000`...
  public boolean blocked(Identifier identifier) {
    var value = identifier.value().toLowerCase(Locale.ROOT);
    return type(identifier.type()).blocked().contains(value)
        || blockedPatterns.getOrDefault(identifier.type(), List.of()).stream()
            .anyMatch(pattern -> pattern.test(value));
  }
}
