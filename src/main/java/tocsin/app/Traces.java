package tocsin.app;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.journal.JournalException;

/// What erased words may have left beside the log: half-typed lines, and files that were attached with them.
///
/// @param files by their SHA-256
record Traces(Set<String> words, Set<String> files) {
    static final Traces NONE = new Traces(Set.of(), Set.of());

    private static final System.Logger LOG = System.getLogger(Traces.class.getName());

    static Traces of(Erasing what, List<Recorded> facts, Map<FactId, Optional<Fact>> left) {
        Set<String> files = facts.stream()
                .filter(fact ->
                        left.containsKey(fact.id()) && left.get(fact.id()).isEmpty())
                .flatMap(fact -> files(fact.fact()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Traces(what.secrets(facts), files);
    }

    private static Set<String> files(Fact fact) {
        return fact instanceof EntryAdded(var _, var _, var attachments)
                ? attachments.stream().map(Attachment::sha256).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /// A file that another line still names stays. Reads the disk.
    void wipe(Console console) {
        if (!words.isEmpty()) {
            Session.forget(console.profile(), console.files(), words);
        }
        if (files.isEmpty()) {
            return;
        }
        try {
            var lonely = new HashSet<>(files);
            for (IncidentId each : console.incidents()) {
                console.history(each).facts().forEach(fact -> lonely.removeAll(files(fact.fact())));
            }
            for (String each : lonely) {
                console.attachments().forget(each);
            }
        } catch (JournalException | IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "a file of erased words stays: {0}", stays.getMessage());
        }
    }
}
