package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One customer, as operators read them: now, at another time, what ties them together, what they
/// did and what changed of them.
final class ProfileRoutes {
  private final Reads reads;
  private final AtLeast waiting;
  private final PurposeGate gate;
  private final IntFunction<String> sourceId;

  /// Of the workspace that is read.
  ///
  /// @param sourceId a source's id by its number
  ProfileRoutes(Reads reads, AtLeast waiting, PurposeGate gate, IntFunction<String> sourceId) {
    this.reads = reads;
    this.waiting = waiting;
    this.gate = gate;
    this.sourceId = sourceId;
  }

  Answer profile(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    var then = Instants.asOf(exchange);
    waiting.await(exchange, then != null);
    var found =
        then == null
            ? reads.profiles().profile(who)
            : recalling(() -> reads.recall().profile(who, then.at(), then.known()));
    if (found == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(found.profile().id());
    return Answer.json(new ProfileJson(sourceId).seenBy(gate.seen(exchange)).profile(found));
  }

  Answer identity(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    waiting.await(exchange, false);
    var ties = reads.profiles().identity(who);
    if (ties == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(ties.id());
    return Answer.json(new ProfileJson(sourceId).identity(ties));
  }

  Answer events(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    waiting.await(exchange, true);
    var timeline = reads.profiles().events(who, exchange.parameter("cursor"), Page.limit(exchange));
    if (timeline == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(timeline.id());
    var json = new JsonWriter().startObject().text("id", timeline.id().value());
    return JournalRoutes.page(json, timeline.page(), gate.seen(exchange));
  }

  Answer changes(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    var period = Instants.period(exchange);
    var after = ChangesJson.after(exchange.parameter("cursor"));
    var limit = Page.limit(exchange);
    waiting.await(exchange, true);
    var changes =
        recalling(() -> reads.recall().changes(who, period.from(), period.to(), period.known()));
    if (changes == null) {
      throw Refusal.nobody();
    }
    return Answer.json(new ChangesJson(sourceId).page(changes, after, limit));
  }

  /// A question about another time.
  private interface Question<T> {
    @Nullable T ask() throws Intake.Unavailable, Recall.TooMuch;
  }

  private static <T> @Nullable T recalling(Question<T> question)
      throws Refusal, Intake.Unavailable {
    try {
      return question.ask();
    } catch (Recall.TooMuch e) {
      throw new Refusal(
          422,
          "history_too_long",
          "To tell this, more than " + e.most() + " events would have to be read again.");
    }
  }
}
