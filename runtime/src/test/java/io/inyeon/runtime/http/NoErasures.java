package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A house in which nobody was ever erased, and nobody can be: it knows nobody.
final class NoErasures implements ErasureDesk {
  @Override
  public @Nullable Foreseen preview(Who who) {
    return null;
  }

  @Override
  public @Nullable Erased erase(Who who, String reason, String author, boolean scrub) {
    return null;
  }

  @Override
  public List<Erased> all() {
    return List.of();
  }

  @Override
  public @Nullable Erased one(String id) {
    return null;
  }

  @Override
  public @Nullable Erased scrub(String id) {
    return null;
  }

  @Override
  public @Nullable Certified certificate(String id) {
    return null;
  }
}
