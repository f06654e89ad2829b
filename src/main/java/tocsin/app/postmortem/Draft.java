package tocsin.app.postmortem;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.app.Texts;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.PostmortemForm;
import tocsin.domain.severity.Severity;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.Marking;

/// All that a document is composed of. The same draft gives the same document, byte for byte: it has no clock.
///
/// @param words the Markdown of people, by the key of its section
/// @param zone of all times in the document
/// @param asOf for which open spells are reckoned: usually when the newest fact was recorded
public record Draft(
        Incident incident,
        Function<String, String> words,
        Organisation organisation,
        Texts texts,
        Template template,
        ZoneId zone,
        Instant asOf,
        Template.Reach reach,
        Marking marking,
        Figures figures,
        Quotes quotes) {

    /// The drawings of the analysis.
    public interface Figures {
        Figures NONE = _ -> Optional.empty();

        /// What the directive `{figure: words}` shows; empty where nobody has drawn anything.
        Optional<List<Block>> of(Directive directive);
    }

    /// Knows when a person last touched a stretch of a section's text.
    public interface Quotes {
        Quotes NONE = (_, _, _) -> Optional.empty();

        Optional<Instant> newest(String section, int from, int to);
    }

    /// For the house itself, in the incident's own zone, as of its newest fact.
    public static Draft of(
            Incident incident,
            Function<String, String> words,
            Organisation organisation,
            Texts texts,
            Template template) {
        return new Draft(
                incident,
                words,
                organisation,
                texts,
                template,
                incident.zone(),
                incident.lastRecordedAt().orElse(Instant.EPOCH),
                Template.Reach.INTERNAL,
                usualMarking(incident),
                Figures.NONE,
                Quotes.NONE);
    }

    /// What may leave the house. Its marking stays as strict as it was.
    public Draft external() {
        return new Draft(
                incident,
                words,
                organisation,
                texts,
                template,
                zone,
                asOf,
                Template.Reach.EVERYBODY,
                marking,
                figures,
                quotes);
    }

    public Draft marked(Marking other) {
        return new Draft(incident, words, organisation, texts, template, zone, asOf, reach, other, figures, quotes);
    }

    public Draft with(Figures drawn) {
        return new Draft(incident, words, organisation, texts, template, zone, asOf, reach, marking, drawn, quotes);
    }

    public Draft with(Quotes known) {
        return new Draft(incident, words, organisation, texts, template, zone, asOf, reach, marking, figures, known);
    }

    public Rules rules() {
        return organisation.rules(incident.zone());
    }

    boolean isExternal() {
        return reach == Template.Reach.EVERYBODY;
    }

    /// Security is for named people until somebody says otherwise.
    public static Marking usualMarking(Incident incident) {
        return incident.type() == IncidentType.SECURITY ? Marking.RED : Marking.AMBER;
    }

    /// The form this incident owes: by its worst level, or the full one where a trigger forces it.
    public static PostmortemForm form(Incident incident, Rules rules) {
        Severity worst = incident.peakSeverity().orElse(incident.severity());
        return incident.review().fullFormTriggers().isEmpty()
                ? rules.policy().demands(worst).postmortemForm()
                : PostmortemForm.FULL;
    }
}
