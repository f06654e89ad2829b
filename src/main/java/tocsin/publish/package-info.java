/// What leaves the desk on paper.
@NullMarked
package tocsin.publish;

import org.jspecify.annotations.NullMarked;
