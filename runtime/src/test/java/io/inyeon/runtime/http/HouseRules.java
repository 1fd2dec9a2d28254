package io.inyeon.runtime.http;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.RulesForm;
import io.inyeon.core.RulesReader;
import io.inyeon.core.SavedRules;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.text.LinearPatterns;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Rules that are in force as soon as they are saved.
final class HouseRules implements RulesDesk {
  private final List<SavedRules> saved =
      new CopyOnWriteArrayList<>(
          List.of(
              new SavedRules(
                  DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"),
                  1,
                  1_000,
                  "first start",
                  "",
                  1_000)));

  @Override
  public RulesDocument inForce() {
    return saved.getLast().rules();
  }

  @Override
  public List<SavedRules> versions() {
    return List.copyOf(saved).reversed();
  }

  @Override
  public RulesForm.Reading read(Value.Fields written) {
    var now = inForce();
    return RulesReader.read(written, now.version() + 1, now.workspaceKey(), new LinearPatterns());
  }

  @Override
  public boolean save(RulesDocument rules, int after, String author, String reason) {
    return inForce().version() == after
        && saved.add(new SavedRules(rules, 2, 2_000, author, reason, 2_500));
  }
}
