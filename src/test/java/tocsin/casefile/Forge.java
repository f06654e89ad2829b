package tocsin.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tocsin.journal.Hash;
import tocsin.journal.Journal;

/// Takes a case file apart and puts it together again with something wrong in it, in a sound container.
final class Forge {
    final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Forge of(Path file) throws IOException {
        var forge = new Forge();
        try (var zip = ZipReader.open(file)) {
            for (Zip.Entry entry : zip.entries()) {
                try (var in = zip.open(entry)) {
                    forge.entries.put(entry.name(), in.readAllBytes());
                }
            }
        } catch (Troubled troubled) {
            throw new AssertionError(troubled.fault.line(), troubled);
        }
        return forge;
    }

    /// Another one to change, with the same in it.
    Forge copy() {
        var copy = new Forge();
        copy.entries.putAll(entries);
        return copy;
    }

    byte[] bytes() {
        var zip = new RawZip();
        entries.forEach(zip::add);
        return zip.bytes();
    }

    List<byte[]> facts() throws IOException {
        var facts = new ArrayList<byte[]>();
        var in = new DataInputStream(new ByteArrayInputStream(entries.get(EntryName.FACTS)));
        while (in.available() > 0) {
            facts.add(in.readNBytes(in.readInt()));
        }
        return facts;
    }

    Forge facts(List<byte[]> facts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (byte[] fact : facts) {
            out.writeInt(fact.length);
            out.write(fact);
        }
        return entry(EntryName.FACTS, bytes.toByteArray());
    }

    Forge entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    Forge without(String name) {
        entries.remove(name);
        return this;
    }

    Manifest manifest() {
        try {
            return ManifestText.read(entries.get(EntryName.MANIFEST));
        } catch (Troubled troubled) {
            throw new AssertionError(troubled.fault.line(), troubled);
        }
    }

    Forge manifest(UnaryOperator<Manifest> change) {
        return entry(EntryName.MANIFEST, ManifestText.write(change.apply(manifest())));
    }

    /// Makes the manifest agree with the facts and files that are there now, as a liar with a key would.
    Forge agree() {
        return manifest(old -> {
            var tree = new MerkleRoot();
            var tallies = new java.util.TreeMap<tocsin.base.DeskId, DeskTally>();
            long count = 0;
            try (var stream = new FactsStream(
                    new ByteArrayInputStream(entries.get(EntryName.FACTS)), entries.get(EntryName.FACTS).length)) {
                for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                    var fact = next.get();
                    count++;
                    tree.add(fact.hash());
                    tallies.computeIfAbsent(fact.id().desk(), DeskTally::new).add(fact);
                }
            } catch (IOException | Troubled failed) {
                throw new AssertionError(failed);
            }
            var desks = tallies.values().stream()
                    .map(tally -> new CaseDesk(
                            tally.desk(),
                            tally.facts(),
                            tally.last(),
                            tally.lastHash(),
                            java.util.Optional.empty(),
                            java.util.Optional.empty()))
                    .toList();
            return with(old, count, tree.root(), desks, files());
        });
    }

    List<CaseEntry> files() {
        return List.of(line(EntryName.README), line(EntryName.FACTS));
    }

    Forge seal(Journal journal) {
        byte[] bytes = entries.get(EntryName.MANIFEST);
        return entry(
                EntryName.SEAL,
                journal.sign(CaseCheck.PURPOSE, Hash.sha256(bytes)).signature());
    }

    Path save(Path file) throws IOException {
        try (var zip = new ZipWriter(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            for (var each : entries.entrySet()) {
                zip.add(each.getKey(), out -> out.write(each.getValue()));
            }
            zip.finish();
        }
        return file;
    }

    static Manifest with(Manifest old, long facts, Hash root, List<CaseDesk> desks, List<CaseEntry> files) {
        return new Manifest(
                old.product(),
                old.incident(),
                old.title(),
                old.exportedAt(),
                old.exportedBy(),
                old.publicKey(),
                facts,
                old.redacted(),
                root,
                desks,
                files,
                old.attachments(),
                old.missing());
    }

    private CaseEntry line(String name) {
        return new CaseEntry(name, Hash.sha256(entries.get(name)), entries.get(name).length);
    }
}
