package io.inyeon.runtime.http;

import io.inyeon.core.unify.Erasure;
import io.inyeon.runtime.Intake;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where people are erased, and where it is said how far that has come.
public interface ErasureDesk {
  /// What is known of one person at one place, or what became of it.
  ///
  /// @param place stable name, e.g. `archive`
  /// @param found how many things there hold, or held, the person
  /// @param hidden since when no read finds them, milliseconds since 1970; 0 for not yet
  /// @param scrubbed since when nothing of them is on the disk; 0 for not yet
  /// @param tries how often it was tried
  /// @param error what went wrong last; `null` when nothing did
  record Place(
      String place, long found, long hidden, long scrubbed, int tries, @Nullable String error) {}

  /// Somebody outside to whom data of the person went before the erasure: GDPR art. 15(1)(c) and
  /// 19.
  ///
  /// @param enricher id
  /// @param host that was asked; empty where it was not noted
  /// @param last when data went there last, milliseconds since 1970
  record Recipient(String enricher, String recipient, String host, String purpose, long last) {}

  /// Told to whom data of a person went, before that is forgotten.
  @FunctionalInterface
  interface BeforeForgetting {
    void told(List<Recipient> recipients) throws IOException;
  }

  /// What an erasure would take out.
  ///
  /// @param identifiers that would go, `type:value` each, in ascending order
  /// @param kept how many stay, because other people's events name them
  /// @param events of the person
  /// @param first time of the earliest event, milliseconds since 1970
  /// @param latest time of the latest
  record Foreseen(
      List<String> identifiers,
      int kept,
      long events,
      long first,
      long latest,
      List<Place> places) {
    public Foreseen {
      identifiers = List.copyOf(identifiers);
      places = List.copyOf(places);
    }
  }

  /// One erasure.
  ///
  /// @param effective since when nobody can read the person, milliseconds since 1970; 0 for not yet
  /// @param scrubbed since when nothing is on the disk; 0 for not yet
  /// @param keptByLaw what a law obliges to keep, apart and locked
  /// @param recipients who got data of the person, and has to be told of the erasure
  /// @param scrubDue when the scrubbing begins by itself at the latest
  record Erased(
      Erasure erasure,
      long effective,
      long scrubbed,
      long scrubDue,
      List<Place> places,
      List<StatutoryDesk.KeptByLaw> keptByLaw,
      List<Recipient> recipients) {
    public Erased {
      recipients = List.copyOf(recipients);
      keptByLaw = List.copyOf(keptByLaw);
      places = List.copyOf(places);
    }
  }

  /// Looks at every place; changes nothing.
  ///
  /// @return `null` when nobody is known by that name
  @Nullable Foreseen preview(Who who) throws Intake.Unavailable;

  /// Erases a person. When it returns, no read finds them, unless [Erased#effective] is 0: then
  /// something stands in the way, [Erased#places] says what, and it is tried again until it is
  /// done.
  ///
  /// @param scrub whether scrubbing begins at once
  /// @return `null` when nobody is known by that name
  @Nullable Erased erase(Who who, String reason, String author, boolean scrub)
      throws Intake.Unavailable;

  /// Erasures, the newest first.
  ///
  /// @param cursor id of the last one seen; empty for none
  /// @return `null` when the cursor is of no erasure
  @Nullable Page<Erased> page(String cursor, int limit);

  /// One; `null` when there is none of this id.
  @Nullable Erased one(String id);

  /// Begins what is left of an erasure at once: its scrubbing, or what failed.
  ///
  /// @return `null` when there is none of this id
  @Nullable Erased scrub(String id);

  /// Proof of an erasure, signed, see [io.inyeon.runtime.rights.Certificate]; `null` when there is
  /// none of this id.
  @Nullable Certified certificate(String id) throws Intake.Unavailable;

  /// A signed document.
  ///
  /// @param json RFC 7515, flattened
  record Certified(Erased erased, String json, String keyId) {}
}
