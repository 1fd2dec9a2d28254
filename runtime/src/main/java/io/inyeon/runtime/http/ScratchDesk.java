package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where events of the past are replayed into workspaces to try things out in: these are read like
/// the live one, take nothing, tell nobody anything, and go by themselves.
public interface ScratchDesk {
  /// Begins to replay events into a scratch workspace that is made for it.
  ///
  /// @return the task
  Value.Fields replay(ReplayWanted wanted, String author)
      throws Tasks.Busy, Refused, Intake.Unavailable;

  /// All scratch workspaces, also the one being made, by name.
  List<Value.Fields> scratches();

  /// One of them; `null` when there is none of that name.
  Value.@Nullable Fields scratch(String name);

  /// Deletes one with all that is in it.
  void drop(String name) throws Refused;

  /// Comes in to read. It stays until this is closed, by the thread that came in.
  ///
  /// @throws Intake.Unavailable when it cannot be opened
  Visit enter(String name) throws Refused, Intake.Unavailable;

  /// Somebody is reading.
  interface Visit extends AutoCloseable {
    /// What there is to read.
    Reads reads();

    @Override
    void close();
  }

  /// Nothing was done, for this reason.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    /// Says why.
    ///
    /// @param status of HTTP
    /// @param code stable
    /// @param detail what is safe and what to do
    public Refused(int status, String code, String detail) {
      super(detail, null, false, false);
      this.status = status;
      this.code = code;
    }

    /// Stable.
    public String code() {
      return code;
    }

    /// As the edge says it.
    Refusal refusal() {
      return new Refusal(status, code, String.valueOf(getMessage()));
    }
  }
}
