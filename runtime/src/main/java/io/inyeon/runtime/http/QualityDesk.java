package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The quality of what comes in: tracking plans, transformations, and the quarantine that repairs.
/// What it tells are documents, in the form of the API.
public interface QualityDesk {
  /// The tracking plans.
  Plans plans();

  /// The transformations.
  Changes transformations();

  /// The quarantine.
  Repairs quarantine();

  /// How good what comes in is.
  Measures measures();

  /// Labels and robots.
  Personal personal();

  /// Where on earth events come from.
  default PlaceDesk places() {
    return PlaceDesk.NONE;
  }

  /// Who outside is asked about people.
  default EnricherDesk enrichers() {
    return EnricherDesk.NONE;
  }

  /// What came of a question or a wish.
  sealed interface Said {
    /// It is this.
    record Good(Value told) implements Said {}

    /// It was begun, and goes on by itself.
    record Begun(Value told) implements Said {}

    /// There is no such thing.
    ///
    /// @param code stable, e.g. `plan_not_found`
    record Missing(String code, String detail) implements Said {}

    /// Nothing was done, for all these reasons.
    record Wrong(String code, List<Violation> problems) implements Said {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// Somebody else saved it meanwhile.
    record Conflict() implements Said {}
  }

  /// How good what comes in is, and where fields come from and go to.
  interface Measures {
    /// All sources, today.
    Said sources();

    /// One source, by days.
    Said source(String id, int days);

    /// One source's events of a name, by days, with their fields.
    Said event(String id, String name, int days);

    /// What became worse.
    ///
    /// @param open whether only what lasts is wanted
    /// @param before only those with smaller numbers; 0 for all
    Said alerts(boolean open, long before, int limit);

    /// What became of alerts, oldest first: each time that one began, resumed or ended.
    ///
    /// @param after id of the news before; empty for the beginning
    Said news(String after, int limit);

    /// Where a field comes from, what changes it and who reads it.
    ///
    /// @param event a name; empty for all
    /// @param field dotted path; empty for the events themselves
    Said lineage(String event, String field);
  }

  /// Labels of personal data, and robots.
  interface Personal {
    /// The labels by which whoever reads for a purpose is shown less.
    Labels inForce();

    Said labels();

    Said labelsVersion(int version);

    /// Saves the next version, whole.
    ///
    /// @param after the version that the author has seen; -1 for whichever
    Said saveLabels(Value.Fields written, int after, String author) throws Unavailable;

    /// What labels the events of the last days call for, and what was masked since the start.
    Said proposals(int days) throws Unavailable;

    Said bots();

    /// Saves the next version, and has what is not flagged any more decided again.
    ///
    /// @param after the version that the author has seen; -1 for whichever
    Said saveBots(Value.Fields written, int after, String author) throws Unavailable;

    /// Whether a user agent is a robot's.
    Said checkBot(Value.Fields wanted);
  }

  /// Tracking plans.
  interface Plans {
    Said all();

    Said one(String id);

    Said version(String id, int version);

    /// What became different from one version to another.
    Said diff(String id, int from, int to);

    /// Saves the next version.
    ///
    /// @param after the version that the author has seen; -1 for whichever
    Said save(String id, Value.Fields written, int after, String author) throws Unavailable;

    /// All that is wrong with a plan that nobody saves.
    Said validate(Value.Fields written);

    /// A plan made of a file: a JSON Schema, or a tracking plan in Segment's form.
    ///
    /// @param event name of the event that a schema is of; `null` for its title
    Said convert(Value.Fields file, @Nullable String event);

    /// A plan made of what came lately.
    Said infer(Value.Fields wanted) throws Unavailable;

    /// The ready-made models.
    Said models();

    Said model(String name);
  }

  /// Transformations.
  interface Changes {
    Said all();

    /// Who saved which version when and why, the newest first.
    ///
    /// @param before only versions below this one
    Said versions(int before, int limit);

    Said version(int version);

    /// Saves the next version, whole.
    ///
    /// @param after the version that the author has seen; -1 for whichever
    Said save(Value.Fields written, int after, String author) throws Unavailable;

    /// What transformations that nobody saved would make of the latest events.
    Said preview(Value.Fields wanted) throws Unavailable;

    /// Ready-made ones, to begin with.
    Said templates();
  }

  /// The quarantine, by cause.
  interface Repairs {
    /// The groups, those with most events first.
    ///
    /// @param source its id; `null` for all
    Said groups(@Nullable String source);

    /// A group with samples.
    Said group(String id) throws Unavailable;

    /// Begins to try out on the whole group what plans and transformations would make of it.
    Said tryOut(String group, Value.Fields draft);

    /// How far trying out has come, and what came of it.
    Said trial(String id);

    /// Begins to decide a group's events again.
    Said release(String group, Value.Fields wanted, String author) throws Unavailable;

    /// Begins to drop a group's events.
    Said drop(String group, Value.Fields wanted, String author) throws Unavailable;

    /// The repairs, the latest first.
    Said repairs();

    Said repair(String id);
  }
}
