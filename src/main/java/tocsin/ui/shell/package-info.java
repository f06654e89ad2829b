/// The frame of a window: the rail, the strips, the palette, and which screen is shown.
@NullMarked
package tocsin.ui.shell;

import org.jspecify.annotations.NullMarked;
