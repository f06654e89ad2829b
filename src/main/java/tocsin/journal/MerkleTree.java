package tocsin.journal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tocsin.base.FactId;

/// One root for a set of facts, built as RFC 6962 builds it over their hashes sorted by desk and sequence. A proof
/// shows
/// that one fact is in the set without showing the others.
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /// Shows that one fact is among those under a root.
    ///
    /// @param index the fact's place among the sorted facts
    /// @param path the neighbours on the way to the root, from the bottom
    public record Proof(long index, long size, List<Hash> path) {
        /// Whether this fact hash is in the tree with this root.
        public boolean shows(Hash fact, Hash root) {
            if (index < 0 || index >= size) {
                return false;
            }
            long place = index;
            long last = size - 1;
            Hash hash = leaf(fact);
            for (Hash neighbour : path) {
                if (last == 0) {
                    return false;
                }
                if ((place & 1) == 1 || place == last) {
                    hash = node(neighbour, hash);
                    while ((place & 1) == 0 && place != 0) {
                        place >>= 1;
                        last >>= 1;
                    }
                } else {
                    hash = node(hash, neighbour);
                }
                place >>= 1;
                last >>= 1;
            }
            return last == 0 && hash.equals(root);
        }
    }

    private final List<FactId> ids;
    private final List<List<Hash>> levels;

    private MerkleTree(List<FactId> ids, List<List<Hash>> levels) {
        this.ids = ids;
        this.levels = levels;
    }

    public static MerkleTree of(Collection<StoredFact> facts) {
        List<StoredFact> sorted =
                facts.stream().sorted(Comparator.comparing(StoredFact::id)).toList();
        var levels = new ArrayList<List<Hash>>();
        List<Hash> level = sorted.stream().map(fact -> leaf(fact.hash())).toList();
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
        return new MerkleTree(sorted.stream().map(StoredFact::id).toList(), levels);
    }

    /// The hash of nothing when there are no facts.
    public Hash root() {
        return ids.isEmpty() ? Hash.sha256() : levels.getLast().getFirst();
    }

    public int size() {
        return ids.size();
    }

    /// The proof for a fact of the set.
    public Proof proof(FactId id) {
        int index = java.util.Collections.binarySearch(ids, id);
        if (index < 0) {
            throw new IllegalArgumentException(id + " is not among these facts");
        }
        var path = new ArrayList<Hash>();
        int place = index;
        for (List<Hash> level : levels) {
            int neighbour = place ^ 1;
            if (neighbour < level.size()) {
                path.add(level.get(neighbour));
            }
            place >>= 1;
        }
        return new Proof(index, ids.size(), List.copyOf(path));
    }

    /// A last node without a neighbour moves up as it is; that is where RFC 6962 splits, too.
    private static List<Hash> above(List<Hash> level) {
        var above = new ArrayList<Hash>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static Hash leaf(Hash fact) {
        MessageDigest digest = Hash.digest();
        digest.update(LEAF);
        return Hash.of(digest.digest(fact.bytes()));
    }

    private static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }
}
