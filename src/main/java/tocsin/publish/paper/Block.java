package tocsin.publish.paper;

import java.util.List;

/// A part of a document that begins on a line of its own. Immutable; nesting is bounded by whoever makes them.
public sealed interface Block {
    /// Where it stands in the text it was read from.
    Lines lines();

    /// A heading, or the title of a section.
    ///
    /// @param level 1 is the title's own, sections have 2
    /// @param key names the section; empty for the headings of a person's text
    record Heading(int level, List<Span> spans, String key, Lines lines) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    record Paragraph(List<Span> spans, Lines lines) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        public static Paragraph of(Span... spans) {
            return new Paragraph(List.of(spans), Lines.NONE);
        }
    }

    record Bullets(List<Item> items, Lines lines) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// A list whose points are counted.
    ///
    /// @param start the number of the first
    record Numbered(int start, List<Item> items, Lines lines) implements Block {
        public Numbered {
            items = List.copyOf(items);
        }
    }

    /// Every row has as many cells as the head.
    record Table(List<Align> aligns, List<Cell> head, List<List<Cell>> rows, Lines lines) implements Block {
        public Table {
            aligns = List.copyOf(aligns);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Code(String language, String text, Lines lines) implements Block {}

    record Quote(List<Block> blocks, Lines lines) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    record Figure(String caption, Picture picture, Lines lines) implements Block {}

    record Rule(Lines lines) implements Block {}

    /// What was composed from facts, with the words of the directive that asked for it.
    record FromRecord(Directive directive, List<Block> blocks, Lines lines) implements Block {
        public FromRecord {
            blocks = List.copyOf(blocks);
        }
    }

    /// One point of a list.
    record Item(Tick tick, List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }

        public static Item of(Span... spans) {
            return new Item(Tick.NONE, List.of(Paragraph.of(spans)));
        }
    }

    /// The box before a point of a task list.
    enum Tick {
        NONE,
        OPEN,
        DONE
    }

    record Cell(List<Span> spans) {
        public Cell {
            spans = List.copyOf(spans);
        }

        public static Cell of(Span... spans) {
            return new Cell(List.of(spans));
        }

        public static Cell of(String text) {
            return new Cell(Span.plain(text));
        }
    }

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
