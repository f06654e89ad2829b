package tocsin.ui.lessons;

/// A word that narrows the lists, to be put into the line or taken out by pointing at it.
///
/// @param part what stands in the line
/// @param state whether it stands there now
record Chip(String part, String label, State state) {
    enum State {
        OFF,
        ON
    }
}
