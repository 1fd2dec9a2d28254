package io.inyeon.runtime.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes small files of places (MaxMind DB 2.0, addresses of IPv4, records of 24 bits).
final class PlaceFileWriter {
  /// Stands for the value that begins there among the places.
  record Pointer(int at) {}

  private final Map<String, Map<String, Object>> places = new LinkedHashMap<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /// A place of a network, `203.0.113.0/24`.
  PlaceFileWriter with(String network, Map<String, Object> place) {
    places.put(network, place);
    return this;
  }

  /// A place as the files of cities tell it.
  static Map<String, Object> city(String country, String region, String city) {
    return Map.of(
        "country", Map.of("iso_code", country, "names", Map.of("en", country + " (en)")),
        "subdivisions", List.of(Map.of("names", Map.of("en", region))),
        "city", Map.of("names", Map.of("en", city, "ko", city + "시")),
        "postal", Map.of("code", "04524"),
        "location",
            Map.of(
                "latitude",
                37.5,
                "longitude",
                126.5,
                "time_zone",
                "Asia/Seoul",
                "accuracy_radius",
                20));
  }

  byte[] bytes() {
    // Children by node: a number of a node, a place (negative, from -1), or 0 for nothing.
    var nodes = new ArrayList<int[]>();
    nodes.add(new int[2]);
    var all = new ArrayList<>(places.values());
    var number = 0;
    for (var network : places.keySet()) {
      number--;
      var parts = network.split("/", -1);
      var address = InetAddress.ofLiteral(parts[0]).getAddress();
      var bits = Integer.parseInt(parts[1]);
      var at = 0;
      for (var i = 0; i < bits; i++) {
        var bit = (address[i / 8] >> (7 - i % 8)) & 1;
        if (i == bits - 1) {
          nodes.get(at)[bit] = number;
        } else {
          if (nodes.get(at)[bit] <= 0) {
            nodes.add(new int[2]);
            nodes.get(at)[bit] = nodes.size() - 1;
          }
          at = nodes.get(at)[bit];
        }
      }
    }
    var offsets = new HashMap<Integer, Integer>();
    for (var i = 0; i < all.size(); i++) {
      offsets.put(-1 - i, data.size());
      write(all.get(i));
    }
    var out = new ByteArrayOutputStream();
    for (var node : nodes) {
      for (var child : node) {
        var record =
            child == 0
                ? nodes.size()
                : child > 0 ? child : nodes.size() + 16 + offsets.getOrDefault(child, 0);
        out.write(record >> 16);
        out.write(record >> 8);
        out.write(record);
      }
    }
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    data.reset();
    out.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
    out.writeBytes("MaxMind.com".getBytes(UTF_8));
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1_780_000_000L);
    metadata.put("database_type", "Test-City");
    metadata.put("description", Map.of("en", "made by a test"));
    metadata.put("ip_version", 4);
    metadata.put("languages", List.of("en", "ko"));
    metadata.put("node_count", nodes.size());
    metadata.put("record_size", 24);
    write(metadata);
    out.writeBytes(data.toByteArray());
    return out.toByteArray();
  }

  void to(Path file) throws IOException {
    Files.write(file, bytes());
  }

  private void control(int type, int size) {
    if (size >= 29 + 256) {
      throw new IllegalArgumentException("too large for a test: " + size);
    }
    var first = Math.min(size, 29);
    if (type > 7) {
      data.write(first);
      data.write(type - 7);
    } else {
      data.write(type << 5 | first);
    }
    if (size >= 29) {
      data.write(size - 29);
    }
  }

  private void write(Object value) {
    try {
      switch (value) {
        case Map<?, ?> map -> {
          control(7, map.size());
          for (var each : map.entrySet()) {
            write(each.getKey());
            write(each.getValue());
          }
        }
        case List<?> list -> {
          control(11, list.size());
          list.forEach(this::write);
        }
        case Pointer pointer -> {
          data.write(1 << 5 | pointer.at() >> 8);
          data.write(pointer.at());
        }
        case String text -> {
          control(2, text.getBytes(UTF_8).length);
          data.writeBytes(text.getBytes(UTF_8));
        }
        case Double number -> {
          control(3, 8);
          new DataOutputStream(data).writeDouble(number);
        }
        case Integer number -> {
          control(6, 4);
          new DataOutputStream(data).writeInt(number);
        }
        case Long number -> {
          control(9, 8);
          new DataOutputStream(data).writeLong(number);
        }
        default -> throw new IllegalArgumentException(value.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
