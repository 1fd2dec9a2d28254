package io.inyeon.runtime.consent;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.runtime.Positions;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.StateFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Has the consent ledger follow what is decided, a fraction of a second behind, on a thread that
/// sleeps while nothing is.
public final class LedgerKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LedgerKeeper.class.getName());
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /// The log and what is needed to read it.
  public interface OnRecord {
    /// The next rows from a position on; as many as are at hand, none after the last.
    List<Row> rows(long from, long to) throws IOException;

    /// A source; `null` when it is not known yet.
    @Nullable Source source(int number);

    /// The event of an accepted row; `null` when none can be read any more.
    @Nullable Event event(Row row);

    /// The purposes that a row saved.
    List<Purpose> purposes(Row row);

    /// Every version of every purpose that was ever saved.
    List<SavedPurpose> everyPurpose();

    /// Milliseconds since 1970.
    long now();
  }

  private final Ledger ledger;
  private final LongSupplier decided;
  private final ReentrantLock lock = new ReentrantLock();
  private final Positions reached;
  private final Thread thread;
  private volatile long wanted;
  private volatile boolean sleeping;
  private volatile boolean closing;
  private volatile @Nullable String error;

  private LedgerKeeper(Ledger ledger, LongSupplier decided) {
    this.ledger = ledger;
    this.decided = decided;
    reached = new Positions(ledger.head().position());
    thread = Thread.ofPlatform().name("consent-ledger").daemon().unstarted(this::run);
  }

  /// Goes on from what is in a folder.
  ///
  /// @param decided the last position that is decided
  public static LedgerKeeper start(Path folder, OnRecord record, LongSupplier decided)
      throws IOException {
    var keeper = new LedgerKeeper(Ledger.open(folder, record), decided);
    keeper.thread.start();
    return keeper;
  }

  /// Something was decided; never waits.
  public void committed() {
    if (sleeping) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!closing) {
      try {
        var last = ledger.head().position();
        while (last < decided.getAsLong() && !closing) {
          lock.lockInterruptibly();
          try {
            last = ledger.follow(decided.getAsLong());
          } finally {
            lock.unlock();
          }
          reached.reach(last);
          error = null;
          if (wanted <= last) {
            LockSupport.parkNanos(LINGER_NANOS); // what comes together is forced together
          }
        }
        sleep(last);
      } catch (InterruptedException _) {
        return;
      } catch (IOException | RuntimeException e) {
        failed(e);
      }
    }
  }

  private void failed(Exception e) {
    if (!closing) {
      var before = error;
      error = e.toString();
      if (!e.toString().equals(before)) {
        LOG.log(Level.ERROR, "The consent ledger does not follow; trying again", e);
      }
      LockSupport.parkNanos(e instanceof StateFailure ? LINGER_NANOS : RETRY_NANOS);
    }
  }

  private void sleep(long last) {
    sleeping = true;
    try {
      while (!closing && decided.getAsLong() <= last) {
        LockSupport.park(this);
      }
    } finally {
      sleeping = false;
    }
  }

  /// Waits until all up to a position of the log is recorded.
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    if (reached.reached() < position) {
      wanted = Math.max(wanted, position);
      LockSupport.unpark(thread);
    }
    return reached.await(position, timeoutMs);
  }

  /// How the ledger stands.
  ///
  /// @param entries how many there are
  /// @param erased how many of them are erased
  /// @param link of the last one, hex
  /// @param position of the log up to which all is recorded
  /// @param publicKey by which receipts are verified
  public record Standing(
      long entries, long erased, String link, long position, String publicKey, long bytes) {}

  public Standing standing() {
    var head = ledger.head();
    return new Standing(
        head.number(),
        head.erased(),
        HexFormat.of().formatHex(head.link()),
        head.position(),
        ledger.key().publicKey(),
        ledger.bytes());
  }

  /// An entry.
  ///
  /// @param said what was said; `null` when it was erased
  /// @param erasure whether it is the record of an erasure, and no statement
  /// @param at when it was recorded, milliseconds since 1970
  public record Entry(
      long number,
      long position,
      long at,
      String link,
      boolean erasure,
      Value.@Nullable Fields said) {}

  /// An entry; `null` when there is none of this number.
  public @Nullable Entry entry(long number) throws IOException {
    var entry = ledger.entry(number);
    return entry == null ? null : told(entry);
  }

  private static Entry told(Ledger.Entry entry) {
    var head = entry.frame().head();
    return new Entry(
        head.number(),
        head.position(),
        head.at(),
        HexFormat.of().formatHex(entry.frame().link()),
        head.kind() == Frame.ERASURE,
        entry.payload());
  }

  /// The numbers of the entries that name any of some identifiers, ascending.
  ///
  /// @param identifiers each `type:value`
  public List<Long> naming(List<String> identifiers) {
    return ledger.naming(identifiers);
  }

  /// A receipt of an entry; `null` when there is none of this number, or it was erased.
  public Value.@Nullable Fields receipt(long number, long now) throws IOException {
    return Receipt.of(ledger, number, now);
  }

  /// Erases all entries that name any of some identifiers. See [Ledger#erase].
  ///
  /// @param reason told in the ledger; it must name nobody
  /// @return how many entries
  public int erase(List<String> identifiers, String reason)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      return ledger.erase(identifiers, reason);
    } finally {
      lock.unlock();
    }
  }

  /// Overwrites what the files hold besides what stands in them: of entries that were erased.
  public void wipe() {
    ledger.wipe();
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  @Override
  public void close() throws IOException {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      ledger.close();
    } finally {
      lock.unlock();
    }
  }
}
