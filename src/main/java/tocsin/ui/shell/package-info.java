/// Floor 5: the frame around every screen: what is due on top, what is safe at the foot.
@NullMarked
package tocsin.ui.shell;

import org.jspecify.annotations.NullMarked;
