/// Floor 5: the same commands from a terminal. Every command is a few lines that read words, ask the console and print
/// the
/// answer; the rules live below.
@NullMarked
package tocsin.cli;

import org.jspecify.annotations.NullMarked;
