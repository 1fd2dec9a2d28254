package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Patterns;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.EnricherDesk;
import io.inyeon.runtime.http.PlaceDesk;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.personal.Sightings;

/// The quality of what comes in, as the management API asks for it.
public final class QualityOffice implements QualityDesk {
  private final PlanOffice plans;
  private final TransformationOffice transformations;
  private final QuarantineOffice quarantine;
  private final Measures measures;
  private final PersonalOffice personal;
  private final PlaceDesk places;
  private final EnricherDesk enrichers;

  /// Of a workspace.
  ///
  /// @param sightings what was masked since the start
  /// @param places where addresses are
  /// @param enrichers who outside is asked about people
  public QualityOffice(
      House house,
      Patterns patterns,
      RepairWork work,
      Sightings sightings,
      MeasuresOffice measures,
      PlaceDesk places,
      EnricherDesk enrichers) {
    this.places = places;
    this.enrichers = enrichers;
    this.measures = measures;
    var breaks = new PlanBreaks(house, measures, patterns);
    plans = new PlanOffice(house, patterns, breaks);
    transformations = new TransformationOffice(house, patterns, measures, breaks);
    quarantine = new QuarantineOffice(house, patterns, transformations, work);
    personal = new PersonalOffice(house, patterns, quarantine, sightings);
  }

  /// Puts what every workspace begins with into the log of one that has it not.
  public QualityOffice begin() throws Intake.Unavailable {
    personal.begin();
    return this;
  }

  @Override
  public Personal personal() {
    return personal;
  }

  @Override
  public PlaceDesk places() {
    return places;
  }

  @Override
  public EnricherDesk enrichers() {
    return enrichers;
  }

  @Override
  public Plans plans() {
    return plans;
  }

  @Override
  public Changes transformations() {
    return transformations;
  }

  @Override
  public Repairs quarantine() {
    return quarantine;
  }

  @Override
  public Measures measures() {
    return measures;
  }
}
