package tocsin.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Everything that facts and signatures say, gathered in whatever order they come and judged together at the end.
final class Evidence {
    private record Claim(String witness, Head head) {}

    private final Map<DeskId, DeskEvidence> desks = new TreeMap<>();
    private final Map<IncidentId, Integer> incidents = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<HeadSignature> signatures = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long found;
    private long facts;
    private long erased;

    void add(StoredFact fact) {
        facts++;
        FactHeader header = fact.header();
        String name = header.id().toString();
        if (fact.isErased()) {
            erased++;
        }
        if (!fact.isPayloadIntact()) {
            fault(Fault.Kind.PAYLOAD_CHANGED, name, "the payload of " + name + " is not the one that was logged");
        }
        DeskEvidence desk = desk(header.id().desk());
        boolean isChained = fact.arrival() == StoredFact.Arrival.CHAINED;
        if (isChained && header.id().seq() < desk.highest()) {
            fault(Fault.Kind.REORDERED, name, name + " stands behind a later fact of its desk");
        }
        int incident = header.incident()
                .map(each -> incidents.computeIfAbsent(each, _ -> incidents.size() + 1))
                .orElse(0);
        desk.add(header, fact.hash(), incident, isChained);
        // What a case file's fact saw need not be in the case file.
        if (isChained) {
            header.seen().stream()
                    .filter(head -> !desk(head.desk()).endsWith(head))
                    .forEach(head -> claims.add(new Claim(name, head)));
        }
    }

    void add(HeadSignature signature) {
        signatures.add(signature);
    }

    /// What came of this desk after that head was disowned, and so was what others here saw of it.
    void disown(Head kept) {
        facts -= desk(kept.desk()).disown(kept.seq());
        claims.removeIf(
                claim -> claim.head().desk().equals(kept.desk()) && claim.head().seq() > kept.seq());
        signatures.removeIf(signature ->
                signature.head().desk().equals(kept.desk()) && signature.head().seq() > kept.seq());
    }

    void fault(Fault.Kind kind, String where, String words) {
        found++;
        if (faults.size() < Verify.MAX_FAULTS) {
            faults.add(new Fault(kind, where, words));
        }
    }

    Verdict judge(Heads known) {
        long sparse = 0;
        for (DeskEvidence desk : desks.values()) {
            sparse += desk.check(this);
        }
        known.all().forEach(head -> claims.add(new Claim("someone who kept count", head)));
        claims.forEach(this::check);
        signatures.forEach(this::check);
        noteUnsigned();
        int written =
                (int) desks.values().stream().filter(desk -> desk.highest() > 0).count();
        return new Verdict(List.copyOf(faults), found, facts, written, erased, sparse, signatures.size());
    }

    private void check(Claim claim) {
        Head head = claim.head();
        DeskEvidence desk = desk(head.desk());
        Optional<Hash> held = desk.hash(head.seq());
        if (held.isEmpty()) {
            boolean isTail = head.seq() > desk.highest();
            fault(
                    isTail ? Fault.Kind.TAIL_CUT : Fault.Kind.MISSING_FACT,
                    head.id().toString(),
                    claim.witness() + " saw " + head.id() + ", which is not here: cut off, or not received yet");
        } else if (!held.get().equals(head.hash())) {
            fault(
                    Fault.Kind.SPLIT_VIEW,
                    head.id().toString(),
                    claim.witness() + " saw another content of " + head.id() + " than the one here");
        }
    }

    private void check(HeadSignature signature) {
        Head head = signature.head();
        DeskEvidence desk = desk(head.desk());
        Optional<Hash> held = desk.hash(head.seq());
        String name = head.id().toString();
        if (!signature.isGenuine()) {
            fault(Fault.Kind.BAD_SIGNATURE, name, "the signature of " + name + " was not made with its desk's key");
        } else if (held.isEmpty()) {
            fault(Fault.Kind.TAIL_CUT, name, "there is a signature of " + name + " and no such fact");
        } else if (!held.get().equals(head.hash())) {
            fault(Fault.Kind.BAD_SIGNATURE, name, "the signature of " + name + " is for another content");
        } else {
            desk.signedTo(head.seq());
        }
    }

    private void noteUnsigned() {
        for (DeskEvidence desk : desks.values()) {
            long unsigned = desk.highest() - desk.signedTo();
            if (unsigned > 0) {
                fault(
                        Fault.Kind.UNSIGNED_TAIL,
                        desk.desk.value(),
                        "the last " + unsigned + " facts of desk " + desk.desk + " are not signed yet");
            }
        }
    }

    private DeskEvidence desk(DeskId desk) {
        return desks.computeIfAbsent(desk, DeskEvidence::new);
    }
}
