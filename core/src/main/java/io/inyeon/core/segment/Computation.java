package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Sessions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A computed trait's value for one person, at any instant, given all that is known now. Nothing is
/// stored of it: it is as exact as the occurrences that it is made of.
public interface Computation {
  /// The value at an instant; `null` for none.
  @Nullable Value at(long now);

  /// The first instant after this one at which the value may be another one, with no new event;
  /// [Long#MAX_VALUE] for never.
  long next(long now);

  /// What decided it.
  Map<String, Value> facts(long now);

  /// Works a formula out for a person.
  ///
  /// @param measured the quintiles of a formula that asks for them; `null` as long as none are
  ///   known
  static Computation of(Formula formula, @Nullable Cuts measured, ProfileView view) {
    return switch (formula) {
      case Formula.Aggregated aggregated -> AggregatedValue.of(aggregated, view);
      case Formula.Touched touched -> TouchedValue.of(touched, view);
      case Formula.Rfm rfm ->
          new RfmValue(
              rfm,
              rfm.cuts() == null ? measured : rfm.cuts(),
              view.occurrences(rfm.times(), Reach.of(rfm.window())),
              view.occurrences(rfm.numbers(), Reach.of(rfm.window())),
              view);
      case Formula.Stages stages -> new StagesValue(stages, view);
      case Formula.Visits(var figure) -> of(figure, view.sessions());
      case Formula.ActiveHour _ -> of(view.activity(), view.terms());
      case Formula.Anniversary(var trait) ->
          new AnniversaryValue(trait.below(view.trait(trait.head())), view.terms());
    };
  }

  /// A figure of visits.
  static Computation of(Formula.Figure figure, Sessions sessions) {
    return new VisitsValue(figure, sessions);
  }

  /// The hour of activity.
  static Computation of(Activity activity, Terms terms) {
    return new ActiveHourValue(activity, terms);
  }
}
