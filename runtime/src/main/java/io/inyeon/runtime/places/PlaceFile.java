package io.inyeon.runtime.places;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import io.inyeon.core.collect.Value;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of places in the MaxMind DB format 2.0: of cities, of countries, or any other with the
/// same fields.
///
/// ```
/// {"country": "KR", "countryName": "South Korea", "region": "Seoul", "city": "Seoul",
///  "postcode": "04524", "timezone": "Asia/Seoul", "latitude": 37.5, "longitude": 126.9,
///  "accuracyKm": 20}
/// ```
final class PlaceFile implements AutoCloseable {
  private final Reader reader;
  private final PlaceDetail detail;
  private final String language;

  private PlaceFile(Reader reader, PlaceDetail detail, String language) {
    this.reader = reader;
    this.detail = detail;
    this.language = language;
  }

  /// Opens a file, and sees whether it can be asked.
  ///
  /// @param language of names; English where a name is not told in it
  static PlaceFile open(File file, PlaceDetail detail, String language) throws IOException {
    Reader reader;
    try {
      reader = new Reader(file, FileMode.MEMORY_MAPPED);
    } catch (RuntimeException | StackOverflowError e) { // whatever a foreign file makes of it
      throw new InvalidDatabaseException("no file of places: " + e);
    }
    var opened = new PlaceFile(reader, detail, language);
    try {
      opened.at(InetAddress.ofLiteral("192.0.2.1"));
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /// What kind of file it is, e.g. `GeoLite2-City`.
  String type() {
    return reader.getMetadata().databaseType();
  }

  /// When its maker made it.
  Instant builtAt() {
    return reader.getMetadata().buildTime();
  }

  /// The place of an address; `null` when the file knows none.
  Value.@Nullable Fields at(InetAddress address) throws IOException {
    Object found;
    try {
      found = reader.get(address, Object.class);
    } catch (RuntimeException | StackOverflowError e) { // the second: a place within itself
      throw new InvalidDatabaseException("the file of places is damaged: " + e);
    }
    if (!(found instanceof Map<?, ?> told)) {
      return null;
    }
    var place = new LinkedHashMap<String, Value>();
    var country = map(told, "country");
    text(place, "country", country.get("iso_code"));
    text(place, "countryName", name(country));
    if (detail != PlaceDetail.COUNTRY) {
      if (told.get("subdivisions") instanceof List<?> regions
          && !regions.isEmpty()
          && regions.getFirst() instanceof Map<?, ?> region) {
        text(place, "region", name(region));
      }
      text(place, "city", name(map(told, "city")));
    }
    if (detail == PlaceDetail.PRECISE) {
      var location = map(told, "location");
      text(place, "postcode", map(told, "postal").get("code"));
      text(place, "timezone", location.get("time_zone"));
      number(place, "latitude", location.get("latitude"));
      number(place, "longitude", location.get("longitude"));
      number(place, "accuracyKm", location.get("accuracy_radius"));
    }
    return place.isEmpty() ? null : new Value.Fields(place);
  }

  private static Map<?, ?> map(Map<?, ?> in, String name) {
    return in.get(name) instanceof Map<?, ?> found ? found : Map.of();
  }

  private @Nullable Object name(Map<?, ?> of) {
    var names = map(of, "names");
    var name = names.get(language);
    return name == null ? names.get("en") : name;
  }

  private static void text(Map<String, Value> place, String name, @Nullable Object told) {
    if (told instanceof String text && !text.isBlank()) {
      place.put(name, new Value.Text(text));
    }
  }

  private static void number(Map<String, Value> place, String name, @Nullable Object told) {
    if (told instanceof Number number
        && !Double.isNaN(number.doubleValue())
        && !Double.isInfinite(number.doubleValue())) {
      place.put(name, new Value.Decimal(new BigDecimal(number.toString())));
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new IllegalStateException("a mapped file cannot be let go", e);
    }
  }
}
