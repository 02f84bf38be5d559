
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.model.UnlikeUse;

class PredictionCsvTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a,b",
		"\u00dcber"));

	private final PredictionCsv csv = new PredictionCsv(LABELS, Threshold.NONE);

	private static Optional<PredictionRow> parse(final PredictionCsv csv,
		final String row)
	{
		return csv.rowsBelow(csv.header()).orElseThrow().parse(row);
	}

	@Test
	void rowsOfAVersionWithOtherColumnsAreReadByTheirHeadings() {
		final PredictionRows rows = csv.rowsBelow(
			"score,p_\u00dcber,error,file,\"p_a,b\",class\n").orElseThrow();
		assertFalse(rows.areCurrent());
		final PredictionRow row = rows.parse("12,0.7500,,z.png,0.2500,\u00dcber\n")
			.orElseThrow();
		assertEquals("z.png", row.name());
		assertEquals(1, row.answer());
		assertArrayEquals(new float[] { 0.25f, 0.75f }, row.prediction()
			.probabilities());
		assertTrue(rows.parse(",,cut short,y.png,,\n").orElseThrow().isFailed());
		assertEquals(Optional.empty(), rows.parse("z.png,\u00dcber,0.75\n"));
	}

	@Test
	void aHeaderWithoutAllClassesIsNone() {
		for (final String header : List.of("", "file,class,error\n", csv.header()
			.replace("class", "answer"), csv.header().replace("error", "file"), csv
				.row("a", new Prediction(new float[] { 1, 0 }))))
			assertEquals(Optional.empty(), csv.rowsBelow(header), header);
	}

	@Test
	void rowsHaveFourDecimalsInEveryLanguage() {
		final Locale machine = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals("file,class,confidence,\"p_a,b\",p_\u00dcber,error\n", csv
				.header());
			assertEquals("z.png,\u00dcber,0.7500,0.2500,0.7500,\n", csv.row("z.png",
				new Prediction(new float[] { 0.25f, 0.75f })));
			assertEquals(
				"\"say \"\"a\"\".png\",,,,,\"Not an image, or cut short.\"\n", csv
					.failedRow("say \"a\".png", "Not an image, or cut short."));
			assertEquals("a.png,\"a,b\",1.0000,1.0000,0.0000,\n", csv.row("a.png",
				new Prediction(new float[] { 1, 0 })));
		}
		finally {
			Locale.setDefault(machine);
		}
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		final PredictionRow row = parse(csv, csv.row("a \"b\"\n,c.png",
			new Prediction(new float[] { 0.25f, 0.75f }))).orElseThrow();
		assertEquals("a \"b\"\n,c.png", row.name());
		assertEquals(1, row.answer());
		assertArrayEquals(new float[] { 0.25f, 0.75f }, row.prediction()
			.probabilities());
		final PredictionRow failed = parse(csv, csv.failedRow("x", "y\nz"))
			.orElseThrow();
		assertTrue(failed.isFailed());
		assertEquals("x", failed.name());
	}

	@Test
	void howUnlikeAnImageIsStandsInAColumnAndIsReadAgain() {
		final PredictionCsv telling = new PredictionCsv(LABELS, new Threshold(0,
			UnlikeUse.AUTO));
		assertEquals("file,class,confidence,\"p_a,b\",p_\u00dcber,unlike,error\n",
			telling.header());
		final String row = telling.row("z", new Prediction(new float[] { 0.25f,
			0.75f }, 1.25f));
		assertEquals("z,unknown,0.7500,0.2500,0.7500,1.2500,\n", row);
		final PredictionRow read = parse(telling, row).orElseThrow();
		assertEquals(2, read.answer());
		assertEquals(1.25f, read.prediction().unlike());
		assertEquals("z,,,,,,torn\n", telling.failedRow("z", "torn"));
		assertTrue(parse(telling, "z,,,,,,torn\n").orElseThrow().isFailed());
		assertEquals(Optional.empty(), parse(telling, row.replace("1.2500",
			"very")));
		assertTrue(Float.isNaN(parse(csv, csv.row("z", new Prediction(new float[] {
			1, 0 }))).orElseThrow().prediction().unlike()));
	}

	@Test
	void unsureAnswersAreUnknownWithTheirProbabilities() {
		final PredictionCsv unsure = new PredictionCsv(LABELS, new Threshold(0.8));
		final String row = unsure.row("z", new Prediction(new float[] { 0.25f,
			0.75f }));
		assertEquals("z,unknown,0.7500,0.2500,0.7500,\n", row);
		assertEquals(2, parse(unsure, row).orElseThrow().answer());
		assertEquals(Optional.empty(), parse(csv, row));
		assertThrows(WrongUsage.class, () -> new PredictionCsv(new ClassLabels(List
			.of("a", "unknown")), new Threshold(0.8)));
	}

	@Test
	void rowsOfOtherTablesAndTornOnesAreNone() {
		final String row = csv.row("z.png", new Prediction(new float[] { 0.25f,
			0.75f }));
		for (final String other : List.of("", "\n", csv.header(), row.replace(
			"\u00dcber", "c"), row.replace("0.2500", "much"), row.substring(0, row
				.length() - 10), "\"" + row, row + row))
			assertEquals(Optional.empty(), parse(csv, other), other);
	}

	@Test
	void otherNumberOfProbabilitiesIsRefused() {
		final Prediction three = new Prediction(new float[] { 1, 0, 0 });
		assertThrows(IllegalArgumentException.class, () -> csv.row("a", three));
	}
}
