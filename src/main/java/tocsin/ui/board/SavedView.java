package tocsin.ui.board;

import java.util.Set;

/// Some facets under a name.
public record SavedView(String name, Set<Facet> facets) {}
