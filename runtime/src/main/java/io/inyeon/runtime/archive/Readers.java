package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The threads that read, each read on a connection of its own. Platform threads, because a query
/// would hold a virtual thread's carrier for as long as it takes. They end when nobody reads.
final class Readers implements AutoCloseable {
  private final Engine engine;
  private final int timeoutSeconds;
  private final ThreadPoolExecutor threads;

  Readers(Engine engine, ArchiveOptions options) {
    this.engine = engine;
    this.timeoutSeconds = Math.toIntExact(options.readTimeout().toSeconds());
    this.threads =
        new ThreadPoolExecutor(
            options.readers(),
            options.readers(),
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(options.waitingReads()),
            Thread.ofPlatform().daemon().name("archive-read-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// What is done on a connection.
  interface Read<T> {
    T on(DuckDBConnection connection) throws SQLException, ArchiveException;
  }

  <T> T read(Read<T> read) throws ArchiveException {
    try {
      var answer = threads.submit(() -> onOwnConnection(read));
      try {
        return answer.get(timeoutSeconds, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        answer.cancel(false);
        throw new ArchiveException("the archive did not answer within " + timeoutSeconds + " s");
      }
    } catch (RejectedExecutionException e) {
      throw new ArchiveException("the archive is busy or closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveException("interrupted while reading the archive");
    } catch (ExecutionException e) {
      throw unwrap(e.getCause());
    }
  }

  /// A statement that gives up when nobody waits for it any more.
  PreparedStatement prepare(DuckDBConnection connection, String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(timeoutSeconds);
    return statement;
  }

  private <T> T onOwnConnection(Read<T> read) throws SQLException, ArchiveException {
    try (var connection = engine.connect()) {
      return read.on(connection);
    }
  }

  private static ArchiveException unwrap(@Nullable Throwable cause) {
    return switch (cause) {
      case ArchiveException e -> e;
      case SQLException e -> new ArchiveException("the archive could not be read", e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /// Reads under way are ended first.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(timeoutSeconds, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
