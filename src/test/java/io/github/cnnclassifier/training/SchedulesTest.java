
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.LearningRateSchedule.OneCycle;
import io.github.cnnclassifier.training.LearningRateSchedule.Step;

/** Learning rates in the course of a run. */
class SchedulesTest {

	static List<String> labels() {
		return Schedules.labels();
	}

	@ParameterizedTest
	@MethodSource("labels")
	void everyRateIsAboveZeroAndNeverAboveTheHighest(final String label) {
		final LearningRateSchedule schedule = Schedules.parse(label);
		assertEquals(label, Schedules.label(schedule));
		for (final int total : new int[] { 1, 2, 3, 4, 7, 100, 1001 }) {
			for (int step = 0; step < total; step++) {
				final double rate = schedule.rate(step, total, 0.3);
				assertTrue(rate > 0 && rate <= 0.3, label + " " + step + " of " +
					total + ": " + rate);
			}
		}
		assertEquals(0.3, schedule.rate(0, 1, 0.3), 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "33,1", "34,0.1", "66,0.1", "67,0.01", "99,0.01",
		"100,0.01" })
	void stepsAreStairsOfEqualLength(final long step, final double rate) {
		assertEquals(rate, Step.DEFAULT.rate(step, 100, 1), 1e-12);
	}

	@Test
	void aConstantRateStays() {
		final LearningRateSchedule constant = Schedules.parse("constant");
		for (int step = 0; step < 10; step++)
			assertEquals(0.02, constant.rate(step, 10, 0.02), 0);
	}

	/** The recipe of the rates is oracles/optimizers.py. */
	@Test
	void oneCycleIsThatOfPyTorch() throws IOException {
		final String[] cells = Files.readAllLines(Path.of(
			"src/test/resources/oracles/optimizers.csv")).stream().map(line -> line
				.split(",")).filter(c -> c[0].equals("one-cycle")).findFirst()
			.orElseThrow();
		assertEquals(21, cells.length);
		for (int step = 0; step < 20; step++)
			assertEquals(Double.parseDouble(cells[step + 1]), OneCycle.DEFAULT.rate(
				step, 20, 1), 1e-9);
	}

	@Test
	void aScheduleThatDoesNotExistIsNamedWithThoseThatDo() {
		assertEquals("Expected schedule to be one of cosine, constant, step, " +
			"one-cycle, found 'linear'.", assertThrows(WrongUsage.class,
				() -> Schedules.parse("linear")).getMessage());
	}
}
