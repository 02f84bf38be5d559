
package io.github.cnnclassifier.dataset.prepare;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes that several holders share. Thread-safe. */
final class MemoryBudget {

	private final AtomicLong remaining;

	MemoryBudget(final long bytes) {
		remaining = new AtomicLong(bytes);
	}

	/** @return whether there was enough; if so it is taken */
	boolean take(final long bytes) {
		if (remaining.addAndGet(-bytes) >= 0) return true;
		giveBack(bytes);
		return false;
	}

	void giveBack(final long bytes) {
		remaining.addAndGet(bytes);
	}
}
