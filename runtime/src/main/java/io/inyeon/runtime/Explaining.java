package io.inyeon.runtime;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.ReasonForm;
import io.inyeon.core.segment.RecordedView;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Cursor;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.SegmentDesk.Asked;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.http.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    var place = people.place(who);
    if (place == null) {
      return null;
    }
    var view = view(condition, place);
    var now = workspace.clock().millis();
    var evaluation = Evaluator.evaluate(condition, view, Instant.ofEpochMilli(now));
    return new Asked.Told(
        place.tree().profileId(place.identifier(), workspace.rules()),
        ReasonForm.of(evaluation.reason(), condition, view),
        now,
        place.position(),
        vocabulary.notices(condition, Asking.PLACE));
  }

  /// A person with all events that a condition may look at.
  RecordedView view(Condition condition, People.Place place)
      throws Intake.Unavailable, Recall.TooMuch {
    var rules = workspace.rules();
    var part = place.tree().part(place.identifier(), rules);
    var person = new PersonView(place.tree(), part, new CommittedState(workspace.state()), rules);
    var names = new HashSet<String>();
    names(condition, names, new HashSet<>());
    var keys = place.tree().fragments(part, rules).keySet();
    return new RecordedView(
        person,
        rules.segments(),
        names.isEmpty() ? List.of() : events(keys, names, place.position()));
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

  private List<Event> events(Set<FragmentKey> keys, Set<String> names, long position)
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
        var page = workspace.archive().timeline(keys, after, PAGE);
        for (var row : page.rows()) {
          var event =
              row.position() <= position && names.contains(String.valueOf(row.name()))
                  ? accepted.event(row)
                  : null;
          // Found by a short hash of its fragment, which another's may share.
          if (event != null && keys.contains(FragmentKey.of(event))) {
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
