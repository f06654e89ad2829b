package tocsin.ui.people;

/// A team or a service, or two people's words about one thing that never met.
///
/// @param name what it is
/// @param note who leads or owns it
record SideRow(Kind kind, String name, String note) {
    enum Kind {
        TEAM,
        SERVICE,
        APART
    }

    String spoken() {
        return name + ", " + note;
    }
}
