/// What was said and done, minute by minute: entries of every kind with their corrections and strikes, tasks with one
/// owner, decisions with their objections poll, hypotheses with their status. Knows nothing of states or severities.
@NullMarked
package tocsin.domain.timeline;

import org.jspecify.annotations.NullMarked;
