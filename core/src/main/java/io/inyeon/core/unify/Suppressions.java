package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Addresses that nothing may be sent to, by channel: they stand in [io.inyeon.core.Key.OfRights]
/// under [#ROOM] by the channel and the keyed hash of the address, so they hold before anybody has
/// the address and after its person is erased. There may be millions, so they are looked up and
/// never listed.
///
/// An identifier that is an address (e-mail, telephone, push token) is suppressed for itself; any
/// other (`user_id`) for the person, whatever their addresses are.
public final class Suppressions {
  /// Where they stand among people's rights.
  public static final String ROOM = "suppression";

  /// The channel that means every one.
  public static final String ALL = "all";

  /// Where they are looked up.
  @FunctionalInterface
  public interface Documents {
    /// What stands under the key; `null` for nothing.
    Value.@Nullable Fields read(Key<Value.Fields> key);
  }

  private final Documents documents;
  private final String workspaceKey;

  /// Those of a workspace.
  ///
  /// @param workspaceKey by which identifiers are hashed
  public Suppressions(Documents documents, String workspaceKey) {
    this.documents = documents;
    this.workspaceKey = workspaceKey;
  }

  /// Under which id an address stands.
  ///
  /// @param channel its name, e.g. `email`
  public static String id(String channel, ProfileId hash) {
    return channel.toLowerCase(Locale.ROOT) + "." + hash.value();
  }

  /// The channel of an id.
  public static String channel(String id) {
    return id.substring(0, id.lastIndexOf('.'));
  }

  /// Whose address an id is about: its keyed hash.
  public static ProfileId subject(String id) {
    return new ProfileId(id.substring(id.lastIndexOf('.') + 1));
  }

  /// Until when a document suppresses, exclusive, milliseconds since 1970; for ever where it says
  /// nothing or cannot be read.
  public static long end(Value.Fields document) {
    return document.get("expiresAt") instanceof Value.Decimal(var at) && at.signum() > 0
        ? at.longValue()
        : Long.MAX_VALUE;
  }

  /// The suppression that forbids sending to an address at an instant: its id, or `null` when it
  /// may be sent to.
  ///
  /// @param channel its name
  /// @param part all identifiers of whoever holds the address; none when nobody does
  public @Nullable String inForce(
      String channel, Identifier address, Collection<Identifier> part, long now) {
    var own = longest(channel, address);
    if (own != null && own.end > now) {
      return own.id;
    }
    for (var other : part) {
      var of = Channel.isAddress(other) ? null : longest(channel, other);
      if (of != null && of.end > now) {
        return of.id;
      }
    }
    return null;
  }

  /// From when on a channel reaches somebody, milliseconds since 1970: [Long#MIN_VALUE] for now and
  /// ever, [Long#MAX_VALUE] for never. It is one instant, since a suppression counts from when it
  /// is said.
  ///
  /// @param part all identifiers of the person
  public long reachableFrom(Channel channel, Collection<Identifier> part) {
    if (channel == Channel.NONE) {
      return Long.MIN_VALUE;
    }
    var name = channel.name().toLowerCase(Locale.ROOT);
    var addresses = Long.MAX_VALUE;
    var person = Long.MIN_VALUE;
    for (var identifier : part) {
      if (channel.fits(identifier)) {
        addresses = Math.min(addresses, until(name, identifier));
      } else if (!Channel.isAddress(identifier)) {
        person = Math.max(person, until(name, identifier));
      }
    }
    return Math.max(addresses, person);
  }

  private long until(String channel, Identifier identifier) {
    var longest = longest(channel, identifier);
    return longest == null ? Long.MIN_VALUE : longest.end;
  }

  private record Until(String id, long end) {}

  private @Nullable Until longest(String channel, Identifier identifier) {
    var hash = ProfileIds.of(workspaceKey, identifier);
    Until longest = null;
    for (var each : List.of(channel, ALL)) {
      var id = id(each, hash);
      var document = documents.read(new Key.OfRights(ROOM, id));
      if (document != null && (longest == null || longest.end < end(document))) {
        longest = new Until(id, end(document));
      }
    }
    return longest;
  }
}
