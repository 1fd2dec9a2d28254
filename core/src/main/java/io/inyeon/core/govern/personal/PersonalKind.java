package io.inyeon.core.govern.personal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a value says of a person, as it can be recognised by its form.
public enum PersonalKind {
  EMAIL,
  PHONE,
  /// A payment card's number (ISO/IEC 7812). Never kept.
  CARD,
  /// A Korean resident or foreigner registration number (주민등록번호, 외국인등록번호). Never kept: PIPA article
  /// 24-2 forbids to process it without a law that demands so.
  RESIDENT_NUMBER,
  PASSPORT,
  NAME,
  ADDRESS,
  /// An address of the internet. Kept in part.
  IP;

  /// As it is written, e.g. `resident_number`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether values of it are masked before they are kept.
  public boolean forbidden() {
    return this == CARD || this == RESIDENT_NUMBER;
  }

  /// By what is written; `null` for none.
  public static @Nullable PersonalKind of(String code) {
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    return null;
  }
}
