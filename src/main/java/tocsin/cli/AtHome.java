package tocsin.cli;

/// A command that may do without the profile.
interface AtHome {
    /// Asked after the words were read.
    boolean needsNoProfile();
}
