
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {

	@ParameterizedTest
	@CsvSource({ "1,1", "1,9", "3,1", "3,2", "3,3", "3,10" })
	void everyItemIsDoneOnceAndEveryPartHasOne(final int size, final int items) {
		final AtomicIntegerArray done = new AtomicIntegerArray(items);
		final AtomicIntegerArray parts = new AtomicIntegerArray(size);
		final int used = new Team(size).split(items, (part, from, to) -> {
			parts.set(part, to - from);
			for (int i = from; i < to; i++)
				done.incrementAndGet(i);
		});
		assertEquals(Math.min(size, items), used);
		for (int part = 0; part < size; part++)
			assertEquals(part < used, parts.get(part) > 0);
		for (int i = 0; i < items; i++)
			assertEquals(1, done.get(i));
	}

	@Test
	void aFailureOfAnyPartIsTold() {
		for (int failing = 0; failing < 3; failing++) {
			final int one = failing;
			final RuntimeException failure = new IllegalStateException("part " + one);
			assertSame(failure, assertThrows(IllegalStateException.class,
				() -> new Team(3).split(3, (part, from, to) -> {
					if (part == one) throw failure;
				})));
		}
	}
}
