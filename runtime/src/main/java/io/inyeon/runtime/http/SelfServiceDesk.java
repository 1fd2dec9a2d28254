package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.ConsentDesk.Allowed;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.RightsRecords.Request;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Links by which one person each sees and changes their consents and files requests. A link says
/// nothing of the person: it is a random name with its end, signed.
public interface SelfServiceDesk {
  /// A link.
  ///
  /// @param subject keyed hash of an identifier of the person's
  /// @param identityNote how it is certain that the person gets it; empty when it is not
  /// @param at when it was made, milliseconds since 1970
  /// @param revokedAt 0 when it is not
  record Link(
      String id,
      String subject,
      String identityNote,
      String author,
      long at,
      long expiresAt,
      long revokedAt) {
    /// Whether it works at an instant.
    public boolean active(long now) {
      return revokedAt == 0 && now < expiresAt;
    }
  }

  /// A link and what stands in its address, which nobody can read later.
  record Made(Link link, String token) {}

  /// What a link opens.
  ///
  /// @param zone of the workspace's calendar
  /// @param requests the person's, the latest first
  record Visit(Link link, ZoneId zone, long now, List<Allowed> purposes, List<Request> requests) {
    public Visit {
      purposes = List.copyOf(purposes);
      requests = List.copyOf(requests);
    }
  }

  /// Makes one; `null` when nobody is known by that name.
  @Nullable Made make(Who who, long expiresAt, String identityNote, String author)
      throws Unavailable;

  /// From an id on, in the order of the ids, which is that of time.
  ///
  /// @param after empty for the beginning
  List<Link> links(String after, int limit);

  /// Ends one at once; `null` when there is none of this id.
  @Nullable Link revoke(String id, String author) throws Unavailable;

  /// Opens one; `null` when it is none of ours, has ended, or its person is known no more.
  @Nullable Visit visit(String token) throws Unavailable;

  /// What the person decided about a purpose.
  ///
  /// @param version of the purpose whose words they saw
  /// @param language of these words
  /// @return whether it counts; not when the words are others by now
  boolean decide(Visit visit, String purpose, int version, boolean granted, String language)
      throws Unavailable;

  /// What the person asks for by right.
  ///
  /// @param about a purpose's key; empty for everything
  /// @return `null` when the same waits already
  @Nullable Request file(Visit visit, Kind kind, String about, String words) throws Unavailable;
}
