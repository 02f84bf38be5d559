
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.model.NetworkSpec;

/**
 * Shrinks a batch until it fits the memory, before anything is computed.
 *
 * @param nativeBytes of memory outside the Java heap that networks may take
 * @param heapBytes of the Java heap that are free, a quarter of which may hold
 *          inputs
 */
public record MemoryPlan(long nativeBytes, long heapBytes) {

	/** Batches that are prepared ahead, and the one that is computed. */
	private static final int BATCHES_IN_HEAP = 6;

	private static final int LARGEST_PREDICTED_BATCH = 64;

	/**
	 * @param engine whose memory it is
	 * @return a plan for this Java process as it is now
	 */
	public static MemoryPlan of(final Engine engine) {
		return new MemoryPlan(engine.availableBytes(), FreeHeap.bytes());
	}

	/**
	 * @param engine that is to train
	 * @param spec of the network
	 * @param options of the training
	 * @param wished batch size, at least 1
	 * @return the wished batch size, halved until training fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public static int trainingBatch(final Engine engine, final NetworkSpec spec,
		final TrainingOptions options, final int wished)
	{
		return of(engine).batch(spec, engine.trainingMemory(spec, options), wished);
	}

	/**
	 * @param engine that is to predict
	 * @param spec of the network
	 * @return 64, which is enough to fill two cores, halved until predicting
	 *         fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public static int predictionBatch(final Engine engine,
		final NetworkSpec spec)
	{
		return of(engine).batch(spec, engine.predictionMemory(spec),
			LARGEST_PREDICTED_BATCH);
	}

	/**
	 * @param spec of the network
	 * @param need of the network
	 * @param wished batch size, at least 1
	 * @return the wished batch size, halved until it fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public int batch(final NetworkSpec spec, final MemoryNeed need,
		final int wished)
	{
		final long inputs = 4L * BATCHES_IN_HEAP * spec.input().size();
		int batch = wished;
		while (batch > 1 && (need.bytes(batch) > nativeBytes || batch *
			inputs > heapBytes / 4))
		{
			batch = (batch + 1) / 2;
		}
		if (need.bytes(batch) > nativeBytes) throw new UserFailure("The network '" +
			spec.architecture().name() + "' on images of " + spec.input().width() +
			" x " + spec.input().height() + " pixels needs about " + (need.bytes(
				1) >> 20) + " MB, but only " + (nativeBytes >> 20) +
			" MB are available. Use smaller input images or network=tiny.");
		return batch;
	}
}
