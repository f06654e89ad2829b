package tocsin.app.search;

/// The fields of a document.
final class Names {
    static final String INCIDENT = "incident";
    static final String FACT = "fact";
    /// What of a postmortem it belongs to.
    static final String SHEET = "sheet";
    /// Where in a postmortem it stands.
    static final String PLACE = "place";
    static final String KIND = "kind";
    static final String WHEN = "when";
    static final String RECORDED = "recorded";
    static final String TIE = "tie";
    static final String TEXT = "text";
    static final String WORDS = "words";
    static final String BY = "by";
    static final String PEOPLE = "people";
    static final String TRAIT = "trait";
    static final String TAG = "tag";
    static final String MENTION = "mention";
    static final String LEVEL = "level";
    static final String STATE = "state";

    private Names() {}
}
