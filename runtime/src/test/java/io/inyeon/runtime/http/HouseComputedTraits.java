package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.ComputedTraitReader;
import io.inyeon.runtime.text.LinearPatterns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Computed traits that are written down and of which nobody has a value.
final class HouseComputedTraits implements ComputedTraitDesk {
  private final Map<String, ComputedTrait> saved = new ConcurrentHashMap<>();

  @Override
  public List<Listed> all() {
    return saved.values().stream().map(HouseComputedTraits::listed).toList();
  }

  private static Listed listed(ComputedTrait trait) {
    return new Listed(trait, 1, List.of(), List.of(), null);
  }

  @Override
  public @Nullable Listed one(String id) {
    var trait = saved.get(id);
    return trait == null ? null : listed(trait);
  }

  @Override
  public List<ComputedTrait> versions(String id) {
    var trait = saved.get(id);
    return trait == null ? List.of() : List.of(trait);
  }

  @Override
  public Saved save(@Nullable String id, Value.Fields written, int after, String author) {
    var before = id == null ? null : saved.get(id);
    if (id != null && before == null) {
      return new Saved.Missing();
    }
    return switch (ComputedTraitReader.read(written, before, "trait_new", new LinearPatterns())) {
      case ComputedTraitReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case ComputedTraitReader.Reading.Good(var trait, _) -> {
        saved.put(trait.id(), trait);
        yield new Saved.Done(trait, List.of());
      }
    };
  }

  @Override
  public @Nullable Explained explain(String id, Who who) {
    return null;
  }

  @Override
  public boolean measure(String id) {
    return false;
  }
}
