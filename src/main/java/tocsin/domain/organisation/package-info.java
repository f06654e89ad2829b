/// The organisation around the incidents: its people, teams and services, and what it has set otherwise than shipped.
/// These facts belong to no incident. Values only; it knows the incidents, they do not know it.
@NullMarked
package tocsin.domain.organisation;

import org.jspecify.annotations.NullMarked;
