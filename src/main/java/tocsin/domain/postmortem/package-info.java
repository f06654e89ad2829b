/// What was learned: owner and due date, impact, the rule that let it through, actions, reviewers and approval, the
/// hardening record, and what people say to each other about the document. Its words are in `domain.prose`.
@NullMarked
package tocsin.domain.postmortem;

import org.jspecify.annotations.NullMarked;
