package io.inyeon.runtime.consent;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.LedgerLink;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.signing.SigningKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What proves to anybody that an entry stands in the ledger: the entry with its salt, its place in
/// the chain, the links that follow, and a signature of the ledger's key over all of it.
///
/// ```
/// {"receipt": {"version": 1, "issuedAt": 0, "place": {"number": 1, "position": 1, "index": 0,
///    "at": 0, "kind": 1, "length": 1}, "before": "hex", "salt": "hex", "payloadHash": "hex",
///    "link": "hex", "entry": {...}, "steps": [{"place": {...}, "payloadHash": "hex"}],
///    "through": {"number": 2, "link": "hex"}},
///  "publicKey": "base64", "signature": "base64"}
/// ```
public final class Receipt {
  private static final int MOST_STEPS = 256;

  private Receipt() {}

  static Value.@Nullable Fields of(Ledger ledger, long number, long now) throws IOException {
    var entry = ledger.entry(number);
    var salt = entry == null ? null : entry.frame().salt();
    if (entry == null || salt == null || entry.payload() == null) {
      return null;
    }
    var before = number == 1 ? null : ledger.entry(number - 1);
    var receipt = new LinkedHashMap<String, Value>();
    receipt.put("version", number(1));
    receipt.put("issuedAt", number(now));
    receipt.put("place", place(entry.frame().head()));
    receipt.put("before", hex(before == null ? LedgerLink.first() : before.frame().link()));
    receipt.put("salt", hex(salt));
    receipt.put("payloadHash", hex(entry.frame().payloadHash()));
    receipt.put("link", hex(entry.frame().link()));
    receipt.put("entry", entry.payload());
    var steps = new ArrayList<Value>();
    var last = entry.frame();
    while (last.head().number() < ledger.head().number() && steps.size() < MOST_STEPS) {
      var following = ledger.entry(last.head().number() + 1);
      if (following == null) {
        break;
      }
      last = following.frame();
      var step = new LinkedHashMap<String, Value>();
      step.put("place", place(last.head()));
      step.put("payloadHash", hex(last.payloadHash()));
      steps.add(new Value.Fields(step));
    }
    receipt.put("steps", new Value.Items(steps));
    var through = new LinkedHashMap<String, Value>();
    through.put("number", number(last.head().number()));
    through.put("link", hex(last.link()));
    receipt.put("through", new Value.Fields(through));
    var signed = new Value.Fields(receipt);
    var whole = new LinkedHashMap<String, Value>();
    whole.put("receipt", signed);
    whole.put("publicKey", new Value.Text(ledger.key().publicKey()));
    whole.put("signature", new Value.Text(ledger.key().sign(JsonWriter.bytes(signed))));
    return new Value.Fields(whole);
  }

  private static Value number(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static Value hex(byte[] bytes) {
    return new Value.Text(HexFormat.of().formatHex(bytes));
  }

  private static Value place(LedgerLink.Head head) {
    var place = new LinkedHashMap<String, Value>();
    place.put("number", number(head.number()));
    place.put("position", number(head.position()));
    place.put("index", number(head.index()));
    place.put("at", number(head.at()));
    place.put("kind", number(head.kind()));
    place.put("length", number(head.length()));
    return new Value.Fields(place);
  }

  /// What came of looking at a receipt.
  ///
  /// @param problems none when it is genuine as far as it can be told
  /// @param number of the entry; 0 when it cannot be told
  /// @param link of the entry, hex
  /// @param publicKey by whose holder it is signed
  public record Verdict(List<String> problems, long number, String link, String publicKey) {
    public Verdict {
      problems = List.copyOf(problems);
    }
  }

  /// Looks whether a receipt is genuine: signed by the key that it names, and the entry hashed into
  /// the chain that it shows. Whatever it is given, it says so and throws nothing.
  public static Verdict verify(Value.Fields whole) {
    var problems = new ArrayList<String>();
    var receipt = whole.fields("receipt");
    var publicKey = String.valueOf(whole.text("publicKey"));
    if (!SigningKey.verifies(
        publicKey, JsonWriter.bytes(receipt), String.valueOf(whole.text("signature")))) {
      problems.add("signature: it is not the key's, or something was changed since");
    }
    if (!number(1).equals(receipt.get("version"))) {
      problems.add("version: not one that this program knows");
    }
    try {
      check(receipt, problems);
    } catch (IllegalArgumentException e) {
      problems.add("form: " + e.getMessage());
    }
    var link = receipt.text("link");
    return new Verdict(
        problems, known(receipt.fields("place")), link == null ? "" : link, publicKey);
  }

  private static long known(Value.Fields place) {
    try {
      return head(place).number();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static void check(Value.Fields receipt, List<String> problems) {
    var head = head(receipt.fields("place"));
    var payload = JsonWriter.bytes(receipt.fields("entry"));
    var hash = bytes(receipt, "payloadHash");
    if (payload.length != head.length()
        || !Arrays.equals(LedgerLink.payload(bytes(receipt, "salt"), payload), hash)) {
      problems.add("entry: what it says is not what was recorded");
    }
    var link = LedgerLink.of(bytes(receipt, "before"), head, hash);
    if (!Arrays.equals(link, bytes(receipt, "link"))) {
      problems.add("link: the entry does not stand at this place of the chain");
    }
    var number = head.number();
    if (receipt.get("steps") instanceof Value.Items(var steps)) {
      for (var step : steps) {
        if (!(step instanceof Value.Fields fields)) {
          throw new IllegalArgumentException("a step is no object");
        }
        var next = head(fields.fields("place"));
        if (next.number() != ++number) {
          problems.add("steps: entry " + number + " is missing");
        }
        link = LedgerLink.of(link, next, bytes(fields, "payloadHash"));
      }
    }
    var through = receipt.fields("through");
    if (!number(number).equals(through.get("number"))
        || !Arrays.equals(link, bytes(through, "link"))) {
      problems.add("through: the chain does not lead there");
    }
  }

  private static LedgerLink.Head head(Value.Fields place) {
    return new LedgerLink.Head(
        whole(place, "number"),
        whole(place, "position"),
        (int) whole(place, "index"),
        whole(place, "at"),
        (int) whole(place, "kind"),
        (int) whole(place, "length"));
  }

  private static long whole(Value.Fields fields, String name) {
    if (fields.get(name) instanceof Value.Decimal(var number)
        && number.scale() <= 0
        && number.scale() > -19
        && number.precision() - number.scale() <= 18) {
      return number.longValue();
    }
    throw new IllegalArgumentException(name + " is no number");
  }

  private static byte[] bytes(Value.Fields fields, String name) {
    var text = fields.text(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return HexFormat.of().parseHex(text);
  }

  /// The public key of a receipt and what it says, for people to read.
  public static Map<String, Value> entry(Value.Fields whole) {
    return whole.fields("receipt").fields("entry").values();
  }
}
