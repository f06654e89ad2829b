package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tocsin.base.DeskId;

/// The key pair this desk signs with, and where it lived when the key was made.
final class DeskKey {
    static final String FILE = "desk.key";
    private static final String TITLE = "tocsin desk key 1";
    private static final int MAX_FILE_BYTES = 4_096;

    final DeskId desk;
    final byte[] publicKey;
    final String place;
    private final byte[] privateKey;

    private DeskKey(byte[] publicKey, byte[] privateKey, String place) {
        this.desk = DeskId.ofPublicKey(publicKey);
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.place = place;
    }

    static DeskKey create(String place) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new DeskKey(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded(), place);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The same key where the whole journal was moved to.
    DeskKey movedTo(String other) {
        return new DeskKey(publicKey, privateKey, other);
    }

    static Optional<DeskKey> load(Disk disk, Path folder) throws IOException {
        return load(disk, folder, FILE);
    }

    /// The key of a desk that this profile wrote as before.
    static Optional<DeskKey> loadFormer(Disk disk, Path folder, DeskId desk) throws IOException {
        String name = formerName(Optional.of(desk));
        return disk.list(folder).contains(name)
                ? load(disk, folder, name).filter(key -> key.desk.equals(desk))
                : Optional.empty();
    }

    /// The desks that this profile wrote as before.
    static Set<DeskId> former(Disk disk, Path folder) throws IOException {
        var former = new TreeSet<DeskId>();
        for (String name : disk.list(folder)) {
            String desk = name.startsWith("desk-") && name.endsWith(".old") ? name.substring(5, name.length() - 4) : "";
            if (DeskId.isWellFormed(desk)) {
                former.add(new DeskId(desk));
            }
        }
        return former;
    }

    static void putAside(Disk disk, Path folder, Optional<DeskId> desk) throws IOException {
        disk.rename(folder.resolve(FILE), folder.resolve(formerName(desk)));
    }

    private static String formerName(Optional<DeskId> desk) {
        return "desk-" + desk.map(DeskId::value).orElse("unreadable") + ".old";
    }

    /// Empty when the file is not one that [#save] wrote, or was changed since.
    private static Optional<DeskKey> load(Disk disk, Path folder, String name) throws IOException {
        var buffer = ByteBuffer.allocate(MAX_FILE_BYTES);
        try (var file = disk.open(folder.resolve(name), Disk.Access.READ)) {
            file.read(buffer, 0);
        }
        String text = new String(buffer.array(), 0, buffer.position(), US_ASCII);
        List<String> lines = text.lines().toList();
        if (lines.size() != 5 || !lines.get(0).equals(TITLE)) {
            return Optional.empty();
        }
        try {
            var key = new DeskKey(
                    Base64.getDecoder().decode(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)),
                    lines.get(3));
            return key.text().equals(text) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    void save(Disk disk, Path folder) throws IOException {
        Path draft = folder.resolve(FILE + ".tmp");
        try (var file = disk.open(draft, Disk.Access.CREATE)) {
            file.write(ByteBuffer.wrap(text().getBytes(US_ASCII)), 0);
            file.force();
        }
        disk.rename(draft, folder.resolve(FILE));
        disk.forceDirectory(folder);
    }

    HeadSignature sign(Head head) {
        return new HeadSignature(head, publicKey, signature(head.hash().bytes()));
    }

    Seal sign(String purpose, Hash hash) {
        return new Seal(publicKey, signature(Seal.message(purpose, hash)));
    }

    private byte[] signature(byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the desk's key cannot sign", unusable);
        }
    }

    private String text() {
        var base64 = Base64.getEncoder();
        String body = TITLE + "\n" + base64.encodeToString(publicKey) + "\n" + base64.encodeToString(privateKey) + "\n"
                + place + "\n";
        return body + Hash.sha256(body.getBytes(US_ASCII)).hex() + "\n";
    }
}
