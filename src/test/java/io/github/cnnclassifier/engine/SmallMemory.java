
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.model.NetworkSpec;

/** Another engine, whose networks have no room for more than so many inputs. */
public final class SmallMemory extends EngineAround {

	private final int most;
	/** Of the batches that were answered. */
	private final List<Integer> batches = new ArrayList<>();

	/**
	 * @param engine that computes
	 * @param most inputs at a time
	 */
	public SmallMemory(final Engine engine, final int most) {
		super(engine);
		this.most = most;
	}

	/** @return how large those were that had room */
	public List<Integer> batches() {
		return batches;
	}

	@Override
	void predicting(final NetworkSpec spec, final float[] batch,
		final int count)
	{
		requireRoom(count);
	}

	@Override
	void featuresOf(final NetworkSpec spec, final float[] batch,
		final int count)
	{
		requireRoom(count);
	}

	private void requireRoom(final int count) {
		if (count > most) throw new OutOfMemoryError("no room for " + count);
		batches.add(count);
	}
}
