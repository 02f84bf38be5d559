
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.model.ClassLabels;

/** Expected numbers: oracles/metrics.csv, made by oracles/metrics.py. */
class FiguresTest {

	private static final double EXACT = 1e-11;

	static List<CSVRecord> oracle() throws IOException {
		try (Reader reader = new InputStreamReader(FiguresTest.class
			.getResourceAsStream("/oracles/metrics.csv"), StandardCharsets.UTF_8))
		{
			return CSVFormat.DEFAULT.builder().setCommentMarker('#').setHeader()
				.setSkipHeaderRecord(true).get().parse(reader).getRecords();
		}
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void figuresAreThoseOfScikitLearn(final CSVRecord row) {
		final Figures figures = figures(Integer.parseInt(row.get("classes")), ints(
			row.get("truth")), ints(row.get("prediction")));
		assertEquals(number(row, "accuracy"), figures.accuracy(), EXACT);
		assertEquals(number(row, "low"), figures.accuracyInterval().low(), EXACT);
		assertEquals(number(row, "high"), figures.accuracyInterval().high(), EXACT);
		assertEquals(number(row, "balanced_accuracy"), figures.balancedAccuracy(),
			EXACT);
		assertEquals(number(row, "mcc"), figures.mcc(), EXACT);
		assertAverages(row, "macro", figures.macro());
		assertAverages(row, "micro", figures.micro());
		assertAverages(row, "weighted", figures.weighted());
	}

	@ParameterizedTest
	@MethodSource("oracle")
	void figuresOfEachClassAreThoseOfScikitLearn(final CSVRecord row) {
		final List<ClassFigures> classes = figures(Integer.parseInt(row.get(
			"classes")), ints(row.get("truth")), ints(row.get("prediction")))
			.classes();
		final double[] precision = doubles(row.get("class_precision"));
		final double[] recall = doubles(row.get("class_recall"));
		final double[] f1 = doubles(row.get("class_f1"));
		assertEquals(precision.length, classes.size());
		for (int i = 0; i < classes.size(); i++) {
			assertEquals(precision[i], classes.get(i).precision(), EXACT);
			assertEquals(recall[i], classes.get(i).recall(), EXACT);
			assertEquals(f1[i], classes.get(i).f1(), EXACT);
		}
	}

	@Test
	void undefinedClassesAreCountedAndNamed() {
		final Figures never = figures(3, new int[] { 0, 0, 1, 1, 2, 2 }, new int[] {
			0, 1, 1, 1, 0, 1 });
		assertEquals(1, never.undefinedPrecision());
		assertEquals(0, never.undefinedRecall());
		assertFalse(never.classes().get(2).precisionDefined());
		assertTrue(never.classes().get(2).recallDefined());
		final Figures absent = figures(4, new int[] { 0, 1 }, new int[] { 0, 2 });
		assertEquals(1, absent.undefinedPrecision());
		assertEquals(1, absent.undefinedRecall());
		assertFalse(absent.classes().get(3).appears());
	}

	@Test
	void noImagesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> figures(2, new int[0],
			new int[0]));
	}

	@Test
	void matrixOfOtherClassesIsRefused() {
		final ConfusionMatrix matrix = ConfusionMatrix.of(3, new int[] { 0 },
			new int[] { 0 });
		assertThrows(IllegalArgumentException.class, () -> Figures.of(labels(2),
			matrix));
	}

	private static void assertAverages(final CSVRecord row, final String kind,
		final Averages averages)
	{
		assertEquals(number(row, kind + "_precision"), averages.precision(), EXACT);
		assertEquals(number(row, kind + "_recall"), averages.recall(), EXACT);
		assertEquals(number(row, kind + "_f1"), averages.f1(), EXACT);
	}

	private static Figures figures(final int classes, final int[] actual,
		final int[] predicted)
	{
		return Figures.of(labels(classes), ConfusionMatrix.of(classes, actual,
			predicted));
	}

	private static ClassLabels labels(final int classes) {
		return new ClassLabels(IntStream.range(0, classes).mapToObj(i -> "class " +
			i).toList());
	}

	private static double number(final CSVRecord row, final String column) {
		return Double.parseDouble(row.get(column));
	}

	private static int[] ints(final String cell) {
		return Arrays.stream(cell.split(" ")).mapToInt(Integer::parseInt).toArray();
	}

	private static double[] doubles(final String cell) {
		return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble)
			.toArray();
	}

	@Test
	void guessingIsTheShareOfTheMostFrequentClassOfTheTruth() {
		assertEquals(0.6, Figures.of(new ClassLabels(List.of("a", "b")),
			ConfusionMatrix.of(2, new int[] { 0, 0, 0, 1, 1 }, new int[] { 1, 1, 1, 1,
				1 })).guessing(), 1e-12);
	}
}
