package tocsin.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.IncidentText;
import tocsin.app.IncidentTree;
import tocsin.app.ListText;
import tocsin.base.IncidentId;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.View;
import tocsin.domain.organisation.Organisation;
import tocsin.journal.JournalException;
import tocsin.journal.codec.Json;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.store.NextDue;

/// Commands that only look.
final class Read {
    private Read() {}

    @Command(
            name = "list",
            description = "Lists live incidents, most severe first.",
            footer = {"", "Example: tocsin list --all --json"})
    static final class ListIncidents implements Runnable {
        private final Terminal terminal;

        @Option(names = "--all", description = "ended ones too")
        boolean all;

        @Option(names = "--json", description = "as a JSON array")
        boolean json;

        ListIncidents(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            List<IncidentRow> incidents = incidents();
            if (json) {
                terminal.print(Json.write(IncidentTree.rows(incidents), Json.Style.PRETTY));
            } else {
                terminal.printBlock(ListText.of(due(incidents), Instant.now(), terminal.zone(), terminal.texts()));
            }
        }

        /// A row knows what is due by the shipped rules; a team with rules of its own is answered by those.
        private List<IncidentRow> due(List<IncidentRow> rows) {
            Organisation organisation = terminal.console().organisation();
            return organisation.goesByShippedRules()
                    ? rows
                    : rows.stream().map(row -> due(row, organisation)).toList();
        }

        private IncidentRow due(IncidentRow row, Organisation organisation) {
            try {
                Incident incident = terminal.console().history(row.id()).now();
                return row.withNextDue(IncidentClocks.next(incident, organisation.rules(incident.zone()))
                        .flatMap(clock -> clock.due().map(due -> new NextDue(clock.name(), due))));
            } catch (JournalException unreadable) {
                throw Trouble.broken(String.valueOf(unreadable.getMessage()));
            }
        }

        private List<IncidentRow> incidents() {
            try {
                return terminal.console().settledStore().incidents(all ? Filter.ALL : Filter.LIVE);
            } catch (JournalException unreadable) {
                throw Trouble.broken(String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private enum Look {
        KNOWN(View.KNOWN),
        TRUE(View.TRUE);

        private final View view;

        Look(View view) {
            this.view = view;
        }
    }

    @Command(
            name = "show",
            description = "Shows an incident now, or as it stood at a past minute.",
            footer = {"", "Example: tocsin show INC-2026-1121-001 --at 14:05 --view true"})
    static final class Show implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Option(names = "--at", paramLabel = "TIME", description = "the minute to look at")
        Optional<String> at = Optional.empty();

        @Option(
                names = "--view",
                paramLabel = "known|true",
                description = "by what was known then (default), or by what was true then")
        Optional<String> view = Optional.empty();

        @Option(names = "--json", description = "as one JSON object")
        boolean json;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            if (view.isPresent() && at.isEmpty()) {
                throw Trouble.usage("--view says how to look at a past minute; name the minute with --at");
            }
            IncidentId id = terminal.incident(incident);
            Optional<Instant> moment = terminal.time(at);
            View look =
                    view.map(word -> Word.of("view", Look.values(), word).view).orElse(View.KNOWN);
            History history = terminal.history(id);
            Incident seen = moment.map(time -> history.at(time, look)).orElseGet(history::now);
            if (seen.facts() == 0) {
                throw Trouble.refused("nothing was written about " + id.number()
                        + " by then; its first fact is of "
                        + history.facts().getFirst().recordedAt());
            }
            if (json) {
                Instant asOf = moment.or(seen::lastRecordedAt).orElse(Instant.EPOCH);
                terminal.print(Json.write(IncidentTree.of(seen, asOf), Json.Style.PRETTY));
            } else {
                terminal.printBlock(IncidentText.of(
                        seen, moment.orElseGet(Instant::now), terminal.zone(), terminal.texts(), terminal.rules(seen)));
            }
        }
    }
}
