package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.Person;
import tocsin.domain.postmortem.Talk;
import tocsin.domain.wording.Finding;
import tocsin.domain.wording.Names;
import tocsin.domain.wording.Rereading;
import tocsin.domain.wording.Wording;

/// Words of blame in the text that is being written, paragraph by paragraph: only what changed is read again. On the
/// JavaFX thread.
final class Phrases {
    private static final int MOST_KEPT = 400;

    private final Wording wording = Wording.shipped();
    private final Map<String, List<Finding>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private Names names = Names.NONE;
    private Talk talk = Talk.NONE;
    private String section = "";

    void know(Organisation organisation) {
        names = Names.of(
                organisation.people().stream().map(person -> person.id().name()).toList(),
                organisation.people().stream().map(Person::initials).toList());
        read.clear();
    }

    void know(Talk said) {
        if (!said.ignored().equals(talk.ignored())) {
            read.clear();
        }
        talk = said;
    }

    /// In one paragraph, with offsets of its own.
    List<Finding> in(String key, String paragraph) {
        if (!key.equals(section)) {
            section = key;
            read.clear();
        }
        if (paragraph.isBlank() || paragraph.startsWith(">")) {
            return List.of();
        }
        return read.computeIfAbsent(paragraph, words -> wording.paragraph(words, names, ignored(key)));
    }

    /// In a whole text. May be called on another thread with what [#snapshot] gave.
    record Snapshot(Wording wording, Names names, Set<String> ignored) {
        List<Finding> in(String text, Rereading rereading) {
            return rereading.check(wording, text, names, ignored);
        }
    }

    Snapshot snapshot(String key) {
        return new Snapshot(wording, names, ignored(key));
    }

    private Set<String> ignored(String key) {
        return talk.ignored().stream()
                .filter(each -> each.section().equals(key))
                .map(Talk.Wording::phrase)
                .collect(Collectors.toSet());
    }

    /// How paragraphs look: by their Markdown, by these phrases, and by what every part of the screen marks in them.
    EditorPane.Dresser dress(Supplier<List<Bench.Corner>> corners) {
        return (key, paragraph, around) -> {
            var marks = new ArrayList<>(Markdown.marks(paragraph, around.code()));
            marks.addAll(Reading.marks(paragraph));
            if (!around.code()) {
                marks.addAll(marks(in(key, paragraph)));
            }
            corners.get().forEach(corner -> marks.addAll(corner.marks(key, paragraph, around.at())));
            return Markdown.spans(paragraph.length(), marks);
        };
    }

    static List<Markdown.Mark> marks(List<Finding> findings) {
        var marks = new ArrayList<Markdown.Mark>();
        findings.forEach(finding -> marks.add(new Markdown.Mark(finding.from(), finding.to(), "finding")));
        return marks;
    }
}
