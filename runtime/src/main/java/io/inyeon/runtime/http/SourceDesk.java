package io.inyeon.runtime.http;

import io.inyeon.core.collect.Source;
import io.inyeon.runtime.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where sources are made and changed. What it returns is durable and in force.
///
/// The first of a source's write keys is its newest.
public interface SourceDesk {
  /// All of them, in the order in which they were made.
  List<Source> all();

  /// The one with this number; `null` when there is none.
  @Nullable Source byNumber(int number);

  /// Makes a source with one write key.
  Source create(NewSource wanted, String author) throws Intake.Unavailable;

  /// Gives a source a new write key.
  ///
  /// @param keepOld whether the old ones stay valid beside it
  /// @return `null` when there is no such source
  @Nullable Source rotate(String id, boolean keepOld, String author) throws Intake.Unavailable;

  /// Opens or closes a source.
  ///
  /// @return `null` when there is no such source
  @Nullable Source enable(String id, boolean enabled, String author) throws Intake.Unavailable;
}
