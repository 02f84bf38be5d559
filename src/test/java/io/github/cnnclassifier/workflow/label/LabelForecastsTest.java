
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

/** What more labels would bring. */
class LabelForecastsTest {

	private static final int FEATURES = 20;

	private final List<Crop> crops = new ArrayList<>();
	private int[] labels;

	/** Clouds of two classes that overlap, the first ones with a label. */
	private FeatureSpace space(final int all, final int labeled,
		final double apart)
	{
		final SplittableRandom random = new SplittableRandom(3);
		final float[][] features = new float[all][FEATURES];
		labels = new int[all];
		Arrays.fill(labels, LabelBook.NONE);
		for (int i = 0; i < all; i++) {
			for (int f = 0; f < FEATURES; f++)
				features[i][f] = (float) (random.nextGaussian() + (f < 5 && i % 2 == 0
					? apart : 0));
			if (i < labeled) labels[i] = i % 2;
			crops.add(new Crop("crop " + i, "crop", null, "", () -> {
				throw new IOException("not read");
			}, null));
		}
		return FeatureSpace.of(features, new SeedTree(1));
	}

	private LabelForecast forecast(final FeatureSpace space) {
		return new LabelForecasts(space, labels, crops, number -> "class " + number,
			() -> false).forecast(new SeedTree(1)).orElseThrow();
	}

	@Test
	void ofEnoughLabelsItTellsTheAccuracyOfCropsLeftOut() {
		final LabelForecast forecast = forecast(space(200, 120, 1));
		assertEquals(120, forecast.labels());
		assertTrue(forecast.accuracy() > 0.75 && forecast.accuracy() < 0.98,
			forecast.toString());
		assertTrue(forecast.low() < forecast.accuracy() && forecast
			.accuracy() < forecast.high());
		assertTrue(forecast.words().contains("rough guide"), forecast.words());
		assertTrue(forecast.further() == 0 || forecast.expected() >= forecast
			.accuracy() - 0.02);
	}

	@Test
	void ofFewLabelsItTellsNothing() {
		final LabelForecast forecast = forecast(space(200, 20, 1));
		assertTrue(Double.isNaN(forecast.accuracy()));
		assertTrue(forecast.words().startsWith("Too few labels"));
	}

	@Test
	void ofManyLabelsItNamesTheClassThatHasTooFew() {
		final FeatureSpace space = space(300, 209, 1);
		Arrays.fill(labels, 0, 209, 0);
		labels[1] = 1;
		final String words = forecast(space).words();
		assertTrue(words.contains("'class 1' has one label only") && words.contains(
			"leave it out"), words);
		labels[1] = 0;
		final String one = forecast(space).words();
		assertTrue(one.contains("all 209 labels are of the class 'class 0'"), one);
	}

	@Test
	void aClassOfOneLabelIsNamedWhereTheOthersAreJudged() {
		final FeatureSpace space = space(200, 120, 1);
		labels[150] = 2;
		final LabelForecast forecast = forecast(space);
		assertTrue(forecast.accuracy() > 0.5, forecast.toString());
		assertTrue(forecast.words().contains("'class 2' has one label only"),
			forecast.words());
	}

	@Test
	void ofClassesThatNobodyCanTellApartItPromisesNothing() {
		final LabelForecast forecast = forecast(space(200, 100, 0));
		assertTrue(forecast.low() < 0.5 && forecast.accuracy() < 0.7, forecast
			.toString());
		assertTrue(forecast.further() == 0 || forecast.expected() < 0.75, forecast
			.words());
	}

	@Test
	void aStaleOneIsGivenUp() {
		final FeatureSpace space = space(200, 120, 1);
		assertEquals(Optional.empty(), new LabelForecasts(space, labels, crops,
			number -> "", () -> true).forecast(new SeedTree(1)));
	}
}
