package tocsin.casefile;

import java.util.ArrayList;
import java.util.List;
import tocsin.journal.Hash;

/// The root of [tocsin.journal.MerkleTree] for facts that come one by one in order, kept as one hash for each power of
/// two, so that a large file needs no more memory than a small one.
final class MerkleRoot {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private record Peak(Hash hash, long leaves) {}

    private final List<Peak> peaks = new ArrayList<>();

    void add(Hash fact) {
        var peak = new Peak(Hash.sha256(LEAF, fact.bytes()), 1);
        while (!peaks.isEmpty() && peaks.getLast().leaves() == peak.leaves()) {
            peak = join(peaks.removeLast(), peak);
        }
        peaks.add(peak);
    }

    Hash root() {
        return peaks.reversed().stream()
                .reduce((right, left) -> join(left, right))
                .map(Peak::hash)
                .orElseGet(Hash::sha256);
    }

    private static Peak join(Peak left, Peak right) {
        return new Peak(Hash.sha256(NODE, left.hash().bytes(), right.hash().bytes()), left.leaves() + right.leaves());
    }
}
