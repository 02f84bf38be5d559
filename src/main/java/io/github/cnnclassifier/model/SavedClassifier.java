
package io.github.cnnclassifier.model;

/**
 * A classifier as it is kept: what a model file holds.
 *
 * @param description everything but the weights
 * @param weights names and shapes as the description's network asks for
 */
public record SavedClassifier(ClassifierDescription description,
		Weights weights)
{

	/** @return what decides the shapes of the network */
	public NetworkSpec networkSpec() {
		return description.networkSpec();
	}
}
