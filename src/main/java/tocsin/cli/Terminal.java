package tocsin.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tocsin.app.Answer;
import tocsin.app.BriefText;
import tocsin.app.Call;
import tocsin.app.Console;
import tocsin.app.Found;
import tocsin.app.Gesture;
import tocsin.app.LengthReading;
import tocsin.app.LockedOut;
import tocsin.app.Texts;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.casefile.CaseRefused;
import tocsin.domain.incident.Brief;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.journal.JournalException;
import tocsin.journal.NotAccepted;

/// What every command works with: the call, the console, and the ways to read people's words and to answer them.
final class Terminal {
    private final Call call;
    private final Surroundings surroundings;
    private final Texts texts;
    private String operator;
    private Optional<String> passphraseFile = Optional.empty();

    Terminal(Call call, Surroundings surroundings, Texts texts) {
        this.call = call;
        this.surroundings = surroundings;
        this.texts = texts.calling(role -> surroundings.console().organisation().roleName(role));
        this.operator = call.operator();
    }

    Call call() {
        return call;
    }

    Console console() {
        return surroundings.console();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    tocsin.app.Profile profile() {
        return surroundings.profile();
    }

    Texts texts() {
        return texts;
    }

    PrintStream out() {
        return call.out();
    }

    PrintStream err() {
        return call.err();
    }

    void print(String line) {
        call.out().print(line + "\n");
    }

    void printBlock(String text) {
        call.out().print(text.endsWith("\n") ? text : text + "\n");
    }

    /// A word beside the result: standard output carries results alone.
    void mention(String line) {
        call.err().print("tocsin: " + line + "\n");
        call.err().flush();
    }

    void actAs(String name) {
        operator = name;
    }

    void passphraseFile(String name) {
        passphraseFile = Optional.of(name);
    }

    /// The passphrases the command was given, theirs to wipe who use them.
    char[][] passphrases(int count) {
        List<char[]> given;
        try {
            if (passphraseFile.isPresent()) {
                try (var file = java.nio.file.Files.newInputStream(present(passphraseFile.get()))) {
                    given = Passphrases.read(file, count);
                }
            } else {
                given = Passphrases.read(call.in(), count);
            }
        } catch (IOException unreadable) {
            throw Trouble.broken("the passphrase cannot be read: " + unreadable.getMessage() + "; look at its file");
        }
        if (given.size() < count) {
            throw Trouble.usage(
                    (count == 1 ? "a passphrase is needed" : "the old and the new passphrase are needed, a line each")
                            + "; type it, or use --passphrase-file or TOCSIN_PASSPHRASE");
        }
        return given.toArray(char[][]::new);
    }

    PersonId operator() {
        return person(operator);
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    PersonId person(String name) {
        if (!PersonId.isWellFormed(name)) {
            throw Trouble.usage("a person's name has 1 to " + PersonId.MAX_LENGTH + " plain characters");
        }
        return new PersonId(name);
    }

    IncidentId incident(String words) {
        return switch (console().find(words)) {
            case Found.One(var id) -> id;
            case Found.None() ->
                throw Trouble.refused("no incident " + tocsin.app.Safe.cut(words, 60)
                        + " here; `tocsin list --all` shows which there are");
            case Found.Several(var ids) ->
                throw Trouble.refused("two desks gave this number; say which: "
                        + String.join(", ", ids.stream().map(IncidentId::value).toList()));
        };
    }

    FactId fact(String words) {
        return FactId.parse(words.strip())
                .orElseThrow(() -> Trouble.usage("not a fact id: " + tocsin.app.Safe.cut(words, 60)
                        + "; `tocsin show INC --json` gives the ids of entries and tasks"));
    }

    Optional<Instant> time(Optional<String> words) {
        return words.map(text -> switch (new TimeReader(Instant.now(), zone()).read(text)) {
            case TimeReading.Read read -> read.instant();
            case TimeReading.Unreadable(var why) -> throw Trouble.usage(texts.refusal(why));
        });
    }

    java.time.Duration length(String words) {
        return switch (new TimeReader(Instant.now(), zone()).readLength(words)) {
            case LengthReading.Read(var length) -> length;
            case LengthReading.Unreadable(var why) -> throw Trouble.usage(texts.refusal(why));
        };
    }

    Path file(String name) {
        try {
            return call.folder().resolve(name).normalize();
        } catch (InvalidPathException odd) {
            throw Trouble.usage("not a file name on this system: " + tocsin.app.Safe.cut(name, 60));
        }
    }

    /// A file to read.
    Path present(String name) {
        Path file = file(name);
        if (!java.nio.file.Files.isRegularFile(file)) {
            throw Trouble.broken((java.nio.file.Files.exists(file) ? "not a file: " : "no such file: ") + file
                    + "; look at the name");
        }
        return file;
    }

    /// Does it and waits until it is on disk.
    Answer.Done act(IncidentId incident, IncidentCommand command, Optional<Instant> at) {
        return done(console().act(Gesture.of(operator(), incident, command).at(at)));
    }

    /// Does all of it, or nothing.
    Answer.Done act(IncidentId incident, List<? extends IncidentCommand> commands) {
        List<Gesture.Step> steps = commands.stream()
                .map(command -> new Gesture.Step(incident, command))
                .toList();
        return done(console().act(new Gesture(operator(), Optional.empty(), steps)));
    }

    Answer.Done done(CompletableFuture<Answer> coming) {
        return switch (await(coming)) {
            case Answer.Done done -> done;
            case Answer.Refused refused -> throw Trouble.refused(words(refused));
        };
    }

    String words(Answer.Refused refused) {
        String kept = refused.kept().isEmpty()
                ? ""
                : " (your words are kept as entry " + refused.kept().getFirst() + ")";
        return texts.refusal(refused.refusal()) + kept;
    }

    /// What the console does on disk, with its troubles in one line.
    <T> T trying(Work<T> work) {
        try {
            return work.run();
        } catch (CaseRefused refused) {
            throw Trouble.refused(String.valueOf(refused.getMessage()));
        } catch (NotAccepted | LockedOut refused) {
            throw Trouble.refused(String.valueOf(refused.getMessage()));
        } catch (JournalException failed) {
            throw Trouble.broken(String.valueOf(failed.getMessage()));
        } catch (IOException failed) {
            throw Trouble.broken("the disk refused: " + failed.getMessage());
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    interface Work<T> {
        T run() throws JournalException, CaseRefused, IOException;
    }

    History history(IncidentId id) {
        return trying(() -> console().history(id));
    }

    Incident incidentNow(IncidentId id) {
        return history(id).now();
    }

    /// What the organisation has set, else what is shipped.
    Rules rules(Incident incident) {
        return console().organisation().rules(incident.zone());
    }

    /// What the successor is shown, as it stands now.
    String brief(IncidentId id) {
        Incident now = incidentNow(id);
        return BriefText.of(Brief.of(now, rules(now), Instant.now()), now.zone());
    }

    /// The open warnings on the way to where the incident stands now; they stop nothing.
    void warn(Incident before, Phase to) {
        Gates.before(to, before, Instant.now(), rules(before).policy()).stream()
                .filter(gate -> gate.strength() == Gate.Strength.WARNING && gate.open())
                .forEach(gate ->
                        mention("warning: " + texts.gate(gate.name()) + " (" + texts.gateFix(gate.name()) + ")"));
    }

    /// The state after an act, in the words that scripts rely on.
    void printState(Incident incident) {
        print(incident.id().number() + " " + incident.phase().name() + " " + incident.severity());
    }

    static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(CompletionException failed) {
        return switch (failed.getCause()) {
            case NotAccepted refused -> Trouble.refused(String.valueOf(refused.getMessage()));
            case JournalException journal -> Trouble.broken(String.valueOf(journal.getMessage()));
            case IllegalArgumentException tooLarge -> Trouble.refused(String.valueOf(tooLarge.getMessage()));
            case null, default -> failed;
        };
    }
}
