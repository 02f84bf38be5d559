
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Tables of predictions that were written before. */
class PredictionTableTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a",
		"b, or c"));

	@TempDir
	private Path folder;

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("p.csv"), text);
	}

	@Test
	void thatOfACrossValidationIsReadBack() throws IOException {
		final HeldOutCsv csv = new HeldOutCsv(LABELS);
		final HeldOutRow right = new HeldOutRow("a/1 \"x\".png", "mouse 1", 2, 3,
			"b, or c", Optional.of(new Prediction(new float[] { 0.25f, 0.75f })), "");
		final HeldOutRow failed = new HeldOutRow("a/2.png", "", HeldOutRow.NOWHERE,
			HeldOutRow.NOWHERE, "a", Optional.empty(), "It is empty.");
		final PredictionTable table = PredictionTable.read(file("\uFEFF" + csv
			.header() + csv.line(right) + csv.line(failed)));
		assertEquals(LABELS, table.labels());
		assertTrue(table.fromFolds());
		assertEquals(csv.line(right), csv.line(table.rows().get(0)));
		assertEquals(failed, table.rows().get(1));
		assertEquals(1, table.predictions().size());
		assertEquals("mouse 1", table.predictions().get(0).group());
	}

	@Test
	void thatOfAnEvaluationIsReadBack() throws IOException {
		final EvaluationResult result = SampleReport.result(LABELS, 12, 0.8);
		EvaluationFiles.write(folder, SampleReport.side(result), List.of(), Map
			.of(), SampleReport.context("x"));
		final PredictionTable table = PredictionTable.read(folder.resolve(
			"predictions.csv"));
		assertFalse(table.fromFolds());
		assertEquals(LABELS, table.labels());
		final EvaluationResult again = new EvaluationResult(LABELS, table
			.predictions().stream().map(held -> held.labeled()).toList());
		assertEquals(result.figures(), again.figures());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | it is empty",
		"'a,b\n1,2\n' | no column 'file'",
		"'file,actual,predicted,confidence,correct\n' | classes cannot be right",
		"'file,actual,predicted,confidence,p_a,p_b\n' | found none",
		"'file,actual,predicted,confidence,p_a,p_b\nx,a,a,0.9,0.9\n' | Row 2 of & 5 cells instead of 6",
		"'file,actual,predicted,confidence,p_a,p_b\nx,c,a,0.9,0.9,0.1\n' | the class 'c'",
		"'file,actual,predicted,confidence,p_a,p_b\nx,a,c,0.9,0.9,0.1\n' | predicts 'c'",
		"'file,actual,predicted,confidence,p_a,p_b\nx,a,a,0.9,much,0.1\n' | 'much' in the column 'p_a'",
		"'file,actual,predicted,confidence,p_a,p_b\nx,a,a,0.9,NaN,0.1\n' | 'NaN' in the column 'p_a'",
		"'file,fold,actual,predicted,confidence,p_a,p_b\nx,one,a,a,0.9,0.9,0.1\n' | 'one' in the column 'fold'",
		"'file,actual,predicted,confidence,p_a,p_b\n\"x,a,a,0.9,0.9,0.1\n' | quotes" })
	void anythingElseIsRefusedAndTheMessageSaysWhy(final String text,
		final String expected) throws IOException
	{
		final Path file = file(text);
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PredictionTable.read(file));
		for (final String part : expected.split(" & "))
			assertTrue(failure.getMessage().contains(part), failure.getMessage());
	}

	@Test
	void aMissingFileAndOtherBytesAreRefused() throws IOException {
		assertTrue(assertThrows(UserFailure.class, () -> PredictionTable.read(folder
			.resolve("none.csv"))).getMessage().contains("is not a file"));
		final Path bytes = Files.write(folder.resolve("b.csv"), new byte[] {
			(byte) 0xff, (byte) 0xfe, 0 });
		assertTrue(assertThrows(UserFailure.class, () -> PredictionTable.read(
			bytes)).getMessage().contains("UTF-8"));
	}
}
