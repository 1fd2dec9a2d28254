@org.jspecify.annotations.NullMarked
package io.inyeon.runtime.search;
