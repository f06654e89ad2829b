/// Floor 4: commands in, snapshots out. The console owns an open profile: it runs commands on the journal's thread,
/// keeps
/// the store in step on its own thread, and answers other processes through the local socket.
@NullMarked
package tocsin.app;

import org.jspecify.annotations.NullMarked;
