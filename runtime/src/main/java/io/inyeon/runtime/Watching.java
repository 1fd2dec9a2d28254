package io.inyeon.runtime;

import io.inyeon.runtime.http.LiveFeed;
import java.util.function.Predicate;

/// What is decided in the live workspace, for those who watch.
final class Watching implements LiveFeed {
  private final Live live;
  private final Happenings happenings;

  Watching(Workspace workspace, Happenings happenings) {
    this.live = workspace.lately();
    this.happenings = happenings;
  }

  @Override
  public long position() {
    return live.position();
  }

  @Override
  public boolean pause(long ms) throws InterruptedException {
    return live.pause(ms);
  }

  @Override
  public Look look(long after, Predicate<Seen> wanted, int most) {
    return live.look(after, wanted, most, happenings::sourceId, happenings::happened);
  }
}
