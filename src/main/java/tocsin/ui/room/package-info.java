/// The room of one incident: its header and the places of its parts, fed from one thread that reads.
@NullMarked
package tocsin.ui.room;

import org.jspecify.annotations.NullMarked;
