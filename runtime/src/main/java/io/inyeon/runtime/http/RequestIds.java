package io.inyeon.runtime.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Names requests so that no two have one name, today or after a restart.
final class RequestIds {
  private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
  private final AtomicLong count = new AtomicLong();

  String next() {
    return run + Long.toHexString(count.incrementAndGet());
  }
}
