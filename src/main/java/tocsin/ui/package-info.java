/// Floor 5, the door of the screens: what the composition root opens, raises, or has drawn without a display.
@NullMarked
package tocsin.ui;

import org.jspecify.annotations.NullMarked;
