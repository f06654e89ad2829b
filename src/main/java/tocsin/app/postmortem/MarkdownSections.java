package tocsin.app.postmortem;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.domain.severity.PostmortemForm;

/// A postmortem that was written elsewhere, taken apart by its headings. Nothing is lost: a heading nobody knows goes
/// with its words to the section before it, and what stands before the first section to the first one of the template.
///
/// @param texts Markdown by the key of its section, in the order of the file
/// @param unknown the headings that no section has
public record MarkdownSections(Map<String, String> texts, List<String> unknown) {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern KEY = Pattern.compile("\\{([a-z][a-z0-9-]*)(?:\\s*,\\s*internal)?\\}\\s*$");
    private static final Pattern NUMBER = Pattern.compile("^\\d+[.)]?\\s+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// What other houses call the sections.
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("executivesummary", "summary"),
            Map.entry("overview", "summary"),
            Map.entry("uberblick", "summary"),
            Map.entry("kurzfassung", "summary"),
            Map.entry("customerimpact", "impact"),
            Map.entry("auswirkungen", "impact"),
            Map.entry("chronology", "timeline"),
            Map.entry("chronologie", "timeline"),
            Map.entry("zeitachse", "timeline"),
            Map.entry("verlauf", "timeline"),
            Map.entry("times", "timeline"),
            Map.entry("rootcause", "cause"),
            Map.entry("rootcauseanalysis", "cause"),
            Map.entry("rootcauses", "cause"),
            Map.entry("cause", "cause"),
            Map.entry("ursache", "cause"),
            Map.entry("grundursache", "cause"),
            Map.entry("ursachenanalyse", "cause"),
            Map.entry("factors", "factors"),
            Map.entry("beitragendefaktoren", "factors"),
            Map.entry("whatwentwell", "limits"),
            Map.entry("wherewegotlucky", "limits"),
            Map.entry("wasgutlief", "limits"),
            Map.entry("responseeffectiveness", "response"),
            Map.entry("detection", "response"),
            Map.entry("fix", "resolution"),
            Map.entry("recovery", "resolution"),
            Map.entry("losung", "resolution"),
            Map.entry("lessonslearned", "lessons"),
            Map.entry("learnings", "lessons"),
            Map.entry("gelernt", "lessons"),
            Map.entry("actionitems", "actions"),
            Map.entry("nextsteps", "actions"),
            Map.entry("followup", "actions"),
            Map.entry("massnahmen", "actions"),
            Map.entry("aufgaben", "actions"),
            Map.entry("hardeningrecord", "hardening"),
            Map.entry("communication", "messages"),
            Map.entry("communications", "messages"),
            Map.entry("kommunikation", "messages"),
            Map.entry("people", "people"),
            Map.entry("participants", "people"),
            Map.entry("beteiligte", "people"),
            Map.entry("appendix", "evidence"),
            Map.entry("anhang", "evidence"));

    public MarkdownSections {
        texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        unknown = List.copyOf(unknown);
    }

    public static MarkdownSections read(String markdown, Template template) {
        return new Reading(template).read(markdown);
    }

    private static final class Reading {
        private final Map<String, String> names = new LinkedHashMap<>(OTHER_NAMES);
        private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
        private final java.util.ArrayList<String> unknown = new java.util.ArrayList<>();
        private final Template template;
        private String key;
        private String fence = "";
        private int level = 6;

        Reading(Template template) {
            this.template = template;
            this.key = template.sections().getFirst().key();
            for (PostmortemForm form : PostmortemForm.values()) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                    learn(Templates.shipped(form, locale));
                }
            }
            learn(template);
        }

        private void learn(Template known) {
            known.sections().forEach(section -> {
                names.put(folded(section.heading()), section.key());
                names.putIfAbsent(folded(section.key()), section.key());
            });
        }

        MarkdownSections read(String markdown) {
            boolean first = true;
            for (String line : markdown.lines().toList()) {
                Matcher heading = HEADING.matcher(line);
                if (!fenced(line) && heading.matches()) {
                    String words = heading.group(2);
                    Optional<String> known = section(words);
                    boolean title = first && heading.group(1).length() == 1;
                    first = false;
                    if (known.isPresent()) {
                        key = known.get();
                        level = heading.group(1).length();
                        texts.computeIfAbsent(key, _ -> new StringBuilder());
                        continue;
                    }
                    if (!title && heading.group(1).length() <= level) {
                        unknown.add(words);
                    }
                }
                texts.computeIfAbsent(key, _ -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
            var read = new LinkedHashMap<String, String>();
            texts.forEach((section, text) -> {
                String words = text.toString().strip();
                if (!words.isEmpty()) {
                    read.put(section, words);
                }
            });
            return new MarkdownSections(read, unknown);
        }

        /// The section this heading opens, where the template has one.
        private Optional<String> section(String words) {
            Matcher said = KEY.matcher(words);
            String named = said.find() ? said.group(1) : names.getOrDefault(folded(words), "");
            return template.section(named).map(Template.Section::key);
        }

        /// Whether this line is of a block of code: a `#` there is a comment.
        private boolean fenced(String line) {
            Matcher match = FENCE.matcher(line);
            if (fence.isEmpty() && match.matches()) {
                fence = match.group(1);
                return true;
            }
            boolean within = !fence.isEmpty();
            if (within && line.strip().startsWith(fence) && line.strip().chars().allMatch(c -> c == fence.charAt(0))) {
                fence = "";
            }
            return within;
        }

        private static String folded(String heading) {
            String plain = NUMBER.matcher(heading.strip()).replaceFirst("").replace("ß", "ss");
            String bare = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            return NO_LETTER.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
        }
    }
}
