package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.archive.Row;
import java.util.List;

/// The record where no login decides anything, so that nobody asks it.
final class Unasked implements OnRecord {
  static final OnRecord RECORD = new Unasked();

  private Unasked() {}

  @Override
  public Mentions mentions(
      Key.OfMentions wanted, Rules rules, long before, long committed, List<Row> batch) {
    throw new AssertionError("asked for " + wanted);
  }

  @Override
  public void forget() {
    // There is nothing to forget.
  }
}
