/// The desk's secrets in one file under a passphrase. Only this room knows how a passphrase becomes a key; it uses the
/// journal's disk, and the journal does not know it.
@NullMarked
package tocsin.vault;

import org.jspecify.annotations.NullMarked;
