package tocsin.domain.analysis;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.domain.Fact;

/// What can happen to the figures of an incident. A node is named by the fact that added it.
public sealed interface AnalysisFact extends Fact {
    /// Without a parent it stands for itself; a new node is the last of its neighbours.
    record NodeAdded(Figure figure, Optional<FactId> parent, Content content) implements AnalysisFact {}

    record NodeChanged(FactId node, Content from, Content to) implements AnalysisFact {}

    /// `before` names the neighbour it now stands before; without one it is the last.
    record NodeMoved(FactId node, Optional<FactId> parent, Optional<FactId> before) implements AnalysisFact {}

    /// What hangs below goes with it.
    record NodeDropped(FactId node, String reason) implements AnalysisFact {}
}
