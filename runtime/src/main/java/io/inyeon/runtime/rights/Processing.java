package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.ProcessingDesk;

/// Keeps who the controller is as a document in state.
final class Processing implements ProcessingDesk {
  private static final String ROOM = "setting";
  private static final String CONTROLLER = "controller";

  private final House house;

  Processing(House house) {
    this.house = house;
  }

  @Override
  public Controller controller() {
    var fields = house.state().read(new Key.OfRights(ROOM, CONTROLLER));
    return fields == null ? Controller.UNKNOWN : Controller.of(fields);
  }

  @Override
  public void save(Value.Fields document, String author) throws Unavailable {
    house.enter(new Entry.RightsSaved(0, house.now(), author, ROOM, CONTROLLER, document));
  }
}
