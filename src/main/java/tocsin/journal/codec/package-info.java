/// Facts as JSON and back, and plain trees as JSON for the rest of the house: the one room that knows the JSON library.
/// Only types on a closed list are read; whatever the bytes are, reading answers with a value.
@NullMarked
package tocsin.journal.codec;

import org.jspecify.annotations.NullMarked;
