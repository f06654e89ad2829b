package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.app.Texts;
import tocsin.app.postmortem.AnalysisFigures;
import tocsin.app.postmortem.Composer;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Template;
import tocsin.domain.incident.Incident;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.prose.Prose;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Span;

/// All that the look of the document is composed of, as it stood at one moment: made on the JavaFX thread, composed on
/// any.
///
/// @param texts the words of people by section
/// @param passages when they were written, of those sections that quote the log
record Proof(
        Incident incident,
        Organisation organisation,
        Texts language,
        Template template,
        Map<String, String> texts,
        Map<String, List<Prose.Passage>> passages) {

    static List<String> everything(Template template) {
        return template.sections().stream().map(Template.Section::key).toList();
    }

    /// Of these sections only; a long document need not be copied to look at a page of it.
    static Proof of(
            Incident incident,
            Organisation organisation,
            Texts language,
            Template template,
            Writing writing,
            List<String> sections) {
        var texts = new HashMap<String, String>();
        var passages = new HashMap<String, List<Prose.Passage>>();
        for (String section : sections) {
            String text = writing.text(section);
            texts.put(section, text);
            if (text.contains("{")) {
                passages.put(section, writing.prose(section).passages());
            }
        }
        return new Proof(incident, organisation, language, template, texts, passages);
    }

    Draft draft() {
        return Draft.of(incident, key -> texts.getOrDefault(key, ""), organisation, language, template)
                .with(new AnalysisFigures(incident, language))
                .with(this::newest);
    }

    private Optional<Instant> newest(String section, int from, int to) {
        return passages.getOrDefault(section, List.of()).stream()
                .filter(passage -> passage.from() < to && from < passage.to())
                .map(Prose.Passage::at)
                .max(Instant::compareTo);
    }

    /// One section under its heading.
    List<Block> section(String key) {
        var blocks = new ArrayList<Block>();
        template.section(key)
                .ifPresent(section ->
                        blocks.add(new Block.Heading(2, Span.plain(section.heading()), section.key(), Lines.NONE)));
        blocks.addAll(Composer.section(draft(), key));
        return blocks;
    }

    List<Block> whole() {
        return Composer.compose(draft()).blocks();
    }
}
