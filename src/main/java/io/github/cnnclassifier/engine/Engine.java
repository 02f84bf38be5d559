
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/**
 * The seam to a deep-learning library: makes networks. Memory that is full, on
 * the Java heap or outside, is an {@link OutOfMemoryError} here and in the
 * networks, never another one. Thread-safe.
 */
public interface Engine {

	/**
	 * Makes a network with fresh random weights, ready to be trained.
	 *
	 * @param spec a possible network
	 * @param options how it is trained
	 * @return owned by the caller, who closes it
	 * @throws IllegalArgumentException if the frozen weights do not fit the spec
	 */
	TrainableNetwork create(NetworkSpec spec, TrainingOptions options);

	/**
	 * Makes a network that predicts with given weights.
	 *
	 * @param spec a possible network
	 * @param weights names and shapes as the spec asks for
	 * @return owned by the caller, who closes it
	 */
	Network load(NetworkSpec spec, Weights weights);

	/**
	 * @param spec a possible network
	 * @param options how it is trained
	 * @return what training it takes
	 */
	MemoryNeed trainingMemory(NetworkSpec spec, TrainingOptions options);

	/**
	 * @param spec a possible network
	 * @return what predicting with it takes
	 */
	MemoryNeed predictionMemory(NetworkSpec spec);

	/**
	 * @return bytes of memory outside the Java heap that networks may take now
	 */
	long availableBytes();

	/** @return name, version and what makes it fast here, for reports */
	String description();
}
