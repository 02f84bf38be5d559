
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FreeHeapTest {

	private static final int BLOCK = 1 << 16;

	private static List<byte[]> blocks(final long bytes) {
		final List<byte[]> blocks = new ArrayList<>();
		for (long i = 0; i < bytes / BLOCK; i++)
			blocks.add(new byte[BLOCK]);
		return blocks;
	}

	@Test
	void whatIsInUseIsNotFree() {
		final long before = FreeHeap.bytes();
		final List<byte[]> open = blocks(before / 4);
		final long after = FreeHeap.bytes();
		assertTrue(after < before * 0.8, after + " of " + before);
		Reference.reachabilityFence(open);
	}

	/** Half of what is free becomes garbage. */
	@Test
	void whatNobodyRefersToIsFree() {
		final long before = FreeHeap.bytes();
		blocks(before / 2);
		final long after = FreeHeap.bytes();
		assertTrue(after > before * 0.9, after + " of " + before);
	}
}
