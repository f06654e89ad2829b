package tocsin.sync;

import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import tocsin.sync.HubTrouble.Kind;

/// What went wrong at a database, as one line in our own words: those of the driver and of the server may tell values,
/// addresses and secrets.
final class PostgresTrouble {
    static final String NO_SUCH_PREDECESSOR = "23503";

    private PostgresTrouble() {}

    static HubTrouble of(SQLException failed, PostgresLink link) {
        String state = failed.getSQLState() == null ? "08006" : failed.getSQLState();
        String hub = "the hub " + link.place();
        if (isCausedBy(failed, SSLException.class)
                || isCausedBy(failed, CertificateException.class)
                || isOfAnotherName(failed)) {
            return refused(hub + " could not prove who it is: its certificate is not one that is trusted here");
        }
        if (isCausedBy(failed, UnknownHostException.class)) {
            return away(hub + " is not found: its name is unknown, or this machine is offline", state);
        }
        return switch (state) {
            case "08004" ->
                isOfTheServer(failed)
                        ? away(hub + " takes no connection now", state)
                        : refused(hub + " offers no protected connection (TLS)");
            case "28000", "28P01" ->
                refused(hub + " does not let " + link.user() + " in: the name or the password is wrong");
            case "3D000" -> foreign(hub + " has no database of that name");
            case "42P01", "3F000" -> foreign(hub + " is not one yet: an administrator runs `tocsin hub setup` once");
            case "42501" -> refused(hub + " does not allow this to " + link.user() + ": an administrator can");
            case "23514", "22001", "54000" -> refused(hub + " does not take a fact of that size or shape");
            default ->
                isPassing(state)
                        ? away(hub + " cannot be reached now", state)
                        : foreign(hub + " answered with the unexpected error " + state.replaceAll("[^0-9A-Z]", "?"));
        };
    }

    static HubTrouble refused(String words) {
        return new HubTrouble(Kind.REFUSED, words);
    }

    static HubTrouble foreign(String words) {
        return new HubTrouble(Kind.FOREIGN, words);
    }

    private static HubTrouble away(String words, String state) {
        return new HubTrouble(Kind.AWAY, words + " (" + state + ")");
    }

    /// Connections, shutdowns, serialization and deadlocks, time limits, and what the server has too little of.
    private static boolean isPassing(String state) {
        return state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("40")
                || state.startsWith("58")
                || state.equals("55P03")
                || state.equals("25P03")
                || state.equals("25006");
    }

    /// The driver has no other sign for a certificate with another name in it.
    private static boolean isOfAnotherName(SQLException failed) {
        return String.valueOf(failed.getMessage()).contains("HostnameVerifier");
    }

    private static boolean isOfTheServer(SQLException failed) {
        return failed instanceof PSQLException told && told.getServerErrorMessage() != null;
    }

    private static boolean isCausedBy(Throwable failed, Class<? extends Throwable> kind) {
        int depth = 0;
        for (Throwable each = failed; each != null && depth < 20; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
