package tocsin.casefile;

import tocsin.journal.Hash;

/// A file inside the case file, as its manifest names it.
public record CaseEntry(String name, Hash sha256, long size) {}
