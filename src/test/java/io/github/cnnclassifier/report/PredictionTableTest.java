
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
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

	private PredictionTable read(final String... lines) throws IOException {
		return PredictionTable.read(file(String.join("\n", lines) + "\n"));
	}

	private static String refused(final Path file) {
		return assertThrows(UserFailure.class, () -> PredictionTable.read(file))
			.getMessage();
	}

	private static String refusedLabeled(final Path file) {
		return assertThrows(UserFailure.class, () -> PredictionTable.readLabeled(
			file)).getMessage();
	}

	@Test
	void thatOfACrossValidationIsReadBack() throws IOException {
		final HeldOutCsv csv = new HeldOutCsv(LABELS);
		final HeldOutRow right = new HeldOutRow("a/1 \"x\".png", "mouse 1", 2, 3,
			"b, or c", Optional.of(new Prediction(new float[] { 0.25f, 0.75f })), "");
		final HeldOutRow failed = new HeldOutRow("a/2.png", "", HeldOutRow.NOWHERE,
			HeldOutRow.NOWHERE, "a", Optional.empty(), "It is empty.");
		final PredictionTable table = PredictionTable.readLabeled(file("\uFEFF" +
			csv.header() + csv.line(right) + csv.line(failed)));
		assertEquals(LABELS, table.labels());
		assertTrue(table.outOfFold());
		assertEquals(csv.line(right), csv.line(table.rows().get(0).image()));
		assertEquals(failed, table.rows().get(1).image());
		assertEquals(1, table.failed());
		assertEquals(1, table.predictions().size());
		assertEquals("mouse 1", table.predictions().get(0).group());
	}

	@Test
	void thatOfAnEvaluationIsReadBack() throws IOException {
		final ClassLabels labels = new ClassLabels(List.of("M\u00fcll, \"grob\"",
			"b", "c d"));
		final EvaluationResult result = SampleReport.result(labels, 20, 0.8);
		final Evaluation written = SampleReport.side(result);
		EvaluationFiles.write(folder, written, List.of(), Map.of(), SampleReport
			.context("x"));
		final PredictionTable table = PredictionTable.readLabeled(folder.resolve(
			"predictions.csv"));
		assertEquals(labels, table.labels());
		assertEquals(Optional.of("test side"), table.side());
		assertFalse(table.outOfFold());
		assertEquals(result.figures(), table.result().figures());
		assertEquals(1, table.failed());
		final HeldOutRow failed = table.rows().get(written.images().size()).image();
		assertTrue(failed.prediction().isEmpty());
		assertTrue(failed.error().startsWith("The file is cut short"));
	}

	@Test
	void namesAndCountsOfAnEvaluationStay() throws IOException {
		final ClassLabels labels = new ClassLabels(List.of("b, or c", "a",
			"\"q\""));
		final EvaluationResult result = SampleReport.result(labels, 40, 0.7);
		final Path file = folder.resolve("predictions.csv");
		try (var out = Files.newOutputStream(file)) {
			EvaluatedCsv.write(out, SampleReport.side(result), List.of(), List.of(
				new FailedSample("x.png", "a", "It is \"damaged\".")));
		}
		final PredictionTable table = PredictionTable.readLabeled(file);
		assertEquals(1, table.failed());
		final EvaluationResult again = table.result();
		assertEquals(result.predictions().stream().map(LabeledPrediction::name)
			.toList(), again.predictions().stream().map(LabeledPrediction::name)
				.toList());
		for (int row = 0; row < labels.size(); row++)
			for (int column = 0; column < labels.size(); column++)
				assertEquals(result.matrix().count(row, column), again.matrix().count(
					row, column));
	}

	@Test
	void ofTwoThatAreEqualInFourDecimalsItIsTheOneThatIsNamed()
		throws IOException
	{
		final ClassLabels labels = new ClassLabels(List.of("b", "a", "c"));
		final HeldOutCsv csv = new HeldOutCsv(labels);
		final LabeledPrediction only = PredictionTable.readLabeled(file(csv
			.header() + csv.line(new HeldOutRow("1.png", "mouse", 1, 2, "a", Optional
				.of(new Prediction(new float[] { 0.49999f, 0.50001f, 0 })), ""))))
			.result().predictions().get(0);
		assertTrue(only.correct());
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0 }, only.prediction()
			.probabilities(), 1e-6f);
	}

	@Test
	void foldsMayHaveNamesWhereOnlyFiguresAreAskedFor() throws IOException {
		final PredictionTable table = read(
			"file,group,fold,actual,predicted,p_a,p_b",
			"1.png,mouse 1,one,a,b,0.5000,0.5000");
		assertEquals(Optional.of("out of fold"), table.side());
		assertEquals("mouse 1", table.rows().get(0).image().group());
		assertEquals(HeldOutRow.NOWHERE, table.rows().get(0).image().fold());
	}

	@Test
	void aTableOfAFolderHasNoClassesAndTellsNoSide() throws IOException {
		final PredictionTable table = read(
			"\uFEFFfile,class,confidence,p_a,p_b,error",
			"1.png,unknown,0.6000,0.6000,0.4000,");
		assertEquals(Optional.empty(), table.side());
		final HeldOutRow image = table.rows().get(0).image();
		assertEquals("", image.actual());
		assertEquals(0, image.prediction().orElseThrow().labelIndex());
		assertEquals(0, table.failed());
		assertEquals(List.of(), table.predictions());
	}

	@Test
	void imagesThatWereLearnedFromAreKnown() throws IOException {
		final PredictionTable table = read("file,p_a,p_b,trained", "1,1,0,true",
			"2,1,0,false", "3,1,0,");
		assertEquals(List.of(true, false, false), table.rows().stream().map(
			PredictionTable.Row::trained).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"p_value,file,confidence,p_a,p_b,note,note,p_a | 9,x,0.9,0.9,0.1,,,7",
		"p_b,file,confidence,p_a | 0.1,x,0.9,0.9", "p_b,file,p_a | 0.1,x,0.9",
		"p_b,confidence,file,p_a | 0.1,0.9,x,0.9" })
	void classesStandBehindTheConfidenceElseAnywhere(final String headings,
		final String line) throws IOException
	{
		final PredictionTable table = read(headings, line);
		final Prediction prediction = table.rows().get(0).image().prediction()
			.orElseThrow();
		assertEquals("a", table.labels().name(prediction.labelIndex()));
		assertEquals(2, table.labels().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"1.png,a,a,0.9,0.1,extra | Expected 5 cells in row 2 of the table, found 6",
		"1.png,a,a,much,0.1 | from 0 to 1 in the column 'p_a' in row 2 & 'much'",
		"1.png,a,a,1.5,-0.5 | from 0 to 1 in the column 'p_a' in row 2 & '1.5'",
		"1.png,a,a,NaN,0.5 | from 0 to 1 in the column 'p_a' in row 2 & 'NaN'",
		"1.png,a,a,, | from 0 to 1 in the column 'p_a' in row 2 & ''",
		"1.png,a,a,0.5,0.4 | sum is 1 in row 2 of the table, found a sum of 0.9000",
		"1.png,a,b,0.9,0.1 | in row 2 of the table, 'a', found 'b'",
		"1.png,a,unknown,0.9,0.1 | in the column predicted in row 2 & 'unknown'" })
	void aRowThatCannotBeUnderstoodHasAReasonOrTheTableIsRefused(
		final String line, final String reasons) throws IOException
	{
		final PredictionTable table = read("file,actual,predicted,p_a,p_b", line,
			"2.png,b,b,0.2,0.8");
		final HeldOutRow row = table.rows().get(0).image();
		assertEquals("1.png", row.name());
		assertTrue(row.prediction().isEmpty());
		assertTrue(table.rows().get(1).image().prediction().isPresent());
		final Path file = folder.resolve("p.csv");
		final String refused = refusedLabeled(file);
		assertTrue(refused.contains(file.toString()), refused);
		for (final String reason : reasons.split(" & ")) {
			assertTrue(row.error().contains(reason), row.error());
			assertTrue(refused.contains(reason), refused);
		}
	}

	@Test
	void aRowWithoutAPredictionIsNoDamage() throws IOException {
		read("file,actual,predicted,p_a,p_b,error", "1,a,,,,", "2,c,,,,It is cut.",
			"3,a,a,1,0,");
		final PredictionTable table = PredictionTable.readLabeled(folder.resolve(
			"p.csv"));
		assertEquals(2, table.failed());
		assertTrue(table.rows().get(0).image().error().startsWith(
			"There is no prediction in row 2"));
		assertEquals("It is cut.", table.rows().get(1).image().error());
	}

	@ParameterizedTest
	@ValueSource(strings = { "file;actual;p_a;p_b\n1;a;1;0\n",
		"file,actual,p_a\n1,a,1\n", "name,actual,p_a,p_b\n1,a,1,0\n",
		"file,p_a,p_b,p_a\n1,1,0,0\n", "file,file,p_a,p_b\n1,1,0,0\n",
		"file,p_a,p_b\n", "", "file,p_a,p_b\n1,\"1,0\n",
		"file,p_a,p_b\n\"1\"x,1,0\n", "file,p_,p_b\n1,1,0\n" })
	void anythingElseIsRefusedWithWhatIsExpected(final String text)
		throws IOException
	{
		final Path file = file(text);
		final String message = refused(file);
		assertTrue(message.contains(file.toString()), message);
		assertTrue(refusedLabeled(file).contains(file.toString()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | empty",
		"'path,class\nx,a\n' | the columns file, actual, predicted and p_CLASS & 'path,class'",
		"'file,actual,predicted,p_a\nx,a,a,1\n' | p_CLASS for each of at least two",
		"'file,actual,p_a,p_b\nx,a,1,0\n' | the columns file, actual, predicted and",
		"'file,actual,predicted,p_a,p_b\n' | found none",
		"'file,actual,predicted,p_a,p_b\nx,a,,,\n' | only 1 that failed",
		"'file,actual,predicted,p_a,p_b\nx,c,a,1,0\n' | in the column actual in row 2 & 'c'",
		"'file,actual,predicted,p_a,p_b\nx,,a,1,0\n' | in the column actual in row 2 & ''",
		"'file,fold,actual,predicted,p_a,p_b\nx,one,a,a,1,0\n' | number in the column fold in row 2 & 'one'",
		"'file,actual,predicted,p_a,p_b\n\"x,a,a,1,0\n' | a quote is opened and not closed" })
	void imagesWithTrueClassesNeedMoreAndTheMessageSaysWhat(final String text,
		final String expected) throws IOException
	{
		final Path file = file(text);
		final String message = refusedLabeled(file);
		assertTrue(message.contains(file.toString()), message);
		for (final String part : expected.split(" & "))
			assertTrue(message.contains(part), message);
	}

	@Test
	void aMissingFileAndOneThatIsNoTextAreRefused() throws IOException {
		final Path bytes = Files.write(folder.resolve("b.csv"), "\u00fc".getBytes(
			StandardCharsets.ISO_8859_1));
		assertTrue(refused(bytes).contains("UTF-8"));
		assertTrue(refusedLabeled(bytes).contains("UTF-8"));
		for (final Path none : List.of(folder, folder.resolve("none.csv")))
			assertTrue(refusedLabeled(none).contains("found no file '" + none +
				"'. Check the path"));
	}
}
