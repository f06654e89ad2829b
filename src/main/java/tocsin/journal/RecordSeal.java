package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps the bodies of records from eyes without a key, or lets them lie open. May be used from any thread.
///
/// A sealed body is `[marker][nonce][AES-256-GCM of the body]`. Its associated data are the segment, the place and what
/// was
/// known as forced, so a record cannot be moved, and no older one put in another's place. The frame around it is that
/// of
/// an open one: torn ends and damage are told apart by the same sums, without a key. Every nonce is drawn afresh, also
/// when a write that failed is done again at the same place.
public final class RecordSeal {
    public static final int KEY_BYTES = 32;

    /// Nothing is sealed.
    public static final RecordSeal NONE = new RecordSeal(Optional.empty(), SegmentHeader.OPEN);

    private static final byte MARKER = 'S';
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /// How much longer a sealed body is.
    static final int OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

    private static final int PLACE_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final Optional<SecretKey> key;
    private final int format;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentLinkedQueue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    private RecordSeal(Optional<SecretKey> key, int format) {
        this.key = key;
        this.format = format;
    }

    /// The key is copied; the caller wipes theirs.
    public static RecordSeal of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        byte[] mark =
                Hash.sha256("tocsin seal of records".getBytes(US_ASCII), key).bytes();
        int check = ByteBuffer.wrap(mark).getInt() << 8;
        return new RecordSeal(Optional.of(new SecretKeySpec(key, "AES")), check | SegmentHeader.SEALED);
    }

    /// Whether the journal in that folder is sealed, told without a key; one that is not there is not.
    public static boolean isOn(Disk disk, Path folder) throws IOException {
        return header(disk, folder, NONE) instanceof SegmentHeader.Reading.Locked;
    }

    /// Whether the journal in that folder was sealed by this key.
    public boolean fits(Disk disk, Path folder) throws IOException {
        return header(disk, folder, this) instanceof SegmentHeader.Reading.Whole;
    }

    /// The first header that can be read at all.
    private static SegmentHeader.Reading header(Disk disk, Path folder, RecordSeal seal) throws IOException {
        List<String> names;
        try {
            names = disk.list(folder);
        } catch (NoSuchFileException none) {
            names = List.of();
        }
        for (String name : names) {
            if (SegmentHeader.isFileName(name)) {
                var bytes = ByteBuffer.allocate(SegmentHeader.BYTES);
                try (var file = disk.open(folder.resolve(name), Disk.Access.READ)) {
                    var reading = SegmentHeader.read(bytes.array(), file.read(bytes, 0), seal);
                    boolean says = !(reading instanceof SegmentHeader.Reading.Broken
                            || reading instanceof SegmentHeader.Reading.Foreign);
                    if (says) {
                        return reading;
                    }
                }
            }
        }
        return new SegmentHeader.Reading.Foreign();
    }

    public boolean isOn() {
        return key.isPresent();
    }

    /// What a segment's header says: open, or sealed with the key of this mark. A wrong key is noticed there, before
    /// whole records could be taken for damage.
    int format() {
        return format;
    }

    byte[] close(int segment, long at, long forced, byte[] body) {
        if (key.isEmpty()) {
            return body;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[OVERHEAD + body.length];
        sealed[0] = MARKER;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        Cipher cipher = cipher();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.get(), new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(place(segment, at, forced));
            int written = cipher.doFinal(body, 0, body.length, sealed, 1 + NONCE_BYTES);
            ciphers.offer(cipher);
            return written == body.length + TAG_BYTES ? sealed : Arrays.copyOf(sealed, 1 + NONCE_BYTES + written);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a record cannot be sealed", impossible);
        }
    }

    /// The body as it was given to [#close] with this key and for this place; empty when it was not.
    Optional<byte[]> open(int segment, long at, long forced, byte[] bytes, int from, int length) {
        if (key.isEmpty()) {
            return Optional.of(Arrays.copyOfRange(bytes, from, from + length));
        }
        if (length < OVERHEAD || bytes[from] != MARKER) {
            return Optional.empty();
        }
        Cipher cipher = cipher();
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE, key.get(), new GCMParameterSpec(TAG_BYTES * 8, bytes, from + 1, NONCE_BYTES));
            cipher.updateAAD(place(segment, at, forced));
            byte[] body = cipher.doFinal(bytes, from + 1 + NONCE_BYTES, length - 1 - NONCE_BYTES);
            ciphers.offer(cipher);
            return Optional.of(body);
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a record cannot be opened", impossible);
        }
    }

    /// Whether a sealed body may begin here; cheap, for a search.
    boolean mayBegin(byte[] bytes, int from) {
        return bytes[from] == MARKER;
    }

    private static byte[] place(int segment, long at, long forced) {
        return ByteBuffer.allocate(PLACE_BYTES)
                .putInt(segment)
                .putLong(at)
                .putInt((int) forced)
                .array();
    }

    private Cipher cipher() {
        Cipher free = ciphers.poll();
        try {
            return free == null ? Cipher.getInstance("AES/GCM/NoPadding") : free;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }
}
