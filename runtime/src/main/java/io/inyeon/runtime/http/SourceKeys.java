package io.inyeon.runtime.http;

import io.inyeon.core.collect.Source;
import org.jspecify.annotations.Nullable;

/// Which source a write key names. From memory: it must be known even when storage is down.
@FunctionalInterface
public interface SourceKeys {
  /// The source; `null` when no source has the key, or a disabled one.
  @Nullable Source byWriteKey(String writeKey);
}
