/// Floor 6: where the program starts and its parts are put together by hand.
@NullMarked
package tocsin;

import org.jspecify.annotations.NullMarked;
