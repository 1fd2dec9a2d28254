package io.inyeon.core.govern;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// A use of people's data: what for, on what ground, for how long, who gets it, and in which words
/// people are asked. A version never changes; it is named by number and by [#hash].
///
/// @param key e.g. `email_marketing`; never changes
/// @param version 1, 2, ...; also that of its wording
/// @param titles what people call it, by language (BCP 47, e.g. `ko`)
/// @param texts the plain words in which consent is asked, by language
/// @param withdrawals how to withdraw, by language
/// @param recipients who gets the data, by name
/// @param retentionDays how long the data is kept for it; 0 for as long as it is used
/// @param consentDays how long a grant holds; 0 until it is withdrawn
/// @param minimumAge in years, from which people decide by themselves; 0 for none
/// @param guardian whether below it a guardian may decide for them
/// @param channel by which it reaches people
/// @param aliases other names by which sources speak of it: a banner's category, a tool's id
/// @param active whether it is in use; one that is not permits nothing
public record Purpose(
    String key,
    int version,
    SortedMap<String, String> titles,
    SortedMap<String, String> texts,
    SortedMap<String, String> withdrawals,
    LegalBasis basis,
    List<String> recipients,
    int retentionDays,
    int consentDays,
    int minimumAge,
    boolean guardian,
    Channel channel,
    List<String> aliases,
    boolean active) {
  private static final long DAY_MS = 86_400_000L;

  public Purpose {
    titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    withdrawals = Collections.unmodifiableSortedMap(new TreeMap<>(withdrawals));
    recipients = List.copyOf(recipients);
    aliases = List.copyOf(aliases);
    if (version < 1 || retentionDays < 0 || consentDays < 0 || minimumAge < 0) {
      throw new IllegalArgumentException("a purpose with a negative number");
    }
  }

  /// All names under which statements speak of it.
  public List<String> names() {
    if (aliases.isEmpty()) {
      return List.of(key);
    }
    var names = new ArrayList<String>(aliases.size() + 1);
    names.add(key);
    names.addAll(aliases);
    return names;
  }

  /// When a grant of it ends: by its own end, or by the purpose's; exclusive.
  public long endOf(ConsentStatement grant) {
    return consentDays == 0
        ? grant.expiresAt()
        : Math.min(grant.expiresAt(), grant.time() + consentDays * DAY_MS);
  }

  /// What a version says, in 256 bits, as hex: SHA-256 over all of its fields, each preceded by its
  /// length.
  public String hash() {
    var all = new StringBuilder();
    add(all, key);
    add(all, Integer.toString(version));
    add(all, titles);
    add(all, texts);
    add(all, withdrawals);
    add(all, basis.name().toLowerCase(Locale.ROOT));
    add(all, recipients);
    add(all, retentionDays + "," + consentDays + "," + minimumAge + "," + guardian);
    add(all, channel.name().toLowerCase(Locale.ROOT));
    add(all, aliases);
    add(all, Boolean.toString(active));
    return sha256(all.toString());
  }

  /// The same of one text.
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static void add(StringBuilder to, String text) {
    to.append(text.length()).append(':').append(text);
  }

  private static void add(StringBuilder to, List<String> texts) {
    add(to, Integer.toString(texts.size()));
    texts.forEach(text -> add(to, text));
  }

  private static void add(StringBuilder to, SortedMap<String, String> texts) {
    add(to, Integer.toString(texts.size()));
    texts.forEach((language, text) -> {
      add(to, language);
      add(to, text);
    });
  }
}
