/// What happens to a desk and its log rather than to an incident: first start, custody of case files, erasures.
@NullMarked
package tocsin.domain.desk;

import org.jspecify.annotations.NullMarked;
