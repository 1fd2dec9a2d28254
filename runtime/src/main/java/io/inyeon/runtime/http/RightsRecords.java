package io.inyeon.runtime.http;

import io.inyeon.core.unify.Restrictions;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is written down about people's rights. People are named by keyed hashes, so nothing of it
/// has to go when they are erased, and it holds after that.
public interface RightsRecords {
  /// Puts on record that somebody took all that is held of a person.
  void accessed(Who who, String reason, String author) throws Unavailable;

  // ---- requests

  /// What somebody asks for.
  enum Kind {
    ACCESS,
    PORTABILITY,
    RECTIFICATION,
    RESTRICTION,
    OBJECTION,
    ERASURE,
    AUTOMATED_DECISION
  }

  /// Where a request stands.
  enum State {
    OPEN,
    /// It is certain who asks.
    VERIFIED,
    DONE,
    REFUSED
  }

  /// A request.
  ///
  /// @param subject keyed hash of an identifier of theirs; empty when nobody is known by that name
  /// @param law `pipa` (10 days) or `gdpr` (30 days)
  /// @param receivedAt milliseconds since 1970
  /// @param dueAt when it has to be answered
  /// @param identityNote how it was made certain who asks; without anything of the person's
  /// @param outcome what came of it
  /// @param erasure id of the erasure that it came to; empty for none
  /// @param closedAt 0 while it is open
  /// @param channel by which it came, e.g. `service` or `self_service`
  /// @param about what in particular: a purpose's key, a segment's id; empty for everything
  /// @param filed messageId of the event that has the person's own words; empty for none
  record Request(
      String id,
      Kind kind,
      String subject,
      String law,
      long receivedAt,
      long dueAt,
      State state,
      String identityNote,
      String outcome,
      String erasure,
      String author,
      long closedAt,
      String channel,
      String about,
      String filed) {
    /// Whether nobody has answered it yet.
    public boolean waits() {
      return closedAt == 0;
    }

    /// The same where it stands from now on; what is closed stays so since it was.
    ///
    /// @param at milliseconds since 1970
    public Request standing(
        State to, String identityNote, String outcome, String erasure, long at) {
      var closed = to == State.DONE || to == State.REFUSED;
      return new Request(
          id,
          kind,
          subject,
          law,
          receivedAt,
          dueAt,
          to,
          identityNote,
          outcome,
          erasure,
          author,
          closed ? closedAt > 0 ? closedAt : at : 0,
          channel,
          about,
          filed);
    }
  }

  /// What somebody asks for.
  ///
  /// @param law `null` for that of the workspace's region
  /// @param receivedAt `null` for now
  /// @param words the person's own; empty for none. They go with the person, and so are kept as an
  ///   event of theirs
  /// @param identityNote how it is certain who asks; empty when it is not yet
  record Wanted(
      Who who,
      Kind kind,
      @Nullable String law,
      @Nullable Long receivedAt,
      String channel,
      String about,
      String words,
      String identityNote) {}

  /// A new one.
  ///
  /// @return `null` when there are words, and nobody is known to keep them with
  @Nullable Request ask(Wanted wanted, String author) throws Unavailable;

  /// The person's own words; `null` when there are none any more.
  @Nullable String words(Request request) throws Unavailable;

  /// Those of one person, the latest first.
  ///
  /// @param subjects keyed hashes of all their identifiers
  List<Request> requestsOf(Collection<String> subjects);

  /// Which requests are asked for; `null` for any.
  ///
  /// @param closed whether somebody has answered them
  record Asked(@Nullable State state, @Nullable Kind kind, @Nullable Boolean closed) {
    /// Whether a request is one of them.
    public boolean holds(Request request) {
      return (state == null || state == request.state())
          && (kind == null || kind == request.kind())
          && (closed == null || closed != request.waits());
    }
  }

  /// A part of the queue: those that are due first, first; closed ones last. What is closed or
  /// comes in between two parts stands where its place is then.
  ///
  /// @param after cursor of the part before; empty for the beginning
  /// @return `null` when that is no cursor
  @Nullable Page<Request> requests(Asked asked, String after, int limit);

  /// One; `null` when there is none of this id.
  @Nullable Request request(String id);

  /// Those of one person by any name, the latest first; none for nobody.
  List<Request> requestsOf(Who who) throws Unavailable;

  /// Writes on.
  ///
  /// @param changed with the same id
  void save(Request changed, String author) throws Unavailable;

  // ---- suppression

  /// An address that nothing may be sent to.
  ///
  /// @param id made of channel and keyed hash
  /// @param channel `email`, `sms`, `push`, ... or `all`
  /// @param at since when, milliseconds since 1970
  /// @param expiresAt 0 for never
  record Suppression(
      String id, String channel, String reason, String author, long at, long expiresAt) {}

  /// What is to be suppressed.
  record Suppressed(String channel, Who who, String reason, long expiresAt) {}

  /// Puts addresses on the list, all in one or a few commits; one that is on it is put anew.
  ///
  /// @return their ids, in order; `null` for one that is no identifier of its type
  List<@Nullable String> suppress(List<Suppressed> all, String author) throws Unavailable;

  /// The list from an id on, in the order of the ids.
  ///
  /// @param after empty for the beginning
  List<Suppression> suppressions(String after, int limit);

  /// Whether anything may be sent there: what stands against it, `null` for nothing.
  @Nullable Suppression suppressed(String channel, Who who) throws Unavailable;

  /// Takes one off the list.
  ///
  /// @return whether it was on it
  boolean release(String id, String author) throws Unavailable;

  // ---- restriction and objection

  /// That a person's data is kept and not used, or not for some purposes.
  ///
  /// @param purposes that the person objects to; none for all use
  record Restriction(String id, List<String> purposes, String reason, String author, long at) {
    public Restriction {
      purposes = List.copyOf(purposes);
    }

    /// Whether nothing is decided of the person without a person.
    public boolean automated() {
      return purposes.isEmpty() || purposes.contains(Restrictions.AUTOMATED);
    }
  }

  /// Of some names those that are no purpose's.
  Set<String> unknownPurposes(Collection<String> names);

  /// Restricts use from now on. What is objected to adds up; none stands for all use.
  ///
  /// @return `null` when nobody is known by that name
  @Nullable Restriction restrict(Who who, List<String> purposes, String reason, String author)
      throws Unavailable;

  /// Those from an id on, in the order of the ids.
  ///
  /// @param automated whether only those that stand against automated decisions
  /// @param after id of the last of the part before; empty for the beginning
  List<Restriction> restrictions(boolean automated, String after, int limit);

  /// What stands against using somebody's data, by any of their identifiers.
  List<Restriction> restrictions(Who who) throws Unavailable;

  /// Lifts one.
  ///
  /// @return whether it stood
  boolean lift(String id, String author) throws Unavailable;
}
