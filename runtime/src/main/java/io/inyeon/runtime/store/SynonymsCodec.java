package io.inyeon.runtime.store;

import io.inyeon.core.segment.text.Names;
import io.inyeon.core.segment.text.Synonyms;
import java.util.ArrayList;

/// A workspace's own words as bytes.
final class SynonymsCodec {
  private SynonymsCodec() {}

  static void write(Encoder to, Synonyms synonyms) {
    to.varint(synonyms.version()).varint(synonyms.words().size());
    for (var each : synonyms.words()) {
      to.text(each.word()).octet(number(each.kind())).text(each.name());
    }
  }

  static Synonyms read(Decoder from) {
    var version = from.number(Integer.MAX_VALUE);
    var words = new ArrayList<Names.Synonym>();
    for (var left = from.count(); left > 0; left--) {
      words.add(new Names.Synonym(from.text(), kind(from), from.text()));
    }
    return new Synonyms(version, words);
  }

  /// Numbers that never change, whatever the enum's order becomes.
  private static int number(Names.Kind kind) {
    return switch (kind) {
      case EVENT -> 1;
      case TRAIT -> 2;
      case SEGMENT -> 3;
      case PURPOSE -> 4;
      case SCORE -> 5;
    };
  }

  private static Names.Kind kind(Decoder from) {
    return switch (from.octet()) {
      case 1 -> Names.Kind.EVENT;
      case 2 -> Names.Kind.TRAIT;
      case 3 -> Names.Kind.SEGMENT;
      case 4 -> Names.Kind.PURPOSE;
      case 5 -> Names.Kind.SCORE;
      default -> throw from.wrong("no kind of name");
    };
  }
}
