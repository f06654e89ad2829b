package tocsin.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tocsin.base.FactId;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.AnalysisFact.NodeAdded;
import tocsin.domain.analysis.AnalysisFact.NodeMoved;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.incident.IncidentCommand.DropNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;
import tocsin.domain.incident.Story;
import tocsin.domain.postmortem.Review.Status;
import tocsin.domain.severity.Severity;

class AnalysisTest {
    private final Story story = Story.incident(Severity.SEV2);

    @Test
    void anAnswerHangsBelowItsQuestionAndMayHaveNeighbours() {
        FactId top = why("Orders written twice");
        FactId writers = why(top, "Both writers live");
        why(top, "Canary watches status codes only");
        why(writers, "Rule PAY-07 silent on rollouts");

        assertThat(told(Figure.WHYS)).isEqualTo("""
                Orders written twice
                .Both writers live
                ..Rule PAY-07 silent on rollouts
                .Canary watches status codes only
                """);
    }

    @Test
    void aNodeIsMovedBeforeANeighbourAndBelowAnother() {
        FactId top = why("top");
        FactId one = why(top, "one");
        FactId two = why(top, "two");

        story.does(new MoveNode(two, Optional.of(top), Optional.of(one)));
        assertThat(told(Figure.WHYS)).isEqualTo("top\n.two\n.one\n");

        story.does(new MoveNode(one, Optional.of(two), Optional.empty()));
        assertThat(told(Figure.WHYS)).isEqualTo("top\n.two\n..one\n");
        assertThat(story.refusal(new MoveNode(two, Optional.of(one), Optional.empty())))
                .isEqualTo("refused.analysis.circle");
        assertThat(story.refusal(new MoveNode(two, Optional.of(top), Optional.of(one))))
                .isEqualTo("refused.analysis.unknown");
    }

    @Test
    void whatHangsBelowADroppedNodeGoesWithItAndComesBackWithIt() {
        FactId top = why("top");
        FactId one = why(top, "one");
        why(one, "two");

        story.does(new DropNode(one, "said elsewhere"));
        assertThat(told(Figure.WHYS)).isEqualTo("top\n");
        assertThat(story.refusal(new DropNode(one, ""))).isEqualTo("refused.analysis.unknown");

        story.does(story.undo(story.lastGesture()));
        assertThat(told(Figure.WHYS)).isEqualTo("top\n.one\n..two\n");
    }

    @Test
    void wordsThatTwoDesksWroteAtOnceBothStayToBeSeen() {
        FactId top = why("top");
        Story other = story.onTheOtherDesk();

        story.does(new ChangeNode(top, Content.why("here")));
        other.at(1).does(new ChangeNode(top, Content.why("there")));
        story.joinedBy(other);
        assertThat(node(top).text()).isEqualTo("there");
        assertThat(node(top).rivals()).containsExactly(Content.why("here"));

        story.at(2).does(new ChangeNode(top, Content.why("there")));
        assertThat(node(top).rivals()).isEmpty();
        assertThat(story.refusal(new ChangeNode(top, Content.why("there")))).isEqualTo("refused.analysis.same");
    }

    @Test
    void ofTwoMovesThatTogetherMakeACircleTheLaterIsLeftOut() {
        FactId top = why("top");
        FactId one = why(top, "one");
        FactId two = why(top, "two");
        Story other = story.onTheOtherDesk();

        story.does(new MoveNode(one, Optional.of(two), Optional.empty()));
        other.at(1).does(new MoveNode(two, Optional.of(one), Optional.empty()));

        assertThat(story.joinedBy(other).now().analysis())
                .isEqualTo(other.joinedBy(story).now().analysis());
        assertThat(told(Figure.WHYS)).isEqualTo("top\n.two\n..one\n");
    }

    @Test
    void aThousandRandomFactsFoldToOneTreeInWhateverOrderTheyCome() {
        var random = new Random(42);
        for (int round = 0; round < 20; round++) {
            Story many = Story.incident(Severity.SEV2);
            var ids = new ArrayList<FactId>();
            for (int i = 0; i < 50; i++) {
                Optional<FactId> some = pick(ids, random);
                switch (random.nextInt(4)) {
                    case 0 -> some.ifPresent(id -> many.fact(new NodeMoved(id, pick(ids, random), pick(ids, random))));
                    case 1 -> some.ifPresent(id -> many.fact(new AnalysisFact.NodeDropped(id, "")));
                    default -> {
                        many.fact(new NodeAdded(Figure.FAULT, some, Content.event("e" + i)));
                        ids.add(many.last());
                    }
                }
            }
            List<Recorded> facts = new ArrayList<>(many.history().facts());
            Collections.shuffle(facts, random);

            Analysis again = History.of(Story.ID, facts).now().analysis();

            assertThat(again).isEqualTo(many.now().analysis());
            for (Node node : again.nodes().values()) {
                node.parent()
                        .ifPresent(parent -> assertThat(
                                        again.node(parent).orElseThrow().children())
                                .contains(node.id()));
                assertThat(node.children()).allMatch(child -> again.node(child).isPresent());
            }
        }
    }

    @Test
    void aTreeOfAnyDepthFolds() {
        FactId below = why("top");
        var fold = new AnalysisFold();
        story.history().facts().forEach(fact -> feed(fold, fact));
        for (int i = 0; i < 20_000; i++) {
            story.fact(new NodeAdded(Figure.WHYS, Optional.of(below), Content.why("w")));
            below = story.last();
            feed(fold, story.history().facts().getLast());
        }

        assertThat(fold.analysis().nodes()).hasSize(20_001);
        assertThat(fold.analysis().hashCode()).isEqualTo(fold.analysis().hashCode());
    }

    @Test
    void everyFigureTakesWhatBelongsIntoItAndRefusesTheRest() {
        assertAccepts(Figure.WHYS, Content.rule("PAY-07"));
        assertAccepts(Figure.FISHBONE, Content.cause(Category.CONFIG, "pool of 50"));
        assertAccepts(
                Figure.FACTORS, Content.factor(FactorCode.CAPACITY, FactorPart.LATENT, "pool of 50", Optional.empty()));
        assertAccepts(Figure.FAULT, Content.event("Down", Join.OR));
        assertAccepts(Figure.CHANGE, Content.change("pool", "50", "20", Differs.YES));
        assertAccepts(Figure.BARRIER, Content.barrier("canary", "halt", Held.BYPASSED, "flag"));

        assertThat(refusal(Figure.FISHBONE, Content.cause("no bone"))).isEqualTo("refused.analysis.marks");
        assertThat(refusal(Figure.CHANGE, Content.why("no cells"))).isEqualTo("refused.analysis.marks");
        assertThat(refusal(Figure.WHYS, Content.why(" "))).isEqualTo("refused.text.blank");
        assertThat(refusal(Figure.WHYS, Content.why("x".repeat(400)))).isEqualTo("refused.text.tooLong");
        assertThat(refusal(
                        Figure.FACTORS,
                        Content.factor(
                                FactorCode.CODE, FactorPart.TRIGGER, "x", Optional.of(new FactId(Story.DESK, 999)))))
                .isEqualTo("refused.entry.none");
    }

    @Test
    void aTableHasNoRowsBelowRowsAndAFaultTreeOneTop() {
        story.does(new AddNode(Figure.CHANGE, Optional.empty(), Content.change("a", "1", "2", Differs.YES)));
        assertThat(story.refusal(new AddNode(
                        Figure.CHANGE, Optional.of(story.last()), Content.change("b", "1", "2", Differs.YES))))
                .isEqualTo("refused.analysis.noTree");

        story.does(new AddNode(Figure.FAULT, Optional.empty(), Content.event("Down")));
        assertThat(refusal(Figure.FAULT, Content.event("Also down"))).isEqualTo("refused.analysis.oneTop");
    }

    @Test
    void whoeverChangesAFigureAfterTheApprovalReopensIt() {
        Story approved = Story.incident(Severity.SEV2).hardening();
        assertThat(approved.now().review().status()).isEqualTo(Status.APPROVED);

        approved.does(new AddNode(Figure.WHYS, Optional.empty(), Content.why("Orders twice")));

        assertThat(approved.now().review().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void theSmallestSetsOfEventsThatBringTheTopAbout() {
        FactId top = event(Optional.empty(), Content.event("Orders twice", Join.AND));
        FactId writers = event(Optional.of(top), Content.event("Two writers", Join.OR));
        event(Optional.of(top), Content.event("No idempotency key"));
        event(Optional.of(writers), Content.event("Flag at half"));
        FactId late = event(Optional.of(writers), Content.event("Late failover", Join.AND));
        event(Optional.of(late), Content.event("Slow network"));
        event(Optional.of(late), Content.event("flag at half "));

        CutSets sets = CutSets.of(story.now().analysis(), node(top));

        assertThat(sets.sets()).containsExactly(List.of("Flag at half", "No idempotency key"));
        assertThat(sets.complete()).isTrue();
    }

    @Test
    void tooManySetsAreCutDownToTheSmallest() {
        FactId top = event(Optional.empty(), Content.event("top", Join.AND));
        for (int i = 0; i < 12; i++) {
            FactId gate = event(Optional.of(top), Content.event("gate " + i, Join.OR));
            for (int j = 0; j < 8; j++) {
                event(Optional.of(gate), Content.event(i + " or " + j));
            }
        }

        CutSets sets = CutSets.of(story.now().analysis(), node(top));

        assertThat(sets.sets()).hasSize(256);
        assertThat(sets.complete()).isFalse();
    }

    @Test
    void advisesToAskOnUntilARuleOrAGateIsReached() {
        FactId top = why("Orders written twice");
        FactId one = why(top, "The operator erred");
        assertThat(Advice.forWhys(story.now().analysis(), text -> text.contains("operator")))
                .extracting(Advice::reason)
                .containsExactly(Advice.Reason.WHAT_ELSE, Advice.Reason.ENDS_AT_A_PERSON);

        story.does(new AddNode(Figure.WHYS, Optional.of(one), Content.rule("PAY-07 is silent")));
        why(top, "Canary looks at status codes");
        assertThat(Advice.forWhys(story.now().analysis(), _ -> false))
                .extracting(Advice::reason)
                .containsExactly(Advice.Reason.ENDS_TOO_EARLY);
    }

    private void assertAccepts(Figure figure, Content content) {
        story.does(new AddNode(figure, Optional.empty(), content));
        assertThat(node(story.last()).content()).isEqualTo(content);
    }

    private String refusal(Figure figure, Content content) {
        return story.refusal(new AddNode(figure, Optional.empty(), content));
    }

    private FactId why(String text) {
        return added(new AddNode(Figure.WHYS, Optional.empty(), Content.why(text)));
    }

    private FactId why(FactId parent, String text) {
        return added(new AddNode(Figure.WHYS, Optional.of(parent), Content.why(text)));
    }

    private FactId event(Optional<FactId> parent, Content content) {
        return added(new AddNode(Figure.FAULT, parent, content));
    }

    private FactId added(IncidentCommand command) {
        return story.does(command).last();
    }

    private Node node(FactId id) {
        return story.now().analysis().node(id).orElseThrow();
    }

    private String told(Figure figure) {
        return story.now().analysis().figure(figure).stream()
                .map(node -> ".".repeat(node.depth()) + node.text() + "\n")
                .collect(Collectors.joining());
    }

    private static void feed(AnalysisFold fold, Recorded recorded) {
        if (recorded.fact() instanceof AnalysisFact fact) {
            fold.apply(recorded, fact);
        }
    }

    private static Optional<FactId> pick(List<FactId> ids, Random random) {
        return ids.isEmpty() || random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(ids.get(random.nextInt(ids.size())));
    }
}
