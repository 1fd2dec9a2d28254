package io.inyeon.runtime.places;

import com.maxmind.db.ClosedDatabaseException;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.PlaceDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where an address is, by the file that the operator keeps up to date. The file is looked at once
/// a minute: a newer one is copied into the workspace's folder, tried, and put in force; one that
/// cannot be read is told, and the one before stays. Without the setting nothing is looked up.
///
/// Asked at intake only, and what it says stands in the log with the event: no replay asks it.
public final class Places implements PlaceDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Places.class.getName());
  private static final long LOOK_MS = 60_000;
  private static final String COPY = "places.mmdb";

  /// A power of two.
  private static final int REMEMBERED = 1 << 12;

  private static final int LONGEST = 64;
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "KR", "ko", "JP", "ja", "CN", "zh-CN", "DE", "de", "AT", "de", "FR", "fr", "ES", "es",
          "BR", "pt-BR", "RU", "ru");

  private final @Nullable Path source;
  private final Path folder;
  private final PlaceDetail detail;
  private final String language;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private final LongAdder asked = new LongAdder();
  private final LongAdder found = new LongAdder();
  private volatile @Nullable InForce inForce;
  private volatile @Nullable Trouble trouble;
  private volatile long lookAgainAt;
  private long seenModified;
  private long seenSize = -1;

  /// A file and what it said lately. Racing threads would say the same.
  private record InForce(PlaceFile file, Instant since, @Nullable Known[] lately) {}

  private record Known(String address, Value.@Nullable Fields place) {}

  private record Trouble(Instant at, String code, String detail) {}

  private Places(
      @Nullable Path source, Path folder, PlaceDetail detail, String region, InstantSource clock) {
    this.source = source;
    this.folder = folder;
    this.detail = detail;
    this.language = LANGUAGES.getOrDefault(region.toUpperCase(Locale.ROOT), "en");
    this.clock = clock;
  }

  /// Begins with the file, if there is one.
  ///
  /// @param file of the operator's; empty for none
  /// @param folder where its copy is kept
  /// @param region whose language names are told in where the file has it
  public static Places open(
      String file, Path folder, PlaceDetail detail, String region, InstantSource clock) {
    var places = new Places(file.isBlank() ? null : Path.of(file), folder, detail, region, clock);
    places.goOn();
    places.look();
    return places;
  }

  /// Goes on with the copy of the last start, in case the operator's file is away.
  private void goOn() {
    var copy = folder.resolve(COPY);
    if (source == null || !Files.exists(copy)) {
      return;
    }
    try {
      inForce =
          new InForce(
              PlaceFile.open(copy.toFile(), detail, language),
              clock.instant(),
              new Known[REMEMBERED]);
    } catch (IOException e) {
      failed("place_file_damaged", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean installed() {
    return source != null;
  }

  @Override
  public Value.@Nullable Fields of(String written) {
    if (source == null) {
      return null;
    }
    if (clock.millis() >= lookAgainAt) {
      look();
    }
    var now = inForce;
    if (now == null || written.length() > LONGEST) {
      return null;
    }
    var slot = (written.hashCode() ^ (written.hashCode() >>> 16)) & (REMEMBERED - 1);
    var known = now.lately[slot];
    if (known == null || !known.address.equals(written)) {
      known = new Known(written, read(now, written));
      now.lately[slot] = known;
    }
    asked.increment();
    if (known.place != null) {
      found.increment();
    }
    return known.place;
  }

  private Value.@Nullable Fields read(InForce now, String written) {
    try {
      return now.file.at(InetAddress.ofLiteral(written));
    } catch (IllegalArgumentException noAddress) {
      return null;
    } catch (ClosedDatabaseException replaced) {
      return null; // in this very moment by a newer one
    } catch (IOException e) {
      failed("place_file_damaged", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void failed(String code, String why) {
    if (trouble == null) {
      LOG.log(Level.WARNING, "Places cannot be told ({0}): {1}", code, why);
    }
    trouble = new Trouble(clock.instant(), code, why);
  }

  /// Takes up a newer file, if there is one; whoever comes while somebody looks goes on with what
  /// there is.
  private void look() {
    if (source == null || !looking.tryLock()) {
      return;
    }
    try {
      lookAgainAt = clock.millis() + LOOK_MS;
      var modified = Files.getLastModifiedTime(source).toMillis();
      var size = Files.size(source);
      if (modified != seenModified || size != seenSize || inForce == null) {
        take(source);
        seenModified = modified;
        seenSize = size;
      }
      trouble = null;
    } catch (IOException e) {
      failed(
          Files.isReadable(source) ? "place_file_invalid" : "place_file_missing",
          String.valueOf(e));
    } finally {
      looking.unlock();
    }
  }

  private void take(Path newer) throws IOException {
    Files.createDirectories(folder);
    // A copy, since a file that somebody writes over while it is mapped ends the process.
    var copy = folder.resolve(COPY);
    var part = folder.resolve(COPY + ".part");
    Files.copy(newer, part, StandardCopyOption.REPLACE_EXISTING);
    PlaceFile.open(part.toFile(), detail, language).close();
    Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    var file = PlaceFile.open(copy.toFile(), detail, language);
    var before = inForce;
    inForce = new InForce(file, clock.instant(), new Known[REMEMBERED]);
    LOG.log(Level.INFO, "Places by {0}, made {1}", file.type(), file.builtAt());
    if (before != null) {
      before.file.close();
    }
  }

  @Override
  public Value.Fields told() {
    var told = new LinkedHashMap<String, Value>();
    told.put("installed", new Value.Truth(installed()));
    told.put("detail", new Value.Text(detail.word()));
    var now = inForce;
    if (now != null) {
      var file = new LinkedHashMap<String, Value>();
      file.put("type", new Value.Text(now.file.type()));
      file.put("builtAt", new Value.Text(now.file.builtAt().toString()));
      file.put("inForceSince", new Value.Text(now.since.toString()));
      told.put("file", new Value.Fields(file));
    }
    told.put("asked", new Value.Decimal(BigDecimal.valueOf(asked.sum())));
    told.put("found", new Value.Decimal(BigDecimal.valueOf(found.sum())));
    var wrong = trouble;
    if (wrong != null) {
      var error = new LinkedHashMap<String, Value>();
      error.put("code", new Value.Text(wrong.code));
      error.put("detail", new Value.Text(wrong.detail));
      error.put("at", new Value.Text(wrong.at.toString()));
      told.put("lastError", new Value.Fields(error));
    }
    return new Value.Fields(told);
  }

  @Override
  public void close() {
    var now = inForce;
    inForce = null;
    if (now != null) {
      now.file.close();
    }
  }
}
