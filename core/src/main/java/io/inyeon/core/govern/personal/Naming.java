package io.inyeon.core.govern.personal;

import java.util.Set;

/// Where in an event something stands that names the event or a person. A number that is hidden
/// there leaves nothing behind: what is left of it would name everybody with the same last digits.
public final class Naming {
  private static final Set<String> PLACES =
      Set.of(
          "/messageId",
          "/userId",
          "/anonymousId",
          "/previousId",
          "/groupId",
          "/traits/email",
          "/traits/phone",
          "/context/traits/email",
          "/context/traits/phone",
          "/properties/email",
          "/properties/phone",
          "/context/device/id",
          "/context/device/advertisingId",
          "/context/device/token");

  private Naming() {}

  /// Whether a value names.
  ///
  /// @param pointer its JSON Pointer within the event
  public static boolean at(String pointer) {
    return PLACES.contains(pointer) || pointer.startsWith("/context/externalIds/");
  }
}
