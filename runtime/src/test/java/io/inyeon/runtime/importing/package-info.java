/// Files, read as rows.
@NullMarked
package io.inyeon.runtime.importing;

import org.jspecify.annotations.NullMarked;
