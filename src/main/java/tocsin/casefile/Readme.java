package tocsin.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/// What a person reads who opens a case file without Tocsin.
final class Readme {
    private static final String TEXT = """
            CASE FILE OF ONE INCIDENT, SEALED BY TOCSIN

            What this is
              The log of one incident as it was written, with its attachments and the proofs that nothing in it was
              changed since. Do not unpack and pack it again: it would no longer be accepted. Work on a copy.

            What is in it
              facts.bin        every fact of the incident. Each is its length (4 bytes, big endian) and its bytes: a
                               marker (1), the length of its header (4), the header, a state (1: 1 present, 0 erased),
                               a salt (16) and its words in JSON. Sorted by desk, then by number.
              attachments/     files that entries point to, each named by its SHA-256.
              manifest.json    what belongs in here: incident, desks, counts, SHA-256 of every file, the root.
              manifest.sig     the signature of the exporting desk over the manifest.

            How to check it with Tocsin
              tocsin verify THIS-FILE

            How to check it without Tocsin
              1. Files: the SHA-256 of each file is the one in manifest.json (sha256sum does this).
              2. Seal: manifest.sig is an Ed25519 signature (64 bytes) over the words "tocsin case manifest", one line
                 feed, and the 32 bytes of the SHA-256 of manifest.json. The key is publicKey in manifest.json, an
                 X.509 key in Base64. (openssl pkeyutl -verify -rawin does this.)
              3. Whose key: the exporting desk's id is the first 80 bits of the SHA-256 of its key, in Base32 with
                 small letters. Ask the person who sent this file for the id by another way, and compare.
              4. Facts: the hash of a fact is the SHA-256 of its header. The header holds the SHA-256 of salt and words,
                 so words cannot change under it, and the hash of the desk's fact before it.
              5. Root: the RFC 6962 tree over the hashes of all facts in their order (a leaf is SHA-256 of a zero byte
                 and the hash, a node is SHA-256 of a one byte and its two children) has the merkleRoot of the manifest.
              6. Desks: a signature in the list of desks was made by that desk over one of its facts; it proves that
                 fact and those before it that follow one another by number. Other facts of other desks stand on the
                 word of the desk that exported the file.

            What this cannot show
              A person who holds a desk's private key can lie at the time of writing.
              Wall clock times are claims of the desk that wrote them.
              Nothing here shows what was never entered, nor facts that the exporting desk did not have.
              A fact marked erased had its words removed on purpose; its place, time and author remain.
            """;

    private Readme() {}

    static void writeTo(OutputStream out) throws IOException {
        out.write(TEXT.getBytes(UTF_8));
    }
}
