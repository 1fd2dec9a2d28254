package io.inyeon.runtime.store;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Mention;
import io.inyeon.core.unify.Observation;
import io.inyeon.core.unify.TraitCell;
import io.inyeon.core.unify.TraitCell.Said;
import io.inyeon.core.unify.TraitCell.Spread;
import io.inyeon.core.unify.TraitKey;
import io.inyeon.core.unify.Traits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Traits as bytes. The traits of one identify share one mention, which is written once.
final class TraitsCodec {
  private static final int SPREAD = 1;
  private static final int LEAST = 1;
  private static final int GREATEST = 2;

  private TraitsCodec() {}

  static void write(Encoder to, Traits traits) {
    to.varint(traits.beyond()).varint(traits.tooLarge());
    var mentions = new Mentions();
    var cells = traits.cells();
    for (var i = 0; i < cells.size(); i++) {
      mentions.collect(cells.value(i));
    }
    mentions.write(to);
    to.varint(cells.size());
    var before = "";
    for (var i = 0; i < cells.size(); i++) {
      var key = cells.key(i);
      // No name is empty but the very first can be: a flag tells, not the length.
      var again = i > 0 && key.name().equals(before);
      to.varint(((long) key.source() << 1) | (again ? 1 : 0));
      if (!again) {
        to.text(key.name());
        before = key.name();
      }
      cell(to, cells.value(i), mentions);
    }
  }

  static Traits read(Decoder from) {
    var beyond = from.varint();
    var tooLarge = from.varint();
    var mentions = Mentions.read(from);
    var size = from.count();
    var keys = new ArrayList<TraitKey>(size);
    var cells = new ArrayList<TraitCell>(size);
    var name = "";
    for (var i = 0; i < size; i++) {
      var source = from.varint();
      if ((source & 1) == 0) {
        name = from.name();
      }
      if (source >>> 1 > Integer.MAX_VALUE) {
        throw from.wrong("no such source");
      }
      keys.add(new TraitKey(name, (int) (source >>> 1)));
      cells.add(cell(from, mentions));
    }
    var table = from.table(Comparator.<TraitKey>naturalOrder(), keys, cells);
    return size == 0 && beyond == 0 && tooLarge == 0
        ? Traits.EMPTY
        : new Traits(table, beyond, tooLarge);
  }

  private static void cell(Encoder to, TraitCell cell, Mentions mentions) {
    var spread = cell.spread();
    to.varint((cell.count() << 1) | (spread == null ? 0 : SPREAD));
    observation(to, cell.latest(), mentions);
    if (spread != null) {
      to.octet((spread.least() == null ? 0 : LEAST) | (spread.greatest() == null ? 0 : GREATEST));
      if (spread.least() != null) {
        observation(to, spread.least(), mentions);
      }
      if (spread.greatest() != null) {
        observation(to, spread.greatest(), mentions);
      }
      to.varint(spread.beyond()).varint(spread.values().size());
      for (var i = 0; i < spread.values().size(); i++) {
        var said = spread.values().value(i);
        to.value(spread.values().key(i))
            .varint(said.count())
            .varint(mentions.number(said.latest()));
      }
    }
  }

  private static TraitCell cell(Decoder from, List<Mention> mentions) {
    var count = from.varint();
    var latest = observation(from, mentions);
    return new TraitCell(
        latest, count >>> 1, (count & SPREAD) == 0 ? null : spread(from, mentions));
  }

  private static Spread spread(Decoder from, List<Mention> mentions) {
    var flags = from.number(LEAST | GREATEST);
    var least = (flags & LEAST) == 0 ? null : observation(from, mentions);
    var greatest = (flags & GREATEST) == 0 ? null : observation(from, mentions);
    var beyond = from.varint();
    var size = from.count();
    var values = new ArrayList<Value>(Math.min(size, Spread.LIMIT));
    var said = new ArrayList<Said>(Math.min(size, Spread.LIMIT));
    for (var i = 0; i < size; i++) {
      values.add(from.value());
      said.add(new Said(from.varint(), mention(from, mentions)));
    }
    return new Spread(least, greatest, from.table(Spread.ORDER, values, said), beyond);
  }

  private static void observation(Encoder to, Observation observation, Mentions mentions) {
    to.varint(mentions.number(observation.mention())).value(observation.value());
  }

  private static Observation observation(Decoder from, List<Mention> mentions) {
    var mention = mention(from, mentions);
    return new Observation(from.value(), mention);
  }

  private static Mention mention(Decoder from, List<Mention> mentions) {
    var number = from.varint();
    if (number < 0 || number >= mentions.size()) {
      throw from.wrong("no such mention");
    }
    return mentions.get((int) number);
  }

  /// Every mention once, numbered in the order in which they are met.
  private static final class Mentions {
    private final Map<Mention, Integer> numbers = new HashMap<>();
    private final List<Mention> all = new ArrayList<>();

    /// The one met last: traits of one identify often stand side by side.
    private @Nullable Mention last;

    private int lastNumber;

    void collect(TraitCell cell) {
      collect(cell.latest().mention());
      var spread = cell.spread();
      if (spread != null) {
        if (spread.least() != null) {
          collect(spread.least().mention());
        }
        if (spread.greatest() != null) {
          collect(spread.greatest().mention());
        }
        for (var i = 0; i < spread.values().size(); i++) {
          collect(spread.values().value(i).latest());
        }
      }
    }

    @SuppressWarnings("ReferenceEquality") // a short cut only
    private void collect(Mention mention) {
      if (mention != last) {
        last = mention;
        if (numbers.putIfAbsent(mention, all.size()) == null) {
          all.add(mention);
        }
      }
    }

    @SuppressWarnings("ReferenceEquality") // a short cut only
    int number(Mention mention) {
      if (mention != last) {
        var number = numbers.get(mention);
        if (number == null) {
          throw new IllegalStateException("a mention that was not collected");
        }
        last = mention;
        lastNumber = number;
      }
      return lastNumber;
    }

    void write(Encoder to) {
      last = null;
      to.varint(all.size());
      long before = 0;
      for (var mention : all) {
        to.signed(mention.time() - before).id(mention.messageId());
        to.varint(mention.rank()).varint(mention.party());
        before = mention.time();
      }
    }

    static List<Mention> read(Decoder from) {
      var size = from.count();
      var all = new ArrayList<Mention>(size);
      long before = 0;
      for (var i = 0; i < size; i++) {
        before += from.signed();
        all.add(
            new Mention(
                before, from.id(), from.number(Integer.MAX_VALUE), from.number(Integer.MAX_VALUE)));
      }
      return all;
    }
  }
}
