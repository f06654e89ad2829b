/// The figures of an analysis: five whys, fishbone, contributing factors, fault tree, change and barrier analysis. All
/// of
/// them are nodes that were added, changed, moved and dropped by facts; what cannot be (a circle, a node below one of
/// another figure) the fold leaves out in the same way on every desk.
@NullMarked
package tocsin.domain.analysis;

import org.jspecify.annotations.NullMarked;
