/// Who visits and is nobody: robots, told by what their user agents say.
@NullMarked
package io.inyeon.core.govern.bots;

import org.jspecify.annotations.NullMarked;
