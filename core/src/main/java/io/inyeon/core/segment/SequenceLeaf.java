package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether things happened one after the other.
///
/// @param tracks the occurrences of each step
record SequenceLeaf(Condition.Sequence asked, List<Occurrences> tracks, ProfileView view)
    implements Leaf {
  private static final int WORK = 2_048;

  @Override
  public Truth at(long now) {
    var frame = Frame.of(asked.window(), view, now);
    return frame == null ? Truth.UNKNOWN : Truth.of(!ends(frame, now).isEmpty());
  }

  /// When the last positive step happened, for each way in which all happened.
  private List<Long> ends(Frame frame, long now) {
    var steps = asked.steps();
    List<Long> reached = tracks.getFirst().times(frame.after(), frame.until());
    for (var i = 1; i < steps.size() && !reached.isEmpty(); i++) {
      reached =
          steps.get(i).negative()
              ? unfollowed(reached, steps.get(i), tracks.get(i), now)
              : followed(reached, steps.get(i), tracks.get(i).times(frame.after(), frame.until()));
    }
    return reached;
  }

  /// Those times that follow one of the times before closely enough.
  private static List<Long> followed(List<Long> before, Condition.Step step, List<Long> times) {
    var within = step.within();
    var reached = new ArrayList<Long>();
    var next = 0;
    for (long time : times) {
      while (next < before.size() && before.get(next) < time) {
        next++;
      }
      // The closest one before is the last of those that are earlier.
      if (next > 0 && (within == null || time - before.get(next - 1) < within.ms())) {
        reached.add(time);
      }
    }
    return reached;
  }

  /// Those times that were not followed, as far as that is sure now.
  private static List<Long> unfollowed(
      List<Long> before, Condition.Step step, Occurrences occurrences, long now) {
    var within = step.within();
    var left = new ArrayList<Long>();
    for (long time : before) {
      var over = within == null ? Long.MAX_VALUE : time + within.ms();
      if (within != null && over > now) {
        continue;
      }
      if (occurrences.times(time, Math.min(now, over - 1)).isEmpty()) {
        left.add(time);
      }
    }
    return left;
  }

  @Override
  public long next(long now) {
    var frame = Frame.of(asked.window(), view, now);
    if (frame == null) {
      return Long.MAX_VALUE;
    }
    var next = Long.MAX_VALUE;
    for (var i = 0; i < tracks.size(); i++) {
      var step = asked.steps().get(i);
      if (!step.negative()) {
        next = Math.min(next, frame.next(tracks.get(i)));
        continue;
      }
      next = Math.min(next, tracks.get(i).nextBegin(now));
      var within = step.within();
      if (within != null) {
        var open = tracks.get(i - 1).nextEnd(now - within.ms());
        next = Math.min(next, open == Long.MAX_VALUE ? open : open + within.ms());
      }
    }
    return next;
  }

  @Override
  public int patience() {
    var size = 8;
    for (var each : tracks) {
      size += each.size();
    }
    return Math.max(1, WORK / size);
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var frame = Frame.of(asked.window(), view, now);
    if (frame == null) {
      return facts;
    }
    var ends = ends(frame, now);
    if (!ends.isEmpty()) {
      facts.put("completedAt", new Value.Time(Instant.ofEpochMilli(ends.getLast())));
    }
    var steps = new ArrayList<Value>();
    for (var each : tracks) {
      steps.add(EventsLeaf.shown(each, frame, 3));
    }
    facts.put("steps", new Value.Items(steps));
    return facts;
  }
}
