
package io.github.cnnclassifier.archive;

import java.util.Optional;

import io.github.cnnclassifier.model.ClassifierDescription;

/**
 * All that classifier.json says.
 *
 * @param description what a person is told
 * @param unlike what it says of a further part; empty if there is none
 */
record Described(ClassifierDescription description,
		Optional<UnlikePart> unlike)
{
}
