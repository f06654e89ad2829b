package tocsin.casefile;

/// One thing that is wrong with a case file, or worth knowing.
///
/// @param where the entry, fact or desk; the file itself when it is empty
/// @param words one line for a person
public record CaseFault(Kind kind, String where, String words) {
    public enum Kind {
        /// The disk would not give or take it, or it is not there.
        TROUBLE,
        NOT_A_CASE_FILE,
        /// Cut short, or with bytes in it that belong to no entry.
        CONTAINER,
        /// An entry that may not be there, by its name or its form.
        ENTRY,
        TOO_LARGE,
        /// A newer Tocsin wrote it.
        NEWER,
        MANIFEST,
        SEAL,
        /// An entry has other bytes than the manifest says.
        CHANGED,
        MISSING,
        FACT,
        /// The facts of a desk do not follow one another.
        CHAIN,
        COUNT,
        ROOT,
        /// The facts of a desk stand on the word of the desk that made the file.
        VOUCHED;

        /// Notes are worth knowing and accuse nobody.
        public boolean isNote() {
            return this == VOUCHED;
        }
    }

    /// The whole line: the place first.
    public String line() {
        return where.isEmpty() ? words : where + ": " + words;
    }
}
