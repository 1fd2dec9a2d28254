package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ConditionReader;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.SegmentReader;
import io.inyeon.runtime.text.LinearPatterns;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Segments that are written down and that nobody is a member of.
final class HouseSegments implements SegmentDesk {
  /// The id of a preview that goes on until nobody waits for it.
  static final String ENDLESS = "endless";

  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch ended = new CountDownLatch(1);
  private final Map<String, Segment> saved = new ConcurrentHashMap<>();

  @Override
  public List<Listed> all() {
    return saved.values().stream()
        .map(each -> new Listed(each, 0, 1, List.of(), List.of()))
        .toList();
  }

  @Override
  public @Nullable Listed one(String id) {
    var segment = saved.get(id);
    return segment == null ? null : new Listed(segment, 0, 1, List.of(), List.of());
  }

  @Override
  public List<Segment> versions(String id) {
    var segment = saved.get(id);
    return segment == null ? List.of() : List.of(segment);
  }

  @Override
  public Saved save(@Nullable String id, Value.Fields written, int after, String author) {
    var before = id == null ? null : saved.get(id);
    if (id != null && before == null) {
      return new Saved.Missing();
    }
    return switch (SegmentReader.read(written, before, "seg_new", new LinearPatterns())) {
      case SegmentReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case SegmentReader.Reading.Good(var segment, _) -> {
        saved.put(segment.id(), segment);
        yield new Saved.Done(segment, List.of());
      }
    };
  }

  @Override
  public Members members(
      String segment, @Nullable Identifier after, int limit, @Nullable Bound bound) {
    return new Members(List.of(), null);
  }

  @Override
  public Reach reach(String segment, Bound bound, BooleanSupplier gone) {
    return new Reach(bound.purpose().key(), 3, 2, 1);
  }

  @Override
  public SortedMap<LocalDate, Flow> flows(String segment) {
    return Collections.emptySortedMap();
  }

  @Override
  public @Nullable Standings standings(Who who, boolean history) {
    return null;
  }

  @Override
  public @Nullable Explained explain(String segment, Who who) {
    return null;
  }

  @Override
  public @Nullable Asked explain(@Nullable Value condition, Who who) {
    return switch (ConditionReader.read(condition, "/condition", new LinearPatterns())) {
      case ConditionReader.Reading.Bad(var problems) -> new Asked.Wrong(problems);
      case ConditionReader.Reading.Good _ -> null;
    };
  }

  @Override
  public @Nullable Overlap overlap(List<String> segments) {
    return saved.keySet().containsAll(segments)
        ? new Overlap(segments.stream().map(_ -> 0L).toList(), new TreeMap<>(), 0)
        : null;
  }

  @Override
  public void everyMember(String segment, @Nullable Bound bound, MemberTaker taker) {
    // nobody is one
  }

  @Override
  public PreviewDesk previews() {
    return new PreviewDesk() {
      @Override
      public Previewed preview(Wanted wanted, BooleanSupplier gone) throws Cancelled {
        if (ENDLESS.equals(wanted.id())) {
          begun.countDown();
          while (!gone.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000); // others need the carrier, too
          }
          ended.countDown();
          throw new Cancelled();
        }
        return switch (ConditionReader.read(
            wanted.condition(), "/condition", new LinearPatterns())) {
          case ConditionReader.Reading.Bad(var problems) -> new Previewed.Wrong(problems);
          case ConditionReader.Reading.Good _ ->
              new Previewed.Counted(
                  0,
                  0,
                  new LinkedHashMap<>(Map.of("", 0L)),
                  List.of(),
                  List.of(),
                  null,
                  1,
                  1,
                  1,
                  List.of(),
                  wanted.bound() == null
                      ? null
                      : new Reach(wanted.bound().purpose().key(), 0, 0, 0));
        };
      }

      @Override
      public boolean cancel(String id) {
        return false;
      }

      @Override
      public boolean await(long position, long timeoutMs) {
        return true;
      }
    };
  }
}
