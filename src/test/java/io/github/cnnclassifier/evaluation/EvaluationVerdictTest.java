
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Whether it works, in words whose numbers are those of the evaluation. */
class EvaluationVerdictTest {

	private static final Pattern FIRST = Pattern.compile(
		"^(\\d+) of (\\d+) hidden images? right: ([\\d.]+) % \\(([\\d.]+) to " +
			"([\\d.]+) %\\)\\.");

	private final List<EvaluatedImage> images = new ArrayList<>();
	private List<String> labels = List.of("neutrophil", "lymphocyte",
		"eosinophil");

	private void add(final int count, final int actual, final int predicted) {
		for (int i = 0; i < count; i++) {
			final float[] probabilities = new float[labels.size()];
			probabilities[predicted] = 1;
			images.add(new EvaluatedImage(new LabeledPrediction("image" + images
				.size(), actual, new Prediction(probabilities)), "", false));
		}
	}

	private Evaluation evaluation() {
		return new Evaluation(new ClassLabels(labels), new EvaluatedSide(
			"test side", "as drawn"), images);
	}

	private EvaluationVerdict verdict() {
		return EvaluationVerdict.of(evaluation(), "hidden", "test");
	}

	@Test
	void itSaysHowManyAreRightWhatGuessingGivesAndWhatIsWeak() {
		add(25, 0, 0);
		add(1, 0, 1);
		add(13, 1, 1);
		add(2, 1, 0);
		add(1, 2, 2);
		add(2, 2, 0);
		final EvaluationVerdict verdict = verdict();
		assertEquals(EvaluationVerdict.Kind.WORKS_IN_PART, verdict.kind());
		assertTrue(verdict.text().startsWith(
			"39 of 44 hidden images right: 89 % ("), verdict.text());
		assertTrue(verdict.text().contains(
			"Guessing: always 'neutrophil' would be right for 59 %."), verdict
				.text());
		assertTrue(verdict.text().endsWith("Weak: eosinophil, 1 of 3 found, 2 " +
			"taken for neutrophil, only 3 test images: get more of these."), verdict
				.text());
		assertEquals(List.of(2), verdict.weak());
	}

	@Test
	void whatIsWellKnownWorks() {
		add(30, 0, 0);
		add(30, 1, 1);
		add(29, 2, 2);
		add(1, 2, 1);
		assertEquals(EvaluationVerdict.Kind.WORKS, verdict().kind());
		assertFalse(verdict().text().contains("Weak"), verdict().text());
	}

	@Test
	void fewImagesThatAreAllRightAreStillFew() {
		add(30, 0, 0);
		add(30, 1, 1);
		add(3, 2, 2);
		assertEquals(EvaluationVerdict.Kind.TOO_FEW, verdict().kind());
		assertTrue(verdict().text().endsWith(
			"Weak: eosinophil, only 3 test images: get more of these."), verdict()
				.text());
	}

	@Test
	void noBetterThanGuessingIsUnclear() {
		add(20, 0, 0);
		add(10, 1, 0);
		assertEquals(EvaluationVerdict.Kind.UNCLEAR, verdict().kind());
		assertTrue(verdict().text().contains(
			"That is not clearly better than guessing: always 'neutrophil' would be " +
				"right for 67 %."), verdict().text());
		assertTrue(verdict().text().contains(
			"There is no hidden image of 'eosinophil'."), verdict().text());
	}

	@Test
	void aSingleClassTellsNothing() {
		add(20, 0, 0);
		assertEquals(EvaluationVerdict.Kind.UNCLEAR, verdict().kind());
		assertTrue(verdict().text().contains("All of them are of one class"),
			verdict().text());
	}

	@Test
	void imagesThatWereLearnedFromJudgeNothing() {
		add(30, 0, 0);
		add(30, 1, 1);
		images.add(new EvaluatedImage(images.get(0).labeled(), "", true));
		assertEquals(EvaluationVerdict.Kind.NOT_JUDGED, verdict().kind());
		assertTrue(verdict().text().contains("used to train the model"), verdict()
			.text());
	}

	@Test
	void onlyAllIsAHundred() {
		add(299, 0, 0);
		add(1, 1, 0);
		assertTrue(verdict().text().startsWith(
			"299 of 300 hidden images right: 99.7 %"), verdict().text());
	}

	/** 80 drawn evaluations, of two to seven classes, good and bad. */
	@Test
	void numbersInTheSentenceAreThoseOfTheEvaluation() {
		final Random random = new Random(5);
		for (int turn = 0; turn < 80; turn++) {
			images.clear();
			final int classes = 2 + random.nextInt(6);
			labels = IntStream.range(0, classes).mapToObj(c -> "class" + (char) ('a' +
				c)).toList();
			final int n = 1 + random.nextInt(60);
			final double skill = random.nextDouble();
			for (int i = 0; i < n; i++) {
				final int actual = random.nextInt(classes);
				add(1, actual, random.nextDouble() < skill ? actual : random.nextInt(
					classes));
			}
			requireSameNumbers();
		}
	}

	private void requireSameNumbers() {
		final Evaluation evaluation = evaluation();
		final EvaluationResult result = evaluation.result();
		final String text = EvaluationVerdict.of(evaluation, "hidden", "test")
			.text();
		final Matcher first = FIRST.matcher(text);
		assertTrue(first.find(), text);
		assertEquals(result.matrix().correct(), Long.parseLong(first.group(1)),
			text);
		assertEquals(result.figures().n(), Long.parseLong(first.group(2)), text);
		assertPercent(result.figures().accuracy(), first.group(3), text);
		assertPercent(result.figures().accuracyInterval().low(), first.group(4),
			text);
		assertPercent(result.figures().accuracyInterval().high(), first.group(5),
			text);
		final Matcher guessing = Pattern.compile("would be right for ([\\d.]+) %")
			.matcher(text);
		if (guessing.find()) assertPercent(result.figures().guessing(), guessing
			.group(1), text);
		final Matcher found = Pattern.compile(
			"(class.), (\\d+) of (\\d+) found(?:, (\\d+) taken for (class.))?")
			.matcher(text);
		while (found.find()) {
			final int label = labels.indexOf(found.group(1));
			assertEquals(result.matrix().count(label, label), Long.parseLong(found
				.group(2)), text);
			assertEquals(result.matrix().rowSum(label), Long.parseLong(found.group(
				3)), text);
			if (found.group(4) != null) assertEquals(result.matrix().count(label,
				labels.indexOf(found.group(5))), Long.parseLong(found.group(4)), text);
		}
		final Matcher few = Pattern.compile(
			"(class.)[^;:]*, only (\\d+) test image").matcher(text);
		while (few.find())
			assertEquals(result.matrix().rowSum(labels.indexOf(few.group(1))), Long
				.parseLong(few.group(2)), text);
	}

	/** Rounded; nothing but all or nothing is 100 or 0. */
	private static void assertPercent(final double share, final String shown,
		final String text)
	{
		assertEquals(100 * share, Double.parseDouble(shown), 0.5 + 1e-9, text);
		assertEquals(share == 1, shown.equals("100"), text);
		assertEquals(share == 0, shown.equals("0"), text);
	}
}
