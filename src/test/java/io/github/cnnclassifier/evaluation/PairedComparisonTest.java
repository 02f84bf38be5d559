
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.evaluation.ComparedPrediction.Said;

/** Two classifiers on the same images. */
class PairedComparisonTest {

	private final List<ComparedPrediction> images = new ArrayList<>();

	private void add(final String group, final String actual,
		final boolean firstRight, final boolean secondRight)
	{
		images.add(new ComparedPrediction("image" + images.size(), group, actual,
			new Said(firstRight ? actual : "other", 0.9f), new Said(secondRight
				? actual : "other", 0.8f)));
	}

	private void add(final int count, final String actual,
		final boolean firstRight, final boolean secondRight)
	{
		for (int i = 0; i < count; i++)
			add("", actual, firstRight, secondRight);
	}

	private PairedComparison compared() {
		return PairedComparison.of(images);
	}

	@Test
	void countsWhatBothOneAndNeitherGotRight() {
		add(50, "a", true, true);
		add(7, "a", true, false);
		add(12, "b", false, true);
		add(31, "b", false, false);
		final PairedComparison compared = compared();
		assertEquals(new PairedCounts(50, 7, 12, 31), compared.counts());
		assertEquals(0.57, compared.accuracy().first(), 1e-12);
		assertEquals(0.62, compared.accuracy().second(), 1e-12);
		assertEquals(0.05, compared.accuracy().value(), 1e-12);
		// recalls 57/57 and 0/43 against 50/57 and 12/43
		assertEquals(0.5, compared.balancedAccuracy().first(), 1e-12);
		assertEquals((50.0 / 57 + 12.0 / 43) / 2, compared.balancedAccuracy()
			.second(), 1e-12);
		assertEquals(McNemar.pValue(7, 12), compared.counts().pValue());
		assertEquals(19, compared.disagreements().size());
		assertEquals(Set.of("a", "b"), compared.byClass().keySet());
		assertEquals(new PairedCounts(50, 7, 0, 0), compared.byClass().get("a"));
	}

	/** The usual interval of a difference of paired shares. */
	@Test
	void withoutGroupsTheIntervalIsThatOfPairedImages() {
		add(700, "a", true, true);
		add(60, "a", true, false);
		add(100, "a", false, true);
		add(140, "a", false, false);
		final double half = 1.96 * Math.sqrt(160 - 40 * 40 / 1000.0) / 1000;
		final Difference found = compared().accuracy();
		assertEquals(0.04 - half, found.low(), 0.003);
		assertEquals(0.04 + half, found.high(), 0.003);
		assertEquals(found, compared().accuracy(), "the same again");
	}

	@Test
	void imagesOfOneGroupCountAsOne() {
		for (int i = 0; i < 400; i++)
			add("mouse" + i / 20, i % 2 == 0 ? "a" : "b", i / 20 % 5 != 0, i / 20 %
				4 != 0);
		final PairedComparison grouped = compared();
		assertEquals(20, grouped.units());
		assertTrue(grouped.isGrouped());
		assertEquals(20, grouped.byGroup().size());
		final double width = grouped.accuracy().high() - grouped.accuracy().low();
		images.replaceAll(image -> new ComparedPrediction(image.name(), "", image
			.actual(), image.first(), image.second()));
		final PairedComparison alone = compared();
		assertFalse(alone.isGrouped());
		assertTrue(width > 3 * (alone.accuracy().high() - alone.accuracy().low()),
			"" + width);
	}

	@Test
	void whatNeverDiffersIsNotCertain() {
		add(20, "a", true, true);
		add(20, "b", false, false);
		final Difference found = compared().accuracy();
		assertEquals(0, found.value());
		assertEquals(Interval.wilson(0, 40).high(), found.high());
		assertEquals(-found.high(), found.low());
		assertEquals(1, compared().counts().pValue());
	}

	@Test
	void oneGroupTellsNothingAndNoImageIsRefused() {
		assertThrows(IllegalArgumentException.class, this::compared);
		for (int i = 0; i < 10; i++)
			add("mouse", "a", i < 5, i < 7);
		assertEquals(-1, compared().accuracy().low());
		assertEquals(1, compared().accuracy().high());
	}
}
