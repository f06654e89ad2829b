package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.PaperReader;

/// Which sections a postmortem has and what the record adds to each. Written as Markdown, so that a team changes it
/// without code.
public record Template(List<Section> sections) {
    private static final int MOST_SECTIONS = 100;
    private static final int MOST_CHARS = 256 * 1024;
    private static final Pattern HEADING = Pattern.compile(
            "##\\s+(?<heading>\\S.{0,199}?)\\s*\\{(?<key>[a-z][a-z0-9-]{0,39})(?<internal>\\s*,\\s*internal)?\\}\\s*");

    public Template {
        sections = List.copyOf(sections);
    }

    /// One section: what names it, what stands over it, a hint for its writer, and what is composed below the words.
    public record Section(String key, String heading, String guidance, List<Directive> records, Reach reach) {
        public Section {
            records = List.copyOf(records);
        }
    }

    /// How far a section may go.
    public enum Reach {
        EVERYBODY,
        INTERNAL
    }

    /// What came of reading one.
    public sealed interface Reading {
        /// It can be used.
        record Good(Template template) implements Reading {}

        /// It cannot.
        ///
        /// @param line counted from 1
        /// @param why a key into the texts
        record Bad(int line, String why) implements Reading {}
    }

    public Optional<Section> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    public static Reading read(String text) {
        if (text.length() > MOST_CHARS) {
            return new Reading.Bad(1, "paper.template.large");
        }
        return new Drafting().read(text);
    }

    /// Gathers one section after the other.
    private static final class Drafting {
        private final List<Section> sections = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private final List<Directive> records = new ArrayList<>();
        private final StringBuilder guidance = new StringBuilder();
        private Optional<Section> open = Optional.empty();

        Reading read(String text) {
            int at = 0;
            for (String line : text.lines().toList()) {
                at++;
                Matcher heading = HEADING.matcher(line);
                boolean begins = line.startsWith("##") && !line.startsWith("###");
                if (begins && !heading.matches()) {
                    return new Reading.Bad(at, "paper.template.heading");
                }
                if (begins && !keys.add(heading.group("key"))) {
                    return new Reading.Bad(at, "paper.template.twice");
                }
                if (begins) {
                    begin(heading);
                } else if (open.isPresent()) {
                    Optional<Directive> directive = PaperReader.directive(line);
                    if (directive.isPresent() && !Records.knows(directive.get().name())) {
                        return new Reading.Bad(at, "paper.template.record");
                    }
                    directive.ifPresentOrElse(
                            records::add, () -> guidance.append(line).append('\n'));
                }
            }
            close();
            return sections.isEmpty() || sections.size() > MOST_SECTIONS
                    ? new Reading.Bad(at, "paper.template.sections")
                    : new Reading.Good(new Template(sections));
        }

        private void begin(Matcher heading) {
            close();
            open = Optional.of(new Section(
                    heading.group("key"),
                    heading.group("heading"),
                    "",
                    List.of(),
                    heading.group("internal") == null ? Reach.EVERYBODY : Reach.INTERNAL));
        }

        private void close() {
            open.ifPresent(section -> sections.add(new Section(
                    section.key(), section.heading(), guidance.toString().strip(), records, section.reach())));
            records.clear();
            guidance.setLength(0);
        }
    }
}
