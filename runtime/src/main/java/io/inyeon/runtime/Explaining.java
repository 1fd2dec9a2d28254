package io.inyeon.runtime;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.ProfileView;
import io.inyeon.core.segment.ReasonForm;
import io.inyeon.core.segment.RecordedView;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.unify.Portion;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Cursor;
import io.inyeon.runtime.http.PreviewDesk;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.SegmentDesk.Asked;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.http.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Why a condition that nobody saved holds of one person: by the core's own evaluator, over the
/// person's events as the archive has them.
final class Explaining {
  private static final int PAGE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final People people;
  private final VocabularyDesk vocabulary;

  Explaining(Workspace workspace, People people, VocabularyDesk vocabulary) {
    this.vocabulary = vocabulary;
    this.workspace = workspace;
    this.people = people;
  }

  @Nullable Asked explain(@Nullable Value written, Who who)
      throws Intake.Unavailable, Recall.TooMuch {
    return switch (Asking.read(written, workspace)) {
      case Asking.Read.Wrong(var problems) -> new Asked.Wrong(problems);
      case Asking.Read.Good(var condition) -> told(condition, who);
    };
  }

  private @Nullable Asked told(Condition condition, Who who)
      throws Intake.Unavailable, Recall.TooMuch {
    var owning = people.owning(who);
    if (owning == null) {
      return null;
    }
    var place = owning.place();
    var now = workspace.clock().millis();
    var view = view(condition, owning, now);
    var evaluation = Evaluator.evaluate(condition, view, Instant.ofEpochMilli(now));
    return new Asked.Told(
        place.tree().profileId(place.identifier(), workspace.rules()),
        ReasonForm.of(evaluation.reason(), condition, view),
        now,
        place.position(),
        vocabulary.notices(condition, Asking.PLACE));
  }

  /// A person with all events that a condition may look at.
  ///
  /// @param now for which instant members of accounts are counted that state does not count;
  ///   milliseconds since 1970
  RecordedView view(Condition condition, People.Owning owning, long now)
      throws Intake.Unavailable, Recall.TooMuch {
    var rules = workspace.rules();
    var place = owning.place();
    var part = place.tree().part(place.identifier(), rules);
    var person = new PersonView(place.tree(), part, new CommittedState(workspace.state()), rules);
    var names = new HashSet<String>();
    names(condition, names, new HashSet<>());
    return new RecordedView(
        person,
        rules.segments(),
        names.isEmpty() ? List.of() : events(owning.portion(), names, place.position()),
        members(condition, person, place.position(), now));
  }

  /// What is asked of the members of the person's accounts, counted in the read-model where no live
  /// segment has it counted in state.
  private RecordedView.MembersOf members(
      Condition condition, PersonView person, long position, long now) throws Intake.Unavailable {
    var asked = new LinkedHashSet<Condition>();
    members(Uses.of(condition), asked, new HashSet<>());
    var accounts = person.accounts();
    if (accounts.isEmpty()) {
      return (_, _) -> null;
    }
    var counted = new HashMap<Condition, SortedMap<String, MemberCount>>();
    for (var each : asked) {
      if (accounts.getFirst().members(each) == null) {
        counted.put(
            each,
            counted(each, accounts.stream().map(ProfileView.Account::id).toList(), position, now));
      }
    }
    return (account, inner) -> {
      var counts = counted.get(inner);
      return counts == null ? null : counts.getOrDefault(account, MemberCount.NONE);
    };
  }

  private SortedMap<String, MemberCount> counted(
      Condition condition, List<String> accounts, long position, long now)
      throws Intake.Unavailable {
    try {
      if (!workspace.analytics().await(position, PATIENCE.toMillis())) {
        throw new Intake.Unavailable("preview_building", 5);
      }
      return workspace.previews().members(condition, now, accounts);
    } catch (PreviewDesk.Cancelled _) {
      throw new Intake.Unavailable("stopping", 1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }

  /// What a condition asks of members, and what the segments and computed traits ask that it names.
  private void members(Uses uses, Set<Condition> asked, Set<String> met) {
    asked.addAll(uses.members());
    for (var id : uses.traits()) {
      var trait = workspace.rules().segments().trait(id);
      if (trait != null && met.add(trait.filling())) {
        members(Uses.of(trait.formula()), asked, met);
      }
    }
    for (var id : uses.segments()) {
      var other = workspace.rules().segments().condition(id);
      if (other != null && met.add(id)) {
        members(Uses.of(other), asked, met);
      }
    }
  }

  /// The events that a condition looks at, and the segments and computed traits that it names.
  private void names(Condition condition, Set<String> names, Set<String> met) {
    names(Uses.of(condition), names, met);
  }

  private void names(Uses uses, Set<String> names, Set<String> met) {
    uses.traits()
        .forEach(id -> {
          var trait = workspace.rules().segments().trait(id);
          if (trait != null && met.add(trait.filling())) {
            names(Uses.of(trait.formula()), names, met);
          }
        });
    uses.tracks().forEach(track -> names.add(track.filter().event()));
    for (var id : uses.segments()) {
      var other = workspace.rules().segments().condition(id);
      if (other != null && met.add(id)) {
        names(other, names, met);
      }
    }
  }

  private List<Event> events(Portion portion, Set<String> names, long position)
      throws Intake.Unavailable, Recall.TooMuch {
    try {
      if (!workspace.reached(position, true, PATIENCE)) {
        throw new Intake.Unavailable("archive_behind", 5);
      }
      var accepted = workspace.acceptedRows();
      var events = new ArrayList<Event>();
      var read = 0;
      Cursor after = null;
      while (true) {
        var page = people.page(portion, after, PAGE);
        for (var row : page.rows()) {
          var event =
              row.position() <= position && names.contains(String.valueOf(row.name()))
                  ? accepted.event(row)
                  : null;
          // Found by a short hash of its fragment, which another's may share.
          if (event != null && portion.holds(event)) {
            events.add(event);
          }
        }
        if (!page.missing().isEmpty()) {
          throw new ArchiveException("some of the events cannot be read: " + page.missing());
        }
        read += page.rows().size();
        if (read > Past.MOST_EVENTS) {
          throw new Recall.TooMuch(Past.MOST_EVENTS);
        }
        after = page.next();
        if (after == null) {
          return events;
        }
      }
    } catch (ArchiveException e) {
      throw Happenings.unavailable(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }
}
