package tocsin.publish.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Line;
import tocsin.publish.paper.Drawing.Weight;

/// A fishbone: the effect at its head, a bone for each category that has causes, by turns above and
/// below the spine.
final class FishbonePicture {
    /// As many as a page can show side by side in letters that can be read.
    private static final int MOST_BONES = 6;
    private static final double GAP = 24;
    private static final double BONE = 190;
    private static final double LEAN = 46;
    private static final double HEAD = 130;
    private static final double NAME = 96;
    private static final double SIZE = 9;
    private static final double LEADING = 11.5;
    private static final double INDENT = 9;
    private static final double APART = 7;

    private final Analysis analysis;
    private final String effect;
    private final Labels labels;
    private final Sheet sheet = new Sheet();

    FishbonePicture(Analysis analysis, String effect, Labels labels) {
        this.analysis = analysis;
        this.effect = effect;
        this.labels = labels;
    }

    /// One line of words, and whether a twig is drawn below it: behind the last line of a cause.
    private record Row(String words, double indent, Ink ink, double space) {}

    private record Bone(String name, List<Row> rows) {
        double height() {
            return rows.stream().mapToDouble(row -> LEADING + row.space).sum() + 2 * APART;
        }
    }

    /// Many bones take several fish, one below the other, since a page is not that wide.
    Drawing draw() {
        List<Bone> bones = bones();
        int fish = (bones.size() + MOST_BONES - 1) / MOST_BONES;
        int each = (bones.size() + fish - 1) / fish;
        double top = 1;
        for (int from = 0; from < bones.size(); from += each) {
            top = fish(bones.subList(from, Math.min(bones.size(), from + each)), top) + GAP;
        }
        return sheet.drawing();
    }

    /// One fish below `top`; answers how far down it reaches.
    private double fish(List<Bone> bones, double top) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < bones.size(); i++) {
            if (i % 2 == 0) {
                above = Math.max(above, bones.get(i).height());
            } else {
                below = Math.max(below, bones.get(i).height());
            }
        }
        double named = Sheet.height(List.of(""));
        double spine = top + named + above;
        List<String> head = Sheet.lines(effect, HEAD);
        spine = Math.max(spine, top + Sheet.height(head) / 2);
        int pairs = (bones.size() + 1) / 2;
        double right = 1 + LEAN + pairs * BONE + 16;
        for (int i = 0; i < bones.size(); i++) {
            double joint = 1 + LEAN + (i / 2 + 1) * BONE;
            bone(bones.get(i), joint, spine, i % 2 == 0 ? -above : below);
        }
        sheet.shape(new Line(1, spine, right, spine, Ink.TEXT, Dash.SOLID), right, spine);
        sheet.box(right, spine - Sheet.height(head) / 2, HEAD, head, Ink.ACCENT);
        return sheet.bottom();
    }

    /// From the spine out to its name; `reach` is negative above the spine.
    private void bone(Bone bone, double joint, double spine, double reach) {
        double end = spine + reach;
        double named = Sheet.height(List.of(""));
        sheet.line(joint, spine, joint - LEAN, end);
        double left = joint - LEAN - NAME / 2;
        sheet.box(left, reach < 0 ? end - named : end, NAME, Letters.wrap(bone.name, 10, NAME - 16), Ink.RULE);
        double y = reach < 0 ? end + APART : spine + APART;
        for (Row row : bone.rows) {
            y += LEADING;
            double at = joint - LEAN * Math.abs((y - spine) / reach);
            sheet.words(joint - BONE + 10 + row.indent, y - 2, row.words, SIZE, Weight.NORMAL, row.ink);
            if (row.space > 0) {
                sheet.line(joint - BONE + 10, y + 1, at, y + 1);
            }
            y += row.space;
        }
    }

    private List<Bone> bones() {
        var bones = new ArrayList<Bone>();
        for (Category category : Category.values()) {
            add(bones, labels.mark(category), Optional.of(category));
        }
        add(bones, "?", Optional.empty());
        return bones;
    }

    private void add(List<Bone> bones, String name, Optional<Category> category) {
        var rows = new ArrayList<Row>();
        boolean wanted = false;
        List<Node> all = analysis.figure(Figure.FISHBONE);
        for (int i = 0; i < all.size(); i++) {
            Node node = all.get(i);
            wanted = node.depth() == 0 ? node.content().category().equals(category) : wanted;
            if (wanted) {
                boolean last = i + 1 == all.size() || all.get(i + 1).depth() == 0;
                rows(node, last, rows);
            }
        }
        if (!rows.isEmpty()) {
            bones.add(new Bone(name, rows));
        }
    }

    private void rows(Node node, boolean last, List<Row> into) {
        double indent = Math.min(node.depth(), 4) * INDENT;
        Ink ink = node.depth() == 0 ? Ink.TEXT : Ink.QUIET;
        var words = new StringBuilder(node.text());
        node.rivals()
                .forEach(rival -> words.append(" / ")
                        .append(labels.caption(Caption.OR_ELSE))
                        .append(' ')
                        .append(rival.text()));
        List<String> lines = Letters.wrap(words.toString(), SIZE, BONE - LEAN - 22 - indent);
        for (int i = 0; i < lines.size(); i++) {
            into.add(new Row(lines.get(i), indent, ink, last && i == lines.size() - 1 ? APART : 0));
        }
    }
}
