package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where on earth addresses are.
public interface PlaceDesk {
  /// Nobody supplied a file.
  PlaceDesk NONE =
      new PlaceDesk() {
        @Override
        public boolean installed() {
          return false;
        }

        @Override
        public Value.@Nullable Fields of(String address) {
          return null;
        }

        @Override
        public Value.Fields told() {
          return new Value.Fields(
              Map.of(
                  "installed", new Value.Truth(false),
                  "detail", new Value.Text("city"),
                  "asked", new Value.Decimal(BigDecimal.ZERO),
                  "found", new Value.Decimal(BigDecimal.ZERO)));
        }
      };

  /// Whether there is a file to ask.
  boolean installed();

  /// The place of an internet address; `null` for none, and for what is no address.
  Value.@Nullable Fields of(String address);

  /// How it stands with the file: its kind and age, how many were found, what failed last.
  Value.Fields told();
}
