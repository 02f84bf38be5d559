
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Expected numbers: oracles/scores.csv, made by oracles/scores.py. */
class EvaluationOracleTest {

	private static final double EXACT = 1e-10;

	/** Scikit-learn divides by the sum once more after raising a zero. */
	private static final double RAISED = 1e-6;

	private static final float STEPS = 1024;

	private static final Map<String, Evaluation> KNOWN = new HashMap<>();

	static List<CSVRecord> oracle() throws IOException {
		try (Reader reader = new InputStreamReader(EvaluationOracleTest.class
			.getResourceAsStream("/oracles/scores.csv"), StandardCharsets.UTF_8))
		{
			return CSVFormat.DEFAULT.builder().setCommentMarker('#').setHeader()
				.setSkipHeaderRecord(true).get().parse(reader).getRecords();
		}
	}

	@Test
	void thereAreManyCases() throws IOException {
		assertTrue(oracle().size() >= 30);
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void figuresOfAllImagesAreThoseOfScikitLearn(final CSVRecord row) {
		final Evaluation evaluation = evaluation(row);
		final boolean raised = List.of(row.get("scores").split(" ")).contains("0");
		for (final Figure figure : Figure.values())
			assertFigure(row.get(figure.key()), evaluation.value(figure),
				figure == Figure.CROSS_ENTROPY && raised ? RAISED : EXACT, row.get(
					"name") + ": " + figure);
		final Figures figures = evaluation.result().figures();
		assertEquals(Double.parseDouble(row.get("weighted_recall")), figures
			.weighted().recall(), EXACT);
		// what is 0/0 counts as 0
		assertEquals(Double.parseDouble(row.get("kappa")), figures.kappa(), EXACT);
		assertEquals(Double.parseDouble(row.get("mcc")), figures.mcc(), EXACT);
	}

	private static void assertFigure(final String expected,
		final OptionalDouble found, final double tolerance, final String name)
	{
		if (found.isPresent()) assertEquals(Double.parseDouble(expected), found
			.getAsDouble(), tolerance, name);
		else assertTrue(expected.equals("-") || Double.parseDouble(expected) == 0,
			name + " should be " + expected);
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void areasOfEachClassAreThoseOfScikitLearn(final CSVRecord row) {
		final Evaluation evaluation = evaluation(row);
		for (final ClassFigure figure : List.of(ClassFigure.ROC_AUC,
			ClassFigure.AVERAGE_PRECISION))
		{
			final String[] expected = row.get(figure.key()).split(" ");
			for (int c = 0; c < expected.length; c++) {
				assertEquals(expected[c].equals("-"), evaluation.value(figure, c)
					.isEmpty(), row.get("name") + " " + c);
				assertFigure(expected[c], evaluation.value(figure, c), EXACT, row.get(
					"name") + " " + c);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void curvesHaveTheAreasOfTheFigures(final CSVRecord row) {
		final Evaluation evaluation = evaluation(row);
		for (int c = 0; c < evaluation.curves().size(); c++) {
			final ClassCurves curves = evaluation.curves().get(c);
			assertEquals(evaluation.value(ClassFigure.ROC_AUC, c).isPresent(), curves
				.roc().isPresent());
			assertEquals(evaluation.value(ClassFigure.AVERAGE_PRECISION, c)
				.isPresent(), curves.precisionRecall().isPresent());
			curves.roc().ifPresent(roc -> assertEquals(roc.area(), trapezoids(roc),
				EXACT));
			curves.roc().ifPresent(roc -> assertEnds(roc, 0, 0, 1, 1));
			curves.precisionRecall().ifPresent(curve -> assertEnds(curve, 0, 1, 1,
				curve.y()[curve.y().length - 1]));
		}
	}

	private static double trapezoids(final Curve curve) {
		double area = 0;
		for (int i = 1; i < curve.x().length; i++) {
			assertTrue(curve.x()[i] >= curve.x()[i - 1]);
			area += (curve.x()[i] - curve.x()[i - 1]) * (curve.y()[i] + curve.y()[i -
				1]) / 2;
		}
		return area;
	}

	private static void assertEnds(final Curve curve, final double x0,
		final double y0, final double x1, final double y1)
	{
		final int last = curve.x().length - 1;
		assertEquals(List.of(x0, y0, x1, y1), List.of(curve.x()[0], curve.y()[0],
			curve.x()[last], curve.y()[last]));
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void eachDefinedFigureLiesInItsInterval(final CSVRecord row) {
		final Evaluation evaluation = evaluation(row);
		for (final Figure figure : Figure.values()) {
			assertEquals(evaluation.value(figure).isPresent() &&
				!(figure == Figure.CROSS_ENTROPY && evaluation.intervals()
					.units() == 1), evaluation.intervals().of(figure).isPresent(), row
						.get("name") + " " + figure);
			evaluation.intervals().of(figure).ifPresent(i -> assertTrue(i.low() <= i
				.high() && Double.isFinite(i.low()) && Double.isFinite(i.high()),
				figure + " " + i));
		}
		for (final ClassFigure figure : ClassFigure.values())
			for (int c = 0; c < evaluation.curves().size(); c++)
				assertEquals(evaluation.value(figure, c).isPresent(), evaluation
					.intervals().of(figure, c).isPresent(), row.get("name") + " " +
						figure + " " + c);
	}

	@Test
	void noImagesAreRefused() {
		final ClassLabels labels = new ClassLabels(List.of("a", "b"));
		final EvaluatedSide side = new EvaluatedSide("test side", "");
		final List<EvaluatedImage> none = List.of();
		assertThrows(IllegalArgumentException.class, () -> new Evaluation(labels,
			side, none));
	}

	/** Each case takes a while, and several tests look at it. */
	private static Evaluation evaluation(final CSVRecord row) {
		return KNOWN.computeIfAbsent(row.get("name"), name -> evaluated(row));
	}

	private static Evaluation evaluated(final CSVRecord row) {
		final int classes = Integer.parseInt(row.get("classes"));
		final int[] truth = Arrays.stream(row.get("truth").split(" ")).mapToInt(
			Integer::parseInt).toArray();
		final String[] scores = row.get("scores").split(" ");
		final List<EvaluatedImage> images = new ArrayList<>();
		for (int i = 0; i < truth.length; i++) {
			final float[] probabilities = new float[classes];
			for (int c = 0; c < classes; c++)
				probabilities[c] = Integer.parseInt(scores[i * classes + c]) / STEPS;
			images.add(new EvaluatedImage(new LabeledPrediction("image" + i, truth[i],
				new Prediction(probabilities)), "", false));
		}
		return new Evaluation(new ClassLabels(IntStream.range(0, classes).mapToObj(
			i -> "class " + i).toList()), new EvaluatedSide("test side", "all of it"),
			images);
	}
}
