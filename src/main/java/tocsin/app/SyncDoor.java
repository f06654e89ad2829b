package tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.desk.DeskFact;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.Renewal;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;
import tocsin.sync.Ledger;

/// This desk as the courier sees it. Used by the sync thread, which waits for the disk.
final class SyncDoor implements Ledger {
    private final Console console;
    private final Journal journal;
    private final FactCodec codec;

    SyncDoor(Console console, Journal journal, FactCodec codec) {
        this.console = console;
        this.journal = journal;
        this.codec = codec;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Optional<Adopted> adopt(List<StoredFact> facts, HeadSignature signature) throws JournalException {
        return Console.join(console.adopt(out -> {
            for (StoredFact fact : facts) {
                Adopted adopted = out.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                if (!(adopted instanceof Adopted.Added || adopted instanceof Adopted.Known)) {
                    return Optional.of(adopted);
                }
            }
            out.adopt(signature);
            return Optional.empty();
        }));
    }

    @Override
    public void renew(Head kept, Optional<Instant> latest) throws JournalException {
        Console.join(console.renewed(kept, (out, remainder) -> {
            if (journal.heads().seq(out.desk()) == 0) {
                introduce(out, kept.desk());
            }
            return again(out, remainder, latest);
        }));
    }

    private void introduce(Renewal.Rewriter out, DeskId former) throws JournalException {
        var opened = new DeskFact.DeskOpened(
                Base64.getEncoder().encodeToString(journal.publicKey()), Optional.of(former), "FORKED");
        out.append(codec.draft(
                Optional.empty(), opened, Optional.empty(), Console.TOCSIN, CommandId.of(UUID.randomUUID())));
    }

    /// What was written anew, by incident.
    private static Map<IncidentId, List<StoredFact>> again(
            Renewal.Rewriter out, List<StoredFact> remainder, Optional<Instant> latest) throws JournalException {
        var names = new HashMap<String, FactId>();
        var again = new LinkedHashMap<IncidentId, List<StoredFact>>();
        for (StoredFact former : remainder) {
            byte[] payload = renamed(former, names);
            StoredFact fact = out.again(former, payload, latest);
            names.put(former.id().toString(), fact.id());
            fact.header()
                    .incident()
                    .ifPresent(incident -> again.computeIfAbsent(incident, _ -> new ArrayList<>())
                            .add(fact));
        }
        return again;
    }

    /// A fact names others by their printed ids; those that were written anew have new ones.
    private static byte[] renamed(StoredFact former, Map<String, FactId> names) {
        byte[] payload = former.payload().orElse(new byte[0]);
        String text = new String(payload, UTF_8);
        String desk = former.id().desk().value();
        if (names.isEmpty() || !text.contains(desk)) {
            return payload;
        }
        return Pattern.compile(desk + "-\\d+")
                .matcher(text)
                .replaceAll((MatchResult found) -> {
                    FactId renamed = names.get(found.group());
                    return renamed == null ? found.group() : renamed.toString();
                })
                .getBytes(UTF_8);
    }
}
