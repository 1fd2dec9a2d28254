package io.inyeon.core.govern.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.enrich.References;
import io.inyeon.core.govern.normal.DateForm;
import io.inyeon.core.govern.normal.KoreanAddress;
import io.inyeon.core.govern.normal.PersonName;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Reads one step of a transformation.
///
/// ```
/// {"do": "rename", "path": "/properties/prc", "to": "price"}
/// {"do": "move", "path": "/properties/mail", "to": "/traits/email"}
/// {"do": "cast", "path": "/properties/products/*/price", "to": "number", "otherwise": "drop"}
/// {"do": "default", "path": "/properties/currency", "value": "KRW"}
/// {"do": "set", "path": "/properties/label", "template": "{/properties/sku} ({/properties/size})"}
/// {"do": "drop", "path": "/properties/password"}
/// {"do": "mask", "path": "/properties/card", "keepFirst": 0, "keepLast": 4, "with": "*"}
/// {"do": "hash", "path": "/traits/national_id"}
/// {"do": "lookup", "path": "/properties/store", "table": "stores", "to": "store_name"}
/// {"do": "map", "path": "/traits/gender", "values": {"M": "male"}, "otherwise": "keep"}
/// {"do": "split", "path": "/traits/name", "on": " ", "to": ["last_name", "first_name"]}
/// {"do": "normalise", "path": "/traits/phone", "as": "phone"}
/// {"do": "normalise", "path": "/traits/birth", "as": "date", "order": "dmy", "to": "birthday"}
/// {"do": "domain", "path": "/context/page/url", "to": "/properties/domain"}
/// ```
///
/// and those that tell more of an event: see `EnrichSteps`.
///
/// `to` is a name beside the place, or a place of its own. Nothing is overwritten that has a value.
/// `otherwise` is `keep` (as it is from the start) or `drop`, and of `lookup` and `map` also
/// `{"value": ...}`. `normalise` makes one form of a text: `email` and `phone` as identifiers have
/// it, `name`, `date`, `address` of Korea as a text or in its parts (`address_parts`); what was
/// sent stays in the event's own bytes, and beside it where `to` names another place.
final class StepReader {
  private static final Set<String> DOES =
      Set.of(
          "rename",
          "move",
          "cast",
          "default",
          "set",
          "drop",
          "mask",
          "hash",
          "lookup",
          "map",
          "split",
          "normalise",
          "domain",
          "user_agent",
          "channel");
  private static final int MOST_CHARACTERS = 1_000;

  private final List<Violation> problems;
  private final Map<String, Map<String, Value>> tables;
  private final String key;
  private final IdentifierTypes types;
  private final References references;
  private Value.Fields step = Value.Fields.EMPTY;
  private String where = "";

  /// Begins.
  ///
  /// @param tables look-up tables by name
  /// @param key by which values are hashed, as text
  /// @param types by which e-mail addresses and phone numbers have one form
  /// @param references public works to look things up in
  StepReader(
      List<Violation> problems,
      Map<String, Map<String, Value>> tables,
      String key,
      IdentifierTypes types,
      References references) {
    this.types = types;
    this.references = references;
    this.problems = problems;
    this.tables = tables;
    this.key = key;
  }

  void problem(String code, String name, @Nullable Value found) {
    problems.add(
        new Violation(code, where + "/" + name, found == null ? "" : Violation.excerpt(found)));
  }

  /// The step; `null` when something is wrong with it.
  Transformation.@Nullable Step read(Value written, String at) {
    where = at;
    if (!(written instanceof Value.Fields fields)) {
      problems.add(new Violation("not_an_object", at, Violation.excerpt(written)));
      return null;
    }
    step = fields;
    var does = fields.text("do");
    if (does == null || !DOES.contains(does)) {
      problem("unknown_step", "do", fields.get("do"));
      return null;
    }
    var place = place("path");
    if (place == null) {
      return null;
    }
    return switch (does) {
      case "rename" -> rename(place);
      case "move" -> move(place);
      case "cast" -> cast(place);
      case "default" -> defaulted(place);
      case "set" -> set(place);
      case "drop" -> event -> place.change(event, false, _ -> null);
      case "mask" -> mask(place);
      case "hash" -> hash(place);
      case "lookup" -> lookup(place);
      case "map" -> map(place);
      case "normalise" -> normalise(place);
      case "domain" -> domain(place);
      case "user_agent" -> new EnrichSteps(this, step, references).userAgent(place);
      case "channel" -> new EnrichSteps(this, step, references).channel(place);
      default -> split(place);
    };
  }

  private @Nullable Place place(String name) {
    var written = step.text(name);
    var place = written == null ? null : Place.of(written);
    if (place == null) {
      problem("invalid_path", name, step.get(name));
    }
    return place;
  }

  /// Where a result goes: beside the place, or somewhere else.
  @Nullable Place target(Place from, @Nullable Value written, String name) {
    var text = written instanceof Value.Text(var given) ? given : "";
    var place =
        text.startsWith("/")
            ? Place.of(text)
            : text.isEmpty() || text.length() > 200 ? null : from.beside(text);
    if (place == null || (text.startsWith("/") && !(place.single() && from.single()))) {
      problem("invalid_path", name, written);
      return null;
    }
    return place;
  }

  static boolean empty(@Nullable Value value) {
    return value == null || value == Value.Nothing.NOTHING;
  }

  /// Puts a value, unless there is one.
  private static Place.Becomes unlessThere(@Nullable Value value) {
    return before -> empty(before) && value != null ? value : before;
  }

  private Transformation.@Nullable Step rename(Place place) {
    var to = step.text("to");
    if (to == null || to.isEmpty() || to.length() > 200) {
      problem("invalid_name", "to", step.get("to"));
      return null;
    }
    if (place.steps().size() == 1) {
      problem("invalid_path", "path", step.get("path"));
      return null;
    }
    return event ->
        place.changeObject(
            event,
            false,
            object -> {
              var value = object.values().get(place.last());
              return value == null || !empty(object.values().get(to)) || to.equals(place.last())
                  ? object
                  : Place.with(Place.with(object, place.last(), null), to, value);
            });
  }

  private Transformation.@Nullable Step move(Place place) {
    var to = target(place, step.get("to"), "to");
    if (to == null) {
      return null;
    }
    return event -> {
      var value = place.in(event);
      if (value == null || !empty(to.in(event))) {
        return event;
      }
      return to.change(place.change(event, false, _ -> null), true, unlessThere(value));
    };
  }

  /// What becomes of a value that a step can do nothing with; `null` when that is not said well.
  private Place.@Nullable Becomes otherwise(boolean anything) {
    var written = step.get("otherwise");
    if (written == null || written.equals(new Value.Text("keep"))) {
      return before -> before;
    }
    if (written.equals(new Value.Text("drop"))) {
      return _ -> null;
    }
    if (anything && written instanceof Value.Fields fields && fields.get("value") != null) {
      var value = fields.get("value");
      return _ -> value;
    }
    problem("invalid_otherwise", "otherwise", written);
    return null;
  }

  private Transformation.@Nullable Step cast(Place place) {
    var type = step.text("to");
    if (type == null || !Casts.TYPES.contains(type)) {
      problem("unknown_type", "to", step.get("to"));
      return null;
    }
    var otherwise = otherwise(false);
    if (otherwise == null) {
      return null;
    }
    return event ->
        place.change(
            event,
            false,
            before -> {
              if (before == null || before == Value.Nothing.NOTHING) {
                return before;
              }
              var after = Casts.to(type, before);
              return after == null
                  ? otherwise.after(before)
                  : after.equals(before) ? before : after;
            });
  }

  private Transformation.@Nullable Step defaulted(Place place) {
    var value = step.get("value");
    if (value == null) {
      problem("missing_value", "value", null);
      return null;
    }
    return event -> place.change(event, true, unlessThere(value));
  }

  private Transformation.@Nullable Step set(Place place) {
    var written = step.text("template");
    var template = written == null ? null : Template.of(written);
    if (template == null || !place.single()) {
      problem("invalid_template", "template", step.get("template"));
      return null;
    }
    return event -> {
      var text = template.in(event);
      return text == null
          ? event
          : place.change(event, true, before -> text.equals(before) ? before : text);
    };
  }

  private int characters(String name) {
    var written = step.get(name);
    if (written == null) {
      return 0;
    }
    if (written instanceof Value.Decimal(var number)
        && number.signum() >= 0
        && number.compareTo(BigDecimal.valueOf(MOST_CHARACTERS)) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return number.intValue();
    }
    problem("invalid_number", name, written);
    return 0;
  }

  private Transformation.Step mask(Place place) {
    var first = characters("keepFirst");
    var last = characters("keepLast");
    var sign = step.text("with");
    var with = sign == null ? "*" : sign;
    if (with.codePointCount(0, with.length()) != 1) {
      problem("invalid_mask", "with", step.get("with"));
    }
    return event ->
        place.change(
            event,
            false,
            before -> {
              if (empty(before) || before == null) {
                return before;
              }
              // What is no text is hidden whole: how long it is, is no secret of the mask's.
              return Casts.text(before) instanceof Value.Text(var text)
                  ? new Value.Text(masked(text, first, last, with))
                  : new Value.Text(with.repeat(4));
            });
  }

  private static String masked(String text, int first, int last, String with) {
    var length = text.codePointCount(0, text.length());
    if (first + last >= length) {
      return with.repeat(length);
    }
    var from = text.offsetByCodePoints(0, first);
    var to = text.offsetByCodePoints(text.length(), -last);
    return text.substring(0, from) + with.repeat(length - first - last) + text.substring(to);
  }

  private Transformation.Step hash(Place place) {
    return event ->
        place.change(
            event,
            false,
            before ->
                before != null && Casts.text(before) instanceof Value.Text(var text)
                    ? new Value.Text(hashed(text))
                    : before);
  }

  /// HMAC-SHA-256 under the workspace's key, in hex: the same value gives the same hash, and nobody
  /// without the key can try values out.
  private String hashed(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
    }
  }

  private Transformation.@Nullable Step lookup(Place place) {
    var name = step.text("table");
    var table = name == null ? null : tables.get(name);
    if (table == null) {
      problem("unknown_table", "table", step.get("table"));
      return null;
    }
    var to = step.get("to") == null ? place : target(place, step.get("to"), "to");
    return to == null ? null : mapped(place, to, found(table));
  }

  private Transformation.@Nullable Step normalise(Place place) {
    var as = step.text("as");
    var form = as == null ? null : form(as);
    if (form == null) {
      problem("unknown_form", "as", step.get("as"));
      return null;
    }
    var to = step.get("to") == null ? place : target(place, step.get("to"), "to");
    return to == null
        ? null
        : mapped(
            place,
            to,
            value -> Casts.text(value) instanceof Value.Text(var text) ? form.apply(text) : null);
  }

  /// What makes one form of a text; it gives `null` where there is none.
  private @Nullable Function<String, @Nullable Value> form(String as) {
    return switch (as) {
      case "email", "phone" ->
          text -> {
            var identifier = types.normalise(as, text);
            return identifier == null ? null : new Value.Text(identifier.value());
          };
      case "name" -> text -> told(PersonName.of(text));
      case "date" -> {
        var written = step.text("order");
        var order = written == null ? DateForm.Order.UNKNOWN : DateForm.Order.of(written);
        if (order == null) {
          problem("unknown_word", "order", step.get("order"));
        }
        var known = order == null ? DateForm.Order.UNKNOWN : order;
        yield text -> told(DateForm.of(text, known));
      }
      case "address" ->
          text -> {
            var address = KoreanAddress.of(text);
            return address == null ? null : new Value.Text(address.text());
          };
      case "address_parts" ->
          text -> {
            var address = KoreanAddress.of(text);
            return address == null ? null : address.fields();
          };
      default -> null;
    };
  }

  private Transformation.@Nullable Step domain(Place place) {
    var to = step.get("to") == null ? place : target(place, step.get("to"), "to");
    return to == null
        ? null
        : mapped(
            place,
            to,
            value ->
                value instanceof Value.Text(var text)
                    ? told(references.suffixes().domain(text))
                    : null);
  }

  private static @Nullable Value told(@Nullable String form) {
    return form == null ? null : new Value.Text(form);
  }

  private Transformation.@Nullable Step map(Place place) {
    if (!(step.get("values") instanceof Value.Fields(var values)) || values.isEmpty()) {
      problem("missing_values", "values", step.get("values"));
      return null;
    }
    return mapped(place, place, found(new HashMap<>(values)));
  }

  private Transformation.@Nullable Step mapped(
      Place place, Place to, Function<Value, @Nullable Value> values) {
    var otherwise = otherwise(true);
    if (otherwise == null) {
      return null;
    }
    var same = to.equals(place);
    if (same) {
      return event ->
          place.change(
              event,
              false,
              before -> {
                var found = before == null ? null : values.apply(before);
                return empty(before)
                    ? before
                    : found == null
                        ? otherwise.after(before)
                        : found.equals(before) ? before : found;
              });
    }
    if (place.single()) {
      return event -> {
        var before = place.in(event);
        var found = before == null ? null : values.apply(before);
        var value = found == null && before != null ? otherwise.after(null) : found;
        return value == null ? event : to.change(event, true, unlessThere(value));
      };
    }
    return event ->
        place.changeObject(
            event,
            false,
            object -> {
              var before = object.get(place.last());
              var found = before == null ? null : values.apply(before);
              var value = found == null && before != null ? otherwise.after(null) : found;
              return value == null || !empty(object.values().get(to.last()))
                  ? object
                  : Place.with(object, to.last(), value);
            });
  }

  private static Function<Value, @Nullable Value> found(Map<String, Value> values) {
    var table = Map.copyOf(values);
    return value -> Casts.text(value) instanceof Value.Text(var text) ? table.get(text) : null;
  }

  private Transformation.@Nullable Step split(Place place) {
    var on = step.text("on");
    if (on == null || on.isEmpty()) {
      problem("missing_separator", "on", step.get("on"));
      return null;
    }
    var to = step.get("to");
    if (to == null || to instanceof Value.Text) {
      var list = to == null ? place : target(place, to, "to");
      return list == null || !place.single()
          ? none(list)
          : event -> {
            var parts = parts(place.in(event), on, Integer.MAX_VALUE);
            return parts.isEmpty()
                ? event
                : list.change(
                    event,
                    true,
                    before ->
                        list.equals(place) || empty(before) ? new Value.Items(parts) : before);
          };
    }
    var targets = new ArrayList<Place>();
    if (to instanceof Value.Items(var names)) {
      for (var each : names) {
        var target = target(place, each, "to");
        if (target != null) {
          targets.add(target);
        }
      }
    }
    if (targets.isEmpty() || !place.single()) {
      return none(null);
    }
    return event -> {
      var parts = parts(place.in(event), on, targets.size());
      var made = event;
      for (var i = 0; i < parts.size(); i++) {
        made = targets.get(i).change(made, true, unlessThere(parts.get(i)));
      }
      return made;
    };
  }

  private Transformation.@Nullable Step none(@Nullable Place known) {
    if (known != null || step.get("to") != null) {
      problem("invalid_path", "path", step.get("path"));
    }
    return null;
  }

  /// The parts of a text, without blanks around them; the last keeps what is left.
  private static List<Value> parts(@Nullable Value value, String on, int most) {
    var parts = new ArrayList<Value>();
    if (!(value instanceof Value.Text(var text))) {
      return parts;
    }
    var from = 0;
    while (parts.size() < most - 1) {
      var at = text.indexOf(on, from);
      if (at < 0) {
        break;
      }
      parts.add(new Value.Text(text.substring(from, at).strip()));
      from = at + on.length();
    }
    parts.add(new Value.Text(text.substring(from).strip()));
    return parts;
  }
}
