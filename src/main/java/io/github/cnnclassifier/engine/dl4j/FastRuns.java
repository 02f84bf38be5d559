
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;

/**
 * The runs of the two batch sizes used last: the usual one and the rest at the
 * end of an epoch.
 */
final class FastRuns implements AutoCloseable {

	private static final int KEPT = 2;

	private final IntFunction<FastRun> maker;
	private final Deque<FastRun> latestFirst = new ArrayDeque<>();

	/** @param maker makes the run for a batch size */
	FastRuns(final IntFunction<FastRun> maker) {
		this.maker = maker;
	}

	FastRun of(final int count) {
		FastRun found = null;
		for (final FastRun run : latestFirst)
			if (run.count() == count) found = run;
		if (found == null) {
			if (latestFirst.size() == KEPT) latestFirst.removeLast().close();
			found = maker.apply(count);
		}
		else latestFirst.remove(found);
		latestFirst.addFirst(found);
		return found;
	}

	@Override
	public void close() {
		latestFirst.forEach(FastRun::close);
		latestFirst.clear();
	}
}
