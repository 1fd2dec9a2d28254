package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Outcome;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.Intake.Receipt;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.consent.OptOutsHeard;
import io.inyeon.runtime.importing.House.Taken;
import io.inyeon.runtime.log.Durable;
import io.inyeon.runtime.log.GroupCommit;
import io.inyeon.runtime.log.LogUnavailable;
import io.inyeon.runtime.personal.Masking;
import io.inyeon.runtime.store.Encoder;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The way into a workspace: makes events and operators' entries durable, hands them to the writer
/// in order, and lets whoever brought them wait for what they come to.
final class Entrance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Entrance.class.getName());
  private static final int BATCH = 1_000;
  private static final int STOPPED_RETRY_SECONDS = 30;

  private final GroupCommit<Request> commits;
  private final Masking masking;
  private final OptOutsHeard optOuts;

  private volatile @Nullable String stopped;

  /// Into a log.
  Entrance(GroupCommit<Request> commits, Masking masking, OptOutsHeard optOuts) {
    this.commits = commits;
    this.masking = masking;
    this.optOuts = optOuts;
  }

  /// What goes along with a commit to the writer.
  ///
  /// @param events as parsed at the edge; empty for an operator's entry
  /// @param outcomes told when the commit is decided; `null` when nobody waits
  record Request(List<Collected> events, @Nullable CompletableFuture<List<Outcome>> outcomes) {
    void tell(List<Outcome> decided) {
      if (outcomes != null) {
        outcomes.complete(decided);
      }
    }

    void fail(RuntimeException stopped) {
      if (outcomes != null) {
        outcomes.completeExceptionally(stopped);
      }
    }
  }

  // ---- who brings something

  /// Takes events; see [Intake#take].
  Receipt take(List<Collected> came, boolean awaitOutcomes) throws Unavailable {
    var outcomes = awaitOutcomes ? new CompletableFuture<List<Outcome>>() : null;
    var last = commit(came, outcomes);
    return new Receipt(last, outcomes == null ? List.of() : awaited(outcomes, came.size()));
  }

  /// Takes events and leaves it to the caller when to wait for what they come to.
  Taken hand(List<Collected> came) throws Unavailable {
    var outcomes = new CompletableFuture<List<Outcome>>();
    var last = commit(came, outcomes);
    return () -> new Receipt(last, awaited(outcomes, came.size()));
  }

  /// @return the position of the last
  private long commit(List<Collected> came, @Nullable CompletableFuture<List<Outcome>> outcomes)
      throws Unavailable {
    var events = optOuts.and(masking.masked(came));
    var first = commit(payloads(events), Kind.EVENT, new Request(events, outcomes));
    return first + events.size() - 1;
  }

  /// What became of the events that came, without those that were put beside them.
  private static List<Outcome> awaited(CompletableFuture<List<Outcome>> outcomes, int came)
      throws Unavailable {
    return awaited(outcomes).subList(0, came);
  }

  private static List<byte[]> payloads(List<Collected> events) {
    var payloads = new ArrayList<byte[]>(events.size());
    var encoder = new Encoder();
    for (var event : events) {
      payloads.add(EntryCodec.encode(event, encoder));
    }
    return payloads;
  }

  /// Makes some operators' entries durable, each group all or none, in order, and waits until the
  /// last that was taken is decided: also when one is refused.
  ///
  /// @param groups each of one kind, with one entry at least; one group at least
  /// @return the position of the last
  long enterEach(List<? extends List<? extends Entry>> groups) throws Unavailable {
    var last = 0L;
    var taken = CompletableFuture.completedFuture(List.<Outcome>of());
    try {
      for (var group : groups) {
        var outcomes = new CompletableFuture<List<Outcome>>();
        last = committed(group, outcomes) + group.size() - 1;
        taken = outcomes;
      }
    } finally {
      awaited(taken);
    }
    return last;
  }

  private long committed(List<? extends Entry> entries, CompletableFuture<List<Outcome>> outcomes)
      throws Unavailable {
    var kind = Kind.of(entries.getFirst());
    var payloads = new ArrayList<byte[]>(entries.size());
    for (var entry : entries) {
      if (Kind.of(entry) != kind) {
        throw new IllegalArgumentException(entry + " among entries of the kind " + kind);
      }
      payloads.add(EntryCodec.encode(entry, new Encoder()));
    }
    return commit(payloads, kind, new Request(List.of(), outcomes));
  }

  private long commit(List<byte[]> payloads, Kind kind, Request request) throws Unavailable {
    if (stopped != null) {
      throw new Unavailable("writer_stopped", STOPPED_RETRY_SECONDS);
    }
    try {
      return commits.commit(payloads, kind.code(), request);
    } catch (LogUnavailable e) {
      throw new Unavailable(e.code(), e.retryAfterSeconds());
    }
  }

  private static List<Outcome> awaited(CompletableFuture<List<Outcome>> outcomes)
      throws Unavailable {
    try {
      return outcomes.get();
    } catch (ExecutionException e) {
      throw new Unavailable("writer_stopped", STOPPED_RETRY_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  // ---- the writer

  /// What is durable next, in order; waits for it. Empty at the end.
  List<Durable<Request>> next() throws InterruptedException {
    return commits.take(BATCH);
  }

  /// Takes nothing any more.
  void stop(String why) {
    stopped = why;
  }

  /// Why nothing is taken any more; `null` when all is well.
  @Nullable String stopped() {
    return stopped;
  }

  /// Tells whoever waits that nothing is decided any more, until the end.
  ///
  /// @param left what was being decided
  void refuse(List<Durable<Request>> left) {
    var why = new IllegalStateException("the writer has stopped");
    for (var durable : left) {
      durable.attachment().fail(why);
    }
    try {
      for (var rest = next(); !rest.isEmpty(); rest = next()) {
        for (var durable : rest) {
          durable.attachment().fail(why);
        }
      }
    } catch (InterruptedException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "nobody is left to be told", e);
    }
  }

  /// Makes durable what waits, and takes nothing any more.
  @Override
  public void close() {
    commits.close();
  }
}
