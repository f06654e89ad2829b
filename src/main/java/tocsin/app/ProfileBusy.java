package tocsin.app;

import tocsin.journal.JournalException;

/// Another process, or another part of this one, owns the profile.
public final class ProfileBusy extends JournalException {
    private static final long serialVersionUID = 1;

    ProfileBusy(Profile profile, Throwable cause) {
        this(profile);
        initCause(cause);
    }

    public ProfileBusy(Profile profile) {
        super("the profile " + profile.folder() + " is open in another Tocsin, which does not answer; wait for it, or"
                + " close it");
    }
}
