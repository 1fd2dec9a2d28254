package io.inyeon.runtime.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.govern.personal.ForbiddenNumbers;
import io.inyeon.core.govern.personal.ForbiddenNumbers.Found;
import io.inyeon.core.govern.personal.Keep;
import io.inyeon.core.govern.personal.Naming;
import io.inyeon.runtime.json.JsonSpots;
import io.inyeon.runtime.json.JsonSpots.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Hides card and resident numbers in the bytes of a JSON document, so that it stays a document of
/// as many bytes: a number without quotes becomes a text with them.
public final class MaskedBytes {
  private MaskedBytes() {}

  /// The bytes without such numbers; the same array when they hold none.
  public static byte[] of(byte[] json) {
    var found = ForbiddenNumbers.in(json);
    return found.isEmpty() ? json : of(json, found, List.of(), (_, _) -> {});
  }

  /// The bytes with what was found hidden; the same array when all of it is kept.
  ///
  /// @param keeps places of which a plan says that it is kept
  /// @param told where what was hidden, by JSON Pointers; empty ones when the document is broken
  static byte[] of(
      byte[] json, List<Found> found, List<Keep> keeps, BiConsumer<Found, String> told) {
    byte[] copy = null;
    var spots = JsonSpots.at(json, found.stream().map(Found::from).toList());
    for (var i = 0; i < found.size(); i++) {
      var each = found.get(i);
      var spot = spots == null ? null : spots.get(i);
      if (spot != null && Keep.any(keeps, each.kind(), spot.path())) {
        continue;
      }
      copy = copy == null ? json.clone() : copy;
      hide(copy, each, spot);
      told.accept(each, spot == null ? "" : spot.path());
    }
    return copy == null ? json : copy;
  }

  private static void hide(byte[] bytes, Found each, @Nullable Spot spot) {
    if (spot != null && !spot.name() && Naming.at(spot.path())) {
      // A blank text, which names nobody, whether it stood in quotes or not.
      Arrays.fill(bytes, spot.from(), spot.to(), (byte) ' ');
      bytes[spot.from()] = '"';
      bytes[spot.to() - 1] = '"';
    } else if (spot == null ? bare(bytes, each) : !spot.text()) {
      quoted(bytes, each);
    } else {
      ForbiddenNumbers.hide(bytes, each);
    }
  }

  /// Whether a number in a broken document seems to stand without quotes.
  private static boolean bare(byte[] bytes, Found each) {
    var before = each.from() - 1;
    while (before >= 0 && (bytes[before] == ' ' || bytes[before] == '-')) {
      before--;
    }
    var after = each.to();
    return before >= 0
        && ":[,".indexOf(bytes[before]) >= 0
        && after < bytes.length
        && ",]}\r\n".indexOf(bytes[after]) >= 0;
  }

  /// Two digits make room for the quotes; a sign goes.
  private static void quoted(byte[] bytes, Found each) {
    var from = each.from() > 0 && bytes[each.from() - 1] == '-' ? each.from() - 1 : each.from();
    ForbiddenNumbers.hide(bytes, each);
    if (from < each.from()) {
      bytes[from] = '*';
    }
    // The last digits of a card stay, the first of a resident's number.
    var text = new String(bytes, from, each.to() - from, UTF_8);
    var kept =
        switch (each.kind()) {
          case CARD -> text.substring(2);
          default -> text.substring(0, text.length() - 2);
        };
    var literal = ('"' + kept + '"').getBytes(UTF_8);
    System.arraycopy(literal, 0, bytes, from, literal.length);
  }
}
