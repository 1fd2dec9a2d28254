package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Patterns;
import io.inyeon.runtime.http.QualityDesk;

/// The quality of what comes in, as the management API asks for it.
public final class QualityOffice implements QualityDesk {
  private final PlanOffice plans;
  private final TransformationOffice transformations;
  private final QuarantineOffice quarantine;
  private final Measures measures;

  /// Of a workspace.
  public QualityOffice(House house, Patterns patterns, RepairWork work, MeasuresOffice measures) {
    this.measures = measures;
    plans = new PlanOffice(house, patterns);
    transformations = new TransformationOffice(house, patterns, measures);
    quarantine = new QuarantineOffice(house, patterns, transformations, work);
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
