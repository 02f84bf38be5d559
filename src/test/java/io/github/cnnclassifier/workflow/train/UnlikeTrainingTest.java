
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.workflow.OpenModel;

/** A training, for a moment only, tells digits from what is none. */
class UnlikeTrainingTest {

	private static final int SIZE = 28;

	private static SampleImage image(final float[] values) {
		return new SampleImage(SIZE, SIZE, 1, false, 8, Pixels.of(values), null,
			"made up");
	}

	private static double unknown(final CnnClassifier classifier,
		final List<SampleImage> images)
	{
		final List<Answer> answers = classifier.classifySamples(images);
		return answers.stream().filter(Answer::isUnknown).count() / (double) answers
			.size();
	}

	@Test
	void noiseAndBlankImagesAreUnknownAndDigitsAreNot() {
		final SplittableRandom random = new SplittableRandom(1);
		final List<SampleImage> noise = new ArrayList<>();
		final List<SampleImage> blank = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			final float[] values = new float[SIZE * SIZE];
			for (int k = 0; k < values.length; k++)
				values[k] = random.nextInt(256);
			noise.add(image(values));
			final float[] even = new float[SIZE * SIZE];
			java.util.Arrays.fill(even, 255 * i / 39);
			blank.add(image(even));
		}
		final List<SampleImage> digits = new ArrayList<>();
		for (int digit = 0; digit < 10; digit++) {
			for (int i = 0; i < 10; i++)
				digits.add(TinyModels.digitSample(digit, i));
		}
		Collections.shuffle(digits, new java.util.Random(1));
		try (CnnClassifier classifier = CnnClassifier.open(TinyModels
			.tellingDigits()))
		{
			assertEquals(1, unknown(classifier, noise));
			assertEquals(1, unknown(classifier, blank));
			assertTrue(unknown(classifier, digits) <= 0.08);
		}
	}

	@Test
	void theModelSaysWhereItsLimitsComeFrom() {
		final String statement = OpenModel.describe(TinyModels.tellingDigits())
			.training().settings().get("unlike");
		assertTrue(statement.startsWith("told; limits that hold 97 % of "),
			statement);
	}
}
