package tocsin.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;
import tocsin.journal.JournalException;
import tocsin.journal.codec.Json;
import tocsin.journal.codec.MalformedJson;

/// The manifest as JSON and back. There is one way to write it: what reads well but would be written otherwise is not
/// accepted, so nothing can hide in it.
final class ManifestText {
    private static final String FORMAT = "tocsin case";

    private ManifestText() {}

    static byte[] write(Manifest manifest) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", FORMAT);
        tree.put("version", Manifest.VERSION);
        tree.put("product", manifest.product());
        tree.put("incident", manifest.incident().value());
        manifest.title().ifPresent(title -> tree.put("title", title));
        tree.put("exportedAt", manifest.exportedAt().toString());
        tree.put("exportedBy", manifest.exportedBy().value());
        tree.put("publicKey", manifest.publicKey());
        tree.put("facts", manifest.facts());
        tree.put("redacted", manifest.redacted());
        tree.put("merkleRoot", manifest.root().hex());
        tree.put("desks", manifest.desks().stream().map(ManifestText::tree).toList());
        tree.put("files", manifest.files().stream().map(ManifestText::tree).toList());
        tree.put(
                "attachments",
                manifest.attachments().stream().map(ManifestText::tree).toList());
        tree.put(
                "missingAttachments", manifest.missing().stream().map(Hash::hex).toList());
        return (Json.write(tree, Json.Style.PRETTY) + "\n").getBytes(UTF_8);
    }

    static Manifest read(byte[] bytes) throws Troubled {
        Manifest manifest;
        try {
            manifest = read(Json.readObject(bytes));
        } catch (MalformedJson malformed) {
            throw bad(malformed.reason());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw bad(Words.shown(String.valueOf(wrong.getMessage())));
        }
        if (!Arrays.equals(write(manifest), bytes)) {
            throw bad("it is not written as Tocsin writes it");
        }
        return manifest;
    }

    private static Manifest read(Map<String, Object> tree) throws Troubled {
        if (!text(tree, "format").equals(FORMAT)) {
            throw bad("it is not that of a case file of Tocsin");
        }
        long version = number(tree, "version");
        if (version > Manifest.VERSION) {
            throw new Troubled(
                    CaseFault.Kind.NEWER,
                    EntryName.MANIFEST,
                    "a newer Tocsin wrote this file (format " + version + ", this one reads " + Manifest.VERSION
                            + "); update Tocsin and try again");
        }
        return new Manifest(
                text(tree, "product"),
                new IncidentId(text(tree, "incident")),
                optional(tree, "title"),
                Instant.parse(text(tree, "exportedAt")),
                new DeskId(text(tree, "exportedBy")),
                text(tree, "publicKey"),
                number(tree, "facts"),
                number(tree, "redacted"),
                hash(text(tree, "merkleRoot")),
                desks(tree),
                entries(tree, "files"),
                entries(tree, "attachments"),
                missing(tree));
    }

    private static Map<String, Object> tree(CaseDesk desk) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("desk", desk.desk().value());
        tree.put("facts", desk.facts());
        tree.put("lastSeq", desk.last().seq());
        tree.put("lastHash", desk.lastHash().hex());
        desk.publicKey().ifPresent(key -> tree.put("publicKey", key));
        desk.signature()
                .ifPresent(
                        signature -> tree.put("signature", Base64.getEncoder().encodeToString(signature.encoded())));
        return tree;
    }

    private static Map<String, Object> tree(CaseEntry entry) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", entry.name());
        tree.put("sha256", entry.sha256().hex());
        tree.put("size", entry.size());
        return tree;
    }

    private static List<CaseDesk> desks(Map<String, Object> tree) throws Troubled {
        var desks = new ArrayList<CaseDesk>();
        for (Object each : list(tree, "desks")) {
            Map<?, ?> desk = object(each, "desks");
            var id = new DeskId(text(desk, "desk"));
            desks.add(new CaseDesk(
                    id,
                    number(desk, "facts"),
                    new FactId(id, number(desk, "lastSeq")),
                    hash(text(desk, "lastHash")),
                    optional(desk, "publicKey"),
                    signature(desk)));
        }
        return desks;
    }

    private static Optional<HeadSignature> signature(Map<?, ?> desk) throws Troubled {
        Optional<String> text = optional(desk, "signature");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HeadSignature.decode(Base64.getDecoder().decode(text.get())));
        } catch (JournalException malformed) {
            throw bad(Words.shown(String.valueOf(malformed.getMessage())));
        }
    }

    private static List<CaseEntry> entries(Map<String, Object> tree, String name) throws Troubled {
        var entries = new ArrayList<CaseEntry>();
        for (Object each : list(tree, name)) {
            Map<?, ?> entry = object(each, name);
            entries.add(new CaseEntry(text(entry, "name"), hash(text(entry, "sha256")), number(entry, "size")));
        }
        return entries;
    }

    private static List<Hash> missing(Map<String, Object> tree) throws Troubled {
        var missing = new ArrayList<Hash>();
        for (Object each : list(tree, "missingAttachments")) {
            missing.add(hash(String.valueOf(each)));
        }
        return missing;
    }

    private static Hash hash(String text) throws Troubled {
        return Hash.parse(text).orElseThrow(() -> bad("not a SHA-256: " + Words.shown(text)));
    }

    private static String text(Map<?, ?> tree, String name) throws Troubled {
        return optional(tree, name).orElseThrow(() -> bad("it has no " + name));
    }

    private static Optional<String> optional(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static long number(Map<?, ?> tree, String name) throws Troubled {
        if (tree.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw bad("it has no " + name);
    }

    private static List<?> list(Map<?, ?> tree, String name) throws Troubled {
        if (tree.get(name) instanceof List<?> list) {
            return list;
        }
        throw bad("it has no list of " + name);
    }

    private static Map<?, ?> object(Object value, String name) throws Troubled {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw bad("its list of " + name + " holds something else");
    }

    private static Troubled bad(String words) {
        return new Troubled(CaseFault.Kind.MANIFEST, EntryName.MANIFEST, words);
    }
}
