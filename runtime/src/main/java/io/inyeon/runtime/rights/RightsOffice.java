package io.inyeon.runtime.rights;

import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.http.AccessDesk;
import io.inyeon.runtime.http.BreachDesk;
import io.inyeon.runtime.http.ConsentDesk;
import io.inyeon.runtime.http.CorrectionDesk;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.ProcessingDesk;
import io.inyeon.runtime.http.RetentionDesk;
import io.inyeon.runtime.http.RightsDesk;
import io.inyeon.runtime.http.RightsRecords;
import io.inyeon.runtime.http.SelfServiceDesk;
import io.inyeon.runtime.http.StatutoryDesk;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/// All that serves people's rights, and the threads that it needs.
public final class RightsOffice implements RightsDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RightsOffice.class.getName());

  private final House house;
  private final Erasures erasures;
  private final Statutory statutory;
  private final Records records;
  private final RetentionOffice retention;
  private final Breaches breaches;
  private final Processing processing;
  private final Corrections corrections;
  private final SelfService selfService;

  private RightsOffice(
      House house, Path workspace, ImportDesk imports, ConsentDesk consents, AccessDesk accesses)
      throws IOException {
    this.house = house;
    breaches = new Breaches(house, imports, accesses);
    processing = new Processing(house);
    statutory = new Statutory(house, LockedStore.open(workspace.resolve("rights")));
    var avowals = new Avowals(house);
    avowals.resume();
    records = new Records(house, avowals);
    corrections = new Corrections(house, records, avowals);
    selfService = new SelfService(house, consents, records);
    // One of them at a time clears the disk.
    var work = new ReentrantLock(true);
    erasures = Erasures.open(house, workspace, imports, statutory, work);
    retention = RetentionOffice.open(house, new KeptFiles(workspace, imports), statutory, work);
  }

  /// Takes up whatever was begun.
  ///
  /// @param workspace its folder
  public static RightsOffice open(
      House house, Path workspace, ImportDesk imports, ConsentDesk consents, AccessDesk accesses)
      throws IOException {
    return new RightsOffice(house, workspace, imports, consents, accesses);
  }

  @Override
  public ErasureDesk erasures() {
    return erasures;
  }

  @Override
  public StatutoryDesk statutory() {
    return statutory;
  }

  @Override
  public RightsRecords records() {
    return records;
  }

  @Override
  public RetentionDesk retention() {
    return retention;
  }

  @Override
  public BreachDesk breaches() {
    return breaches;
  }

  @Override
  public ProcessingDesk processing() {
    return processing;
  }

  @Override
  public CorrectionDesk corrections() {
    return corrections;
  }

  @Override
  public void apart(Who who, Apart reader) throws Unavailable {
    var people = house.part(who);
    if (people.isEmpty()) {
      return;
    }
    try {
      new Rows(house)
          .apart(
              people,
              house.archive().position(),
              row -> {
                var status = row.status();
                var outcome = status == null ? "" : status.name().toLowerCase(Locale.ROOT);
                reader.event(house.happened(row), outcome);
              });
    } catch (ArchiveException e) {
      LOG.log(Level.WARNING, "What does not count of somebody cannot be looked up", e);
      throw new Unavailable("archive_unavailable", 10);
    }
  }

  @Override
  public SelfServiceDesk selfService() {
    return selfService;
  }

  /// Waits until everything that is owed is done, or has failed once.
  public void settle() throws InterruptedException {
    erasures.settle();
  }

  @Override
  public void close() {
    retention.close();
    erasures.close();
  }
}
