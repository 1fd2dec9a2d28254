package io.inyeon.runtime.store;

/// How much memory state may take.
///
/// @param heapCacheMb decoded values on the heap, roughly
/// @param blockCacheMb blocks of the files, outside the heap
/// @param writeBufferMb changes that are not in files yet, outside the heap; half as much again
///   while they are being written
public record StateSettings(int heapCacheMb, int blockCacheMb, int writeBufferMb) {
  public static final StateSettings DEFAULT = new StateSettings(192, 128, 48);

  public StateSettings {
    if (heapCacheMb < 1 || blockCacheMb < 1 || writeBufferMb < 1) {
      throw new IllegalArgumentException("state needs a megabyte at least of each memory");
    }
  }
}
