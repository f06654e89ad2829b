package tocsin.journal;

import tocsin.base.FactId;

/// What became of a fact that another desk wrote.
public sealed interface Adopted {
    /// It is new here.
    ///
    /// @param aheadMillis how far its clock runs ahead of ours beyond what we follow; 0 when we follow
    record Added(StoredFact fact, long aheadMillis) implements Adopted {}

    /// It was here already.
    record Known(FactId id) implements Adopted {}

    /// The desk wrote two different facts in one place: somebody works on a copy, or somebody lies.
    record Forked(FactId id, Hash held, Hash offered) implements Adopted {}

    /// Facts before it are missing.
    record Gap(FactId id, FactId missing) implements Adopted {}

    /// Written by this very desk, later than anything it remembers: the end of this journal was lost.
    record LostTail(FactId id) implements Adopted {}

    /// It is not a sound fact.
    record Refused(FactId id, String words) implements Adopted {}
}
