package tocsin.ui.shell;

/// One stop on the rail.
///
/// @param note under the name, quieter: what an incident is about
/// @param style shape and colour of a level, or empty
public record RailItem(Place place, String name, String note, String style, String cap) {
    /// Incidents and the board stand at the upper end; what is around them, at the lower.
    boolean work() {
        return place instanceof Place.OnBoard || place instanceof Place.InRoom || place instanceof Place.AtPostmortem;
    }
}
