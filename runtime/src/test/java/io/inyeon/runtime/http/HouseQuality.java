package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.personal.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A workspace without plans, transformations and quarantine, where nothing can be saved.
final class HouseQuality
    implements QualityDesk, QualityDesk.Plans, QualityDesk.Repairs, QualityDesk.Measures {
  private static final Said NONE = new Said.Missing("none_here", "There is none.");
  private static final Said WRONG =
      new Said.Wrong("nothing_saved", List.of(new Violation("read_only", "", "")));

  @Override
  public Plans plans() {
    return this;
  }

  @Override
  public Changes transformations() {
    return new NoChanges();
  }

  @Override
  public Repairs quarantine() {
    return this;
  }

  @Override
  public Measures measures() {
    return this;
  }

  @Override
  public Said sources() {
    return new Said.Good(
        new Value.Fields(
            Map.of(
                "sources",
                new Value.Items(List.of()),
                "alerts",
                new Value.Decimal(BigDecimal.ZERO),
                "position",
                new Value.Text("0"))));
  }

  @Override
  public Said source(String id, int days) {
    return NONE;
  }

  @Override
  public Said event(String id, String name, int days) {
    return NONE;
  }

  @Override
  public Said alerts(boolean open, long before, int limit) {
    return empty("alerts");
  }

  @Override
  public Said news(String after, int limit) {
    return empty("events");
  }

  @Override
  public Said lineage(String event, String field) {
    var none = new Value.Items(List.of());
    return new Said.Good(
        new Value.Fields(
            Map.of(
                "sources",
                none,
                "plans",
                none,
                "transformations",
                none,
                "enrichers",
                none,
                "readers",
                none)));
  }

  @Override
  public Personal personal() {
    return new NoLabels();
  }

  /// Nothing is labelled, and nobody is a robot.
  private static final class NoLabels implements Personal {
    @Override
    public Labels inForce() {
      return Labels.NONE;
    }

    @Override
    public Said labels() {
      return empty("labels");
    }

    @Override
    public Said labelsVersion(int version) {
      return NONE;
    }

    @Override
    public Said saveLabels(Value.Fields written, int after, String author) {
      return WRONG;
    }

    @Override
    public Said proposals(int days) {
      return new Said.Good(
          new Value.Fields(
              Map.of(
                  "events",
                  new Value.Decimal(BigDecimal.ZERO),
                  "proposals",
                  new Value.Items(List.of()),
                  "masked",
                  new Value.Items(List.of()))));
    }

    @Override
    public Said bots() {
      return empty("allowed");
    }

    @Override
    public Said saveBots(Value.Fields written, int after, String author) {
      return WRONG;
    }

    @Override
    public Said checkBot(Value.Fields wanted) {
      return new Said.Good(new Value.Fields(Map.of("flagged", new Value.Truth(false))));
    }
  }

  private static Said empty(String name) {
    return new Said.Good(new Value.Fields(Map.of(name, new Value.Items(List.of()))));
  }

  @Override
  public Said all() {
    return empty("plans");
  }

  @Override
  public Said one(String id) {
    return NONE;
  }

  @Override
  public Said version(String id, int version) {
    return NONE;
  }

  @Override
  public Said diff(String id, int from, int to) {
    return NONE;
  }

  @Override
  public Said save(String id, Value.Fields written, int after, String author) {
    return WRONG;
  }

  @Override
  public Said validate(Value.Fields written) {
    return WRONG;
  }

  @Override
  public Said convert(Value.Fields file, @Nullable String event) {
    return WRONG;
  }

  @Override
  public Said infer(Value.Fields wanted) {
    return WRONG;
  }

  @Override
  public Said models() {
    return empty("models");
  }

  @Override
  public Said model(String name) {
    return NONE;
  }

  @Override
  public Said groups(@Nullable String source) {
    return new Said.Good(
        new Value.Fields(
            Map.of(
                "groups",
                new Value.Items(List.of()),
                "open",
                new Value.Decimal(BigDecimal.ZERO),
                "keptDays",
                new Value.Decimal(BigDecimal.ZERO))));
  }

  @Override
  public Said group(String id) {
    return NONE;
  }

  @Override
  public Said tryOut(String group, Value.Fields draft) {
    return NONE;
  }

  @Override
  public Said trial(String id) {
    return NONE;
  }

  @Override
  public Said release(String group, Value.Fields wanted, String author) {
    return NONE;
  }

  @Override
  public Said drop(String group, Value.Fields wanted, String author) {
    return NONE;
  }

  @Override
  public Said repairs() {
    return empty("repairs");
  }

  @Override
  public Said repair(String id) {
    return NONE;
  }

  /// No transformations.
  private static final class NoChanges implements Changes {
    @Override
    public Said all() {
      return empty("transformations");
    }

    @Override
    public Said versions(int before, int limit) {
      return empty("versions");
    }

    @Override
    public Said version(int version) {
      return NONE;
    }

    @Override
    public Said save(Value.Fields written, int after, String author) {
      return WRONG;
    }

    @Override
    public Said preview(Value.Fields wanted) {
      return WRONG;
    }

    @Override
    public Said templates() {
      return empty("templates");
    }
  }
}
