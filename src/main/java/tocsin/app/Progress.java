package tocsin.app;

import java.util.List;
import java.util.function.Supplier;
import tocsin.store.IncidentRow;

/// How far a long piece of work has come. Told on the thread that does it.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (_, _) -> {};

    void at(long done, long total);

    /// What the lists said when they were last written, while the journal is still being read. Asked for only by
    /// whoever
    /// has a use for it; told on the opening thread.
    default void early(Supplier<List<IncidentRow>> lists) {}
}
