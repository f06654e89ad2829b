/// The postmortem of one incident: the editor with its preview, what the record says, and what stands before closing.
@NullMarked
package tocsin.ui.postmortem;

import org.jspecify.annotations.NullMarked;
