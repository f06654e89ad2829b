package tocsin.vault;

/// What one try of a passphrase costs: Argon2id's memory, passes over it, and lanes.
public record Cost(int memoryKib, int passes, int lanes) {
    /// What a new vault gets: about a fifth of a second on a small machine.
    public static final Cost SHIPPED = new Cost(64 << 10, 3, 1);

    /// Nothing cheaper is accepted: who could write such a file could also try passphrases at leisure.
    public static final Cost LEAST = new Cost(19 << 10, 2, 1);

    /// Nothing dearer is accepted: a file must not be able to use up the machine.
    public static final Cost MOST = new Cost(512 << 10, 16, 8);

    boolean within(Cost least, Cost most) {
        return between(memoryKib, least.memoryKib, most.memoryKib)
                && between(passes, least.passes, most.passes)
                && between(lanes, least.lanes, most.lanes)
                && memoryKib >= 8 * lanes;
    }

    private static boolean between(int value, int least, int most) {
        return value >= least && value <= most;
    }

    /// `64 MiB, 3 passes, 1 lane`.
    public String inWords() {
        String memory = memoryKib % 1024 == 0 ? memoryKib / 1024 + " MiB" : memoryKib + " KiB";
        return memory + ", " + passes + (passes == 1 ? " pass, " : " passes, ") + lanes
                + (lanes == 1 ? " lane" : " lanes");
    }
}
