package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.PreviewDesk.Breakdown;
import io.inyeon.runtime.http.PreviewDesk.Cancelled;
import io.inyeon.runtime.http.Reach;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Questions about everybody, few at a time, none for long, and each may be given up. On threads of
/// their own, since a query would hold a virtual thread's carrier for as long as it takes.
public final class Previews implements AutoCloseable {
  private static final int TOGETHER = 2;
  private static final int WAITING = 8;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long LOOK_MS = 50;

  private final Analytics analytics;
  private final ThreadPoolExecutor threads;
  private final Map<String, Run> named = new ConcurrentHashMap<>();

  public Previews(Analytics analytics) {
    this.analytics = analytics;
    threads =
        new ThreadPoolExecutor(
            TOGETHER,
            TOGETHER,
            10,
            TimeUnit.SECONDS,
            new java.util.concurrent.ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("preview-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// What is asked.
  ///
  /// @param now the instant for which, milliseconds since 1970
  /// @param id by which it may be cancelled; `null` for none
  /// @param purpose key of the purpose that it is for, whose people alone are shown; `null` for
  ///   none
  public record Question(
      Condition condition,
      long now,
      int sample,
      @Nullable FieldPath breakdown,
      int limit,
      @Nullable String id,
      @Nullable String purpose) {
    /// For no purpose.
    public Question(
        Condition condition,
        long now,
        int sample,
        @Nullable FieldPath breakdown,
        int limit,
        @Nullable String id) {
      this(condition, now, sample, breakdown, limit, id, null);
    }
  }

  /// The answer.
  ///
  /// @param of people in all
  /// @param sample `type:value` of their strongest identifiers
  /// @param position up to which everything is counted
  public record Counted(
      long count,
      long of,
      SequencedMap<String, Long> perNode,
      List<String> sample,
      @Nullable Breakdown breakdown,
      @Nullable Reach reach,
      long position) {
    Counted with(Breakdown other) {
      return new Counted(count, of, perNode, sample, other, reach, position);
    }
  }

  /// Why one was given up.
  private enum Why {
    CANCELLED,
    TOO_SLOW,
    GONE
  }

  private static final class Run {
    private final Asking.Giving giving = new Asking.Giving();
    private final AtomicReference<@Nullable Why> why = new AtomicReference<>();

    void giveUp(Why because) {
      why.compareAndSet(null, because);
      giving.up();
    }
  }

  /// What is asked of the model, and by which sums.
  private interface Work<T> {
    T of(Counting counting, boolean wide) throws SQLException, Analytics.NotThere;
  }

  /// Asks.
  ///
  /// @param gone whether nobody waits any more
  public Counted ask(Question question, BooleanSupplier gone) throws Unavailable, Cancelled {
    return asked(question.id(), (counting, wide) -> counting.of(question, wide), gone);
  }

  /// For how many members of some accounts a condition holds; nothing of those without members.
  ///
  /// @param now milliseconds since 1970
  public SortedMap<String, MemberCount> members(
      Condition condition, long now, Collection<String> accounts) throws Unavailable, Cancelled {
    return asked(
        null, (counting, wide) -> counting.members(condition, now, accounts, wide), () -> false);
  }

  private <T> T asked(@Nullable String id, Work<T> work, BooleanSupplier gone)
      throws Unavailable, Cancelled {
    if (!analytics.there()) {
      throw notThere();
    }
    var run = new Run();
    if (id != null) {
      var before = named.put(id, run);
      if (before != null) {
        before.giveUp(Why.CANCELLED);
      }
    }
    try {
      return awaited(threads.submit(() -> answered(work, run)), run, gone);
    } catch (RejectedExecutionException e) {
      throw new Unavailable("preview_busy", 1);
    } finally {
      if (id != null) {
        named.remove(id, run);
      }
    }
  }

  /// Gives up what is asked under a name.
  public boolean cancel(String id) {
    var run = named.get(id);
    if (run == null) {
      return false;
    }
    run.giveUp(Why.CANCELLED);
    return true;
  }

  private Unavailable notThere() {
    return analytics.phase() == Analytics.Phase.FAILED
        ? new Unavailable("preview_unavailable", 10)
        : new Unavailable("preview_building", 5);
  }

  private <T> T awaited(java.util.concurrent.Future<T> answer, Run run, BooleanSupplier gone)
      throws Unavailable, Cancelled {
    var until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (run.why.get() != null) {
          run.giving.up(); // it may not have begun when it was said first
        } else if (System.nanoTime() > until) {
          run.giveUp(Why.TOO_SLOW);
        } else if (gone.getAsBoolean()) {
          run.giveUp(Why.GONE);
        }
      } catch (InterruptedException e) {
        run.giveUp(Why.GONE);
        Thread.currentThread().interrupt();
        throw new Unavailable("stopping", 1);
      } catch (ExecutionException e) {
        throw failed(e, run);
      }
    }
  }

  private Unavailable failed(ExecutionException e, Run run) throws Cancelled {
    switch (run.why.get()) {
      case null -> {}
      case CANCELLED, GONE -> throw new Cancelled();
      case TOO_SLOW -> {
        return new Unavailable("preview_too_slow", 5);
      }
    }
    return switch (e.getCause()) {
      case Analytics.NotThere _ -> notThere();
      case SQLException sql -> {
        if (Analytics.damage(sql)) {
          analytics.damaged(sql);
        }
        throw new IllegalStateException("a preview could not be asked", sql);
      }
      case RuntimeException wrong -> throw wrong;
      case null, default -> throw new IllegalStateException(e.getCause());
    };
  }

  private <T> T answered(Work<T> work, Run run) throws SQLException, Analytics.NotThere {
    try {
      return analytics.ask(connection -> work.of(counting(connection, run), false));
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("Out of Range")) {
        throw e;
      }
      // A sum on the way was too large for 128 bits; the whole may not be.
      return analytics.ask(connection -> work.of(counting(connection, run), true));
    }
  }

  private Counting counting(DuckDBConnection connection, Run run) {
    var rules = analytics.rules();
    return new Counting(connection, run.giving, rules.segments(), rules.permissionsPrint());
  }

  @Override
  public void close() {
    named.values().forEach(run -> run.giveUp(Why.CANCELLED));
    threads.shutdownNow();
  }
}
