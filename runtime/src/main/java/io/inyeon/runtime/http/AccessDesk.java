package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each read of personal data is written down, and where that is read.
public interface AccessDesk {
  /// Writes a read down, before anything of it is told.
  ///
  /// @throws Unavailable when it cannot be; then nothing may be told
  void record(Read read) throws Unavailable;

  /// Reads in the order in which they happened.
  ///
  /// @param from the first, milliseconds since 1970
  /// @param to the last
  /// @param cursor of the page before; `null` for the first page
  /// @return `null` when the cursor is none
  @Nullable Page page(long from, long to, Filter filter, @Nullable String cursor, int limit)
      throws Unavailable;

  /// What stands out in a month, to be looked at by somebody.
  Value.Fields review(YearMonth month) throws Unavailable;

  /// Which reads are wanted.
  ///
  /// @param actor the name under which somebody read; `null` for all
  /// @param person id of a profile; `null` for all
  record Filter(@Nullable String actor, @Nullable String person) {}

  /// Some reads.
  ///
  /// @param next by which the page after this one is asked for; `null` at the end
  record Page(List<Value.Fields> reads, @Nullable String next) {
    public Page {
      reads = List.copyOf(reads);
    }
  }

  /// A read of personal data.
  ///
  /// @param at milliseconds since 1970
  /// @param actor the name of a key or of who is signed in
  /// @param keyId of the key or session
  /// @param from the address that it came from
  /// @param what e.g. `profile` or `segment_members`
  /// @param fields what of people was told
  /// @param people ids of profiles, the first 200
  /// @param count how many people
  /// @param scope of whom everybody may have been told, e.g. `segment:seg_1`; empty for none
  /// @param purpose for which it was bound; `null` for none
  /// @param task at which somebody was, as they say; `null` when they do not
  /// @param reason why, as they say; `null` when they do not
  /// @param download whether it left as a file
  record Read(
      long at,
      String actor,
      String keyId,
      boolean session,
      String from,
      String what,
      List<String> fields,
      List<String> people,
      long count,
      String scope,
      @Nullable String purpose,
      @Nullable String task,
      @Nullable String reason,
      boolean download,
      String requestId) {
    public Read {
      fields = List.copyOf(fields);
      people = List.copyOf(people);
    }
  }
}
