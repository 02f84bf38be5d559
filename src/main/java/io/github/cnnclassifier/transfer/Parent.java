
package io.github.cnnclassifier.transfer;

import io.github.cnnclassifier.model.SavedClassifier;

/**
 * The classifier that a training starts from.
 *
 * @param name for messages: the file, or the name of a shipped model
 * @param fingerprint 16 hex digits, by which the child remembers it
 * @param classifier what it learned
 */
public record Parent(String name, String fingerprint,
		SavedClassifier classifier)
{
}
