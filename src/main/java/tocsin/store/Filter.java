package tocsin.store;

/// Which incidents a list shows.
public enum Filter {
    /// Those that still owe something.
    LIVE,
    ALL
}
