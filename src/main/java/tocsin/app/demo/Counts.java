package tocsin.app.demo;

/// What the month came to.
///
/// @param entries lines of all timelines
/// @param liveSev1 the number of the one SEV-1 that people are still responding to
public record Counts(int incidents, long facts, long entries, String liveSev1) {}
