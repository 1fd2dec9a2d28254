package io.inyeon.core.govern.schema;

/// By which words a schema is to be read.
///
/// @param draft the edition
/// @param validates whether it has the words that refuse values: type, enum, minimum and such
record Dialect(Draft draft, boolean validates) {
  /// An edition of JSON Schema.
  enum Draft {
    DRAFT_7,
    DRAFT_2020_12
  }

  static final String ID_7 = "http://json-schema.org/draft-07/schema";
  static final String ID_2020_12 = "https://json-schema.org/draft/2020-12/schema";
  static final String VALIDATION = "https://json-schema.org/draft/2020-12/vocab/validation";

  static final Dialect OF_7 = new Dialect(Draft.DRAFT_7, true);
  static final Dialect OF_2020_12 = new Dialect(Draft.DRAFT_2020_12, true);

  boolean seven() {
    return draft == Draft.DRAFT_7;
  }
}
