package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;

/// Identifiers as bytes: the usual types are one byte, and UUIDs are short.
final class IdentifierBytes {
  private static final int OTHER = 0;
  private static final int USER_ID = 1;
  private static final int EMAIL = 2;
  private static final int PHONE = 3;
  private static final int ANONYMOUS_ID = 4;

  private IdentifierBytes() {}

  static void write(Encoder to, Identifier identifier) {
    type(to, identifier.type());
    to.id(identifier.value());
  }

  static Identifier read(Decoder from) {
    var type = type(from);
    var value = from.id();
    if (type.isEmpty() || value.isEmpty()) {
      throw new Undecodable("an identifier without a type or a value", 0);
    }
    return new Identifier(type, value);
  }

  static void type(Encoder to, String type) {
    switch (type) {
      case "user_id" -> to.octet(USER_ID);
      case "email" -> to.octet(EMAIL);
      case "phone" -> to.octet(PHONE);
      case "anonymous_id" -> to.octet(ANONYMOUS_ID);
      default -> to.octet(OTHER).text(type);
    }
  }

  static String type(Decoder from) {
    return switch (from.octet()) {
      case OTHER -> from.text();
      case USER_ID -> "user_id";
      case EMAIL -> "email";
      case PHONE -> "phone";
      case ANONYMOUS_ID -> "anonymous_id";
      default -> throw new Undecodable("no type of identifier", 0);
    };
  }
}
