package tocsin.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import tocsin.journal.Disk;
import tocsin.journal.RecordSeal;
import tocsin.store.StoreKey;
import tocsin.vault.SealedDisk;

/// What keeps the files of a profile from eyes without its key: nothing, or three keys made from the one that lies in
/// the vault, one each for the journal's records, for the files beside them and for the store. Safe from every thread.
public final class Cover {
    public static final int KEY_BYTES = 32;

    /// The profile lies open.
    public static final Cover NONE = new Cover(RecordSeal.NONE, Optional.empty(), Optional.empty());

    private final RecordSeal seal;
    private final Optional<byte[]> files;
    private final Optional<StoreKey> store;

    private Cover(RecordSeal seal, Optional<byte[]> files, Optional<StoreKey> store) {
        this.seal = seal;
        this.files = files;
        this.store = store;
    }

    /// The key stays the caller's to wipe.
    public static Cover of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a profile's key has " + KEY_BYTES + " bytes");
        }
        byte[] records = derived(key, "tocsin profile journal");
        byte[] pages = derived(key, "tocsin profile store");
        try {
            return new Cover(
                    RecordSeal.of(records),
                    Optional.of(derived(key, "tocsin profile files")),
                    Optional.of(StoreKey.of(pages)));
        } finally {
            Arrays.fill(records, (byte) 0);
            Arrays.fill(pages, (byte) 0);
        }
    }

    private static byte[] derived(byte[] key, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(purpose.getBytes(US_ASCII), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HKDF", impossible);
        }
    }

    public boolean isOn() {
        return seal.isOn();
    }

    /// For the journal's records.
    public RecordSeal seal() {
        return seal;
    }

    /// The disk on which files that hold words, and the desk's key, are sealed.
    public Disk over(Disk disk) {
        return files.<Disk>map(key -> new SealedDisk(disk, key, Cover::holdsWords))
                .orElse(disk);
    }

    tocsin.store.Settings over(tocsin.store.Settings settings) {
        return store.map(settings::withKey).orElse(settings);
    }

    /// The desk's keys, torn ends of the journal, attachments however they came, and what the windows had open.
    private static boolean holdsWords(String name) {
        return name.startsWith("desk")
                || name.startsWith("torn-")
                || name.startsWith(Session.FILE)
                || name.startsWith("views.txt")
                || name.startsWith(Attachments.TAKING)
                || name.startsWith(FileLuggage.COMING)
                || name.matches("[0-9a-f]{64}");
    }
}
