package io.inyeon.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One thing that an operator can set: by flag, by environment, or in a file.
///
/// Its flag is `--name-in-lower-case`, its variable `INYEON_NAME_IN_UPPER_CASE`, its key in a file
/// `name-in-lower-case`. A flag beats the environment, and that beats the file.
public enum Setting {
  DATA(Kind.PATH, "data", "folder that holds everything", Command.SERVE),
  HOST(Kind.TEXT, "127.0.0.1", "address to listen on; 0.0.0.0 for all", Command.SERVE),
  PORT(Kind.PORT, "7070", "port to listen on; 0 for any free one", Command.SERVE),
  PUBLIC_URL(
      Kind.TEXT,
      "",
      "address that SDKs are told to send to; without it, the request's own Host",
      Command.SERVE),
  ADMIN_KEY(
      Kind.SECRET,
      "",
      "first management key, for automation; 16 characters or more",
      Command.SERVE),
  REGION(Kind.TEXT, "KR", "country of phone numbers written without one", Command.SERVE),
  CURRENCY(Kind.TEXT, "KRW", "ISO 4217 code in which revenue is summed", Command.SERVE),
  TIME_ZONE(Kind.TEXT, "Asia/Seoul", "IANA name of the workspace's time zone", Command.SERVE),
  CACHE_MB(Kind.COUNT, "192", "heap for decoded profiles, in MB", Command.SERVE),
  STATE_MB(Kind.COUNT, "128", "native memory of the state store's cache, in MB", Command.SERVE),
  ARCHIVE_MB(Kind.COUNT, "256", "native memory of the archive, in MB", Command.SERVE),
  ANALYTICS_MB(
      Kind.COUNT, "256", "native memory of what previews are asked of, in MB", Command.SERVE),
  LOG_SEGMENT_MB(Kind.COUNT, "32", "size of a log segment, in MB", Command.SERVE),
  LOG_MAX_MB(
      Kind.COUNT,
      "2048",
      "size to which the log may grow before its oldest segments are recycled, in MB",
      Command.SERVE),
  LOG_KEEP_HOURS(
      Kind.COUNT,
      "168",
      "how long segments are kept while there is room below log-max-mb, in hours",
      Command.SERVE),
  DISK_RESERVE_MB(
      Kind.COUNT, "256", "free disk space below which intake answers 503, in MB", Command.SERVE),
  ACCESS_LOG_DAYS(
      Kind.COUNT,
      "730",
      "how long each read of personal data stays on record, in days",
      Command.SERVE),
  QUARANTINE_DAYS(
      Kind.COUNT,
      "90",
      "how long an event waits in quarantine before it is dropped, in days; 0 for ever",
      Command.SERVE),
  PLACE_DATABASE(
      Kind.TEXT,
      "",
      "MaxMind file (.mmdb) by which events tell where they came from; none without it",
      Command.SERVE),
  PLACE_DETAIL(
      Kind.TEXT, "city", "what of a place is kept: country, city or precise", Command.SERVE),
  TRUSTED_PROXIES(
      Kind.TEXT,
      "",
      "addresses or networks of your own proxies, with commas; private for all private ones: only"
          + " they are believed who sent a request, and to which address and scheme",
      Command.SERVE),
  ENRICHER_ALLOW(
      Kind.TEXT,
      "",
      "hosts and networks that enrichers may ask besides public addresses, e.g."
          + " crm.internal,10.1.0.0/16",
      Command.SERVE),
  ENRICHER_CA(
      Kind.TEXT,
      "",
      "file of certificates in PEM that enrichers trust besides Java's own list, e.g. of a"
          + " company's authority",
      Command.SERVE),
  RATE_LIMIT(
      Kind.COUNT, "0", "events a second that one source may send; 0 for no limit", Command.SERVE),
  LOG_FORMAT(Kind.TEXT, "text", "what the process prints: text or json", Command.SERVE),
  SEED(Kind.NUMBER, "1", "seed of the demo's shop: the same seed, the same people", Command.DEMO),
  PEOPLE(Kind.COUNT, "3000", "people in the demo's shop, 10 to 100000", Command.DEMO),
  EXIT(Kind.SWITCH, "false", "end when the demo is over", Command.DEMO),
  URL(Kind.TEXT, "http://127.0.0.1:7070", "address of the running server", Command.IMPORT),
  KEY(Kind.SECRET, "", "management key; without it, admin-key's", Command.IMPORT),
  SOURCE(
      Kind.TEXT,
      "",
      "id or name of the source, of kind import; a new name makes one",
      Command.IMPORT),
  MAP(Kind.TEXT, "", "file of the map, or segment, rudderstack or posthog", Command.IMPORT),
  DRY_RUN(
      Kind.SWITCH,
      "false",
      "show the first rows as events and every problem, and take nothing",
      Command.IMPORT),
  REJECTED(
      Kind.TEXT,
      "",
      "where to write the rows that were not accepted; FILE.rejected.jsonl otherwise",
      Command.IMPORT),
  UNDO(Kind.TEXT, "", "id of an import to take back, instead of a file", Command.IMPORT),
  UNDO_SOURCE(
      Kind.TEXT,
      "",
      "id or name of a source of which all imports are taken back, instead of a file",
      Command.IMPORT);

  /// What a value looks like.
  enum Kind {
    TEXT,
    SECRET,
    PATH,
    /// 0 to 65535.
    PORT,
    /// 0 or more.
    COUNT,
    /// Any whole number.
    NUMBER,
    /// A flag without a value.
    SWITCH
  }

  /// The commands that take settings; the demo also takes all of serve's.
  enum Command {
    SERVE,
    DEMO,
    IMPORT
  }

  final Kind kind;
  final String standard;
  final String meaning;
  private final Command first;

  Setting(Kind kind, String standard, String meaning, Command first) {
    this.kind = kind;
    this.standard = standard;
    this.meaning = meaning;
    this.first = first;
  }

  /// `log-max-mb`.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// `INYEON_LOG_MAX_MB`.
  String variable() {
    return "INYEON_" + name();
  }

  boolean belongsTo(Command command) {
    return command == first || (command == Command.DEMO && first == Command.SERVE);
  }

  static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  static Optional<Setting> byVariable(String variable) {
    return Arrays.stream(values()).filter(each -> each.variable().equals(variable)).findFirst();
  }
}
