package io.inyeon.runtime.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.plans.Tar;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where addresses are, by a file that changes.
class PlacesTest {
  private static final Path DATA =
      Path.of("../../shared/data/conformance/maxmind-db-test-data.tar.gz");

  @TempDir Path folder;
  private Path file;
  private final AtomicLong now = new AtomicLong(1_790_000_000_000L);

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("cities.mmdb");
    new PlaceFileWriter()
        .with("203.0.113.0/24", PlaceFileWriter.city("KR", "Seoul", "서울"))
        .with("198.51.100.128/25", PlaceFileWriter.city("JP", "Tokyo", "Tokyo"))
        .to(file);
  }

  private Places open(PlaceDetail detail, String region) {
    return Places.open(
        file.toString(),
        folder.resolve("places"),
        detail,
        region,
        () -> Instant.ofEpochMilli(now.get()));
  }

  private static Value json(String json) {
    return (Value) JsonReader.event(json.replace('\'', '"').getBytes(UTF_8));
  }

  @Test
  void anAddressIsToldAsExactlyAsIsSet() {
    try (var country = open(PlaceDetail.COUNTRY, "KR");
        var city = open(PlaceDetail.CITY, "KR");
        var precise = open(PlaceDetail.PRECISE, "US")) {
      assertThat(country.of("203.0.113.7"))
          .isEqualTo(json("{'country':'KR','countryName':'KR (en)'}"));
      assertThat(city.of("203.0.113.7"))
          .isEqualTo(
              json("{'country':'KR','countryName':'KR (en)','region':'Seoul','city':'서울시'}"));
      assertThat(precise.of("198.51.100.200"))
          .isEqualTo(
              json(
                  "{'country':'JP','countryName':'JP (en)','region':'Tokyo','city':'Tokyo',"
                      + "'postcode':'04524','timezone':'Asia/Seoul','latitude':37.5,"
                      + "'longitude':126.5,'accuracyKm':20}"));
      for (var none :
          new String[] {"198.51.100.1", "10.0.0.1", "", "kim", "2001:db8::1", "203.0.113.7 "}) {
        assertThat(city.of(none)).as(none).isNull();
      }
    }
  }

  private static @Nullable String error(Places places) {
    return places.told().fields("lastError").text("code");
  }

  @Test
  void aNewerFileIsTakenUpAndABadOneIsToldAndChangesNothing() throws IOException {
    try (var places = open(PlaceDetail.COUNTRY, "KR")) {
      assertThat(places.of("192.0.2.1")).isNull();
      new PlaceFileWriter()
          .with("192.0.2.0/24", PlaceFileWriter.city("DE", "Berlin", "B"))
          .to(file);
      Files.setLastModifiedTime(file, FileTime.fromMillis(now.get()));
      assertThat(places.of("192.0.2.1")).isNull(); // looked at once a minute
      now.addAndGet(60_000);
      assertThat(places.of("192.0.2.1"))
          .isEqualTo(json("{'country':'DE','countryName':'DE (en)'}"));
      assertThat(places.of("203.0.113.7")).isNull();

      Files.writeString(file, "no file of places at all");
      now.addAndGet(60_000);
      assertThat(places.of("192.0.2.9")).isNotNull();
      assertThat(error(places)).isEqualTo("place_file_invalid");
      Files.delete(file);
      now.addAndGet(60_000);
      assertThat(places.of("192.0.2.9")).isNotNull();
      assertThat(error(places)).isEqualTo("place_file_missing");

      new PlaceFileWriter().with("192.0.2.0/24", PlaceFileWriter.city("FR", "P", "P")).to(file);
      now.addAndGet(60_000);
      assertThat(places.of("192.0.2.9"))
          .isEqualTo(json("{'country':'FR','countryName':'FR (en)'}"));
      assertThat(error(places)).isNull();
      assertThat(places.told().fields("file").text("type")).isEqualTo("Test-City");
    }
  }

  @Test
  void aStartWithoutTheFileGoesOnWithTheLast() throws IOException {
    open(PlaceDetail.CITY, "KR").close();
    Files.delete(file);
    try (var places = open(PlaceDetail.COUNTRY, "KR")) {
      assertThat(places.of("203.0.113.7"))
          .isEqualTo(json("{'country':'KR','countryName':'KR (en)'}"));
      assertThat(error(places)).isEqualTo("place_file_missing");
    }
  }

  @Test
  void withoutAFileNothingIsTold() {
    try (var places =
        Places.open("", folder, PlaceDetail.CITY, "KR", () -> Instant.ofEpochMilli(0))) {
      assertThat(places.installed()).isFalse();
      assertThat(places.of("203.0.113.7")).isNull();
    }
  }

  private static Path tar() {
    assumeTrue(Files.exists(DATA), () -> "NOT TESTED: the data set is missing: " + DATA);
    return DATA;
  }

  @Test
  void thePublicTestFilesAreToldOrRefused() throws IOException {
    var asked = 0;
    for (var each : Tar.files(tar()).entrySet()) {
      if (!each.getKey().endsWith(".mmdb")) {
        continue;
      }
      asked++;
      Files.write(file, each.getValue());
      try (var opened = PlaceFile.open(file.toFile(), PlaceDetail.PRECISE, "en")) {
        for (var address :
            new String[] {"81.2.69.142", "1.1.1.1", "2001:218::1", "216.160.83.56"}) {
          opened.at(InetAddress.ofLiteral(address));
        }
        if (each.getKey().endsWith("/GeoLite2-City-Test.mmdb")) {
          var london = opened.at(InetAddress.ofLiteral("81.2.69.142"));
          assertThat(london).isNotNull();
          assertThat(london == null ? "" : london.text("city")).isEqualTo("London");
          assertThat(london == null ? "" : london.text("country")).isEqualTo("GB");
        }
      } catch (IOException refused) {
        assertThat(each.getKey()).containsAnyOf("roken", "nvalid");
      }
    }
    assertThat(asked).isGreaterThan(30);
  }

  @Test
  void aPlaceThatIsWithinItselfIsRefused() throws IOException {
    new PlaceFileWriter()
        .with("203.0.113.0/24", Map.of("city", new PlaceFileWriter.Pointer(0)))
        .with("198.51.0.0/16", PlaceFileWriter.city("JP", "Tokyo", "Tokyo"))
        .to(file);
    try (var opened = PlaceFile.open(file.toFile(), PlaceDetail.CITY, "ko")) {
      assertThatThrownBy(() -> opened.at(InetAddress.ofLiteral("203.0.113.7")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
      assertThat(opened.at(InetAddress.ofLiteral("198.51.100.1"))).isNotNull();
    }
  }

  @Property(tries = 2_000)
  void aDamagedFileIsToldOrRefused(@ForAll Random random) throws IOException {
    var bytes =
        new PlaceFileWriter()
            .with("203.0.113.0/24", PlaceFileWriter.city("KR", "Seoul", "서울"))
            .with("198.51.0.0/16", PlaceFileWriter.city("JP", "Tokyo", "Tokyo"))
            .bytes();
    for (var i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    var damaged = Files.createTempFile("places", ".mmdb");
    try {
      Files.write(damaged, bytes);
      try (var opened = PlaceFile.open(damaged.toFile(), PlaceDetail.PRECISE, "ko")) {
        for (var address : new String[] {"203.0.113.7", "198.51.100.1", "192.0.2.1"}) {
          opened.at(InetAddress.ofLiteral(address));
        }
      } catch (IOException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    } finally {
      Files.delete(damaged);
    }
  }
}
