package tocsin.ui.people;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tocsin.app.CsvRefused;
import tocsin.app.PeopleCsv;
import tocsin.app.Safe;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Folders;
import tocsin.ui.kit.Prompt;
import tocsin.ui.sight.Office;

/// People from a file and to one. Files are touched by the slow executor only, and nothing is written before a second
/// Enter.
final class CsvPrompts {
    private static final long MOST_BYTES = 16L << 20;

    private final Office office;
    private final Supplier<Organisation> organisation;
    private final Folders folders;
    private final Executor slow;

    CsvPrompts(Office office, Supplier<Organisation> organisation, Folders folders, Executor slow) {
        this.office = office;
        this.organisation = organisation;
        this.folders = folders;
        this.slow = slow;
    }

    Prompt take(String draft) {
        return take(draft, "", List.of());
    }

    /// @param bad the file that was read with these faults
    private Prompt take(String draft, String bad, List<String> faults) {
        return Asked.line(said("people.import"), said("people.import.hint"), draft, text -> {
            if (text.isBlank()) {
                return new Prompt.Wanting(said("people.import.hint"), List.of());
            }
            if (!faults.isEmpty() && text.equals(bad)) {
                return new Prompt.Ready(
                        said("people.import.bad", office.words().number(faults.size())),
                        List.of(),
                        faults.stream()
                                .map(fault -> Prompt.Option.of(text, Safe.line(fault), ""))
                                .toList(),
                        () -> slowly(text, this::read));
            }
            return file(text, this::read);
        });
    }

    /// @param draft where it goes unless somebody writes another place
    Prompt give(Path draft) {
        return Asked.line(
                said("people.export"),
                said("people.export.hint"),
                draft.toString(),
                text -> text.isBlank()
                        ? new Prompt.Wanting(said("people.export.hint"), List.of())
                        : file(text, this::write));
    }

    private interface Work {
        Prompt.Outcome on(String text, Path path) throws IOException;
    }

    private Prompt.Reading file(String text, Work work) {
        return Folders.path(text)
                .<Prompt.Reading>map(path -> new Prompt.Ready(
                        Safe.line(String.valueOf(path.toAbsolutePath().normalize())),
                        List.of(),
                        folders.options(text, path),
                        () -> slowly(text, work)))
                .orElseGet(() -> new Prompt.Wrong(said("people.file.bad")));
    }

    private CompletableFuture<Prompt.Outcome> slowly(String text, Work work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.on(text, Folders.path(text).orElseThrow());
                    } catch (FileAlreadyExistsException there) {
                        return new Prompt.Refused(said("people.file.there"));
                    } catch (CharacterCodingException other) {
                        return new Prompt.Refused(said("people.file.utf8"));
                    } catch (IOException failed) {
                        return new Prompt.Refused(
                                said("people.file.failed", Safe.line(String.valueOf(failed.getMessage()))));
                    }
                },
                slow);
    }

    private Prompt.Outcome read(String text, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new Prompt.Refused(said("people.file.none"));
        }
        if (Files.size(path) > MOST_BYTES) {
            return new Prompt.Refused(said("people.file.large", MOST_BYTES >> 20));
        }
        try {
            List<OrganisationCommand> commands = PeopleCsv.read(
                    Files.readString(path), organisation.get(), office.words().texts());
            return commands.isEmpty() ? new Prompt.Done(said("people.import.same")) : new Prompt.Next(sure(commands));
        } catch (CsvRefused refused) {
            return new Prompt.Next(take(text, text, refused.faults()));
        }
    }

    private Prompt sure(List<OrganisationCommand> commands) {
        List<SetPerson> people = commands.stream()
                .filter(SetPerson.class::isInstance)
                .map(SetPerson.class::cast)
                .toList();
        List<String> teams = commands.stream()
                .filter(SetTeam.class::isInstance)
                .map(command -> Safe.line(((SetTeam) command).team()))
                .toList();
        long known = people.stream()
                .filter(person -> organisation.get().person(person.person()).isPresent())
                .count();
        String fresh = office.words().number(people.size() - known);
        List<String> effects =
                teams.isEmpty() ? List.of() : List.of(said("people.import.teams", String.join(", ", teams)));
        List<Prompt.Option> options = people.stream()
                .map(person -> Prompt.Option.of("", Safe.line(person.person().name()), Safe.line(person.initials())))
                .toList();
        return Asked.line(
                said("people.import"),
                said("people.import.sure"),
                "",
                _ -> new Prompt.Ready(
                        said("people.import.ready", fresh, office.words().number(known)),
                        effects,
                        options,
                        () -> office.does(
                                commands,
                                said("people.import.done", office.words().number(people.size())))));
    }

    private Prompt.Outcome write(String text, Path path) throws IOException {
        Organisation now = organisation.get();
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(path, PeopleCsv.write(now), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Prompt.Done(
                said("people.export.done", office.words().number(now.people().size()), Safe.line(path.toString())));
    }

    private String said(String key, Object... arguments) {
        return office.words().get(key, arguments);
    }
}
