
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** How long a run takes is said once, by its first steps. */
class EpochPaceTest {

	private long now;

	private List<String> told(final double secondsPerStep,
		final long stepsPerEpoch, final int epochs)
	{
		final EpochPace pace = new EpochPace(() -> now);
		final List<String> told = new ArrayList<>();
		for (int step = 0; step < 40; step++) {
			// the first ones are slow and do not count
			now += (long) ((step < 2 ? 10 : secondsPerStep) * 1e9);
			pace.stepped(stepsPerEpoch, epochs).ifPresent(told::add);
		}
		return told;
	}

	@Test
	void aLongRunIsMeasuredOnFiveSecondsOfIt() {
		assertEquals(List.of("By the first 5 steps, an epoch takes about 100 s, " +
			"and 60 epochs 1.7 h; validation comes on top."), told(1, 100, 60));
		assertEquals(List.of("By the first 10 steps, an epoch takes about 50 s, " +
			"and 60 epochs 50 min; validation comes on top."), told(0.5, 100, 60));
		assertEquals(List.of("By the first 1 step, an epoch takes about 4 min, " +
			"and 1 epoch 4 min; validation comes on top."), told(6, 40, 1));
	}

	@Test
	void aShortRunIsNotTalkedAbout() {
		assertEquals(List.of(), told(1, 10, 11));
		assertEquals(List.of(), told(0.01, 40, 10_000));
	}
}
