package io.inyeon.core.collect;

import java.util.List;

/// What the workspace's rules say of one type of identifier.
///
/// @param name `user_id`, `email`, ...; lower case letters, digits, `_`, `.` and `-`
/// @param priority 1 is the strongest; custom types share one and are ordered by name, any other is
///   one type's alone
/// @param anchor a person has only one of it; exactly one type of a workspace is the anchor
/// @param limit values that one profile may hold, ever; 0 means no limit
/// @param blocked values that name nobody, in lower case and without quotes
/// @param blockedPatterns patterns of such values, in RE2 syntax, matched against the whole value
/// @param normaliser how its values are brought to one form
/// @param sharedAbove more distinct identifiers than this of one stronger type make a value shared
/// @param hubAbove more distinct identifiers than this of any one type make it a hub for that type
/// @param linkedBy kinds of source whose events may link by it; empty means all
/// @param policy whose events are that name nobody stronger than a value of this type; an anchor's
///   are always the anchor's own
public record IdentifierType(
    String name,
    int priority,
    boolean anchor,
    int limit,
    List<String> blocked,
    List<String> blockedPatterns,
    Normaliser normaliser,
    int sharedAbove,
    int hubAbove,
    List<SourceKind> linkedBy,
    SharedPolicy policy) {
  public IdentifierType {
    if (anchor && policy != SharedPolicy.FIRST) {
      throw new IllegalArgumentException("nobody logs in on an anchor: " + name);
    }
    blocked = List.copyOf(blocked);
    blockedPatterns = List.copyOf(blockedPatterns);
    linkedBy = List.copyOf(linkedBy);
  }

  /// A type whose values are whoever's tree holds them.
  public IdentifierType(
      String name,
      int priority,
      boolean anchor,
      int limit,
      List<String> blocked,
      List<String> blockedPatterns,
      Normaliser normaliser,
      int sharedAbove,
      int hubAbove,
      List<SourceKind> linkedBy) {
    this(
        name,
        priority,
        anchor,
        limit,
        blocked,
        blockedPatterns,
        normaliser,
        sharedAbove,
        hubAbove,
        linkedBy,
        SharedPolicy.FIRST);
  }

  /// The same settings with another policy.
  public IdentifierType with(SharedPolicy other) {
    return new IdentifierType(
        name,
        priority,
        anchor,
        limit,
        blocked,
        blockedPatterns,
        normaliser,
        sharedAbove,
        hubAbove,
        linkedBy,
        other);
  }

  /// The same settings under another name, and with no say over who a person is.
  public IdentifierType named(String other) {
    return new IdentifierType(
        other,
        priority,
        false,
        limit,
        blocked,
        blockedPatterns,
        normaliser,
        sharedAbove,
        hubAbove,
        linkedBy,
        policy);
  }

  /// How values of a type are brought to one form.
  public enum Normaliser {
    /// Trimmed, Unicode NFC.
    PLAIN,
    /// Trimmed, NFC, lower case.
    EMAIL,
    /// E.164, with the workspace's region as the default.
    PHONE
  }
}
