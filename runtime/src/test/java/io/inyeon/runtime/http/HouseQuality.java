package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A workspace without plans, transformations and quarantine, where nothing can be saved.
final class HouseQuality implements QualityDesk, QualityDesk.Plans, QualityDesk.Repairs {
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
