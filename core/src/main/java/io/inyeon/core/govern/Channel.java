package io.inyeon.core.govern;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.StandardTypes;

/// By which way a purpose reaches people.
public enum Channel {
  /// By none: the data is used in the house.
  NONE,
  EMAIL,
  SMS,
  PUSH;

  /// Whether an identifier is an address of some channel, and so stands for itself and not for the
  /// person.
  public static boolean isAddress(Identifier identifier) {
    return switch (identifier.type()) {
      case StandardTypes.EMAIL,
          StandardTypes.PHONE,
          StandardTypes.ANDROID_PUSH_TOKEN,
          StandardTypes.IOS_PUSH_TOKEN ->
          true;
      default -> false;
    };
  }

  /// Whether an identifier is an address that messages of this channel can be sent to.
  public boolean fits(Identifier identifier) {
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
