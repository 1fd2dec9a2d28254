package io.inyeon.core.collect;

import java.util.List;
import java.util.Set;

/// The types of identifier that every workspace has from the start, strongest first.
public final class StandardTypes {
  public static final String USER_ID = "user_id";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String ANDROID_ID = "android.id";
  public static final String ANDROID_IDFA = "android.idfa";
  public static final String IOS_ID = "ios.id";
  public static final String IOS_IDFA = "ios.idfa";
  public static final String ANDROID_PUSH_TOKEN = "android.push_token";
  public static final String IOS_PUSH_TOKEN = "ios.push_token";
  public static final String ANONYMOUS_ID = "anonymous_id";

  /// A row of an import, `{source id}/{the row's key}`. Only servers and imports may name one.
  public static final String ROW = "row";

  /// Where types that a source or a person adds stand: after the phone number, before devices.
  private static final int CUSTOM_PRIORITY = 100;

  private static final int SHARED_ABOVE = 20;
  private static final int HUB_ABOVE = 1_000;

  /// What names nobody: the accidents of programs and of people who would not say.
  private static final List<String> BLOCKED =
      List.of(
          "-1",
          "null",
          "undefined",
          "none",
          "nil",
          "nan",
          "anonymous",
          "guest",
          "unknown",
          "[object object]",
          "true",
          "false");

  private static final List<String> BLOCKED_PATTERNS = List.of("^[0-]*$");

  private static final List<IdentifierType> TYPES =
      List.of(
          new IdentifierType(
              USER_ID,
              1,
              true,
              0,
              BLOCKED,
              BLOCKED_PATTERNS,
              IdentifierType.Normaliser.PLAIN,
              SHARED_ABOVE,
              HUB_ABOVE,
              List.of()),
          type(EMAIL, 2, 5, IdentifierType.Normaliser.EMAIL),
          type(PHONE, 3, 3, IdentifierType.Normaliser.PHONE),
          unlimited(ANDROID_ID, 1_000),
          unlimited(ANDROID_IDFA, 1_001),
          unlimited(IOS_ID, 1_002),
          unlimited(IOS_IDFA, 1_003),
          unlimited(ANDROID_PUSH_TOKEN, 2_000),
          unlimited(IOS_PUSH_TOKEN, 2_001),
          unlimited(ANONYMOUS_ID, 3_000),
          new IdentifierType(
              ROW,
              4_000,
              false,
              0,
              BLOCKED,
              BLOCKED_PATTERNS,
              IdentifierType.Normaliser.PLAIN,
              SHARED_ABOVE,
              HUB_ABOVE,
              List.of(SourceKind.SERVER, SourceKind.IMPORT)));

  private static final Set<String> NAMES =
      Set.copyOf(TYPES.stream().map(IdentifierType::name).toList());

  /// Those that name a device, a cookie or a row, and nobody whom one could call by it.
  private static final Set<String> NAMELESS =
      Set.of(
          ANDROID_ID,
          ANDROID_IDFA,
          IOS_ID,
          IOS_IDFA,
          ANDROID_PUSH_TOKEN,
          IOS_PUSH_TOKEN,
          ANONYMOUS_ID,
          ROW);

  private StandardTypes() {}

  /// Whether identifiers of this type make nobody known: they name a device, a cookie or a row.
  public static boolean nameless(String name) {
    return NAMELESS.contains(name);
  }

  /// Whether a type of this name is one of them.
  public static boolean has(String name) {
    return NAMES.contains(name);
  }

  /// Their settings until an operator changes them.
  public static List<IdentifierType> all() {
    return TYPES;
  }

  /// The settings of every other type until an operator changes them.
  public static IdentifierType custom() {
    return type("custom", CUSTOM_PRIORITY, 5, IdentifierType.Normaliser.PLAIN);
  }

  private static IdentifierType unlimited(String name, int priority) {
    return type(name, priority, 0, IdentifierType.Normaliser.PLAIN);
  }

  private static IdentifierType type(
      String name, int priority, int limit, IdentifierType.Normaliser normaliser) {
    return new IdentifierType(
        name,
        priority,
        false,
        limit,
        BLOCKED,
        BLOCKED_PATTERNS,
        normaliser,
        SHARED_ABOVE,
        HUB_ABOVE,
        List.of());
  }
}
