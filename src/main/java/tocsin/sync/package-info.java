/// Where desks meet: hubs, and the thread that carries facts between a hub and this desk's journal. What comes from a
/// hub is another's word until it has been checked. Only this room knows the PostgreSQL driver.
@NullMarked
package tocsin.sync;

import org.jspecify.annotations.NullMarked;
