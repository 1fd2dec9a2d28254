package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.govern.DefaultPurposes;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.unify.Permission;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.consent.LedgerKeeper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Purposes and consents that fit into memory.
final class HouseConsents implements ConsentDesk {
  private static final SavedPurpose SAVED =
      new SavedPurpose(DefaultPurposes.all().getFirst(), 2, 0, "first start", "");

  private static final LedgerKeeper.Entry ENTRY =
      new LedgerKeeper.Entry(
          1, 3, 0, "0".repeat(64), false, new Value.Fields(Map.of("purpose", text("analytics"))));

  private static Value text(String text) {
    return new Value.Text(text);
  }

  @Override
  public List<SavedPurpose> purposes() {
    return List.of(SAVED);
  }

  @Override
  public List<SavedPurpose> versions(String key) {
    return List.of(SAVED);
  }

  @Override
  public Saved save(@Nullable String key, Value.Fields written, int after, String author) {
    return new Saved.Done(SAVED);
  }

  @Override
  public Recorded record(Value.Fields written, String author) {
    return new Recorded.Done(4, List.of("m-1"));
  }

  @Override
  public Standing standing(Who who, @Nullable Long at, long known) {
    var by = new ConsentStatement("analytics", true, 0, "m-1", 1, "1", "ko", "web");
    return new Standing(
        new ProfileId("p"),
        1,
        List.of(
            new Allowed(
                SAVED.purpose(),
                new Permission(Permission.Ground.GRANTED, 0, 2, by, Collections.emptySortedSet()))),
        4);
  }

  @Override
  public ProfileId id(Who who) {
    return new ProfileId("p");
  }

  @Override
  public Boolean permitted(Who who, Bound bound) {
    return true;
  }

  @Override
  public History history(Who who, long before, int limit) {
    return new History(new ProfileId("p"), List.of(ENTRY), 1, 4);
  }

  @Override
  public LedgerKeeper.Standing ledger() {
    return new LedgerKeeper.Standing(1, 0, "0".repeat(64), 4, "key", 200);
  }

  @Override
  public LedgerKeeper.Entry entry(long number) {
    return ENTRY;
  }

  @Override
  public Value.Fields receipt(long number) {
    return new Value.Fields(
        Map.of(
            "receipt",
            new Value.Fields(Map.of()),
            "publicKey",
            text("key"),
            "signature",
            text("signature")));
  }

  @Override
  public boolean await(long position, long timeoutMs) {
    return true;
  }
}
