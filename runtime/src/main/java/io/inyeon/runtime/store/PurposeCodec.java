package io.inyeon.runtime.store;

import io.inyeon.core.govern.Channel;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Purposes as bytes, in state and in the log.
public final class PurposeCodec {
  private PurposeCodec() {}

  static void write(Encoder to, SavedPurpose saved) {
    write(to, saved.purpose());
    to.varint(saved.position()).varint(saved.at()).text(saved.author()).text(saved.reason());
  }

  static SavedPurpose saved(Decoder from) {
    return new SavedPurpose(purpose(from), from.varint(), from.varint(), from.text(), from.text());
  }

  /// Several, after each other.
  public static Encoder write(Encoder to, List<Purpose> purposes) {
    to.varint(purposes.size());
    purposes.forEach(purpose -> write(to, purpose));
    return to;
  }

  /// Reads several.
  public static List<Purpose> purposes(Decoder from) {
    var purposes = new ArrayList<Purpose>();
    for (var left = from.count(); left > 0; left--) {
      purposes.add(purpose(from));
    }
    return purposes;
  }

  private static void write(Encoder to, Purpose purpose) {
    to.text(purpose.key()).varint(purpose.version());
    texts(to, purpose.titles());
    texts(to, purpose.texts());
    texts(to, purpose.withdrawals());
    to.octet(number(purpose.basis()));
    Records.texts(to, purpose.recipients());
    to.varint(purpose.retentionDays()).varint(purpose.consentDays());
    to.varint(purpose.minimumAge()).truth(purpose.guardian());
    to.octet(number(purpose.channel()));
    Records.texts(to, purpose.aliases());
    to.truth(purpose.active());
  }

  private static Purpose purpose(Decoder from) {
    return new Purpose(
        from.text(),
        from.number(Integer.MAX_VALUE),
        texts(from),
        texts(from),
        texts(from),
        basis(from),
        Records.texts(from),
        from.number(Integer.MAX_VALUE),
        from.number(Integer.MAX_VALUE),
        from.number(Integer.MAX_VALUE),
        from.truth(),
        channel(from),
        Records.texts(from),
        from.truth());
  }

  private static void texts(Encoder to, SortedMap<String, String> texts) {
    to.varint(texts.size());
    texts.forEach((language, text) -> to.text(language).text(text));
  }

  private static SortedMap<String, String> texts(Decoder from) {
    var texts = new TreeMap<String, String>();
    for (var left = from.count(); left > 0; left--) {
      texts.put(from.text(), from.text());
    }
    return texts;
  }

  /// Numbers that never change, whatever the enums' order becomes.
  private static int number(LegalBasis basis) {
    return switch (basis) {
      case CONSENT -> 1;
      case CONTRACT -> 2;
      case LEGITIMATE_INTEREST -> 3;
      case LEGAL_OBLIGATION -> 4;
      case VITAL -> 5;
      case PUBLIC -> 6;
    };
  }

  private static LegalBasis basis(Decoder from) {
    return switch (from.octet()) {
      case 1 -> LegalBasis.CONSENT;
      case 2 -> LegalBasis.CONTRACT;
      case 3 -> LegalBasis.LEGITIMATE_INTEREST;
      case 4 -> LegalBasis.LEGAL_OBLIGATION;
      case 5 -> LegalBasis.VITAL;
      case 6 -> LegalBasis.PUBLIC;
      default -> throw from.wrong("no legal basis");
    };
  }

  private static int number(Channel channel) {
    return switch (channel) {
      case NONE -> 0;
      case EMAIL -> 1;
      case SMS -> 2;
      case PUSH -> 3;
    };
  }

  private static Channel channel(Decoder from) {
    return switch (from.octet()) {
      case 0 -> Channel.NONE;
      case 1 -> Channel.EMAIL;
      case 2 -> Channel.SMS;
      case 3 -> Channel.PUSH;
      default -> throw from.wrong("no channel");
    };
  }
}
