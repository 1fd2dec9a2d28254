package io.inyeon.core.collect.mapping;

import java.time.ZoneId;
import java.util.List;

/// How texts of times and numbers are read.
///
/// @param zone of times that name none
/// @param dates patterns of `java.time.format.DateTimeFormatter`, tried in order before the usual
///   forms; `excel`, `epoch_s` and `epoch_ms` name numbers
/// @param decimal the decimal sign
/// @param grouping between thousands; it may be left out
/// @param days1904 whether serial dates count from 1904, as old Macintosh workbooks do
public record Formats(
    ZoneId zone, List<String> dates, char decimal, char grouping, boolean days1904) {
  public Formats {
    dates = List.copyOf(dates);
  }
}
