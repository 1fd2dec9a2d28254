/// JSON Schema, draft-07 and 2020-12, asked of values as sources send them.
@NullMarked
package io.inyeon.core.govern.schema;

import org.jspecify.annotations.NullMarked;
