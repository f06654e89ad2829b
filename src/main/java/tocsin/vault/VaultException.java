package tocsin.vault;

import java.nio.file.Path;

/// Why a vault did not do what was asked; the message is one line that says what to do. Nothing was changed on disk,
/// except perhaps where the disk itself failed.
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        WRONG_PASSPHRASE,
        TOO_SHORT,
        MISSING,
        EXISTS,
        LOCKED,
        /// Not a file of ours.
        FOREIGN,
        NEWER,
        DAMAGED,
        /// The file asks for a cost that is too low to protect or too high to bear.
        COST,
        TOO_LARGE,
        DISK
    }

    private VaultException(Why why, String line) {
        super(line);
        this.why = why;
    }

    private VaultException(Why why, String line, Throwable cause) {
        super(line, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    static VaultException wrongPassphrase() {
        return new VaultException(Why.WRONG_PASSPHRASE, "this is not the passphrase of the vault; try again");
    }

    static VaultException tooShort() {
        return new VaultException(
                Why.TOO_SHORT,
                "a passphrase has " + Passphrase.LEAST + " to " + Passphrase.MOST
                        + " characters; four words that do not belong together make a good one");
    }

    public static VaultException missing(Path file) {
        return new VaultException(
                Why.MISSING, "there is no vault at " + file + "; make one with `tocsin vault create`");
    }

    static VaultException exists(Path file) {
        return new VaultException(Why.EXISTS, "there is a vault already at " + file + "; nothing was changed");
    }

    public static VaultException locked() {
        return new VaultException(Why.LOCKED, "the vault is locked; unlock it with its passphrase");
    }

    static VaultException foreign(Path file) {
        return new VaultException(Why.FOREIGN, file + " is not a vault of Tocsin; move it away");
    }

    static VaultException newer(Path file, int version) {
        return new VaultException(
                Why.NEWER, file + " has version " + version + " and was written by a newer Tocsin; use that one");
    }

    static VaultException damaged(Path file, String what) {
        return new VaultException(
                Why.DAMAGED, "the vault " + file + " is damaged (" + what + "); put a copy of it back");
    }

    static VaultException cost(Path file, Cost cost) {
        return new VaultException(
                Why.COST,
                "the vault " + file + " asks for a cost that is not accepted (" + cost.inWords()
                        + "); put a copy of it back");
    }

    static VaultException tooLarge(String what) {
        return new VaultException(Why.TOO_LARGE, "the vault cannot hold " + what);
    }

    static VaultException disk(Path file, Exception failed) {
        return new VaultException(
                Why.DISK,
                "the vault " + file + " cannot be read or written (" + failed.getMessage()
                        + "); look at the disk and its permissions",
                failed);
    }
}
