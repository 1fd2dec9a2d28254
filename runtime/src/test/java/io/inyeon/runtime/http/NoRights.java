package io.inyeon.runtime.http;

import io.inyeon.core.govern.StatutoryRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A house that knows nobody, so that nobody has rights there.
final class NoRights implements RightsDesk {
  @Override
  public ErasureDesk erasures() {
    return new NoErasures();
  }

  @Override
  public StatutoryDesk statutory() {
    return new NoLaw();
  }

  @Override
  public RightsRecords records() {
    return new NoRecords();
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

  /// No law obliges to keep anything.
  private static final class NoLaw implements StatutoryDesk {
    @Override
    public List<StatutoryRule> rules() {
      return StatutoryRule.KOREA;
    }

    @Override
    public void save(List<StatutoryRule> rules, String author) {}

    @Override
    public List<KeptByLaw> kept(String erasure) {
      return List.of();
    }

    @Override
    public @Nullable List<KeptRecord> read(String erasure, String reason, String author) {
      return null;
    }
  }

  /// Nothing is written down.
  private static final class NoRecords implements RightsRecords {
    @Override
    public void accessed(Who who, String reason, String author) {}

    @Override
    public Request ask(
        Who who, Kind kind, @Nullable String law, @Nullable Long receivedAt, String author) {
      return new Request("req_1", kind, "", "pipa", 1, 2, State.OPEN, "", "", "", author, 0);
    }

    @Override
    public List<Request> requests() {
      return List.of();
    }

    @Override
    public @Nullable Request request(String id) {
      return null;
    }

    @Override
    public void save(Request changed, String author) {}

    @Override
    public List<@Nullable String> suppress(List<Suppressed> all, String author) {
      var none = new ArrayList<@Nullable String>();
      all.forEach(_ -> none.add(null));
      return none;
    }

    @Override
    public List<Suppression> suppressions(String after, int limit) {
      return List.of();
    }

    @Override
    public @Nullable Suppression suppressed(String channel, Who who) {
      return null;
    }

    @Override
    public boolean release(String id, String author) {
      return false;
    }

    @Override
    public Set<String> unknownPurposes(Collection<String> names) {
      return Set.of();
    }

    @Override
    public @Nullable Restriction restrict(
        Who who, List<String> purposes, String reason, String author) {
      return null;
    }

    @Override
    public List<Restriction> restrictions() {
      return List.of();
    }

    @Override
    public List<Restriction> restrictions(Who who) {
      return List.of();
    }

    @Override
    public boolean lift(String id, String author) {
      return false;
    }
  }
}
