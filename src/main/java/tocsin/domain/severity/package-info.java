/// How bad it is: the four levels, the six answers that lead to one of them with their explanation, and what each level
/// demands (response, updates, ladder, reviews). Values only.
@NullMarked
package tocsin.domain.severity;

import org.jspecify.annotations.NullMarked;
