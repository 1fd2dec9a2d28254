package io.inyeon.core;

import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/// What the workspace's operators configured, as one immutable version; plain data.
///
/// @param version 1, 2, ... as people saved it; types that events brought into being make no new
///   one
/// @param workspaceKey 32 bytes in hex, made once; profile ids are hashes under it
/// @param region the country (ISO 3166) of phone numbers written without one
/// @param currency ISO 4217 code in which revenue is summed
/// @param timeZone IANA name
/// @param types what is known of each type of identifier, strongest first
/// @param customType the settings of custom types that are not listed; its name and priority mean
///   nothing
/// @param traits survivorship of traits other than the latest, by trait name
/// @param rates units of the workspace's currency for one unit of another, by currency and from
///   which day on
/// @param sessionGapMinutes the longest pause within one session, 1 to 1,440
/// @param weekStart the first day of a week of the calendar
public record RulesDocument(
    int version,
    String workspaceKey,
    String region,
    String currency,
    String timeZone,
    List<IdentifierType> types,
    IdentifierType customType,
    SortedMap<String, Survivorship> traits,
    SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates,
    int sessionGapMinutes,
    DayOfWeek weekStart) {
  /// The first day of a week until an operator changes it (ISO 8601).
  public static final DayOfWeek WEEK_START = DayOfWeek.MONDAY;

  /// The pause that ends a session until an operator changes it.
  public static final int SESSION_GAP_MINUTES = 30;

  /// The longest pause that can be chosen: a day, in minutes.
  public static final int LONGEST_SESSION_GAP = 1_440;

  public RulesDocument {
    types = List.copyOf(types);
    if (sessionGapMinutes < 1 || sessionGapMinutes > LONGEST_SESSION_GAP) {
      throw new IllegalArgumentException("sessionGapMinutes is 1 to 1440: " + sessionGapMinutes);
    }
  }

  /// Rules that leave the pause between sessions as it is from the start.
  public RulesDocument(
      int version,
      String workspaceKey,
      String region,
      String currency,
      String timeZone,
      List<IdentifierType> types,
      IdentifierType customType,
      SortedMap<String, Survivorship> traits,
      SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates) {
    this(
        version,
        workspaceKey,
        region,
        currency,
        timeZone,
        types,
        customType,
        traits,
        rates,
        SESSION_GAP_MINUTES);
  }

  /// Rules that leave the first day of a week as it is from the start.
  public RulesDocument(
      int version,
      String workspaceKey,
      String region,
      String currency,
      String timeZone,
      List<IdentifierType> types,
      IdentifierType customType,
      SortedMap<String, Survivorship> traits,
      SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates,
      int sessionGapMinutes) {
    this(
        version,
        workspaceKey,
        region,
        currency,
        timeZone,
        types,
        customType,
        traits,
        rates,
        sessionGapMinutes,
        WEEK_START);
  }

  /// The same version with another first day of a week.
  public RulesDocument withWeekStart(DayOfWeek day) {
    return new RulesDocument(
        version,
        workspaceKey,
        region,
        currency,
        timeZone,
        types,
        customType,
        traits,
        rates,
        sessionGapMinutes,
        day);
  }

  /// The same version, knowing all types of identifier that others know, too.
  public RulesDocument knowing(RulesDocument others) {
    var more = new ArrayList<>(others.types().stream().map(IdentifierType::name).toList());
    types.forEach(type -> more.remove(type.name()));
    return more.isEmpty() ? this : withTypes(more);
  }

  /// The same version, with types of identifier that have the settings of custom ones.
  public RulesDocument withTypes(List<String> names) {
    var all = new ArrayList<>(types);
    names.forEach(name -> all.add(customType.named(name)));
    all.sort(Comparator.comparingInt(IdentifierType::priority).thenComparing(IdentifierType::name));
    return new RulesDocument(
        version,
        workspaceKey,
        region,
        currency,
        timeZone,
        all,
        customType,
        traits,
        rates,
        sessionGapMinutes,
        weekStart);
  }
}
