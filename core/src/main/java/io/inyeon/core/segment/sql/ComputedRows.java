package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Frame;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.TrackSql.Bounds;
import java.util.ArrayList;
import java.util.List;

/// The events that a computed trait's values are made of, everybody's: for whoever works the values
/// out of these, see [io.inyeon.core.segment.Computation].
///
/// @param selects one SELECT of `person`, `time` and the kept pieces for each track
/// @param parameters texts for `$1`, `$2`, ...
public record ComputedRows(List<Track> tracks, List<String> selects, List<String> parameters) {
  public ComputedRows {
    tracks = List.copyOf(tracks);
    selects = List.copyOf(selects);
    parameters = List.copyOf(parameters);
  }

  /// Of a formula that is made of events.
  ///
  /// @param now milliseconds since 1970
  public static ComputedRows of(Formula formula, Columns columns, Terms terms, long now) {
    var parameters = new Parameters();
    var rows = new TrackSql(columns, new OperatorSql(parameters, terms, now));
    var bounds =
        switch (formula) {
          case Formula.Aggregated aggregated ->
              bounds(aggregated.window(), aggregated.measure().tallied(), terms, now);
          case Formula.Rfm rfm -> bounds(rfm.window(), false, terms, now);
          case Formula.Touched _,
              Formula.Stages _,
              Formula.Visits _,
              Formula.ActiveHour _,
              Formula.Anniversary _ ->
              Bounds.of(Long.MIN_VALUE, now);
        };
    var tracks = new ArrayList<Track>();
    formula.tracks((track, _) -> {
      if (!tracks.contains(track)) {
        tracks.add(track);
      }
    });
    var selects = tracks.stream().map(track -> rows.rows(track, bounds)).toList();
    return new ComputedRows(tracks, selects, parameters.all());
  }

  private static Bounds bounds(Window window, boolean bounded, Terms terms, long now) {
    var frame = Frame.of(window, new NobodyInParticular(terms), now);
    if (frame == null) {
      return Bounds.of(Long.MIN_VALUE, now); // a window of each person's own
    }
    var within = bounded ? frame.bounded(now) : frame;
    return Bounds.of(within.after(), within.until());
  }
}
