package io.inyeon.core.govern.personal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people said of a field: how personal it is, and what it may be used for.
///
/// @param field JSON Pointer: `/traits/email`, `/properties/products/*/name`, `/context/ip`; or
///   `/identifiers/email` for the identifiers of a type. It speaks of all below, too
/// @param purposes keys of those that may see it; all may, of the grade `none`
/// @param kinds what it holds
/// @param note in people's words; may be empty
public record Label(
    String field, Grade grade, Set<String> purposes, Set<PersonalKind> kinds, String note) {
  public Label {
    purposes = Set.copyOf(purposes);
    kinds = Set.copyOf(kinds);
  }

  /// How personal a field is.
  public enum Grade {
    /// It tells nothing of anybody.
    NONE,
    PERSONAL,
    /// What hurts in the wrong hands: a passport's number, an income.
    SENSITIVE,
    /// What the law protects by name: health, faith, politics, union, origin, sexual life (GDPR
    /// article 9, PIPA article 23).
    SPECIAL;

    /// As it is written.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// By what is written; `null` for none.
    public static @Nullable Grade of(@Nullable String code) {
      for (var grade : values()) {
        if (grade.code().equals(code)) {
          return grade;
        }
      }
      return null;
    }
  }
}
