
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** Predictions of a table, evaluated like those of a test side. */
class EvaluatePredictionsTest {

	private static final String FOLDS =
		"file,group,repeat,fold,actual,predicted,confidence,p_a,p_b,correct,error\n";

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();

	private Path table(final String text) throws IOException {
		return Files.writeString(folder.resolve("predictions.csv"), text);
	}

	private EvaluateClassifier.Result evaluate(final Path table,
		final Set<String> exclude, final Path model, final Path output)
		throws IOException
	{
		return new EvaluatePredictions(new Listening(told)).run(
			new EvaluatePredictions.Request(table, exclude, Optional.ofNullable(
				model), false, Optional.ofNullable(output), false)).evaluated();
	}

	private EvaluateClassifier.Result evaluate(final String text)
		throws IOException
	{
		return evaluate(table(text), Set.of(), null, null);
	}

	private String refused(final String text) throws IOException {
		final Path table = table(text);
		return assertThrows(UserFailure.class, () -> evaluate(table, Set.of(), null,
			null)).getMessage();
	}

	@Test
	void foldsAreEvaluatedLikeATestSide() throws IOException {
		final Path output = folder.resolve("report");
		final EvaluateClassifier.Result result = evaluate(table(FOLDS +
			"1,m1,1,1,a,a,0.9,0.9,0.1,true,\n2,m1,1,1,b,b,0.8,0.2,0.8,true,\n" +
			"3,m2,1,2,a,b,0.6,0.4,0.6,false,\n4,,1,2,b,b,0.7,0.3,0.7,true,\n" +
			"5,,,,a,,,,,,It is damaged.\n"), Set.of(), null, output);
		final Evaluation evaluation = result.measured().orElseThrow();
		assertEquals("out of fold", evaluation.side().name());
		assertEquals(0.75, evaluation.value(Figure.ACCURACY).getAsDouble());
		assertEquals(3, evaluation.intervals().units());
		assertEquals("It is damaged.", result.failed().get(0).reason());
		assertTrue(Files.readString(output.resolve("metrics.csv")).contains(
			"side,4,4,,,,out of fold,overall"));
		assertTrue(Files.readString(output.resolve("report.html")).contains(
			"out of fold"));
		// and once more
		assertEquals(0.75, evaluate(output.resolve("predictions.csv"), Set.of(),
			null, null).evaluation().figures().accuracy());
		assertTrue(told.stream().noneMatch(line -> line.startsWith("Warning")), told
			.toString());
	}

	@Test
	void repeatsOfAnImageAreOneGroup() throws IOException {
		assertEquals(2, evaluate(FOLDS +
			"1,,1,1,a,a,0.9,0.9,0.1,true,\n2,,1,2,b,b,0.8,0.2,0.8,true,\n" +
			"1,,2,1,a,b,0.6,0.4,0.6,false,\n2,,2,2,b,b,0.7,0.3,0.7,true,\n")
			.measured().orElseThrow().intervals().units());
	}

	@Test
	void aTableThatTellsNoSideIsDoubted() throws IOException {
		assertEquals("unknown side", evaluate("file,actual,p_a,p_b\n1,a,0.9,0.1\n")
			.side());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Warning: The table does not tell which images these are")), told
				.toString());
		assertTrue(told.contains("Warning: No image is evaluated of 'b': " +
			"the figures say nothing of it."), told.toString());
	}

	@Test
	void withoutClassesThereArePredictionsAlone() throws IOException {
		final Path output = folder.resolve("report");
		final EvaluateClassifier.Result result = evaluate(table(
			"file,class,confidence,p_a,p_b,error\n1,a,0.9,0.9,0.1,\n"), Set.of(),
			null, output);
		assertEquals(Optional.empty(), result.measured());
		assertEquals(1, result.unlabeled().size());
		assertTrue(Files.exists(output.resolve("predictions.csv")));
		assertFalse(Files.exists(output.resolve("confusion_matrix.csv")));
		assertTrue(told.get(0).startsWith("1 of 1 rows"), told.toString());
	}

	@Test
	void rowsWithoutAClassStayInTheTableAndInNoFigure() throws IOException {
		final Path output = folder.resolve("report");
		assertEquals(2, evaluate(table(
			"file,actual,p_a,p_b\n1,a,0.9,0.1\n2,,0.9,0.1\n3,b,0.1,0.9\n"), Set.of(),
			null, output).evaluation().figures().n());
		assertTrue(Files.readAllLines(output.resolve("predictions.csv")).get(3)
			.startsWith("2,,a,"));
	}

	@Test
	void classesWithoutProbabilitiesAreRefusedUnlessTheyAreLeftOut()
		throws IOException
	{
		final String text = "file,actual,p_a,p_b\n1,a,0.9,0.1\n2,c,0.9,0.1\n";
		final String message = refused(text);
		assertTrue(message.contains("'a', 'b'") && message.contains("'c'") &&
			message.contains("exclude=c"), message);
		assertEquals(1, evaluate(table(text), Set.of("c"), null, null).evaluation()
			.figures().n());
		final Path table = table(text);
		assertThrows(WrongUsage.class, () -> evaluate(table, Set.of("d"), null,
			null));
	}

	@Test
	void predictionsOfAnotherModelAreRefused() throws IOException {
		final Path table = table("file,actual,p_a,p_b\n1,a,0.9,0.1\n");
		final String message = assertThrows(UserFailure.class, () -> evaluate(table,
			Set.of(), Path.of("digits"), null)).getMessage();
		assertTrue(message.contains("'0', '1'") && message.contains("'a', 'b'") &&
			message.contains("Leave model out"), message);
	}

	@Test
	void imagesThatWereLearnedFromAreRefused() throws IOException {
		final String text =
			"file,actual,p_a,p_b,side,trained\n1,a,0.9,0.1,%s,true\n2,b,0.1,0.9,%s,false\n";
		assertTrue(refused(text.formatted("all images", "all images")).contains(
			"found 1 of 2"));
		final EvaluateClassifier.Result result = evaluate(text.formatted(
			"training side", "training side"));
		assertEquals(1, result.measured().orElseThrow().trained());
	}

	@Test
	void nothingButFailedRowsIsAFailure() throws IOException {
		assertTrue(refused("file,actual,p_a,p_b\n1,a,2,0.1\n").contains(
			"The first one, '1': Expected a number from 0 to 1"));
	}

	@Test
	void theTableItselfIsNeverReplaced() throws IOException {
		final Path table = table("file,actual,p_a,p_b\n1,a,0.9,0.1\n");
		assertThrows(WrongUsage.class, () -> new EvaluatePredictions(Progress
			.none()).run(new EvaluatePredictions.Request(table, Set.of(), Optional
				.empty(), false, Optional.of(folder), true)));
	}
}
