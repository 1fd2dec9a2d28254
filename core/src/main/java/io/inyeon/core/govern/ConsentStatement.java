package io.inyeon.core.govern;

import io.inyeon.core.collect.Identifier;
import org.jspecify.annotations.Nullable;

/// A person's yes or no to one use of their data, as a source reported it.
///
/// @param purpose what for, e.g. `email_marketing`; [#EVERYTHING] only when not granted
/// @param granted else it was withdrawn or refused
/// @param time event time, milliseconds since 1970
/// @param messageId of the event
/// @param source number of the source
/// @param wording the version of the text that they saw
/// @param language of that text
/// @param channel by which they said it, e.g. `web`
/// @param expiresAt until when it holds, exclusive, milliseconds since 1970; [#NEVER] for ever
/// @param guardian whether a trusted source says that the person's guardian said it
public record ConsentStatement(
    String purpose,
    boolean granted,
    long time,
    String messageId,
    int source,
    @Nullable String wording,
    @Nullable String language,
    @Nullable String channel,
    long expiresAt,
    boolean guardian)
    implements Comparable<ConsentStatement> {
  /// Every purpose at once. A withdrawal that does not say of what is one of everything.
  public static final String EVERYTHING = "*";

  /// When a statement ends that has no end.
  public static final long NEVER = Long.MAX_VALUE;

  /// One of the person's own that does not expire.
  public ConsentStatement(
      String purpose,
      boolean granted,
      long time,
      String messageId,
      int source,
      @Nullable String wording,
      @Nullable String language,
      @Nullable String channel) {
    this(purpose, granted, time, messageId, source, wording, language, channel, NEVER, false);
  }

  /// The later is the greater; a withdrawal beats a grant of the same moment.
  @Override
  public int compareTo(ConsentStatement other) {
    var compared = Long.compare(time, other.time);
    if (compared == 0) {
      compared = Boolean.compare(other.granted, granted);
    }
    if (compared == 0) {
      compared = Identifier.compareBytes(messageId, other.messageId);
    }
    if (compared == 0) {
      compared = Integer.compare(source, other.source);
    }
    if (compared == 0) {
      compared = Identifier.compareBytes(purpose, other.purpose);
    }
    if (compared == 0) {
      compared = compare(wording, other.wording);
    }
    if (compared == 0) {
      compared = compare(language, other.language);
    }
    if (compared == 0) {
      compared = compare(channel, other.channel);
    }
    if (compared == 0) {
      compared = Long.compare(other.expiresAt, expiresAt); // of two at once the shorter stands
    }
    return compared != 0 ? compared : Boolean.compare(guardian, other.guardian);
  }

  private static int compare(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return Identifier.compareBytes(a, b);
  }

  /// The later of two.
  public static @Nullable ConsentStatement later(
      @Nullable ConsentStatement a, @Nullable ConsentStatement b) {
    return a == null ? b : b == null ? a : a.compareTo(b) >= 0 ? a : b;
  }
}
