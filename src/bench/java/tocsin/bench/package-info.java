/// Measurements, each a program of its own: warm rounds first, then the median of several.
@NullMarked
package tocsin.bench;

import org.jspecify.annotations.NullMarked;
