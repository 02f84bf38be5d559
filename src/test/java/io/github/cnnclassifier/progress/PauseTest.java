
package io.github.cnnclassifier.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A computation that holds on between two things. */
@Timeout(60)
class PauseTest {

	private final PauseSwitch pause = new PauseSwitch();
	private final AtomicBoolean canceled = new AtomicBoolean();
	private final Progress progress = new PausedBy(pause, canceled::get);

	/** @return of four things, which are taken on another thread */
	private CompletableFuture<Integer> sum(final CountDownLatch second) {
		return CompletableFuture.supplyAsync(() -> {
			int sum = 0;
			try (ReadAhead<Integer> things = new ReadAhead<>(4, 2, i -> i + 1,
				progress))
			{
				while (things.hasNext()) {
					sum += things.next();
					if (sum == 3) pause.pause();
					if (sum == 3) second.countDown();
				}
			}
			return sum;
		});
	}

	@Test
	void itWaitsBetweenTwoThingsAndGoesOnWhereItWas() throws Exception {
		final CountDownLatch second = new CountDownLatch(1);
		final CompletableFuture<Integer> sum = sum(second);
		second.await();
		TimeUnit.MILLISECONDS.sleep(150);
		assertFalse(sum.isDone());
		pause.goOn();
		assertEquals(10, sum.get());
		assertTrue(pause.nanos() >= TimeUnit.MILLISECONDS.toNanos(100), pause
			.nanos() + " ns");
	}

	@Test
	void whoIsCanceledMeanwhileEnds() throws Exception {
		final CountDownLatch second = new CountDownLatch(1);
		final CompletableFuture<Integer> sum = sum(second);
		second.await();
		canceled.set(true);
		assertTrue(assertThrows(ExecutionException.class, sum::get)
			.getCause() instanceof CanceledException);
	}

	@Test
	void anInterruptedThreadEndsAndStaysInterrupted() {
		pause.pause();
		Thread.currentThread().interrupt();
		assertThrows(CanceledException.class, () -> pause.await(progress));
		assertTrue(Thread.interrupted());
	}

	@Test
	void whoeverPassesCallsOnPassesThePauseOn() {
		assertSame(pause, new NamedProgress("a", progress).pause());
		assertSame(pause, new InterruptAsCancel(progress).pause());
		assertSame(pause, new TimedStage(progress, "a", 0, 1).pause());
		assertSame(Pause.NONE, Progress.none().pause());
		Pause.NONE.await(progress);
		assertEquals(0, Pause.NONE.nanos());
	}
}
