package io.inyeon.core.govern.enricher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The address that an enricher asks, with places of the event in its path and query:
/// `https://api.example.com/v1/companies/{/traits/domain}?lang={/context/locale}`. What stands
/// there is percent-encoded (RFC 3986), so that no event leads the request to another host or
/// another path than the author meant. Scheme, host and port are fixed.
///
/// @param tls whether it is https
/// @param host in lower case; an address of version 6 without its brackets
/// @param port of the scheme where none is written
/// @param parts of what follows the host; the first begins with `/`
public record Target(boolean tls, String host, int port, List<Part> parts) {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_RESULT = 8_000;
  private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
  private static final String SIX = "\\[[0-9a-f:.]{2,45}\\]";
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String LITERAL = PLAIN + "%!$&'()*+,;=:@/?";

  public Target {
    parts = List.copyOf(parts);
  }

  /// Some characters, or what stands at a place.
  ///
  /// @param place `null` for characters
  public record Part(String text, @Nullable Pointer place) {}

  /// What came of filling it in.
  sealed interface Filled {
    /// What follows the host.
    record Path(String path) implements Filled {}

    /// Something has no value that could stand in an address.
    record Missing(Pointer place) implements Filled {}
  }

  /// Reads an address; `null` when it is none that may be asked.
  static @Nullable Target of(String written) {
    var plain = written.toLowerCase(Locale.ROOT);
    var tls = plain.startsWith("https://");
    if (written.length() > LONGEST || !(tls || plain.startsWith("http://"))) {
      return null;
    }
    var begin = tls ? 8 : 7;
    var end = begin;
    while (end < written.length() && "/?".indexOf(written.charAt(end)) < 0) {
      end++;
    }
    var colon = plain.lastIndexOf(':', end - 1);
    var ported = colon > plain.lastIndexOf(']', end - 1) && colon >= begin;
    var host = plain.substring(begin, ported ? colon : end);
    var port = ported ? plain.substring(colon + 1, end) : tls ? "443" : "80";
    var six = host.matches(SIX);
    var rest = written.substring(end);
    var parts = parts(rest.startsWith("/") ? rest : "/" + rest);
    if (parts == null
        || !(six || host.matches(HOST))
        || !port.matches("[1-9][0-9]{0,4}")
        || Integer.parseInt(port) > 65_535) {
      return null;
    }
    return new Target(
        tls, six ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port), parts);
  }

  private static @Nullable List<Part> parts(String written) {
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (c == '{') {
        var end = written.indexOf('}', i);
        var place = end < 0 ? null : Pointer.of(written.substring(i + 1, end));
        if (place == null) {
          return null;
        }
        parts.add(new Part(text.toString(), null));
        text.setLength(0);
        parts.add(new Part("", place));
        i = end;
      } else if (c > 0x7f) {
        var whole = Character.isHighSurrogate(c) && i + 1 < written.length() ? 2 : 1;
        encode(written.substring(i, i + whole), text);
        i += whole - 1;
      } else if (LITERAL.indexOf(c) >= 0) {
        text.append(c);
      } else {
        return null;
      }
    }
    parts.add(new Part(text.toString(), null));
    return parts;
  }

  private static void encode(String value, StringBuilder to) {
    for (var b : value.getBytes(UTF_8)) {
      if (PLAIN.indexOf((char) b) >= 0) {
        to.append((char) b);
      } else {
        to.append('%');
        to.append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
        to.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
  }

  /// Scheme, host and port, e.g. `https://api.example.com:443`: what a secret is bound to.
  public String origin() {
    return (tls ? "https://" : "http://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port;
  }

  /// The host as it stands in a request's header, with its port where it is not the scheme's.
  public String authority() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }

  /// The places of event and person that stand in it.
  List<Pointer> places() {
    var places = new ArrayList<Pointer>();
    for (var part : parts) {
      if (part.place != null) {
        places.add(part.place);
      }
    }
    return places;
  }

  /// Path and query for an event.
  Filled in(Value.Fields event) {
    var path = new StringBuilder();
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (part.place == null) {
        path.append(part.text);
        continue;
      }
      var value = part.place.in(event);
      var text = value == null ? null : text(value);
      // Dots alone mean another place in a path, and cannot be written in any other way.
      if (text == null || text.isBlank() || (text.matches("\\.{1,2}") && alone(path, i))) {
        return new Filled.Missing(part.place);
      }
      encode(text, path);
      if (path.length() > LONGEST_RESULT) {
        return new Filled.Missing(part.place);
      }
    }
    return new Filled.Path(path.toString());
  }

  /// Whether what stands at a place is a whole step of the path.
  private boolean alone(StringBuilder before, int place) {
    var next = place + 1 < parts.size() ? parts.get(place + 1).text : "";
    var ends = next.isEmpty() ? place + 2 >= parts.size() : "/?".indexOf(next.charAt(0)) >= 0;
    return before.indexOf("?") < 0 && before.charAt(before.length() - 1) == '/' && ends;
  }

  private static @Nullable String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Decimal(var number) -> plain(number);
      case Value.Truth(var truth) -> Boolean.toString(truth);
      case Value.Time(var time) -> time.toString();
      case Value.Items _, Value.Fields _, Value.Nothing _ -> null;
    };
  }

  private static @Nullable String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > 100 || number.precision() > 100
        ? null
        : number.scale() == 0 ? number.toString() : number.stripTrailingZeros().toPlainString();
  }
}
