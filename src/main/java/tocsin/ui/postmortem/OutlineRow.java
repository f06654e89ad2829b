package tocsin.ui.postmortem;

/// A place in the document, as the list at the left shows it.
///
/// @param note what is in it: a count, `empty`, or nothing
record OutlineRow(String key, String heading, String note, Mark mark) {
    enum Mark {
        /// Something stands there.
        WRITTEN,
        EMPTY,
        /// The closing waits for it.
        OWED
    }
}
