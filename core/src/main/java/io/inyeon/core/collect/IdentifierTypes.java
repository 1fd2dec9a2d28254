package io.inyeon.core.collect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The types of identifier that a workspace knows, ready for use.
public final class IdentifierTypes {
  /// Longer values name nobody that anybody could type.
  static final int MAX_LENGTH = 512;

  /// Types beside the ready-made ones that a workspace can have.
  static final int MAX_CUSTOM = 200;

  private static final int MAX_NAME_LENGTH = 50;
  private static final String QUOTES = "\"'`“”‘’";

  private final Map<String, Known> byName = new HashMap<>();
  private final Known custom;
  private final int customTypes;
  private final String region;
  private final PhoneNumbers phones;
  private final Comparator<Identifier> strongestFirst;
  private final boolean anyByLogin;

  /// A type with what follows from its settings.
  ///
  /// @param longestBlocked length of the longest of the blocked values
  private record Known(
      IdentifierType type,
      Set<String> blocked,
      int longestBlocked,
      List<Predicate<String>> patterns) {
    static Known of(IdentifierType type, Patterns patterns) {
      return new Known(
          type,
          Set.copyOf(type.blocked()),
          type.blocked().stream().mapToInt(String::length).max().orElse(0),
          type.blockedPatterns().stream().map(patterns::matching).toList());
    }

    boolean blocks(String value) {
      if (value.length() <= longestBlocked && blocked.contains(value)) {
        return true;
      }
      for (var pattern : patterns) {
        if (pattern.test(value)) {
          return true;
        }
      }
      return false;
    }
  }

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
    this.custom = Known.of(custom, patterns);
    this.region = region;
    this.phones = phones;
    for (var type : types) {
      byName.put(type.name(), Known.of(type, patterns));
    }
    customTypes = (int) types.stream().filter(each -> !StandardTypes.has(each.name())).count();
    anyByLogin =
        custom.policy() != SharedPolicy.FIRST
            || types.stream().anyMatch(each -> each.policy() != SharedPolicy.FIRST);
    strongestFirst =
        Comparator.<Identifier>comparingInt(each -> priority(each.type()))
            .thenComparing(Comparator.naturalOrder());
  }

  /// Whether the workspace has a type of this name, be it ready-made or created since.
  public boolean knows(String type) {
    return byName.containsKey(type);
  }

  /// How many more types a workspace can be given.
  public int room() {
    return Math.max(0, MAX_CUSTOM - customTypes);
  }

  /// The settings of a type; those of a custom one when it is not listed.
  public IdentifierType type(String name) {
    return known(name).type;
  }

  private Known known(String name) {
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

  /// Whether logins decide whose some of the values are, see [SharedPolicy].
  public boolean byLogin(String type) {
    return anyByLogin && type(type).policy() != SharedPolicy.FIRST;
  }

  /// Whether any type is such.
  public boolean anyByLogin() {
    return anyByLogin;
  }

  /// The one form of a type's name: trimmed, in lower case, of at most 50 letters, digits, `_`, `.`
  /// and `-`; `null` when it cannot be brought to it.
  public static @Nullable String typeName(String written) {
    var name = Characters.trimmed(written).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      return null;
    }
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      var letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && c != '_' && c != '.' && c != '-') {
        return null;
      }
    }
    return name;
  }

  /// The identifier in its one form; `null` when the text is none: blank, a lone surrogate, a
  /// control character, longer than 512 characters, or no phone number. A blocked value is one.
  public @Nullable Identifier normalise(String type, String written) {
    var trimmed = Characters.trimmed(written);
    if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH || !Characters.fit(trimmed)) {
      return null;
    }
    var composed = Characters.nfc(trimmed);
    var value =
        switch (type(type).normaliser()) {
          case PLAIN -> composed;
          // Lower case can come apart again: the small form of J with caron is one character.
          case EMAIL -> Characters.nfc(composed.toLowerCase(Locale.ROOT));
          case PHONE -> phones.e164(composed, region);
        };
    return value == null || value.isEmpty() || value.length() > MAX_LENGTH
        ? null
        : new Identifier(type, value);
  }

  /// Whether the value names nobody, by the rules: `null`, `guest`, `000-0000`, quoted or not, in
  /// any case.
  public boolean blocked(Identifier identifier) {
    var known = known(identifier.type());
    var value = identifier.value();
    var last = value.length() - 1;
    if (QUOTES.indexOf(value.charAt(0)) >= 0 || QUOTES.indexOf(value.charAt(last)) >= 0) {
      value = unquoted(value);
    }
    return known.blocks(value.toLowerCase(Locale.ROOT));
  }

  private static String unquoted(String value) {
    var start = 0;
    var end = value.length();
    while (start < end && QUOTES.indexOf(value.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && QUOTES.indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return Characters.trimmed(value.substring(start, end));
  }
}
