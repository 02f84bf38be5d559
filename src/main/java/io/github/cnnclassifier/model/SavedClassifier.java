
package io.github.cnnclassifier.model;

import java.util.Optional;

/**
 * A classifier as it is kept: what a model file holds.
 *
 * @param description everything but the numbers
 * @param weights names and shapes as the description's network asks for
 * @param unlike tells how unlike the training images an image is; empty for
 *          models of earlier versions and those of too few images
 */
public record SavedClassifier(ClassifierDescription description,
		Weights weights, Optional<UnlikeScore> unlike)
{

	/** One that does not tell how unlike the training images an image is. */
	public SavedClassifier(final ClassifierDescription description,
		final Weights weights)
	{
		this(description, weights, Optional.empty());
	}

	/** @return what decides the shapes of the network */
	public NetworkSpec networkSpec() {
		return description.networkSpec();
	}
}
