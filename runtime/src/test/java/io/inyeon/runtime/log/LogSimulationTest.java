package io.inyeon.runtime.log;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Thousands of worlds of crashes, torn writes, full disks, failing forces and rot.
class LogSimulationTest {
  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void theLogHoldsWhatItAcknowledged(@ForAll long seed) throws IOException {
    new LogWorld(seed).live(4);
  }
}
