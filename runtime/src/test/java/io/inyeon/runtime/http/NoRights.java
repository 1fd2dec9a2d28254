package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A house that knows nobody, so that nobody has rights there.
final class NoRights implements RightsDesk {
  @Override
  public ErasureDesk erasures() {
    return new NoErasures();
  }

  @Override
  public StatutoryDesk statutory() {
    throw new UnsupportedOperationException();
  }

  @Override
  public RightsRecords records() {
    throw new UnsupportedOperationException();
  }

  /// Nobody can be erased: nobody is known.
  private static final class NoErasures implements ErasureDesk {
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
}
