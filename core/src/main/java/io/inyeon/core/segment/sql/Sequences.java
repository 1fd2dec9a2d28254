package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.sql.TrackSql.Bounds;

/// Steps that follow one another, by joins with the closest one before.
///
/// @param now milliseconds since 1970
record Sequences(TrackSql tracks, long now) {
  /// `person` and `answer`, which is TRUE, of everybody for whom all steps are found.
  ///
  /// @param bounds of the window
  String answers(Condition.Sequence asked, Bounds bounds) {
    var steps = asked.steps();
    var reached = tracks.rows(steps.getFirst().track(), bounds);
    for (var step : steps.subList(1, steps.size())) {
      reached = step.negative() ? unfollowed(reached, step) : followed(reached, step, bounds);
    }
    return "SELECT DISTINCT person, TRUE AS answer FROM (" + reached + ")";
  }

  /// Those events that follow one of the step before closely enough: the closest is the last.
  private String followed(String before, Condition.Step step, Bounds bounds) {
    var within = step.within();
    return "SELECT y.person AS person, y.time AS time FROM ("
        + tracks.rows(step.track(), bounds)
        + ") y ASOF JOIN ("
        + before
        + ") z ON y.person = z.person AND y.time > z.time"
        + (within == null ? "" : " WHERE y.time - z.time < " + within.ms());
  }

  /// Those that were not followed, as far as that is sure now.
  private String unfollowed(String before, Condition.Step step) {
    var within = step.within();
    return "SELECT z.person AS person, z.time AS time FROM ("
        + before
        + ") z ASOF LEFT JOIN ("
        + tracks.rows(step.track(), Bounds.of(Long.MIN_VALUE, now))
        + ") y ON y.person = z.person AND z.time < y.time WHERE "
        + (within == null
            ? "y.time IS NULL"
            : "z.time + "
                + within.ms()
                + " <= "
                + now
                + " AND (y.time IS NULL OR y.time >= z.time + "
                + within.ms()
                + ")");
  }
}
