
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;

/** What makes figures doubtful is said, and nothing where nothing does. */
class ReportWarningsTest {

	/** @param counts rows of a matrix, one row after the other */
	private static final String CONFIDENCE = "The confidence is not what it says";

	private static List<String> warnings(final List<String> labels,
		final int... counts)
	{
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int i = 0; i < counts.length; i++)
			for (int k = 0; k < counts[i]; k++)
				predictions.add(new LabeledPrediction(i + " " + k, i / labels.size(),
					SampleReport.prediction(labels.size(), i % labels.size(), 0.9f)));
		return ofNumbers(new EvaluationResult(new ClassLabels(labels),
			predictions));
	}

	/** Without that of the confidence, which is 0.9 of whatever image here. */
	private static List<String> ofNumbers(final EvaluationResult result) {
		return ReportWarnings.of(result).stream().filter(text -> !text.startsWith(
			CONFIDENCE)).toList();
	}

	@Test
	void aConfidenceThatIsFarFromTheAccuracyIsTold() {
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int i = 0; i < 500; i++)
			predictions.add(new LabeledPrediction("i" + i, i % 2, SampleReport
				.prediction(2, i % 10 < 6 ? i % 2 : 1 - i % 2, 0.9f)));
		assertTrue(ReportWarnings.of(new EvaluationResult(new ClassLabels(List.of(
			"a", "b")), predictions)).stream().anyMatch(text -> text.startsWith(
				CONFIDENCE + ": it is 0.3000 away from the accuracy")));
	}

	@Test
	void manyImagesOfEachClassThatAreTakenForWhatTheyAreGiveNoWarning() {
		assertEquals(List.of(), warnings(List.of("a", "b"), 490, 10, 12, 488));
	}

	@Test
	void fewImagesAreToldWithTheWidthOfTheInterval() {
		final List<String> warnings = warnings(List.of("a", "b"), 14, 1, 2, 13);
		assertEquals(1, warnings.size(), warnings.toString());
		assertEquals(
			"Few images: with 30 of them, the accuracy is known no better " +
				"than from 0.74 to 0.97, an interval 0.22 wide at 95 %. About 120 would " +
				"make it half as wide.", warnings.get(0));
	}

	@Test
	void aClassThatIsNeverPredictedIsNamed() {
		final List<String> warnings = warnings(List.of("a", "b", "c"), 500, 0, 0, 0,
			500, 0, 40, 20, 0);
		assertEquals("Never predicted: \u201cc\u201d (60). The network does not " +
			"tell such a class from the others.", warnings.get(0));
		assertEquals(1, warnings.size(), warnings.toString());
	}

	@Test
	void strongImbalanceIsTold() {
		final List<String> warnings = warnings(List.of("a", "b"), 900, 5, 5, 80);
		assertEquals(
			"Strong imbalance: \u201ca\u201d (905) beside \u201cb\u201d (85) images. " +
				"The accuracy is mostly that of frequent classes; balanced accuracy and " +
				"macro F1 count each class the same.", warnings.get(0));
	}

	@Test
	void whatIsNoBetterThanGuessingIsTold() {
		final List<String> warnings = warnings(List.of("a", "b"), 240, 60, 120, 80);
		assertTrue(warnings.get(0).startsWith(
			"The accuracy is not clearly above 0.6000, the share"), warnings
				.toString());
	}

	@Test
	void imagesOfOneClassSayNothingOfTheOthers() {
		final List<String> warnings = warnings(List.of("a", "b"), 500, 3, 0, 0);
		assertEquals(
			"All images are of one class: the figures say nothing of the " +
				"others.", warnings.get(0));
		assertTrue(warnings.get(1).contains("say little: \u201cb\u201d (0)."),
			warnings.toString());
	}

	@Test
	void ofManySmallClassesTheFirstTenAreNamed() {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			labels.add("c" + i);
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			predictions.add(new LabeledPrediction("i" + i, i, SampleReport.prediction(
				40, i, 0.9f)));
		final String last = ofNumbers(new EvaluationResult(new ClassLabels(labels),
			predictions)).get(0);
		assertTrue(last.endsWith("\u201cc9\u201d (1) and 30 more."), last);
	}

	@Test
	void fewGroupsAreTold() {
		assertEquals(List.of(), ReportWarnings.ofGroups(5, "images"));
		assertTrue(ReportWarnings.ofGroups(2, "validation images").get(0)
			.startsWith("The validation images come from 2 groups only"));
		assertTrue(ReportWarnings.ofGroups(1, "images").get(0).startsWith(
			"The images come from a single group only"));
	}
}
