package tocsin.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tocsin.app.demo.Counts;

/// Commands about the profile itself.
final class Care {
    private Care() {}

    @Command(
            name = "rebuild",
            description = "Throws the store away and folds it again from the journal.",
            footer = {"", "Example: tocsin rebuild"})
    static final class Rebuild implements Runnable {
        private static final int TELL_EVERY = 50_000;

        private final Terminal terminal;

        Rebuild(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            long[] told = {0};
            long facts = terminal.trying(() -> terminal.console().rebuild((done, total) -> {
                if (done - told[0] >= TELL_EVERY || done == total) {
                    told[0] = done;
                    terminal.print(done + " of " + total + " facts");
                    terminal.out().flush();
                }
            }));
            terminal.print("rebuilt: " + facts + " facts, "
                    + terminal.console().incidents().size() + " incidents");
        }
    }

    @Command(
            name = "doctor",
            description = "Looks at Java, display, disk, clock, journal and store.",
            footer = {"", "Example: tocsin doctor"})
    static final class Doctor implements Runnable {
        private final Terminal terminal;

        Doctor(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            new Checkup(terminal).run();
        }
    }

    @Command(
            name = "demo",
            description = "Fills an empty profile with a believable month of incidents, one of them live.",
            footer = {"", "Example: tocsin demo --profile demo-profile"})
    static final class Demo implements Runnable, AtHome {
        private final Terminal terminal;

        Demo(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public boolean needsNoProfile() {
            return true;
        }

        @Override
        public void run() {
            Counts counts = terminal.trying(() -> terminal.surroundings().demo());
            terminal.print("demo: " + counts.incidents() + " incidents, " + counts.entries() + " entries, "
                    + counts.facts() + " facts; live SEV-1 " + counts.liveSev1());
        }
    }

    @Command(
            name = "tour",
            description = "Draws every screen of a demo profile into a folder, with no display needed.",
            footer = {"", "Example: tocsin tour pictures"})
    static final class Tour implements Runnable, AtHome {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "DIR", description = "where the pictures go")
        String folder = "";

        Tour(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public boolean needsNoProfile() {
            return true;
        }

        @Override
        public void run() {
            Path target = terminal.file(folder);
            for (Path picture : terminal.trying(() -> terminal.surroundings().tour(target))) {
                terminal.print(picture.toString());
            }
        }
    }
}
