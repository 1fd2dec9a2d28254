package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.FragmentKey;
import java.util.ArrayList;

/// Fragments' keys as bytes that say themselves where they end.
final class FragmentKeyBytes {
  private static final int BROWSER = 1;
  private static final int APP = 2;
  private static final int SERVER = 3;
  private static final int IMPORT = 4;

  private FragmentKeyBytes() {}

  static void write(Encoder to, FragmentKey key) {
    to.octet(
            switch (key.kind()) {
              case BROWSER -> BROWSER;
              case APP -> APP;
              case SERVER -> SERVER;
              case IMPORT -> IMPORT;
            })
        .varint(key.identifiers().size());
    key.identifiers().forEach(identifier -> IdentifierBytes.write(to, identifier));
  }

  static FragmentKey read(Decoder from) {
    var kind =
        switch (from.octet()) {
          case BROWSER -> SourceKind.BROWSER;
          case APP -> SourceKind.APP;
          case SERVER -> SourceKind.SERVER;
          case IMPORT -> SourceKind.IMPORT;
          default -> throw from.wrong("no kind of source");
        };
    var identifiers = new ArrayList<Identifier>();
    for (var left = from.count(); left > 0; left--) {
      identifiers.add(IdentifierBytes.read(from));
    }
    return new FragmentKey(identifiers, kind);
  }
}
