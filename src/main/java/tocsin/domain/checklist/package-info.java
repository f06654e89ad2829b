/// What to think of in which quarter of an hour, by type of incident, and how far people have come with it. A list
/// reminds; it never stops anybody. Values and facts only.
@NullMarked
package tocsin.domain.checklist;

import org.jspecify.annotations.NullMarked;
