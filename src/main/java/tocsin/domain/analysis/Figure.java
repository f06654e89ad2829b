package tocsin.domain.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The six figures. A tree has nodes below nodes, a table has rows.
public enum Figure {
    WHYS(true, 0),
    FISHBONE(true, 0),
    FACTORS(false, 0),
    FAULT(true, 0),
    CHANGE(false, 2),
    BARRIER(false, 2);

    private final boolean tree;
    private final int cells;

    Figure(boolean tree, int cells) {
        this.tree = tree;
        this.cells = cells;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> ofWord(String word) {
        for (Figure figure : values()) {
            if (figure.word().equalsIgnoreCase(word)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    public boolean isTree() {
        return tree;
    }

    /// Whether a node of its own may say this.
    public boolean fits(Content content) {
        return plain(content)
                && switch (this) {
                    case WHYS, FAULT -> fitsBelow(content);
                    case FISHBONE -> only(content, content.category());
                    case FACTORS ->
                        content.marks().size() == 2
                                && content.factor().isPresent()
                                && content.part().isPresent();
                    case CHANGE -> only(content, content.differs());
                    case BARRIER -> only(content, content.held());
                };
    }

    /// Whether a node below another may say this.
    public boolean fitsBelow(Content content) {
        return plain(content)
                && switch (this) {
                    case WHYS -> content.marks().isEmpty() || content.marks().equals(List.of(Ends.RULE.word()));
                    case FISHBONE -> content.marks().isEmpty() || only(content, content.category());
                    case FAULT -> content.marks().isEmpty() || only(content, content.join());
                    case FACTORS, CHANGE, BARRIER -> false;
                };
    }

    /// The marks of a node of this figure, as far as they are known: the same word may be another mark elsewhere.
    public List<Marked> marks(Content content) {
        return switch (this) {
            case WHYS -> content.endsAtARule() ? List.of(Ends.RULE) : List.of();
            case FISHBONE -> List.copyOf(content.category().stream().toList());
            case FACTORS ->
                Stream.<Optional<? extends Marked>>of(content.part(), content.factor())
                        .<Marked>flatMap(Optional::stream)
                        .toList();
            case FAULT -> List.copyOf(content.join().stream().toList());
            case CHANGE -> List.copyOf(content.differs().stream().toList());
            case BARRIER -> List.copyOf(content.held().stream().toList());
        };
    }

    private boolean plain(Content content) {
        return content.cells().size() == cells
                && (this == FACTORS || content.evidence().isEmpty());
    }

    private static boolean only(Content content, Optional<?> mark) {
        return content.marks().size() == 1 && mark.isPresent();
    }
}
