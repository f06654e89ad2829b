package tocsin.app;

import java.util.List;

/// A file that was not taken in, with a line for every row that is wrong. Nothing was written.
public final class CsvRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    CsvRefused(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /// Each with the line number, in the order of the file.
    public List<String> faults() {
        return faults;
    }
}
