/// Who read what of whom, on disk.
@NullMarked
package io.inyeon.runtime.access;

import org.jspecify.annotations.NullMarked;
