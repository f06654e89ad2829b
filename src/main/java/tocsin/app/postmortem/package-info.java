/// The postmortem as a document: which sections it has, what the record adds to them, and how it is read back from a
/// file.
/// Pure: no clock, no locale of the machine; only `Templates` reads files.
@NullMarked
package tocsin.app.postmortem;

import org.jspecify.annotations.NullMarked;
