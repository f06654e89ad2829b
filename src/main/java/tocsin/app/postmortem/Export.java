package tocsin.app.postmortem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.app.IncidentTree;
import tocsin.journal.codec.Json;
import tocsin.publish.PaperHtml;
import tocsin.publish.PaperMarkdown;
import tocsin.publish.PaperPdf;
import tocsin.publish.Pictures;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.Span;

/// A postmortem as the bytes of a file. The same draft and pictures give the same bytes. PDF takes a second or more:
/// not
/// for the JavaFX thread.
public final class Export {
    /// The version of the JSON's shape.
    private static final int SCHEMA = 1;

    /// What can be written.
    public enum Format {
        MD,
        HTML,
        PDF,
        JSON,
        CSV,
        /// The actions as CSV.
        ACTIONS;

        /// The end of a file's name.
        public String ending() {
            return this == ACTIONS ? "csv" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Export() {}

    public static byte[] bytes(Draft draft, Format format, Pictures pictures) {
        return switch (format) {
            case MD -> utf8(PaperMarkdown.of(Composer.compose(draft)));
            case HTML -> utf8(PaperHtml.of(Composer.compose(draft), pictures));
            case PDF -> PaperPdf.of(Composer.compose(draft), pictures);
            case JSON -> utf8(Json.write(tree(draft), Json.Style.PRETTY) + "\n");
            case CSV -> utf8(new Sheet(draft).timeline());
            case ACTIONS -> utf8(new Sheet(draft).actions());
        };
    }

    /// What the manual promises: the document by its sections, and inside the house the whole incident too.
    private static Map<String, @Nullable Object> tree(Draft draft) {
        Paper paper = Composer.compose(draft);
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("schema", SCHEMA);
        tree.put("id", draft.incident().id().number());
        tree.put("title", paper.title());
        tree.put("variant", draft.isExternal() ? "external" : "internal");
        tree.put("marking", paper.marking().words());
        tree.put("language", paper.language());
        tree.put("zone", draft.zone().getId());
        tree.put("asOf", draft.asOf().toString());
        tree.put("durations", durations(draft));
        tree.put("sections", sections(draft, paper));
        if (!draft.isExternal()) {
            tree.put("incident", IncidentTree.of(draft.incident(), draft.asOf()));
        }
        return tree;
    }

    private static List<Object> durations(Draft draft) {
        var all = new ArrayList<Object>();
        for (TimeRecords.Length length : TimeRecords.lengths(draft.incident(), draft.texts())) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("name", length.key().substring("paper.length.".length()));
            one.put("length", length.time().map(Duration::toString).orElse(null));
            one.put("from", length.began().map(Object::toString).orElse(null));
            one.put("to", length.ended().map(Object::toString).orElse(null));
            all.add(one);
        }
        return all;
    }

    private static List<Object> sections(Draft draft, Paper paper) {
        var all = new ArrayList<Object>();
        Optional<Block.Heading> open = Optional.empty();
        var body = new ArrayList<Block>();
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Heading heading && !heading.key().isEmpty()) {
                open.ifPresent(before -> all.add(section(draft, before, body)));
                open = Optional.of(heading);
                body.clear();
            } else {
                body.add(block);
            }
        }
        open.ifPresent(last -> all.add(section(draft, last, body)));
        return all;
    }

    private static Map<String, Object> section(Draft draft, Block.Heading heading, List<Block> body) {
        var one = new LinkedHashMap<String, Object>();
        one.put("key", heading.key());
        one.put("heading", Span.text(heading.spans()));
        if (!draft.isExternal()) {
            one.put("text", draft.words().apply(heading.key()));
        }
        one.put("markdown", PaperMarkdown.blocks(body));
        return one;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
