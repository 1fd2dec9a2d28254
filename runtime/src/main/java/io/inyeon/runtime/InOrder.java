package io.inyeon.runtime;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Work on several cores whose results are taken in the order in which it was given out.
final class InOrder implements AutoCloseable {
  private final ExecutorService threads;
  private final int ahead;

  /// Begins threads.
  ///
  /// @param cores how many
  InOrder(int cores) {
    threads =
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().name("core-", 1).daemon().factory());
    ahead = 2 * cores;
  }

  /// Does all of it; on the caller's thread the results are taken. No more than a few of them wait
  /// at a time.
  <T> void run(Iterator<Callable<T>> work, Consumer<T> each) throws InterruptedException {
    var begun = new ArrayDeque<Future<T>>();
    while (work.hasNext() || !begun.isEmpty()) {
      while (work.hasNext() && begun.size() < ahead) {
        begun.add(threads.submit(work.next()));
      }
      each.accept(result(begun.remove()));
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Ends when what is under way has ended.
  @Override
  public void close() {
    threads.shutdown();
    threads.close();
  }
}
