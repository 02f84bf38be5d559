
package io.github.cnnclassifier.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ReadAheadTest {

	@Test
	void thingsComeInOrderHoweverLongEachTakes() {
		final List<Integer> got = new ArrayList<>();
		try (ReadAhead<Integer> things = new ReadAhead<>(40, 8, i -> {
			pause(i % 3);
			return i;
		}, Progress.none())) {
			things.forEachRemaining(got::add);
			assertThrows(NoSuchElementException.class, things::next);
		}
		assertEquals(IntStream.range(0, 40).boxed().toList(), got);
	}

	@Test
	void noMoreThanAllowedIsPreparedAhead() {
		final AtomicInteger started = new AtomicInteger();
		try (ReadAhead<Integer> things = new ReadAhead<>(100, 3, i -> started
			.incrementAndGet(), Progress.none()))
		{
			for (int taken = 1; taken <= 20; taken++) {
				things.next();
				pause(2);
				assertTrue(started.get() <= taken + 3, started + " after " + taken);
			}
		}
	}

	@Test
	void nothingToPrepareHasNoNext() {
		try (ReadAhead<Integer> things = new ReadAhead<>(0, 3, i -> i, Progress
			.none()))
		{
			assertFalse(things.hasNext());
		}
	}

	@Test
	void whatAPreparationThrowsIsThrownInItsPlace() {
		final IllegalArgumentException failure = new IllegalArgumentException("x");
		try (ReadAhead<Integer> things = new ReadAhead<>(3, 3, i -> {
			if (i == 1) throw failure;
			return i;
		}, Progress.none())) {
			assertEquals(0, things.next());
			assertSame(failure, assertThrows(IllegalArgumentException.class,
				things::next));
			assertEquals(2, things.next());
		}
	}

	@Test
	void cancelingEndsTheWaitingForASlowPreparation() {
		final CountDownLatch never = new CountDownLatch(1);
		final AtomicBoolean canceled = new AtomicBoolean();
		try (ReadAhead<Integer> things = new ReadAhead<>(1, 1, i -> {
			canceled.set(true);
			await(never);
			return i;
		}, new CancelWhen(canceled::get))) {
			assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThrows(
				CanceledException.class, things::next));
		}
	}

	@Test
	void anInterruptCountsAsCanceling() {
		try (ReadAhead<Integer> things = new ReadAhead<>(1, 1, i -> {
			pause(50);
			return i;
		}, Progress.none())) {
			Thread.currentThread().interrupt();
			assertThrows(CanceledException.class, things::next);
			assertTrue(Thread.interrupted());
		}
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void pause(final long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
