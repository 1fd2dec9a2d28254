package io.inyeon.core;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Events and rules for tests of what is known of a person: a few words build one.
public final class Said {
  /// 2026-03-01T00:00:00Z.
  public static final long DAY = 1_772_323_200_000L;

  private final Call call;
  private final String name;
  private SourceKind kind = SourceKind.SERVER;
  private int source = 1;
  private int party = 1;
  private long time = DAY;
  private String messageId = "m-0";
  private List<Identifier> identifiers = List.of(new Identifier("user_id", "u1"));
  private Value.Fields traits = Value.Fields.EMPTY;
  private @Nullable String account;
  private Value.Fields properties = Value.Fields.EMPTY;
  private Value.Fields context = Value.Fields.EMPTY;

  private Said(Call call, String name) {
    this.call = call;
    this.name = name;
  }

  public static Said track(String name) {
    return new Said(Call.TRACK, name);
  }

  public static Said call(Call call) {
    return new Said(call, call.name().toLowerCase(Locale.ROOT));
  }

  public static Said identify(Object... traits) {
    var said = call(Call.IDENTIFY);
    said.traits = fields(traits);
    return said;
  }

  public static Said group(String account, Object... traits) {
    var said = call(Call.GROUP);
    said.account = account;
    said.traits = fields(traits);
    return said;
  }

  public Said by(SourceKind kind, int source) {
    this.kind = kind;
    this.source = source;
    return this;
  }

  /// A steward's word.
  public Said corrected() {
    source = 77;
    party = Event.STEWARD;
    return this;
  }

  public Said at(long time) {
    this.time = time;
    return this;
  }

  public Said id(String messageId) {
    this.messageId = messageId;
    return this;
  }

  public Said of(Identifier... identifiers) {
    this.identifiers = List.of(identifiers);
    return this;
  }

  public Said properties(Object... properties) {
    this.properties = fields(properties);
    return this;
  }

  public Said context(Object... context) {
    this.context = fields(context);
    return this;
  }

  public Event event() {
    return new Event(
        new Event.Head(source, messageId, call, name, time, time + 1000),
        kind,
        party,
        false,
        identifiers,
        traits,
        account,
        properties,
        context,
        Value.Fields.EMPTY);
  }

  /// Fields of names and values by turns.
  public static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new Value.Fields(fields);
  }

  /// A value from the usual Java object; the text `null` stands for the explicit nothing.
  public static Value value(Object object) {
    return switch (object) {
      case Value value -> value;
      case String text -> text.equals("null") ? Value.Nothing.NOTHING : new Value.Text(text);
      case Boolean truth -> new Value.Truth(truth);
      case Integer number -> new Value.Decimal(BigDecimal.valueOf(number));
      case BigDecimal number -> new Value.Decimal(number);
      case List<?> items -> new Value.Items(items.stream().map(Said::value).toList());
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Value>();
        map.forEach((name, value) -> fields.put((String) name, value(value)));
        yield new Value.Fields(fields);
      }
      default -> throw new IllegalArgumentException(object.toString());
    };
  }

  public static Value decimal(String number) {
    return new Value.Decimal(new BigDecimal(number));
  }

  public static Identifier identifier(String typeAndValue) {
    var colon = typeAndValue.indexOf(':');
    return new Identifier(typeAndValue.substring(0, colon), typeAndValue.substring(colon + 1));
  }

  /// Rules of a Korean shop that also sells in dollars.
  public static Rules rules(Map<String, Survivorship> traits) {
    var dollars = new TreeMap<LocalDate, BigDecimal>();
    dollars.put(LocalDate.of(2026, 2, 1), new BigDecimal("1400"));
    dollars.put(LocalDate.of(2026, 3, 2), new BigDecimal("1450.5"));
    SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates = new TreeMap<>();
    rates.put("USD", dollars);
    var document =
        new RulesDocument(
            1,
            "00",
            "KR",
            "KRW",
            "Asia/Seoul",
            List.of(
                type("user_id", 1, true),
                type("email", 2, false),
                type("phone", 3, false),
                type("anonymous_id", 9, false)),
            type("", 5, false),
            new TreeMap<>(traits),
            rates);
    return Rules.of(document, (written, _) -> written, pattern -> pattern::equals);
  }

  private static IdentifierType type(String name, int priority, boolean anchor) {
    return new IdentifierType(
        name,
        priority,
        anchor,
        0,
        List.of(),
        List.of(),
        IdentifierType.Normaliser.PLAIN,
        20,
        1000,
        List.of());
  }
}
