
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/** What a training begins with by itself. */
class DefaultStartTest {

	private static DefaultStart of(final int imagesOfAClass) {
		return DefaultStart.of(new DefaultStart.Images(3, imagesOfAClass, 64, 64));
	}

	@Test
	void whatIsKnownOfTheImagesIsTheirUsualNumberAndSize() {
		final List<SurveyedSample> samples = IntStream.range(0, 9).mapToObj(
			i -> sample(i < 2 ? "a" : i < 5 ? "b" : "c", 10 + i)).toList();
		assertEquals(new DefaultStart.Images(3, 3, 14, 28), DefaultStart.Images.of(
			samples));
	}

	private static SurveyedSample sample(final String label, final int width) {
		return new SurveyedSample(new Sample(label, label, null, () -> {
			throw new AssertionError("must not be read");
		}), label, width, 2 * width, 1, false, 8, null, 0, 1);
	}

	@Test
	void fewImagesTakeTheBackbone() {
		assertTrue(of(300).backbone());
		assertEquals(
			"since a class has 300 images in the median, not more than 300", of(300)
				.reason());
	}

	@Test
	void manyImagesTakeTheDefaultNetworkFromRandomWeights() {
		assertFalse(of(301).backbone());
		assertEquals("since a class has 301 images in the median, more than 300",
			of(301).reason());
	}
}
