/// The embedded H2 store that screens and search read. It is a projection: it may be deleted at any time and rebuilt
/// from
/// the journal, and it never takes part in deciding what happened. All of H2 is reached on this room's own threads,
/// which
/// nobody interrupts. Knows the heart, `java.sql` and H2; nothing else.
@NullMarked
package tocsin.store;

import org.jspecify.annotations.NullMarked;
