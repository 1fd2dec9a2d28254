package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import org.jspecify.annotations.Nullable;

/// The schemas that others may refer to by an address. Nothing is ever fetched: what is not here
/// does not exist.
@FunctionalInterface
public interface Documents {
  /// The document at an absolute address without a fragment; `null` for none.
  @Nullable Value at(String address);
}
