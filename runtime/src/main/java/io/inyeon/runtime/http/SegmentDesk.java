package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Where segments are defined and asked about.
public interface SegmentDesk {
  /// All of them, by their ids.
  List<Listed> all();

  /// One; `null` when there is none.
  @Nullable Listed one(String id);

  /// Every version that was saved, the newest first.
  List<Segment> versions(String id);

  /// Saves the next version of a segment, or the first.
  ///
  /// @param written the fields that change; all that must be there when it is new
  /// @param after the version that the author has seen; 0 for a new one, -1 for whichever
  Saved save(@Nullable String id, Value.Fields written, int after, String author)
      throws Unavailable;

  /// Members in an order that stays the same.
  ///
  /// @param after the last of the page before
  default List<Member> members(String segment, @Nullable Identifier after, int limit)
      throws Unavailable {
    return members(segment, after, limit, null).members();
  }

  /// The same, but only those who are permitted for a purpose now.
  ///
  /// @param bound `null` for no purpose
  Members members(String segment, @Nullable Identifier after, int limit, @Nullable Bound bound)
      throws Unavailable;

  /// How many members are left for a purpose by each check, now.
  Reach reach(String segment, Bound bound, BooleanSupplier gone)
      throws Unavailable, PreviewDesk.Cancelled;

  /// Members coming and going by the days of the workspace's calendar, ascending.
  SortedMap<LocalDate, Flow> flows(String segment);

  /// A person's memberships; `null` for nobody.
  @Nullable Standings standings(Who who, boolean history) throws Unavailable;

  /// Why a person is a member of a segment or is not, now; `null` for nobody.
  @Nullable Explained explain(String segment, Who who) throws Unavailable;

  /// Why a condition that nobody saved holds of a person or does not, now; `null` for nobody.
  ///
  /// @param condition as somebody wrote it
  /// @throws Recall.TooMuch when the person has too many events
  @Nullable Asked explain(@Nullable Value condition, Who who) throws Unavailable, Recall.TooMuch;

  /// How many members some segments have in common; `null` when one of them is not there.
  @Nullable Overlap overlap(List<String> segments);

  /// Every member, in the order of [#members].
  ///
  /// @throws IOException when the taker cannot take any more
  default void everyMember(String segment, MemberTaker taker) throws IOException {
    everyMember(segment, null, taker);
  }

  /// The same, but only those who are permitted for a purpose at the moment at which each is taken.
  ///
  /// @param bound `null` for no purpose
  void everyMember(String segment, @Nullable Bound bound, MemberTaker taker) throws IOException;

  /// Where conditions are asked of everybody.
  PreviewDesk previews();

  /// A page of members.
  ///
  /// @param next after whom the page after this one begins; `null` at the end
  record Members(List<Member> members, @Nullable Identifier next) {
    public Members {
      members = List.copyOf(members);
    }
  }

  /// Takes members one after another.
  @FunctionalInterface
  interface MemberTaker {
    /// Takes one.
    void take(Member member) throws IOException;
  }

  /// What came of asking for a reason.
  sealed interface Asked {
    /// A reason.
    ///
    /// @param asOf milliseconds since 1970
    /// @param position up to which everything is counted
    /// @param notices names that nobody has met so far
    record Told(
        ProfileId id, Value.Fields reason, long asOf, long position, List<Violation> notices)
        implements Asked {
      public Told {
        notices = List.copyOf(notices);
      }
    }

    /// The condition cannot be asked, for all these reasons.
    record Wrong(List<Violation> problems) implements Asked {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// What segments have in common.
  ///
  /// @param sizes of each, in the order in which they were asked for
  /// @param only how many people are members of just these and of none of the others: by a bit for
  ///   each segment
  /// @param position as of which
  record Overlap(List<Long> sizes, SortedMap<Integer, Long> only, long position) {
    public Overlap {
      sizes = List.copyOf(sizes);
    }
  }

  /// A segment and how it stands.
  ///
  /// @param progress how much of its history is counted, 0 to 1
  /// @param usedBy segments that name it
  /// @param usedByTraits computed traits whose rules name it
  record Listed(
      Segment segment, long size, double progress, List<String> usedBy, List<String> usedByTraits) {
    public Listed {
      usedBy = List.copyOf(usedBy);
      usedByTraits = List.copyOf(usedByTraits);
    }
  }

  /// What came of saving.
  sealed interface Saved {
    /// It is saved.
    ///
    /// @param notices names that nobody has met so far
    record Done(Segment segment, List<Violation> notices) implements Saved {
      public Done {
        notices = List.copyOf(notices);
      }
    }

    /// It is not, for all these reasons.
    record Wrong(List<Violation> problems) implements Saved {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// There is no such segment.
    record Missing() implements Saved {}

    /// Somebody else saved it meanwhile, or made one with this id.
    record Conflict() implements Saved {}
  }

  /// A member.
  ///
  /// @param name how they are called; `null` when nobody said, or where it is not read
  record Member(
      Identifier who, @Nullable ProfileId id, @Nullable String name, Membership membership) {}

  /// A person's memberships.
  ///
  /// @param changesAt when the person's timer goes off; `null` for never
  /// @param history facts, the newest first; empty unless asked for
  record Standings(
      ProfileId id,
      SortedMap<String, Membership> members,
      @Nullable Long changesAt,
      List<Fact> history) {
    public Standings {
      history = List.copyOf(history);
    }
  }

  /// A reason.
  ///
  /// @param asOf milliseconds since 1970
  record Explained(ProfileId id, Segment segment, Value.Fields reason, long asOf) {}
}
