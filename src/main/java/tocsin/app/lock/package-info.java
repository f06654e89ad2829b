/// Floor 4: locking a profile at rest, unlocking it, giving it another key, and the way into a locked one.
@NullMarked
package tocsin.app.lock;

import org.jspecify.annotations.NullMarked;
