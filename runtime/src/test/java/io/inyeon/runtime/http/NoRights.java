package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention;
import io.inyeon.core.govern.StatutoryRule;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.RightsRecords.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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

  @Override
  public void apart(Who who, Apart reader) {
    // Nobody has sent anything.
  }

  @Override
  public BreachDesk breaches() {
    return new NoBreaches();
  }

  /// Nothing got out.
  private static final class NoBreaches implements BreachDesk {
    @Override
    public Opened foresee(Extent extent) {
      return new Opened.Not(422, "source_not_found", "There is no source of this id.");
    }

    @Override
    public Opened open(Extent extent, long discoveredAt, String reason, String author) {
      return new Opened.Not(422, "source_not_found", "There is nothing.");
    }

    @Override
    public List<Breach> latest(String before, int most) {
      return List.of();
    }

    @Override
    public @Nullable Breach one(String id) {
      return null;
    }

    @Override
    public Breach noted(Breach breach, long authorityAt, long subjectsAt, String author) {
      return breach;
    }

    @Override
    public void people(Breach breach, Taker taker) {}
  }

  @Override
  public ProcessingDesk processing() {
    return new ProcessingDesk() {
      @Override
      public Controller controller() {
        return Controller.UNKNOWN;
      }

      @Override
      public void save(Value.Fields document, String author) {}
    };
  }

  @Override
  public RetentionDesk retention() {
    return new NoTerms();
  }

  /// Everything is kept.
  private static final class NoTerms implements RetentionDesk {
    @Override
    public Version current() {
      return new Version(0, Retention.NONE, "", "", 0);
    }

    @Override
    public List<Version> versions(int before, int most) {
      return List.of();
    }

    @Override
    public Saved save(Value.Fields written, int after, String reason, String author) {
      return new Saved.Wrong(List.of("invalid_rules /rules"));
    }

    @Override
    public List<String> preview(Value.@Nullable Fields written, Consumer<Due> into) {
      into.accept(new Due(new TreeMap<>(), 0, new TreeMap<>(), true));
      return List.of();
    }

    @Override
    public List<Run> runs(String before, int most) {
      return List.of();
    }

    @Override
    public long hidden() {
      return 0;
    }

    @Override
    public void run(String author) {}
  }

  @Override
  public CorrectionDesk corrections() {
    return new NoCorrections();
  }

  /// Nobody is known of whom anything could be wrong.
  private static final class NoCorrections implements CorrectionDesk {
    private static final Corrected NOBODY =
        new Corrected.Not(404, "profile_not_found", "Nobody is known.");

    @Override
    public Corrected correct(
        Who who, String trait, Value value, String reason, Answered request, String author) {
      return NOBODY;
    }

    @Override
    public @Nullable List<Rectified> all(Who who, int most) {
      return null;
    }

    @Override
    public Corrected undo(Who who, String id, String reason, String author) {
      return NOBODY;
    }
  }

  @Override
  public SelfServiceDesk selfService() {
    return new NoLinks();
  }

  /// No link was ever made.
  private static final class NoLinks implements SelfServiceDesk {
    @Override
    public @Nullable Made make(Who who, long expiresAt, String identityNote, String author) {
      return null;
    }

    @Override
    public List<Link> links(String after, int limit) {
      return List.of();
    }

    @Override
    public @Nullable Link revoke(String id, String author) {
      return null;
    }

    @Override
    public @Nullable Visit visit(String token) {
      return null;
    }

    @Override
    public boolean decide(
        Visit visit, String purpose, int version, boolean granted, String language) {
      return false;
    }

    @Override
    public @Nullable Request file(Visit visit, Kind kind, String about, String words) {
      return null;
    }
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
    public Page<Erased> page(String cursor, int limit) {
      return new Page<>(List.of(), null, List.of());
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
    public Request ask(Wanted wanted, String author) {
      return new Request(
          "req_1",
          wanted.kind(),
          "",
          "pipa",
          1,
          2,
          State.OPEN,
          "",
          "",
          "",
          author,
          0,
          "service",
          "",
          "");
    }

    @Override
    public @Nullable String words(Request request) {
      return null;
    }

    @Override
    public List<Request> requestsOf(Who who) {
      return List.of();
    }

    @Override
    public List<Request> requestsOf(Collection<String> subjects) {
      return List.of();
    }

    @Override
    public Page<Request> requests(Asked asked, String after, int limit) {
      return new Page<>(List.of(), null, List.of());
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
    public List<Restriction> restrictions(boolean automated, String after, int limit) {
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
