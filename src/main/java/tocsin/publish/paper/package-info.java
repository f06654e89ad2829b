/// A document as blocks: what people wrote in Markdown and what was composed from facts, before it becomes pixels,
/// pages
/// or bytes. Screens, writers and tests read the same blocks. Knows Markdown's library, no toolkit, no clock, no file.
@NullMarked
package tocsin.publish.paper;

import org.jspecify.annotations.NullMarked;
