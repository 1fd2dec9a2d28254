package io.inyeon.runtime.store;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.HyperClockCache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksObject;
import org.rocksdb.StringAppendOperator;

/// How RocksDB is set up for a quiet process: two background threads, one bounded memory, nothing
/// that runs by the clock.
final class Tuning implements AutoCloseable {
  private static final long MB = 1 << 20;
  private static final double BITS_A_KEY = 10;

  private final List<RocksObject> owned = new ArrayList<>();
  private final StateSettings settings;
  private final Cache blocks;
  private final DBOptions database;

  Tuning(StateSettings settings) {
    this.settings = settings;
    blocks = own(new HyperClockCache(settings.blockCacheMb() * MB, 0, -1, false));
    database =
        own(new DBOptions())
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            // Without a write-ahead log only this keeps the columns at one and the same commit.
            .setAtomicFlush(true)
            .setAvoidFlushDuringShutdown(true)
            .setDbWriteBufferSize(settings.writeBufferMb() * MB)
            .setMaxBackgroundJobs(2)
            .setMaxSubcompactions(1)
            .setAllowConcurrentMemtableWrite(false)
            .setEnableWriteThreadAdaptiveYield(false)
            .setMaxOpenFiles(512)
            .setSkipStatsUpdateOnDbOpen(true)
            .setStatsDumpPeriodSec(0)
            .setStatsPersistPeriodSec(0)
            .setBytesPerSync(MB)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setMaxLogFileSize(4 * MB)
            .setKeepLogFileNum(3);
  }

  DBOptions database() {
    return database;
  }

  Cache blocks() {
    return blocks;
  }

  ColumnFamilyOptions column(Column column) {
    return switch (column) {
      case META, OUTBOX, TOUCHES, MEMBERS, TIMERS, FACTS, PASTS, FLOWS, QUARANTINE, JOINED ->
          family(table());
      case OCCURRENCES -> grown().setMergeOperator(own(new StringAppendOperator("")));
      case RIGHTS, STANDINGS, IDENTIFIERS, IDLE_LINKS, PROFILES, ACCOUNTS, ESTRANGED, LOGINS ->
          grown();
      case SEEN_IMPORTS -> seen();
      case TREES ->
          // Trees are found by their ids, the first eight bytes, and read from there on.
          family(filtered().setWholeKeyFiltering(false).setBlockSize(6 * 1024))
              .useFixedLengthPrefixExtractor(Long.BYTES)
              .setBottommostCompressionOptions(dictionary())
              .setMemtablePrefixBloomSizeRatio(0.02);
    };
  }

  /// Nearly every look-up finds nothing, every key is written once, and none is near the one
  /// before.
  ColumnFamilyOptions seen() {
    return points(family(filtered())).setCompactionStyle(CompactionStyle.UNIVERSAL);
  }

  /// A dictionary for each file: trees look alike, and a block holds but two or three.
  private CompressionOptions dictionary() {
    return own(new CompressionOptions().setEnabled(true).setMaxDictBytes(16 * 1024));
  }

  /// Found one by one, and many of them.
  private ColumnFamilyOptions grown() {
    return points(family(filtered()))
        .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
  }

  private static ColumnFamilyOptions points(ColumnFamilyOptions options) {
    return options.setMemtablePrefixBloomSizeRatio(0.02).setMemtableWholeKeyFiltering(true);
  }

  private ColumnFamilyOptions family(BlockBasedTableConfig table) {
    return own(new ColumnFamilyOptions())
        .setTableFormatConfig(table)
        .setWriteBufferSize(settings.writeBufferMb() * MB)
        .setArenaBlockSize(MB / 4)
        .setMaxWriteBufferNumber(3)
        .setTargetFileSizeBase(32 * MB)
        .setMaxBytesForLevelBase(128 * MB)
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  private BlockBasedTableConfig filtered() {
    return table()
        .setFilterPolicy(own(new BloomFilter(BITS_A_KEY)))
        .setOptimizeFiltersForMemory(true);
  }

  private BlockBasedTableConfig table() {
    return new BlockBasedTableConfig()
        .setBlockCache(blocks)
        .setCacheIndexAndFilterBlocks(true)
        .setCacheIndexAndFilterBlocksWithHighPriority(true)
        .setPinL0FilterAndIndexBlocksInCache(true);
  }

  private <T extends RocksObject> T own(T object) {
    owned.add(object);
    return object;
  }

  @Override
  public void close() {
    for (var object : owned.reversed()) {
      object.close();
    }
  }
}
