package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.List;

/// A JSON Schema, compiled once and asked of many values.
///
/// Draft-07 and 2020-12 (json-schema.org); `$schema` says which, and 2020-12 is the default.
/// Patterns are RE2's, so that no value takes longer than in proportion to its length, and no value
/// costs more than a fixed amount of work, whatever the schema.
public final class JsonSchema {
  private final Node root;

  private JsonSchema(Node root) {
    this.root = root;
  }

  /// What came of compiling.
  public sealed interface Compiled {
    /// It can be asked.
    record Good(JsonSchema schema) implements Compiled {}

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Compiled {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Compiles a schema.
  ///
  /// @param documents what it may refer to besides itself
  /// @param formats whether `format` refuses values, or only tells
  public static Compiled of(Value schema, Documents documents, Patterns patterns, boolean formats) {
    return of(schema, Dialect.OF_2020_12, documents, patterns, formats);
  }

  /// Compiles a schema that is draft-07 unless it says otherwise.
  public static Compiled ofDraft7(
      Value schema, Documents documents, Patterns patterns, boolean formats) {
    return of(schema, Dialect.OF_7, documents, patterns, formats);
  }

  private static Compiled of(
      Value schema, Dialect fallback, Documents documents, Patterns patterns, boolean formats) {
    var compiler = new SchemaCompiler(documents, patterns, formats);
    var root = compiler.whole(schema, fallback);
    return compiler.problems().isEmpty()
        ? new Compiled.Good(new JsonSchema(root))
        : new Compiled.Bad(compiler.problems());
  }

  /// Whether a value is such.
  public boolean holds(Value value) {
    var run = new Scope.Run();
    return root.holds(value, At.WHOLE, scope(run), null, null) && !run.exhausted();
  }

  /// Notes all that is wrong with a value. Most values are right, so whether is asked first.
  public void check(Value value, Findings out) {
    if (holds(value)) {
      return;
    }
    var run = new Scope.Run();
    root.holds(value, At.WHOLE, scope(run), null, out);
    if (run.exhausted()) {
      out.add("depth", At.WHOLE, Value.Nothing.NOTHING);
    }
  }

  private Scope scope(Scope.Run run) {
    return new Scope(root.resource(), null, run);
  }
}
