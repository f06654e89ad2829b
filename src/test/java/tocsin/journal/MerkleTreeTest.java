package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static List<StoredFact> facts(int count) throws JournalException {
        try (var journal = Given.open(new MemoryDisk())) {
            for (int i = 0; i < count; i++) {
                Given.append(journal, "note " + i);
            }
            return Given.facts(journal);
        }
    }

    @Test
    void everyFactIsShownToBeInTheTreeAndNoOther() throws JournalException {
        List<StoredFact> all = facts(40);
        Hash stranger = Hash.sha256(new byte[] {1});
        for (int size = 1; size < 40; size++) {
            List<StoredFact> some = all.subList(0, size);
            var tree = MerkleTree.of(some);
            for (StoredFact fact : some) {
                MerkleTree.Proof proof = tree.proof(fact.id());
                assertThat(proof.shows(fact.hash(), tree.root())).isTrue();
                assertThat(proof.shows(stranger, tree.root())).isFalse();
                assertThat(proof.shows(all.get(size).hash(), tree.root())).isFalse();
                assertThat(proof.shows(fact.hash(), stranger)).isFalse();
            }
        }
    }

    @Test
    void theRootIsThatOfRfc6962() throws JournalException {
        List<StoredFact> three = facts(3);
        Hash first = node(leaf(three.get(0)), leaf(three.get(1)));
        assertThat(MerkleTree.of(three).root()).isEqualTo(node(first, leaf(three.get(2))));
        assertThat(MerkleTree.of(List.of()).root().hex()).startsWith("e3b0c44298fc1c149afb");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws JournalException {
        var facts = new ArrayList<>(facts(7));
        Hash root = MerkleTree.of(facts).root();
        Collections.reverse(facts);
        assertThat(MerkleTree.of(facts).root()).isEqualTo(root);
    }

    private static Hash leaf(StoredFact fact) {
        return Hash.sha256(new byte[] {0}, fact.hash().bytes());
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.sha256(new byte[] {1}, left.bytes(), right.bytes());
    }
}
