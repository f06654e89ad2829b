package tocsin.app;

/// How far a long piece of work has come. Told on the thread that does it.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (_, _) -> {};

    void at(long done, long total);
}
