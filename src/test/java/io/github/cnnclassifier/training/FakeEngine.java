
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/** Hands out one network that learns nothing and remembers how it was asked. */
final class FakeEngine implements Engine {

	private static final long BYTES_PER_IMAGE = 1 << 20;

	private final TrainableNetwork network;
	private final int imagesInMemory;
	TrainingOptions options;

	/** @param imagesInMemory how many a batch can have */
	FakeEngine(final TrainableNetwork network, final int imagesInMemory) {
		this.network = network;
		this.imagesInMemory = imagesInMemory;
	}

	@Override
	public TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions asked)
	{
		options = asked;
		return network;
	}

	@Override
	public Network load(final NetworkSpec spec, final Weights weights) {
		throw new UnsupportedOperationException("a fake network is only trained");
	}

	@Override
	public MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions asked)
	{
		return new MemoryNeed(0, BYTES_PER_IMAGE);
	}

	@Override
	public MemoryNeed predictionMemory(final NetworkSpec spec) {
		return new MemoryNeed(0, BYTES_PER_IMAGE);
	}

	@Override
	public long availableBytes() {
		return imagesInMemory * BYTES_PER_IMAGE;
	}

	@Override
	public String description() {
		return "a fake";
	}
}
