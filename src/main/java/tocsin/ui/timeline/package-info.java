/// The live timeline of a room: the rows, the line that writes them, what can be done with one of them.
@NullMarked
package tocsin.ui.timeline;

import org.jspecify.annotations.NullMarked;
