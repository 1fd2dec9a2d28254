package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a formula so that [FormulaReader] reads the same.
public final class FormulaWriter {
  private FormulaWriter() {}

  /// As people read it.
  public static Value.Fields of(Formula formula) {
    var to = new LinkedHashMap<String, Value>();
    switch (formula) {
      case Formula.Aggregated(var measure, var of, var window) -> {
        to.put("aggregate", word(measure));
        if (of.size() == 1 && of.getFirst().as() == null) {
          part(to, of.getFirst());
        } else {
          var parts = new ArrayList<Value>();
          for (var part : of) {
            var one = new LinkedHashMap<String, Value>();
            part(one, part);
            parts.add(new Value.Fields(one));
          }
          to.put("of", new Value.Items(parts));
        }
        to.put("window", ConditionWriter.window(window));
      }
      case Formula.Visits(var figure) -> to.put("sessions", word(figure));
      case Formula.ActiveHour _ -> to.put("hour", new Value.Text("most_active"));
      case Formula.Touched(var first, var of) -> {
        to.put("touch", new Value.Text(first ? "first" : "last"));
        to.put("of", word(of));
      }
      case Formula.Rfm rfm -> to.put("rfm", rfm(rfm));
      case Formula.Stages(var stages, var otherwise) -> {
        to.put("stages", new Value.Items(stages.stream().map(FormulaWriter::stage).toList()));
        to.put("otherwise", new Value.Text(otherwise));
      }
      case Formula.Anniversary(var trait) -> to.put("anniversary", ConditionWriter.path(trait));
    }
    return new Value.Fields(to);
  }

  private static void part(Map<String, Value> to, Formula.Part part) {
    ConditionWriter.filter(to, part.filter());
    if (part.property() != null) {
      to.put("property", ConditionWriter.path(part.property()));
    }
    if (part.as() != null) {
      to.put("as", AggregatedValue.plain(part.as()));
    }
  }

  private static Value rfm(Formula.Rfm rfm) {
    var to = new LinkedHashMap<String, Value>();
    ConditionWriter.filter(to, rfm.filter());
    to.put("property", ConditionWriter.path(rfm.property()));
    to.put("window", ConditionWriter.window(rfm.window()));
    var cuts = rfm.cuts();
    to.put("cuts", cuts == null ? new Value.Text("quintiles") : cuts(cuts));
    return new Value.Fields(to);
  }

  /// Cuts, with what is known of those that were worked out.
  public static Value.Fields cuts(Cuts cuts) {
    var to = new LinkedHashMap<String, Value>();
    to.put("recency", numbers(cuts.recency()));
    to.put("frequency", numbers(cuts.frequency()));
    to.put("monetary", numbers(cuts.monetary()));
    if (cuts.at() != 0) {
      to.put("people", new Value.Decimal(BigDecimal.valueOf(cuts.people())));
      to.put("asOf", new Value.Time(Instant.ofEpochMilli(cuts.at())));
    }
    return new Value.Fields(to);
  }

  private static Value numbers(List<BigDecimal> numbers) {
    return new Value.Items(
        numbers.stream().<Value>map(each -> new Value.Decimal(Decimals9.plain(each))).toList());
  }

  private static Value stage(Formula.Stage stage) {
    var to = new LinkedHashMap<String, Value>();
    to.put("stage", new Value.Text(stage.name()));
    switch (stage.rule()) {
      case Formula.Rule.When(var condition) -> to.put("when", ConditionWriter.of(condition));
      case Formula.Rule.AfterGap gap -> to.put("after_gap", gap(gap));
    }
    return new Value.Fields(to);
  }

  static Value gap(Formula.Rule.AfterGap gap) {
    var to = new LinkedHashMap<String, Value>();
    ConditionWriter.filter(to, gap.filter());
    to.put("gap", new Value.Text(gap.gap().toString()));
    to.put("within", new Value.Text(gap.within().toString()));
    return new Value.Fields(to);
  }

  private static Value word(Enum<?> constant) {
    return new Value.Text(ConditionReader.word(constant));
  }
}
