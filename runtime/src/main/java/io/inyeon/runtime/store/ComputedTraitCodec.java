package io.inyeon.runtime.store;

import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.FormulaReader;
import io.inyeon.core.segment.FormulaWriter;
import io.inyeon.core.segment.Heading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Computed traits, and the quintiles worked out for them, as bytes.
public final class ComputedTraitCodec {
  private ComputedTraitCodec() {}

  static void write(Encoder to, ComputedTrait trait) {
    var heading = trait.heading();
    to.text(heading.id()).text(heading.name()).text(heading.folder());
    Records.texts(to, heading.labels());
    to.octet(SegmentCodec.number(heading.status())).varint(trait.version()).truth(trait.filled());
    to.varint(trait.epochs().size());
    trait.epochs().forEach((track, epoch) -> to.signed(track).varint(epoch));
    to.value(FormulaWriter.of(trait.formula()));
    var measured = trait.measured();
    to.truth(measured != null);
    if (measured != null) {
      write(to, measured);
    }
  }

  static ComputedTrait read(Decoder from) {
    var id = from.text();
    var name = from.text();
    var folder = from.text();
    var heading = new Heading(id, name, folder, Records.texts(from), SegmentCodec.status(from));
    var version = from.number(Integer.MAX_VALUE);
    var filled = from.truth();
    var epochs = new TreeMap<Long, Long>();
    for (var left = from.count(); left > 0; left--) {
      epochs.put(from.signed(), from.varint());
    }
    // Patterns were checked when it was saved.
    return switch (FormulaReader.read(from.value(), "", _ -> _ -> false)) {
      case FormulaReader.Reading.Good(var formula) ->
          new ComputedTrait(
              heading, version, filled, epochs, formula, from.truth() ? cuts(from) : null);
      case FormulaReader.Reading.Bad(var problems) ->
          throw from.wrong("a formula with problems " + problems);
    };
  }

  /// Writes quintiles, as they stand in state and in the log.
  public static void write(Encoder to, Cuts cuts) {
    for (var numbers : List.of(cuts.recency(), cuts.frequency(), cuts.monetary())) {
      numbers.forEach(to::decimal);
    }
    to.varint(cuts.people()).varint(cuts.at());
  }

  /// Reads quintiles back.
  public static Cuts cuts(Decoder from) {
    return new Cuts(numbers(from), numbers(from), numbers(from), from.varint(), from.varint());
  }

  private static List<BigDecimal> numbers(Decoder from) {
    var numbers = new ArrayList<BigDecimal>();
    for (var i = 0; i < Cuts.MOST; i++) {
      numbers.add(from.decimal());
    }
    return numbers;
  }
}
