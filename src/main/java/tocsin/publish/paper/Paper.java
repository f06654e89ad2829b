package tocsin.publish.paper;

import java.time.Instant;
import java.util.List;

/// A whole document, told in full: whoever writes it out adds no word of its own.
///
/// @param language of the words, as HTML names it: `en`, `de`
/// @param label what kind of document it is, over the title
/// @param author who answers for it; empty when nobody does or nobody is named
/// @param made of when its newest fact is; the document has no other date, so that the same facts give the same bytes
/// @param meta what stands under the title: name and value
/// @param labels the few words that a writer needs for the frame of its pages
public record Paper(
        String language,
        String label,
        String title,
        Marking marking,
        String author,
        Instant made,
        List<Meta> meta,
        Labels labels,
        List<Block> blocks) {
    public Paper {
        meta = List.copyOf(meta);
        blocks = List.copyOf(blocks);
    }

    /// One line under the title.
    public record Meta(String name, String value) {}

    /// The words of the frame, in the language of the paper.
    ///
    /// @param contents over the table of contents
    /// @param page `Page {0} of {1}`
    /// @param fromRecord leads what was composed from facts
    /// @param missing said at the foot when a letter has no printed form
    /// @param pictureMissing `{0}` stands for the name of a picture that is not at hand
    public record Labels(String contents, String page, String fromRecord, String missing, String pictureMissing) {}
}
