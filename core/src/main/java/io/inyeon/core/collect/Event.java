package io.inyeon.core.collect;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One thing that a person did or said, as a source reported it, in the form that the rest of the
/// core works with.
///
/// @param head what every event has, a refused one too
/// @param kind of its source
/// @param party of its source, or [#STEWARD]
/// @param clamped its time lay in the future and was set to its arrival
/// @param identifiers who it is about: the whole list, strongest first, blocked ones included; one
///   of a type, or the two anchors of an alias that may tell that they are one; at least one that
///   is not blocked
/// @param traits of an identify the person's, of a group the account's, else none
/// @param account the group's id
/// @param properties of the call; of a page or screen with its `name` and `category`
/// @param context of the call, the batch's filled in
/// @param integrations for whom it is meant besides us, the batch's filled in: `All` and names of
///   destinations, each with true, false or settings
public record Event(
    Head head,
    SourceKind kind,
    int party,
    boolean clamped,
    List<Identifier> identifiers,
    Value.Fields traits,
    @Nullable String account,
    Value.Fields properties,
    Value.Fields context,
    Value.Fields integrations) {
  /// The party of the house's own corrections: a steward speaks for the person.
  public static final int STEWARD = -1;

  public Event {
    identifiers = List.copyOf(identifiers);
  }

  /// What can be said of every event, whatever became of it.
  ///
  /// @param source number of the source
  /// @param messageId its own, or the hash of its content, or one given at the edge
  /// @param call `null` when it could not be told
  /// @param name of a track its event's name; of any other call the call's, in lower case; empty
  ///   when it could not be told
  /// @param time when it happened, milliseconds since 1970, corrected for the sender's clock
  /// @param receivedAt when it arrived
  public record Head(
      int source, String messageId, @Nullable Call call, String name, long time, long receivedAt) {}

  /// The same, as far as its identifiers pass.
  public Event only(Predicate<Identifier> named) {
    return identifiers.stream().allMatch(named)
        ? this
        : new Event(
            head,
            kind,
            party,
            clamped,
            identifiers.stream().filter(named).toList(),
            traits,
            account,
            properties,
            context,
            integrations);
  }

  public int rank() {
    return kind.rank();
  }

  /// The time by which links are ordered: an untrusted source cannot date its evidence back by more
  /// than a day.
  public long evidenceTime() {
    return kind.trusted()
        ? head.time()
        : Math.max(head.time(), head.receivedAt() - 24L * 60 * 60 * 1000);
  }
}
