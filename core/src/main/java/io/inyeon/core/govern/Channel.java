package io.inyeon.core.govern;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.StandardTypes;
import java.util.Collection;

/// By which way a purpose reaches people.
public enum Channel {
  /// By none: the data is used in the house.
  NONE,
  EMAIL,
  SMS,
  PUSH;

  /// Whether somebody with these identifiers can be reached.
  public boolean reaches(Collection<Identifier> identifiers) {
    return this == NONE || identifiers.stream().anyMatch(this::fits);
  }

  private boolean fits(Identifier identifier) {
    return switch (this) {
      case NONE -> true;
      case EMAIL -> identifier.type().equals(StandardTypes.EMAIL);
      case SMS -> identifier.type().equals(StandardTypes.PHONE) && mobile(identifier.value());
      case PUSH ->
          identifier.type().equals(StandardTypes.ANDROID_PUSH_TOKEN)
              || identifier.type().equals(StandardTypes.IOS_PUSH_TOKEN);
    };
  }

  /// Whether a number in E.164 may take messages. Of Korea's numbers those of mobile phones do (010
  /// and the older 011, 016 to 019); elsewhere the number does not say.
  private static boolean mobile(String e164) {
    return !e164.startsWith("+82") || e164.startsWith("+821");
  }
}
