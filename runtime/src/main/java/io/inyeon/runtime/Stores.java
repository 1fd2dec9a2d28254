package io.inyeon.runtime;

import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveOptions;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.LogBehind;
import io.inyeon.runtime.log.LogOptions;
import io.inyeon.runtime.log.RealDisk;
import io.inyeon.runtime.log.Resume;
import io.inyeon.runtime.store.RocksState;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateFailure;
import io.inyeon.runtime.store.StateSettings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What a workspace keeps on disk, opened, and of one and the same history.
///
/// State and archive are functions of the log, so neither can have seen what it never held. Where
/// they have, one of the three was put back from another time; then nothing is opened, because
/// going on would give new entries the positions of old ones, or leave old ones out in silence.
///
/// @param disk the log's folder; to be closed after the log
record Stores(RealDisk disk, Log log, State state, Archive archive) {
  private static final System.Logger LOG = System.getLogger(Stores.class.getName());

  /// An empty file of this name says that the operator knows, and wants to go on without what the
  /// log has lost. It counts once.
  static final String ACCEPTED = "accept-log-loss";

  /// Opens all three, or none.
  ///
  /// @throws StateFailure when another process has it open, or it is damaged beyond use
  /// @throws IOException also when they do not belong together
  static Stores open(Path folder, Config config) throws IOException {
    // Each loads a large native library first, and neither needs the other.
    var folders = new StateFolders(folder);
    var opening = new FutureTask<State>(() -> state(folders, config));
    Thread.ofPlatform().name("state-opening").start(opening);
    Archive archive;
    try {
      archive = archive(folder.resolve("archive"), config);
    } catch (IOException | RuntimeException e) {
      try {
        opened(opening).close();
      } catch (IOException | RuntimeException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
    State state;
    try {
      state = opened(opening);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
    try {
      return log(folder, config, state, archive);
    } catch (IOException | RuntimeException e) {
      try (state;
          archive) {
        throw e;
      }
    }
  }

  private static State opened(FutureTask<State> opening) throws IOException {
    var interrupted = false;
    try {
      while (true) {
        try {
          return opening.get();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case IOException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static State state(StateFolders folders, Config config) throws IOException {
    var state = RocksState.open(folders.inForce(), settings(config));
    try {
      // Now that nobody else can have it open, what a rebuild left behind may go.
      folders.cleanUp();
      return state;
    } catch (IOException e) {
      state.close();
      throw e;
    }
  }

  /// How much memory a state may take.
  static StateSettings settings(Config config) {
    return new StateSettings(
        megabytes(config, Setting.CACHE_MB), megabytes(config, Setting.STATE_MB), 48);
  }

  private static Archive archive(Path folder, Config config) throws IOException {
    var memory = Math.max(128, config.number(Setting.ARCHIVE_MB));
    return Archive.open(
        folder,
        new ArchiveOptions(
            memory << 20,
            2,
            64,
            ArchiveOptions.defaults().readTimeout(),
            Math.min(ArchiveOptions.defaults().checkpointBytes(), memory << 19)));
  }

  private static Stores log(Path folder, Config config, State openState, Archive openArchive)
      throws IOException {
    var state = openState.position();
    var archive = openArchive.position();
    var options =
        LogOptions.defaults()
            .withSegmentBytes(megabytes(config, Setting.LOG_SEGMENT_MB) << 20)
            .withMaxBytes(
                Math.max(
                        2 * config.number(Setting.LOG_MAX_MB),
                        4 * config.number(Setting.LOG_SEGMENT_MB))
                    << 20)
            .withReserveBytes(config.number(Setting.DISK_RESERVE_MB) << 20);
    var accepted = Files.exists(folder.resolve(ACCEPTED));
    var disk = RealDisk.open(folder.resolve("log"));
    try {
      var log =
          Log.open(
              disk,
              options,
              new Resume(Math.min(state, archive) + 1, Math.max(state, archive), accepted));
      if (!accepted && archive + 1 < log.oldestPosition()) {
        var oldest = log.oldestPosition();
        log.close();
        throw new IOException(tooOld("archive", archive, oldest, folder));
      }
      if (state + 1 < log.oldestPosition()) {
        var oldest = log.oldestPosition();
        log.close();
        throw new IOException(tooOld("state", state, oldest, folder));
      }
      if (accepted) {
        // It may know of what is lost; it is made anew from what is there.
        StateFolders.delete(folder.resolve("search"));
        StateFolders.delete(folder.resolve("analytics"));
      }
      if (Files.deleteIfExists(folder.resolve(ACCEPTED))) {
        LOG.log(
            Level.WARNING,
            "Going on at {0} without what the log has lost, as {1} allowed",
            Long.toString(log.durablePosition() + 1),
            ACCEPTED);
      }
      return new Stores(disk, log, openState, openArchive);
    } catch (LogBehind behind) {
      disk.close();
      throw new IOException(logTooOld(behind, state, archive, folder), behind);
    } catch (IOException e) {
      disk.close();
      throw e;
    }
  }

  private static String logTooOld(LogBehind behind, long state, long archive, Path folder) {
    return "the log in %s ends at entry %d, but the state has seen %d and the archive %d, so it is older than they are, or has lost its end. Nothing was changed: put back log, state and archive of one and the same time; or, if there are none, make an empty file %s to go on without what is missing."
        .formatted(folder.resolve("log"), behind.last(), state, archive, folder.resolve(ACCEPTED));
  }

  private static String tooOld(String what, long position, long oldest, Path folder) {
    return "the %s in %s ends at entry %d, but the log begins at %d, so it is older than the log. Nothing was changed: put back log, state and archive of one and the same time."
        .formatted(what, folder.resolve(what), position, oldest);
  }

  private static int megabytes(Config config, Setting setting) {
    return (int) Math.max(1, config.number(setting));
  }
}
