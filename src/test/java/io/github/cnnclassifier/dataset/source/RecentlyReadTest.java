
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class RecentlyReadTest {

	private final AtomicInteger reads = new AtomicInteger();

	private final RecentlyRead<Integer, String> things = new RecentlyRead<>(2, 0,
		thing -> 1, key -> {
			reads.incrementAndGet();
			return "thing " + key;
		});

	@Test
	void onlyTheLastThingsAreRemembered() throws IOException {
		for (final int key : new int[] { 1, 1, 2, 1, 3, 1 }) {
			assertEquals("thing " + key, things.get(key));
		}
		assertEquals(3, reads.get());
		things.get(2);
		assertEquals(4, reads.get());
	}

	/** Beyond the two that always stay, ten bytes together. */
	@Test
	void smallThingsAreRememberedUpToTheLimit() throws IOException {
		final RecentlyRead<Integer, String> small = new RecentlyRead<>(2, 10,
			String::length, key -> {
				reads.incrementAndGet();
				return "x".repeat(key);
			});
		for (final int key : new int[] { 1, 2, 3, 4, 1, 2, 3, 4 }) {
			small.get(key);
		}
		assertEquals(4, reads.get());
		small.get(20);
		// only the two last are left
		small.get(4);
		assertEquals(5, reads.get());
		small.get(3);
		assertEquals(6, reads.get());
	}

	@Test
	void threadsThatWantTheSameReadItOnce() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			final List<Callable<String>> calls = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				calls.add(() -> things.get(5));
			}
			for (final Future<String> result : threads.invokeAll(calls)) {
				assertEquals("thing 5", result.get());
			}
		}
		finally {
			threads.shutdown();
		}
		assertEquals(1, reads.get());
	}

	@Test
	void aFailureIsNotRemembered() throws IOException {
		final AtomicInteger tries = new AtomicInteger();
		final RecentlyRead<String, String> shaky = new RecentlyRead<>(2, 0,
			thing -> 1, key -> {
				if (tries.incrementAndGet() == 1) throw new IOException("busy");
				return key;
			});
		assertThrows(IOException.class, () -> shaky.get("x"));
		assertEquals("x", shaky.get("x"));
	}
}
