/// Floor 5: the severity board, all live incidents at a glance. Models know no node, panes know no console;
/// [Board] ties them to one and lets go of it when closed.
@NullMarked
package tocsin.ui.board;

import org.jspecify.annotations.NullMarked;
