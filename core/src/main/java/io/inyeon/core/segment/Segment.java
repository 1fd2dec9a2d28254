package io.inyeon.core.segment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The people for whom a condition holds, as an operator defined them; one version.
///
/// @param id by which other segments and the API name it; never changes
/// @param name for people
/// @param folder where the console lists it; may be empty
/// @param labels free words
/// @param version 1, 2, ... as it was saved
/// @param filled whether what happened before it was saved is counted by now; only then has it
///   members
/// @param epochs of each track that the condition asks for itself, by its id: since which entry it
///   is kept; what lies before was or is being counted from history
public record Segment(
    String id,
    String name,
    String folder,
    List<String> labels,
    Status status,
    int version,
    boolean filled,
    SortedMap<Long, Long> epochs,
    Condition condition)
    implements Answered {
  public Segment {
    labels = List.copyOf(labels);
    epochs = Collections.unmodifiableSortedMap(new TreeMap<>(epochs));
  }

  /// Whether it is in use.
  public enum Status {
    /// Being written; has no members.
    DRAFT,
    /// In use.
    ACTIVE,
    /// Put away; has no members any more.
    ARCHIVED
  }

  /// Whether people are members of it now.
  public boolean live() {
    return status == Status.ACTIVE && filled;
  }

  /// By what it is named and where it is listed.
  public Heading heading() {
    return new Heading(id, name, folder, labels, status);
  }

  /// The same with what happened before counted.
  public Segment withHistory() {
    return new Segment(id, name, folder, labels, status, version, true, epochs, condition);
  }

  /// Of the id alone: sets of segments are made for each event, and conditions are large.
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// The name in state of what is kept of a track since an entry. What was kept for segments that
  /// are gone is never taken for what is kept now.
  static long kept(long track, long epoch) {
    return track ^ Long.rotateLeft(epoch * 0x9E37_79B9_7F4A_7C15L, 17);
  }
}
