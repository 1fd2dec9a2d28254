package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A reason as fields, as people read it, beside the condition that it is the reason of.
///
/// ```
/// {"result": "no_match", "changesAt": "2026-03-01T09:00:00Z", "condition": {...},
///  "facts": {"value": 3, ...}, "of": [...]}
/// ```
public final class ReasonForm {
  private ReasonForm() {}

  /// As people read it.
  ///
  /// @param condition that was asked
  /// @param others what other segments mean, as when it was asked
  public static Value.Fields of(Reason reason, Condition condition, ProfileView others) {
    var to = new LinkedHashMap<String, Value>();
    to.put("result", new Value.Text(word(reason.truth())));
    if (reason.changesAt() != null) {
      to.put("changesAt", new Value.Time(reason.changesAt()));
    }
    if (!reason.facts().isEmpty()) {
      to.put("facts", new Value.Fields(new LinkedHashMap<>(reason.facts())));
    }
    switch (condition) {
      case Condition.All(var all) -> group(to, "all", reason, all, others);
      case Condition.Any(var any) -> group(to, "any", reason, any, others);
      case Condition.None(var none) -> group(to, "none", reason, none, others);
      case Condition.InSegment(var id) -> {
        to.put("condition", ConditionWriter.of(condition));
        var other = others.segment(id);
        if (other != null && !reason.of().isEmpty()) {
          to.put("of", new Value.Items(List.of(of(reason.of().getFirst(), other, others))));
        }
      }
      case Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.Sequence _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ ->
          to.put("condition", ConditionWriter.of(condition));
    }
    return new Value.Fields(to);
  }

  private static void group(
      Map<String, Value> to,
      String form,
      Reason reason,
      List<Condition> conditions,
      ProfileView others) {
    to.put("form", new Value.Text(form));
    var of = new ArrayList<Value>();
    for (var i = 0; i < conditions.size(); i++) {
      of.add(of(reason.of().get(i), conditions.get(i), others));
    }
    to.put("of", new Value.Items(of));
  }

  /// An answer's name in JSON.
  public static String word(Truth truth) {
    return truth.name().toLowerCase(Locale.ROOT);
  }
}
