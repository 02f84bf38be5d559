
package io.github.cnnclassifier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;

class MemoryPlanTest {

	private static final NetworkSpec SMALL = new NetworkSpec(Presets.named(
		"tiny"), new InputShape(1, 28, 28), 10);

	@Test
	void theBatchIsHalvedUntilItFits() {
		final MemoryNeed need = new MemoryNeed(1000, 100);
		final long heap = 1L << 30;
		assertEquals(64, new MemoryPlan(1000 + 64 * 100, heap).batch(SMALL, need,
			64));
		assertEquals(32, new MemoryPlan(1000 + 64 * 100 - 1, heap).batch(SMALL,
			need, 64));
		assertEquals(1, new MemoryPlan(1100, heap).batch(SMALL, need, 64));
		final String message = assertThrows(UserFailure.class, () -> new MemoryPlan(
			1099, heap).batch(SMALL, need, 64)).getMessage();
		assertTrue(message.contains("28 x 28") && message.contains("MB"), message);
	}

	@Test
	void inputsOfABatchLeaveRoomInTheHeap() {
		final NetworkSpec large = new NetworkSpec(Presets.named("tiny"),
			new InputShape(3, 1024, 1024), 10);
		final MemoryNeed none = new MemoryNeed(0, 0);
		// six batches of images of 12 MB each in a quarter of 1 GB
		assertEquals(2, new MemoryPlan(0, 1L << 30).batch(large, none, 64));
		assertEquals(64, new MemoryPlan(0, 1L << 40).batch(large, none, 64));
	}
}
