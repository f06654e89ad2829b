package tocsin.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Texts;
import tocsin.app.postmortem.AnalysisFigures;
import tocsin.app.postmortem.AttachedPictures;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Export.Format;
import tocsin.app.postmortem.MarkdownSections;
import tocsin.app.postmortem.Passages;
import tocsin.app.postmortem.Template;
import tocsin.app.postmortem.Templates;
import tocsin.base.IncidentId;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.ProseFact;
import tocsin.publish.paper.Marking;

/// The postmortem as a file, and back.
final class Papers {
    private static final long MOST_IMPORT_BYTES = 16L << 20;

    private Papers() {}

    private enum Language {
        EN,
        DE
    }

    @Command(
            name = "export",
            description = "Writes the postmortem and the timeline as Markdown, HTML, PDF, JSON or CSV.",
            footer = {
                "",
                "Without --out the bytes go to standard output. Without --external it is for the house itself.",
                "",
                "Example: tocsin export INC-2026-1121-001 --format pdf --out pool-exhausted.pdf"
            })
    static final class Export implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Option(names = "--format", required = true, paramLabel = "md|html|pdf|json|csv", description = "of the file")
        String format = "";

        @Option(names = "--out", paramLabel = "FILE", description = "the new file; one that is there is not replaced")
        Optional<String> out = Optional.empty();

        @Option(names = "--external", description = "without people, hosts and what is the house's own")
        boolean external;

        @Option(names = "--actions", description = "with csv: the actions, not the timeline")
        boolean actions;

        @Option(names = "--tlp", paramLabel = "MARKING", description = "red, amber+strict, amber, green or clear")
        Optional<String> tlp = Optional.empty();

        @Option(names = "--language", paramLabel = "en|de", description = "of headings and records")
        Optional<String> language = Optional.empty();

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            Format wanted = format();
            Texts texts = language.map(word -> Word.of("language", Language.values(), word))
                    .map(word -> word == Language.DE ? Texts.german() : Texts.english())
                    .orElse(terminal.texts());
            IncidentId id = terminal.incident(incident);
            History history = terminal.history(id);
            Draft draft = marked(draft(history, texts));
            byte[] bytes = tocsin.app.postmortem.Export.bytes(
                    external ? draft.external() : draft,
                    wanted,
                    new AttachedPictures(history.now(), terminal.console().attachments()));
            if (out.isPresent()) {
                Path file = terminal.file(out.get());
                write(file, bytes);
                terminal.print(file.toString());
            } else {
                terminal.out().write(bytes, 0, bytes.length);
                terminal.out().flush();
            }
        }

        private Format format() {
            Format read = Word.of("format", Format.values(), format);
            if (actions && read != Format.CSV) {
                throw Trouble.usage("--actions goes with --format csv");
            }
            return actions ? Format.ACTIONS : read;
        }

        private Draft draft(History history, Texts texts) {
            Incident now = history.now();
            Templates.Chosen chosen = template(terminal, now, texts);
            chosen.complaint().ifPresent(terminal::mention);
            Manuscript manuscript = Manuscript.of(terminal.console().desk(), history.facts());
            return Draft.of(now, manuscript::text, terminal.console().organisation(), texts, chosen.template())
                    .with(new Passages(manuscript))
                    .with(new AnalysisFigures(now, texts));
        }

        /// A marking may be lowered by whoever answers for it, and never without a word.
        private Draft marked(Draft draft) {
            if (tlp.isEmpty()) {
                return draft;
            }
            Marking wanted = Marking.ofWord(tlp.get())
                    .orElseThrow(() -> Trouble.usage("no marking is called \"" + tocsin.app.Safe.cut(tlp.get(), 40)
                            + "\"; there are red, amber+strict, amber, green, clear"));
            if (draft.marking().stricterThan(wanted)) {
                terminal.mention("marking lowered from " + draft.marking().words() + " to " + wanted.words());
            }
            return draft.marked(wanted);
        }

        private static void write(Path file, byte[] bytes) {
            try {
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException there) {
                throw Trouble.refused("there is a file already: " + file + "; name another one");
            } catch (IOException failed) {
                throw Trouble.broken("cannot write " + file + ": " + failed.getMessage());
            }
        }
    }

    @Command(
            name = "postmortem",
            description = "The words of a postmortem.",
            footer = {"", "Example: tocsin postmortem import INC-2026-1121-001 draft.md"},
            subcommands = {Import.class})
    static final class Postmortem implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("import? `tocsin postmortem --help` says more");
        }
    }

    @Command(
            name = "import",
            description = "Takes in a Markdown file: its headings become sections, behind what stands there already.",
            footer = {"", "Example: tocsin postmortem import INC-2026-1121-001 draft.md"})
    static final class Import implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "the Markdown file")
        String file = "";

        Import(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId id = terminal.incident(incident);
            History history = terminal.history(id);
            Template template =
                    template(terminal, history.now(), terminal.texts()).template();
            MarkdownSections read = MarkdownSections.read(text(terminal.present(file)), template);
            Manuscript manuscript = Manuscript.of(terminal.console().desk(), history.facts());
            int words = 0;
            for (Map.Entry<String, String> section : read.texts().entrySet()) {
                write(id, manuscript, section.getKey(), section.getValue());
                words++;
            }
            read.unknown()
                    .forEach(heading -> terminal.mention(
                            "no section is called \"" + tocsin.app.Safe.cut(tocsin.app.Safe.line(heading), 60)
                                    + "\"; it went to the one before it"));
            terminal.print("imported: " + words + (words == 1 ? " section" : " sections"));
        }

        private void write(IncidentId id, Manuscript manuscript, String section, String words) {
            var prose = manuscript.section(section);
            var pen = new Pen(terminal.console().desk(), section, prose, terminal.operator());
            String between = prose.length() == 0 ? "" : "\n\n";
            pen.write(prose.length(), 0, Pen.fit(between + words));
            for (var edits = pen.send(); !edits.isEmpty(); edits = pen.send()) {
                terminal.act(id, new IncidentCommand.Write(java.util.List.<ProseFact>copyOf(edits)), Optional.empty());
                taken(id, pen, manuscript);
            }
        }

        /// The next words hang on those that are on disk by now.
        private void taken(IncidentId id, Pen pen, Manuscript manuscript) {
            terminal.history(id).facts().forEach(recorded -> {
                if (!pen.takes(recorded)) {
                    manuscript.take(recorded);
                }
            });
        }

        private static String text(Path file) {
            try {
                if (Files.size(file) > MOST_IMPORT_BYTES) {
                    throw Trouble.refused("the file has more than 16 MB; take in a shorter one");
                }
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
            } catch (CharacterCodingException notText) {
                throw Trouble.refused("not a UTF-8 text: " + file + "; save it as UTF-8");
            } catch (IOException unreadable) {
                throw Trouble.broken("cannot read " + file + ": " + unreadable.getMessage());
            }
        }
    }

    private static Templates.Chosen template(Terminal terminal, Incident incident, Texts texts) {
        return Templates.in(
                terminal.profile().folder().resolve("templates"),
                Draft.form(incident, terminal.rules(incident)),
                texts);
    }
}
