/// Floor 2: the truth. An append-only, hash-chained, forced log of facts in segment files. A fact is acknowledged only
/// after it is forced to the disk; one private thread writes, any thread reads; payloads are opaque bytes here.
@NullMarked
package tocsin.journal;

import org.jspecify.annotations.NullMarked;
