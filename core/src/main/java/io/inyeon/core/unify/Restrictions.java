package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whose data is kept and not used, or not for some purposes, until that is lifted: restrictions
/// and objections (GDPR articles 18 and 21, KR PIPA article 37).
///
/// They stand in [io.inyeon.core.Key.OfRights] under [#ROOM] and bind whoever holds the identifier.
///
/// @param all by the keyed hash of the identifier
public record Restrictions(Map<ProfileId, Restriction> all) {
  /// Where they stand among people's rights.
  public static final String ROOM = "restriction";

  /// Stands among the purposes for an objection to automated decisions (GDPR article 22, KR PIPA
  /// article 37-2); no purpose's key can be this.
  public static final String AUTOMATED = "*automated-decisions";

  /// Nobody's.
  public static final Restrictions NONE = new Restrictions(Map.of());

  /// One.
  ///
  /// @param purposes keys of those it is about; none for all use
  /// @param since milliseconds since 1970
  public record Restriction(Set<String> purposes, long since) {
    public Restriction {
      purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
    }

    /// What a document says; all use, from ever, where it cannot be read.
    static Restriction of(Value.Fields document) {
      var purposes = new TreeSet<String>();
      if (document.get("purposes") instanceof Value.Items(var items)) {
        for (var item : items) {
          if (!(item instanceof Value.Text(var purpose))) {
            return new Restriction(Set.of(), Long.MIN_VALUE);
          }
          purposes.add(purpose);
        }
      }
      return new Restriction(
          purposes,
          document.get("at") instanceof Value.Decimal(BigDecimal at)
              ? at.longValue()
              : Long.MIN_VALUE);
    }

    private boolean forbids(Purpose purpose) {
      return purposes.isEmpty() || purpose.names().stream().anyMatch(purposes::contains);
    }
  }

  public Restrictions {
    all = Map.copyOf(all);
  }

  /// With one more, or another version of one.
  ///
  /// @param hash keyed hash of the identifier
  public Restrictions with(String hash, Value.Fields document) {
    var more = new HashMap<>(all);
    more.put(new ProfileId(hash), Restriction.of(document));
    return new Restrictions(more);
  }

  /// Without one that was lifted.
  public Restrictions without(String hash) {
    var fewer = new HashMap<>(all);
    fewer.remove(new ProfileId(hash));
    return new Restrictions(fewer);
  }

  /// Those that bind whoever holds some identifiers.
  ///
  /// @param workspaceKey by which identifiers are hashed
  Collection<Restriction> of(Collection<Identifier> part, String workspaceKey) {
    if (all.isEmpty()) {
      return Set.of();
    }
    var found = new TreeMap<String, Restriction>();
    for (var identifier : part) {
      var hash = ProfileIds.of(workspaceKey, identifier);
      var restriction = all.get(hash);
      if (restriction != null) {
        found.put(hash.value(), restriction);
      }
    }
    return found.values();
  }

  /// From when on some forbid a purpose, milliseconds since 1970; [Long#MAX_VALUE] for never.
  static long since(Collection<Restriction> some, Purpose purpose) {
    var since = Long.MAX_VALUE;
    for (var restriction : some) {
      if (restriction.forbids(purpose)) {
        since = Math.min(since, restriction.since());
      }
    }
    return since;
  }

  /// From when on some forbid that anything is decided by membership of a segment; see
  /// [#AUTOMATED].
  static long sinceAutomated(Collection<Restriction> some) {
    var since = Long.MAX_VALUE;
    for (var restriction : some) {
      if (restriction.purposes.isEmpty() || restriction.purposes.contains(AUTOMATED)) {
        since = Math.min(since, restriction.since());
      }
    }
    return since;
  }

  /// The hashes whose restriction is not the same in another version.
  public Set<ProfileId> changed(Restrictions other) {
    var hashes = new HashSet<>(all.keySet());
    hashes.addAll(other.all.keySet());
    hashes.removeIf(hash -> Objects.equals(all.get(hash), other.all.get(hash)));
    return hashes;
  }

  /// A text that is the same just when they are the same; empty for none.
  public String print() {
    if (all.isEmpty()) {
      return "";
    }
    var written = new TreeMap<String, String>();
    all.forEach((hash, each) -> written.put(hash.value(), each.purposes() + "@" + each.since()));
    return Purpose.sha256(written.toString());
  }
}
