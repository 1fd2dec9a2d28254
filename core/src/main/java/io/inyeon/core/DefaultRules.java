package io.inyeon.core;

import io.inyeon.core.collect.StandardTypes;
import java.util.Collections;

/// The rules of a new workspace, before anybody changed them.
public final class DefaultRules {
  private DefaultRules() {}

  /// Version 1 of a workspace's rules.
  ///
  /// @param workspaceKey 32 bytes in hex, random, made once for the workspace
  /// @param region the country (ISO 3166) of phone numbers written without one, e.g. `KR`
  /// @param currency ISO 4217 code in which revenue is summed, e.g. `KRW`
  /// @param timeZone IANA name, e.g. `Asia/Seoul`
  public static RulesDocument of(
      String workspaceKey, String region, String currency, String timeZone) {
    return new RulesDocument(
        1,
        workspaceKey,
        region,
        currency,
        timeZone,
        StandardTypes.all(),
        StandardTypes.custom(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap());
  }
}
