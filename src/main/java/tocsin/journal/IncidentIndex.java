package tocsin.journal;

/// Where the facts of one incident are, and the last one of each desk.
final class IncidentIndex {
    private final Ints ordinals = new Ints(4);
    private final Ints desks = new Ints(1);
    private final Longs lastSeqs = new Longs(1);

    void add(int ordinal, int deskNumber, long seq) {
        ordinals.add(ordinal);
        for (int i = 0; i < desks.size(); i++) {
            if (desks.get(i) == deskNumber) {
                lastSeqs.set(i, Math.max(lastSeqs.get(i), seq));
                return;
            }
        }
        desks.add(deskNumber);
        lastSeqs.add(seq);
    }

    long lastSeq(int deskNumber) {
        for (int i = 0; i < desks.size(); i++) {
            if (desks.get(i) == deskNumber) {
                return lastSeqs.get(i);
            }
        }
        return 0;
    }

    int[] ordinals() {
        return ordinals.toArray();
    }
}
