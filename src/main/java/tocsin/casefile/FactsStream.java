package tocsin.casefile;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import tocsin.base.Limits;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// Facts as they lie in `facts.bin`: each as its length in four bytes and its stored bytes. Read one at a time, and no
/// length is believed that a fact cannot have.
final class FactsStream implements Closeable {
    /// More than any fact has; the journal holds the exact limit.
    static final int MAX_FACT_BYTES = Limits.PAYLOAD_BYTES + (1 << 17);

    /// What one job of the journal takes, with room for its own marks on each fact.
    static final long MAX_BYTES = 192L << 20;

    private final DataInputStream in;
    private long left;
    private long number;

    FactsStream(InputStream in, long size) {
        this.in = new DataInputStream(in);
        this.left = size;
    }

    static void write(OutputStream out, Iterable<StoredFact> facts) throws IOException {
        var data = new DataOutputStream(out);
        for (StoredFact fact : facts) {
            byte[] bytes = fact.encoded();
            data.writeInt(bytes.length);
            data.write(bytes);
        }
        data.flush();
    }

    static long bytes(StoredFact fact) {
        return (long) Integer.BYTES + fact.encoded().length;
    }

    /// Empty at the end.
    Optional<StoredFact> next() throws Troubled, IOException {
        if (left == 0) {
            return Optional.empty();
        }
        number++;
        long length = left < Integer.BYTES ? -1 : in.readInt();
        if (length < 1 || length > MAX_FACT_BYTES || length > left - Integer.BYTES) {
            throw new Troubled(
                    CaseFault.Kind.FACT,
                    EntryName.FACTS,
                    "fact number " + number + " claims " + length + " bytes, which it cannot have");
        }
        byte[] bytes = new byte[(int) length];
        in.readFully(bytes);
        left -= Integer.BYTES + length;
        try {
            return Optional.of(StoredFact.decode(bytes));
        } catch (JournalException malformed) {
            throw new Troubled(
                    CaseFault.Kind.FACT,
                    EntryName.FACTS,
                    "fact number " + number + ": " + Words.shown(String.valueOf(malformed.getMessage())));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
