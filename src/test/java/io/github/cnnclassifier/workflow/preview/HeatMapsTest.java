
package io.github.cnnclassifier.workflow.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatItem;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.Tools;

/** Maps of many images by the shipped digit classifier. */
class HeatMapsTest {

	private static final Path DIGITS = Path.of("sample-images/digits");

	private static HeatItem item(final int digit, final String className) {
		return new HeatItem(() -> digit(digit), className);
	}

	private static SampleImage digit(final int digit) throws IOException {
		return tools().reader().read(DIGITS.resolve(digit + "/" + digit +
			"_000.png"));
	}

	private static Tools tools() {
		return CnnClassifier.tools(Progress.none());
	}

	private static HeatMaps.Result run(final Progress progress,
		final int longestSide, final HeatItem... items)
	{
		return new HeatMaps(tools(), progress).run(new HeatMaps.Request(List.of(
			items), Path.of("digits"), InputOverrides.NONE, HeatMethod.OCCLUSION,
			longestSide));
	}

	@Test
	void oneThatCannotBeReadIsAReasonAndTheOthersHaveMaps() {
		final HeatMaps.Result result = run(Progress.none(), 0, item(3, ""), item(7,
			"1"), new HeatItem(() -> {
				throw new IOException("It was deleted.");
			}, "3"), item(4, "4"));
		assertEquals(4, result.maps().size());
		assertEquals("It was deleted.", result.maps().get(2).reason());
		assertEquals(List.of(3, 1, 4), result.maps().stream().filter(m -> !m
			.isFailed()).map(m -> m.result().labelIndex()).toList());
		final HeatMap three = result.first();
		assertTrue(three.probability() > 0.9);
		assertTrue(three.hasEvidence());
		assertEquals(28 * 28, three.values().length);
	}

	/** A seven that is asked why it is a one. */
	@Test
	void aClassThatIsNotPredictedHasAMapOfItsOwn() {
		final HeatMaps.Result result = run(Progress.none(), 0, item(7, "7"), item(7,
			"1"));
		final float[] seven = result.maps().get(0).result().values();
		final float[] one = result.maps().get(1).result().values();
		assertTrue(result.maps().get(1).result().probability() < 0.1);
		double product = 0;
		for (int i = 0; i < seven.length; i++)
			product += Math.max(0, seven[i]) * Math.max(0, one[i]);
		assertTrue(product < 0.5 * length(seven) * length(one), "cosine " +
			product / length(seven) / length(one));
	}

	private static double length(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += Math.max(0, value) * Math.max(0, value);
		return Math.sqrt(sum);
	}

	@Test
	void aFirstOneWithoutMapIsAFailureWithItsReason() {
		assertEquals("It was deleted.", assertThrows(UserFailure.class, () -> run(
			Progress.none(), 0, new HeatItem(() -> {
				throw new IOException("It was deleted.");
			}, "")).first()).getMessage());
	}

	@Test
	void smallMapsAreOfTheSideThatIsAskedFor() {
		final HeatMap small = run(Progress.none(), 14, item(3, "")).first();
		assertEquals("14 x 14", small.width() + " x " + small.height());
		final HeatMap large = run(Progress.none(), 100, item(3, "")).first();
		assertEquals("28 x 28", large.width() + " x " + large.height());
	}

	@Test
	void aClassThatTheModelLacksIsToldBeforeAnythingIsRead() {
		final AtomicInteger read = new AtomicInteger();
		final String message = assertThrows(WrongUsage.class, () -> run(Progress
			.none(), 0, new HeatItem(() -> {
				read.incrementAndGet();
				return digit(3);
			}, "3"), item(3, "ten"))).getMessage();
		assertTrue(message.startsWith(
			"Expected className to be one of the classes 0, 1, 2,"), message);
		assertTrue(message.endsWith("found 'ten'."), message);
		assertEquals(0, read.get());
	}

	@Test
	void stoppingEndsThemAll() {
		final AtomicInteger read = new AtomicInteger();
		assertThrows(CanceledException.class, () -> run(new CancelWhen(() -> read
			.get() == 1), 0, new HeatItem(() -> {
				read.incrementAndGet();
				return digit(3);
			}, "3"), item(4, "")));
		assertEquals(1, read.get());
	}

	@Test
	void nobodyIsToldOfAMethodThatWasAskedFor() {
		final List<String> told = new ArrayList<>();
		run(new Listening(told), 0, item(3, ""));
		assertEquals(List.of(), told);
	}
}
