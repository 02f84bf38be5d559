
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Listening;

/** Which epochs can be gone on from. */
class StateKeeperTest {

	private final List<Integer> kept = new ArrayList<>();
	private final List<String> told = new ArrayList<>();
	private long millis;
	private long writing = 10;
	private boolean isFull;

	private final StateKeeper keeper = new StateKeeper(this::keep, new Listening(
		told), () -> TimeUnit.MILLISECONDS.toNanos(millis));

	private void keep(final TrainingState state) throws IOException {
		millis += writing;
		if (isFull) throw new FileSystemException("cells.resume", null,
			"No space left on device");
		kept.add(state.history().size());
	}

	private static TrainingState after(final int epochs) {
		return new TrainingState(new TrainingSettings(50, 4, 0.01,
			Augmentation.NONE, false, 1), new NetworkState(new Weights(List.of()), Map
				.of(), 0, 0), new Weights(List.of()), 0, new TrainingState.Best(0,
					Double.POSITIVE_INFINITY, Optional.empty()), Collections.nCopies(
						epochs, new EpochFigures(1, 1, 1, 1, 0.1)));
	}

	private void epochs(final int first, final int last, final long each) {
		for (int epoch = first; epoch <= last; epoch++) {
			millis += each;
			keeper.add(after(epoch));
		}
	}

	@Test
	void theBeginningAndEveryEpochThatTakesAWhileAreKept() {
		keeper.begin(after(0));
		epochs(1, 3, 200);
		assertEquals(List.of(0, 1, 2, 3), kept);
		assertEquals(List.of(), told);
	}

	@Test
	void whereEpochsAreShortWritingTakesATwentiethOfTheTime() {
		keeper.begin(after(0));
		epochs(1, 1000, 20);
		final double share = (double) kept.size() * writing / millis;
		assertTrue(share > 0.04 && share <= 0.05, String.valueOf(share));
	}

	@Test
	void howeverSlowTheDiskNoMoreThanFiveSecondsAndAnEpochAreLost() {
		writing = 1000;
		keeper.begin(after(0));
		epochs(1, 12, 500);
		assertEquals(List.of(0, 10), kept);
	}

	@Test
	void theLastEpochIsKeptInTheEndAndOnlyOnce() {
		keeper.begin(after(0));
		epochs(1, 2, 20);
		keeper.end();
		keeper.end();
		assertEquals(List.of(0, 2), kept);
	}

	@Test
	void aFullDiskIsSaidOnceAndTriedAgainUntilThereIsRoom() {
		keeper.begin(after(0));
		isFull = true;
		epochs(1, 3, 200);
		isFull = false;
		epochs(4, 5, 200);
		assertEquals(List.of(0, 4, 5), kept);
		assertEquals(2, told.size(), told.toString());
		assertTrue(told.get(0).startsWith("Warning: the state of the training " +
			"could not be kept: 'cells.resume': No space left on device. The " +
			"training goes on"), told.get(0));
		assertEquals("The state of the training is kept again, as of epoch 4.", told
			.get(1));
	}

	@Test
	void theLastStateIsThereAlsoIfTheDiskIsFull() {
		isFull = true;
		final TrainingState begun = after(0);
		keeper.begin(begun);
		assertSame(begun, keeper.last().get());
	}
}
