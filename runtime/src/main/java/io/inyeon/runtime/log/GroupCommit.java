package io.inyeon.runtime.log;

import io.inyeon.runtime.log.LogUnavailable.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes the commits of many callers durable together, and hands them on in order.
///
/// Callers, e.g. thousands of virtual threads, wait in [#commit]; one thread writes and forces what
/// has gathered while it forced what was before. Another thread, the writer of state, takes what is
/// durable from [#take]. Whatever is between the two is bounded: beyond it callers wait for room,
/// and hear `overloaded` when there is none for too long, or too many wait. Nobody polls.
///
/// @param <T> what goes along with a commit
public final class GroupCommit<T> implements AutoCloseable {
  private static final int FEW = 8;

  private final Log log;
  private final CommitLimits limits;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition handedOn = lock.newCondition();
  private final ArrayDeque<Waiting<T>> queue = new ArrayDeque<>(); // before there is room
  private final ArrayDeque<Waiting<T>> waiting = new ArrayDeque<>();
  private final ArrayDeque<Durable<T>> durable = new ArrayDeque<>();
  private int waitingEntries;
  private int enough = 1; // so many commits waiting are worth a force
  private int lastCommits;
  private long lastForce = System.nanoTime();
  // What is waiting, durable, or taken and being acted upon. Changed under the lock only.
  private final AtomicLong entries = new AtomicLong();
  private long bytes;
  // Of those that wait for room. Read without the lock first, so that a storm of refused callers
  // doesn't keep the others from it.
  private final AtomicLong queuedBytes = new AtomicLong();
  private long takenEntries;
  private long takenBytes;
  private boolean stopping;
  private boolean ended;
  private boolean died;
  private final List<Waiting<T>> inHand = new ArrayList<>(); // the thread's own

  /// Starts the thread that writes. From now on nobody else may append to the log.
  public GroupCommit(Log log, CommitLimits limits) {
    this.log = log;
    this.limits = limits;
    this.thread = Thread.ofPlatform().daemon().name("log").start(this::run);
  }

  /// Waits until a commit is durable.
  ///
  /// An interrupt doesn't end the wait, because the commit could not be called back.
  ///
  /// @return position of the first payload; the others follow
  /// @throws LogUnavailable when it was not taken
  public long commit(List<byte[]> payloads, byte kind, T attachment) throws LogUnavailable {
    var mine = new Waiting<>(payloads, kind, attachment, log.requireCommit(payloads, kind));
    if (queuedBytes.get() > limits.queuedBytes()) {
      throw new LogUnavailable(Reason.OVERLOADED);
    }
    lock.lock();
    try {
      awaitRoom(mine);
      if (stopping) {
        throw new LogUnavailable(Reason.STOPPING);
      }
      count(mine.payloads.size(), mine.bytes);
      waiting.add(mine);
      waitingEntries += payloads.size();
      if (isEnough()) {
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
    return mine.await();
  }

  /// Waits for durable commits and takes them, in the order of their positions. With the next call
  /// the taker says that it is done with those.
  ///
  /// @param mostEntries how many entries to take, at most, unless one commit has more
  /// @return none when this was closed and all are taken
  /// @throws IllegalStateException when the thread that writes has died of a bug
  public List<Durable<T>> take(int mostEntries) throws InterruptedException {
    lock.lock();
    try {
      count(-takenEntries, -takenBytes);
      takenEntries = 0;
      takenBytes = 0;
      while (durable.isEmpty() && !ended) {
        handedOn.await();
      }
      if (durable.isEmpty() && died) {
        throw new IllegalStateException("the log's thread has died of a bug");
      }
      var taken = new ArrayList<Durable<T>>();
      for (var next = durable.peek();
          next != null && (taken.isEmpty() || takenEntries + next.payloads().size() <= mostEntries);
          next = durable.peek()) {
        taken.add(durable.remove());
        takenEntries += next.payloads().size();
        takenBytes += Frames.size(next.payloads());
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// How many entries wait to be durable, or are and have not been acted upon.
  public long entriesOnTheirWay() {
    return entries.get();
  }

  /// Refuses new commits, makes durable those that wait, and ends the thread. What is durable can
  /// still be taken. The log stays open.
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      arrived.signal();
      refuseQueue();
    } finally {
      lock.unlock();
    }
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for room, behind those that came before.
  private void awaitRoom(Waiting<T> one) throws LogUnavailable {
    if (queue.isEmpty() && hasRoom(one)) {
      return;
    }
    if (queuedBytes.get() + one.bytes > limits.queuedBytes()) {
      throw new LogUnavailable(Reason.OVERLOADED);
    }
    var turn = lock.newCondition();
    one.turn = turn;
    queue.add(one);
    queuedBytes.addAndGet(one.bytes);
    var interrupted = false;
    try {
      var left = limits.patience().toNanos();
      for (var until = System.nanoTime() + left;
          !stopping && (queue.peek() != one || !hasRoom(one));
          left = until - System.nanoTime()) {
        if (left <= 0) {
          throw new LogUnavailable(Reason.OVERLOADED);
        }
        try {
          turn.awaitNanos(left);
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      queue.remove(one);
      queuedBytes.addAndGet(-one.bytes);
      callNext();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Lets the first in the queue see whether it has room now.
  private void callNext() {
    var next = queue.peek();
    if (next != null && next.turn != null) {
      next.turn.signal();
    }
  }

  /// One commit always has room by itself, however large it is.
  private boolean hasRoom(Waiting<T> one) {
    var before = entries.get();
    return before == 0
        || (before + one.payloads.size() <= limits.entries()
            && bytes + one.bytes <= limits.bytes());
  }

  private void count(long moreEntries, long moreBytes) {
    entries.addAndGet(moreEntries);
    bytes += moreBytes;
    callNext();
  }

  private void run() {
    try {
      for (gather(); !inHand.isEmpty(); gather()) {
        write(inHand);
        finish(inHand);
      }
    } finally {
      end();
    }
  }

  /// Waits for commits; none when this is closed and nothing is left.
  private void gather() {
    inHand.clear();
    lock.lock();
    try {
      enough = 1;
      while (!isEnough() && !stopping) {
        arrived.awaitUninterruptibly();
      }
      enough = Math.max(FEW, lastCommits);
      for (var left = limits.pace().toNanos() - (System.nanoTime() - lastForce);
          left > 0 && !isEnough() && !stopping; ) {
        left = arrived.awaitNanos(left);
      }
      takeInHand();
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    } finally {
      lock.unlock();
    }
  }

  /// Whether what waits is worth a force.
  private boolean isEnough() {
    return waiting.size() >= enough || waitingEntries >= limits.batchEntries();
  }

  private void takeInHand() {
    var gathered = 0;
    for (var next = waiting.peek();
        next != null
            && (inHand.isEmpty() || gathered + next.payloads.size() <= limits.batchEntries());
        next = waiting.peek()) {
      inHand.add(waiting.remove());
      gathered += next.payloads.size();
    }
    waitingEntries -= gathered;
    lastCommits = inHand.size();
    lastForce = System.nanoTime();
  }

  /// Appends and forces; afterwards each of the batch has a position or a refusal.
  private void write(List<Waiting<T>> batch) {
    for (var i = 0; i < batch.size(); i++) {
      var one = batch.get(i);
      try {
        one.position = log.append(one.payloads, one.kind);
      } catch (LogUnavailable refused) {
        one.refusal = refused;
        if (refused.abandoned()) {
          refuseUnlessDurable(batch.subList(0, i), refused);
        }
      }
    }
    try {
      log.force();
    } catch (LogUnavailable failed) {
      refuseUnlessDurable(batch, failed);
    }
  }

  private void refuseQueue() {
    for (var one : queue) {
      if (one.turn != null) {
        one.turn.signal();
      }
    }
  }

  private void refuseUnlessDurable(List<Waiting<T>> batch, LogUnavailable why) {
    for (var one : batch) {
      if (one.position > log.durablePosition()) {
        refuse(List.of(one), why);
      }
    }
  }

  private static void refuse(List<? extends Waiting<?>> batch, LogUnavailable why) {
    for (var one : batch) {
      if (one.refusal == null) {
        one.refusal = why;
      }
    }
  }

  /// Hands on what is durable, and answers everybody.
  private void finish(List<Waiting<T>> batch) {
    lock.lock();
    try {
      for (var one : batch) {
        if (one.refusal == null) {
          durable.add(new Durable<>(one.position, one.kind, one.payloads, one.attachment));
        } else {
          count(-one.payloads.size(), -one.bytes);
        }
      }
      handedOn.signal();
    } finally {
      lock.unlock();
    }
    for (var one : batch) {
      one.answer();
    }
  }

  /// Nothing is left when all went well; otherwise nobody must wait for ever.
  private void end() {
    var left = new ArrayList<>(inHand);
    lock.lock();
    try {
      stopping = true;
      ended = true;
      died = !inHand.isEmpty();
      left.addAll(waiting);
      waiting.clear();
      handedOn.signalAll();
      refuseQueue();
    } finally {
      lock.unlock();
    }
    refuse(left, new LogUnavailable(Reason.LOG_FAILED));
    left.forEach(Waiting::answer);
  }

  /// A commit and the thread that waits for it.
  private static final class Waiting<T> {
    private final List<byte[]> payloads;
    private final byte kind;
    private final T attachment;
    private final long bytes;
    private final Thread caller = Thread.currentThread();
    private @Nullable Condition turn; // to take its place, when it has to wait for room
    private long position;
    private @Nullable LogUnavailable refusal;
    private volatile boolean answered;

    Waiting(List<byte[]> payloads, byte kind, T attachment, long bytes) {
      this.payloads = payloads;
      this.kind = kind;
      this.attachment = attachment;
      this.bytes = bytes;
    }

    void answer() {
      answered = true;
      LockSupport.unpark(caller);
    }

    long await() throws LogUnavailable {
      var interrupted = false;
      while (!answered) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        caller.interrupt();
      }
      if (refusal != null) {
        throw refusal;
      }
      return position;
    }
  }
}
