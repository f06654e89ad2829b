/// Floor 0: ids, the hybrid clock and limits. Values that every other room shares; nothing here does input or output.
@NullMarked
package tocsin.base;

import org.jspecify.annotations.NullMarked;
