
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

class ReadPredictionsTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("b, or c",
		"a", "\"q\""));

	@TempDir
	private Path folder;

	@Test
	void theTableOfAnEvaluationIsReadBack() throws IOException {
		final EvaluationResult result = SampleReport.result(LABELS, 40, 0.7);
		final Path table = folder.resolve("predictions.csv");
		try (var out = Files.newOutputStream(table)) {
			EvaluatedCsv.write(out, SampleReport.side(result), List.of(), List.of(
				new FailedSample("x.png", "a", "It is \"damaged\".")));
		}
		final ReadPredictions read = ReadPredictions.of(table);
		assertEquals(1, read.failed());
		assertEquals(LABELS, read.result().labels());
		assertEquals(result.predictions().stream().map(LabeledPrediction::name)
			.toList(), read.result().predictions().stream().map(
				LabeledPrediction::name).toList());
		for (int row = 0; row < LABELS.size(); row++)
			for (int column = 0; column < LABELS.size(); column++)
				assertEquals(result.matrix().count(row, column), read.result().matrix()
					.count(row, column));
	}

	@Test
	void theTableOfACrossValidationIsReadBack() throws IOException {
		final HeldOutCsv csv = new HeldOutCsv(LABELS);
		final Path table = Files.writeString(folder.resolve("predictions.csv"),
			"\ufeff" + csv.header() + csv.line(new HeldOutRow("1.png", "mouse", 1, 2,
				"a", Optional.of(new Prediction(new float[] { 0.49999f, 0.50001f, 0 })),
				"")) + csv.line(new HeldOutRow("2.png", "", 0, 0, "", Optional.empty(),
					"no image")));
		final ReadPredictions read = ReadPredictions.of(table);
		assertEquals(1, read.failed());
		final LabeledPrediction only = read.result().predictions().get(0);
		assertTrue(only.correct());
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0 }, only.prediction()
			.probabilities(), 1e-6f);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "''; found none",
		"path,class|x,a; the columns file, actual and predicted",
		"file,actual,predicted,p_a|x,a,a,1; a column p_CLASS for each",
		"file,actual,predicted,p_a,p_b|x,c,a,1,0; Row 2 & the class 'c' has no",
		"file,actual,predicted,p_a,p_b|x,a,c,1,0; Row 2 & the class 'c' has no",
		"file,actual,predicted,p_a,p_b|x,a,a,one,0; Row 2 & is no number",
		"file,actual,predicted,p_a,p_b|x,a,a,1; expected 5 cells, found 4",
		"file,actual,predicted,p_a,p_b|x,a,,,; only 1 that failed",
		"'file,actual,predicted,p_a,p_b|\"x,a,,,'; a quote is not closed" })
	void whatIsNoSuchTableIsToldAsSuch(final String text, final String parts)
		throws IOException
	{
		final Path table = Files.writeString(folder.resolve("t.csv"), text.replace(
			'|', '\n') + "\n");
		final String message = assertThrows(UserFailure.class, () -> ReadPredictions
			.of(table)).getMessage();
		for (final String part : parts.split(" & "))
			assertTrue(message.contains(part), message);
	}
}
