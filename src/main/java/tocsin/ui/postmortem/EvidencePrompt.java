package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Which line of the log shows that a factor contributed: by words of the line, the newest first.
record EvidencePrompt(Asking asking, Node node) {
    private static final int MOST = 40;
    private static final int SAID_CHARS = 90;

    Prompt ask() {
        Words words = asking.words();
        return Asking.line(
                words.get("postmortem.evidence", Safe.cut(Safe.line(node.text()), 60)),
                words.get("postmortem.evidence.hint"),
                "",
                this::read);
    }

    private Prompt.Reading read(String text) {
        Words words = asking.words();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("-")) {
            return node.content().evidence().isEmpty()
                    ? new Prompt.Wanting(words.get("postmortem.unchanged"), List.of())
                    : changed(Optional.empty(), words.get("postmortem.evidence.none"), List.of());
        }
        List<Entry> found = asking.incident().timeline().entries().reversed().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .filter(entry -> entry.text().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .toList();
        if (found.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.evidence.nothing"));
        }
        var options = new ArrayList<Prompt.Option>();
        for (Entry entry : found) {
            options.add(Prompt.Option.of(
                    entry.text().strip(), said(entry), asking.telling().moment(entry.occurredAt())));
        }
        return wanted.isEmpty()
                ? new Prompt.Wanting(words.get("postmortem.evidence.hint"), options)
                : changed(
                        Optional.of(found.getFirst().id()),
                        words.get("postmortem.evidence.go", said(found.getFirst())),
                        options);
    }

    private Prompt.Reading changed(Optional<FactId> entry, String summary, List<Prompt.Option> options) {
        Words words = asking.words();
        if (entry.equals(node.content().evidence())) {
            return new Prompt.Wanting(words.get("postmortem.unchanged"), options);
        }
        var command = new ChangeNode(node.id(), node.content().withEvidence(entry));
        return asking.reading(command, summary, List.of(), words.get("postmortem.noted"))
                        instanceof Prompt.Ready(var _, var effects, var _, var run)
                ? new Prompt.Ready(summary, effects, options, run)
                : asking.reading(command, summary, List.of(), "");
    }

    private static String said(Entry entry) {
        return Safe.cut(Safe.line(entry.text()), SAID_CHARS);
    }
}
