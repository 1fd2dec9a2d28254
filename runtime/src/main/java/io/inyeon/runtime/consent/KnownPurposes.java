package io.inyeon.runtime.consent;

import io.inyeon.core.govern.LedgerPayload;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.Purposes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The purposes as they were at the place of the log where the ledger is.
final class KnownPurposes implements LedgerPayload.Definitions {
  private final Map<String, Map<String, Purpose>> versions = new HashMap<>();
  private Purposes latest = Purposes.NONE;

  void add(Purpose purpose) {
    versions
        .computeIfAbsent(purpose.key(), _ -> new HashMap<>())
        .put(Integer.toString(purpose.version()), purpose);
    latest = latest.with(purpose);
  }

  @Override
  public @Nullable Purpose meant(String name) {
    return latest.meant(name);
  }

  @Override
  public @Nullable Purpose version(String key, String version) {
    var written = version.startsWith("v") ? version.substring(1) : version;
    return versions.getOrDefault(key, Map.of()).get(written);
  }
}
