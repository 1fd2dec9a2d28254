package io.inyeon.runtime.log;

import java.util.List;

/// What was found when the log was opened.
///
/// @param oldest position of the oldest entry kept
/// @param durable position of the last entry; 0 when there never was one
/// @param cutEntries how many entries at the end were never acknowledged, incomplete, and cut off
/// @param cutBytes how many bytes were cut off with them
/// @param blanked how many erasures had been interrupted and were finished
/// @param losses what is damaged among the entries needed, the first 1,000
/// @param setAside files that are not readable as segments at all; kept under a new name
public record Recovery(
    long oldest,
    long durable,
    int segments,
    long cutEntries,
    long cutBytes,
    int blanked,
    List<Loss> losses,
    List<String> setAside) {
  public Recovery {
    losses = List.copyOf(losses);
    setAside = List.copyOf(setAside);
  }

  /// Whether nothing is damaged.
  public boolean isClean() {
    return losses.isEmpty() && setAside.isEmpty();
  }
}
