package io.inyeon.core.govern.enrich;

import java.net.IDN;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which part of a host's name belongs to somebody: `shop.example.co.kr` to `example.co.kr`, by the
/// public suffix list (publicsuffix.org, Mozilla; MPL-2.0), domains that are private included, so
/// that two shops on `github.io` are two.
public final class PublicSuffixes {
  private static final int LONGEST = 1_000;
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;

  private enum Kind {
    RULE,
    WILDCARD,
    EXCEPTION
  }

  private final String version;
  private final Map<String, Kind> rules;

  private PublicSuffixes(String version, Map<String, Kind> rules) {
    this.version = version;
    this.rules = rules;
  }

  /// Reads the list as it is published: a rule a line, comments behind `//`.
  public static PublicSuffixes read(String list) {
    var rules = new HashMap<String, Kind>();
    var version = "";
    for (var line : list.split("\n", -1)) {
      var text = line.strip();
      if (text.startsWith("// VERSION:")) {
        version = text.substring("// VERSION:".length()).strip();
      }
      if (text.isEmpty() || text.startsWith("//")) {
        continue;
      }
      var blank = text.indexOf(' ');
      var rule = blank < 0 ? text : text.substring(0, blank);
      var kind =
          rule.startsWith("!") ? Kind.EXCEPTION : rule.startsWith("*.") ? Kind.WILDCARD : Kind.RULE;
      var name =
          ascii(
              switch (kind) {
                case RULE -> rule;
                case WILDCARD -> rule.substring(2);
                case EXCEPTION -> rule.substring(1);
              });
      if (name == null) {
        throw new IllegalArgumentException("no rule of public suffixes: " + line);
      }
      // `*.ck` says nothing of `ck` itself, which is a suffix as any other last part is.
      rules.put(kind == Kind.WILDCARD ? "*." + name : name, kind);
    }
    return new PublicSuffixes(version, Map.copyOf(rules));
  }

  /// Of the list: when it was made.
  public String version() {
    return version;
  }

  /// The registrable domain of a web address, a host or an e-mail address, in lower case, names in
  /// other scripts in their own letters (`한국`, not `xn--3e0b707e`).
  ///
  /// @return `null` for what has none: a suffix alone, an IP address, no host at all
  public @Nullable String domain(String written) {
    var host = host(written);
    return host == null ? null : ofHost(host);
  }

  /// The host in a text: of a web address, an e-mail address, or the text itself.
  static @Nullable String host(String written) {
    var text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    var scheme = text.indexOf("://");
    var from = scheme >= 0 ? scheme + 3 : text.startsWith("//") ? 2 : 0;
    var end = from;
    while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    var authority = text.substring(from, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    var port = authority.lastIndexOf(':');
    if (port >= 0 && authority.indexOf(']') < port) {
      authority = authority.substring(0, port);
    }
    return authority.isEmpty() ? null : authority;
  }

  /// Of a host's name.
  @Nullable String ofHost(String host) {
    var name = ascii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    if (name == null || address(name)) {
      return null;
    }
    var labels = name.split("\\.", -1);
    for (var label : labels) {
      if (label.isEmpty() || label.length() > LONGEST_LABEL || !plain(label)) {
        return null;
      }
    }
    var suffix = suffix(labels);
    if (labels.length <= suffix) {
      return null;
    }
    var domain = new StringBuilder();
    for (var i = labels.length - suffix - 1; i < labels.length; i++) {
      domain.append(domain.isEmpty() ? "" : ".").append(labels[i]);
    }
    return unicode(domain.toString());
  }

  /// How many labels the suffix has: of the rule with most labels; one where there is no rule.
  private int suffix(String[] labels) {
    var most = 1;
    var name = "";
    for (var i = labels.length - 1; i >= 0; i--) {
      if (i < labels.length - 1 && rules.containsKey("*." + name)) {
        most = Math.max(most, labels.length - i);
      }
      name = name.isEmpty() ? labels[i] : labels[i] + "." + name;
      var kind = rules.get(name);
      if (kind == Kind.EXCEPTION) {
        return labels.length - i - 1;
      }
      if (kind == Kind.RULE) {
        most = Math.max(most, labels.length - i);
      }
    }
    return most;
  }

  private static boolean address(String name) {
    if (name.startsWith("[")) {
      return true;
    }
    var last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean plain(String label) {
    return label
        .chars()
        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
  }

  /// In letters that name servers know (RFC 3490), lower case; `null` when it cannot be.
  private static @Nullable String ascii(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return null;
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 0x80)) {
      return lower;
    }
    try {
      return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
      return null;
    }
  }

  private static String unicode(String name) {
    if (!name.contains("xn--")) {
      return name;
    }
    try {
      return IDN.toUnicode(name, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
      return name;
    }
  }
}
