
package io.github.cnnclassifier.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Listening;

class HalvedBatchesTest {

	private final List<String> told = new ArrayList<>();
	private final List<Integer> asked = new ArrayList<>();

	/** Inputs of two values; answers tell them back. */
	private Network room(final int most) {
		return new Network() {

			@Override
			public float[] predict(final float[] inputs, final int count) {
				asked.add(count);
				if (count > most) throw new OutOfMemoryError("full");
				final float[] firsts = new float[count];
				for (int i = 0; i < count; i++)
					firsts[i] = inputs[2 * i];
				return firsts;
			}

			@Override
			public float[] features(final float[] inputs, final int count) {
				predict(inputs, count);
				final float[] all = new float[2 * count];
				System.arraycopy(inputs, 0, all, 0, all.length);
				return all;
			}

			@Override
			public void close() {
				// holds nothing
			}
		};
	}

	private static float[] inputs(final int count) {
		final float[] inputs = new float[2 * count];
		for (int i = 0; i < inputs.length; i++)
			inputs[i] = i;
		return inputs;
	}

	@Test
	void aFullMemoryHalvesTheBatchUntilItFitsAndAllAnswersComeInOrder() {
		final HalvedBatches batches = new HalvedBatches(room(3));
		assertArrayEquals(new float[] { 0, 2, 4, 6, 8, 10, 12, 14, 16, 18 }, batches
			.predict(inputs(10), 10, new Listening(told)));
		assertEquals(List.of(10, 5, 3, 3, 3, 1), asked);
		assertEquals(List.of("Warning: the memory was full (full). From now on 5 " +
			"images instead of 10 go through the network at once.",
			"Warning: the memory was full (full). From now on 3 " +
				"images instead of 5 go through the network at once."), told);
	}

	@Test
	void laterBatchesAreSmallFromTheBeginning() {
		final HalvedBatches batches = new HalvedBatches(room(3));
		batches.features(inputs(6), 6, new Listening(told));
		asked.clear();
		assertArrayEquals(inputs(6), batches.features(inputs(6), 6, new Listening(
			told)));
		assertEquals(List.of(3, 3), asked);
		assertEquals(1, told.size());
	}

	@Test
	void bothAnswersAreHalvedTogether() {
		final BatchOutputs both = new HalvedBatches(room(2)).predictWithFeatures(
			inputs(5), 5, new Listening(told));
		assertArrayEquals(new float[] { 0, 2, 4, 6, 8 }, both.probabilities());
		assertArrayEquals(inputs(5), both.features());
	}

	@Test
	void aBatchThatFitsIsHandedOnAsItIs() {
		final float[] inputs = inputs(4);
		assertArrayEquals(inputs, new HalvedBatches(room(4)).features(inputs, 4,
			new Listening(told)));
		assertEquals(List.of(4), asked);
		assertEquals(List.of(), told);
	}

	@Test
	void noRoomForASingleInputIsSaidWithWhatToDo() {
		final String message = assertThrows(UserFailure.class,
			() -> new HalvedBatches(room(0)).predict(inputs(2), 2, new Listening(
				told))).getMessage();
		assertTrue(message.contains("(full)") && message.contains("Close images"),
			message);
	}
}
