package tocsin.domain.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a figure still lacks. Only advice: nothing is refused for it.
public record Advice(Node node, Reason reason) {
    public enum Reason {
        /// An answer nobody asked "why?" of, and no rule, gate or design either.
        ENDS_TOO_EARLY,
        /// An answer that comes to rest at somebody.
        ENDS_AT_A_PERSON,
        /// A question with one answer only: and what else?
        WHAT_ELSE
    }

    /// `blames` knows words that speak of somebody rather than of something.
    public static List<Advice> forWhys(Analysis analysis, Predicate<String> blames) {
        var advice = new ArrayList<Advice>();
        for (Node node : analysis.figure(Figure.WHYS)) {
            if (node.isLeaf() && blames.test(node.text())) {
                advice.add(new Advice(node, Reason.ENDS_AT_A_PERSON));
            } else if (node.isLeaf() && !node.content().endsAtARule()) {
                advice.add(new Advice(node, Reason.ENDS_TOO_EARLY));
            }
            if (node.depth() == 0 && node.children().size() == 1) {
                advice.add(new Advice(node, Reason.WHAT_ELSE));
            }
        }
        return advice;
    }
}
