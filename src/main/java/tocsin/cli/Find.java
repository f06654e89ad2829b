package tocsin.cli;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.search.HitText;
import tocsin.app.search.HitTree;
import tocsin.app.search.Hits;
import tocsin.app.search.Query;
import tocsin.app.search.SearchException;
import tocsin.journal.codec.Json;

@Command(
        name = "search",
        description = "Finds entries, tasks, updates, postmortems and incidents by their words.",
        footer = {
            "",
            "All words must be there; the last may be the beginning of one. '\"two words\"' must follow each other.",
            "#tag @person inc:1121-003 kind:decision by:ana after:-2h before:2026-11-21 severity:1 state:live is:pinned",
            "",
            "Example: tocsin search pool exhausted kind:hypothesis after:yesterday"
        })
final class Find implements Runnable {
    private final Terminal terminal;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "WORDS", description = "what to look for")
    List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 50)")
    int limit = 50;

    @Option(names = "--json", description = "as one JSON object")
    boolean json;

    Find(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw Trouble.usage("--limit is 1 or more");
        }
        switch (Query.read(String.join(" ", words), Instant.now(), terminal.zone())) {
            case Query.Reading.Read(var query) -> print(hits(query));
            case Query.Reading.Unreadable(var why) ->
                throw Trouble.refused(terminal.texts().refusal(why));
        }
    }

    private Hits hits(Query query) {
        try {
            return terminal.surroundings().search().settled().find(query, limit);
        } catch (SearchException failed) {
            throw Trouble.broken(String.valueOf(failed.getMessage()));
        }
    }

    private void print(Hits hits) {
        if (json) {
            terminal.print(Json.write(HitTree.of(hits), Json.Style.PRETTY));
        } else {
            terminal.printBlock(HitText.of(hits, terminal.zone(), terminal.texts()));
        }
    }
}
