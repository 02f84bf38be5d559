
package io.github.cnnclassifier.engine.dl4j;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A thread that waits for its next task actively for a moment, then asleep: a
 * training step consists of dozens of short tasks, and to wake a thread up
 * takes as long as some of them.
 */
final class Worker {

	private static final ConcurrentLinkedDeque<Worker> IDLE =
		new ConcurrentLinkedDeque<>();
	/** Turns of a loop, about a tenth of a millisecond or less. */
	private static final int TURNS = 2000;

	private final Thread thread = new Thread(this::work, "CNN computing");
	private volatile Runnable task;

	private Worker() {
		thread.setDaemon(true);
		thread.start();
	}

	/** @return one that does nothing now; to be given back */
	static Worker take() {
		final Worker idle = IDLE.pollFirst();
		return idle == null ? new Worker() : idle;
	}

	/** Lets others take it; its task must be done, or as good as done. */
	void giveBack() {
		IDLE.addFirst(this);
	}

	/** @param next must not throw */
	void start(final Runnable next) {
		task = next;
		LockSupport.unpark(thread);
	}

	private void work() {
		while (true) {
			await(() -> task != null);
			final Runnable mine = task;
			task = null;
			mine.run();
		}
	}

	/** Whoever makes it true must wake this thread up. */
	static void await(final BooleanSupplier condition) {
		for (int i = 0; i < TURNS; i++) {
			if (condition.getAsBoolean()) return;
			Thread.onSpinWait();
		}
		while (!condition.getAsBoolean())
			LockSupport.park();
	}
}
