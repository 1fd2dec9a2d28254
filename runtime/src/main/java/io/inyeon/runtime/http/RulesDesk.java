package io.inyeon.runtime.http;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.RulesForm;
import io.inyeon.core.SavedRules;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;

/// Where the rules of a workspace are read and changed.
public interface RulesDesk {
  /// The rules that decide just now, with the types that events have brought into being.
  RulesDocument inForce();

  /// Every version that was saved, the newest first; never empty.
  List<SavedRules> versions();

  /// Reads a document that is to be the version after the newest.
  RulesForm.Reading read(Value.Fields written);

  /// Saves a document; it comes into force by a rebuild, which begins at once or after the task
  /// that is under way.
  ///
  /// @param after the version that the author has seen last
  /// @return whether it was; not so when another was saved meanwhile, or nobody saw that one
  boolean save(RulesDocument rules, int after, String author, String reason) throws Unavailable;
}
