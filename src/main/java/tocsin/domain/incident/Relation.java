package tocsin.domain.incident;

/// Why two incidents are linked.
public enum Relation {
    RELATED,
    CAUSED_BY,
    FOLLOWS,
    PART_OF
}
