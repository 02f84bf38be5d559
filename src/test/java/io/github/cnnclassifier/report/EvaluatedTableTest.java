
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

/** Predictions read back from tables. */
class EvaluatedTableTest {

	@TempDir
	private Path folder;

	private EvaluatedTable read(final String... lines) throws IOException {
		return EvaluatedTable.read(Files.writeString(folder.resolve("t.csv"), String
			.join("\n", lines) + "\n"));
	}

	@Test
	void whatAnEvaluationHasWrittenIsReadBack() throws IOException {
		final Evaluation written = SampleReport.side(SampleReport.result(
			new ClassLabels(List.of("M\u00fcll, \"grob\"", "b", "c\nd".replace('\n',
				' '))), 20, 0.8));
		EvaluationFiles.write(folder, written, List.of(), Map.of(), SampleReport
			.context("x"));
		final EvaluatedTable table = EvaluatedTable.read(folder.resolve(
			"predictions.csv"));
		assertEquals(written.result().labels(), table.labels());
		assertEquals(Optional.of("test side"), table.side());
		assertEquals(written.images().size() + 1, table.rows().size());
		for (int i = 0; i < written.images().size(); i++) {
			final EvaluatedTable.Row row = table.rows().get(i);
			assertEquals(written.images().get(i).labeled().name(), row.name());
			assertEquals(written.images().get(i).labeled().predicted(), row
				.prediction().orElseThrow().labelIndex());
		}
		final EvaluatedTable.Row failed = table.rows().get(written.images().size());
		assertTrue(failed.prediction().isEmpty());
		assertTrue(failed.error().startsWith("The file is cut short"));
	}

	@Test
	void aTableOfFoldsIsOutOfFoldAndHasItsGroups() throws IOException {
		final EvaluatedTable table = read(
			"file,group,repeat,fold,actual,predicted,confidence,p_a,p_b,correct,error",
			"1.png,mouse 1,1,2,a,b,0.5000,0.5000,0.5000,false,");
		assertEquals(Optional.of("out of fold"), table.side());
		assertEquals("mouse 1", table.rows().get(0).group());
		assertEquals(1, table.rows().get(0).prediction().orElseThrow().labelIndex(),
			"of two that are equal in four decimals, the one that is named");
	}

	@Test
	void aTableOfAFolderHasNoClassesAndTellsNoSide() throws IOException {
		final EvaluatedTable table = read(
			"\uFEFFfile,class,confidence,p_a,p_b,error",
			"1.png,unknown,0.6000,0.6000,0.4000,");
		assertEquals(Optional.empty(), table.side());
		assertEquals("", table.rows().get(0).actual());
		assertEquals(0, table.rows().get(0).prediction().orElseThrow()
			.labelIndex());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"1.png,a,a,0.9,0.1,extra | Expected 5 cells in line 2",
		"1.png,a,a,x,0.1 | probabilities from 0 to 1 in line 2",
		"1.png,a,a,1.5,-0.5 | probabilities from 0 to 1 in line 2",
		"1.png,a,a,NaN,0.5 | probabilities from 0 to 1 in line 2",
		"1.png,a,a,0.5,0.4 | sum is 1 in line 2 of the table, found a sum of 0.9000",
		"1.png,a,b,0.9,0.1 | line 2, 'a', found 'b'",
		"1.png,a,,, | probabilities from 0 to 1 in line 2" })
	void aRowThatCannotBeUnderstoodHasAReason(final String line,
		final String reason) throws IOException
	{
		final EvaluatedTable table = read("file,actual,predicted,p_a,p_b", line,
			"2.png,b,b,0.2,0.8");
		assertTrue(table.rows().get(0).error().contains(reason), table.rows().get(0)
			.error());
		assertTrue(table.rows().get(0).prediction().isEmpty());
		assertTrue(table.rows().get(1).prediction().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "file;actual;p_a;p_b\n1;a;1;0\n",
		"file,actual,p_a\n1,a,1\n", "name,actual,p_a,p_b\n1,a,1,0\n",
		"file,p_a,p_b,p_a\n1,1,0,0\n", "file,p_a,p_b\n", "",
		"file,p_a,p_b\n1,\"1,0\n", "file,p_,p_b\n1,1,0\n" })
	void anythingElseIsRefusedWithWhatIsExpected(final String text)
		throws IOException
	{
		final Path file = Files.writeString(folder.resolve("other.csv"), text);
		final String message = assertThrows(UserFailure.class, () -> EvaluatedTable
			.read(file)).getMessage();
		assertTrue(message.contains(file.toString()), message);
	}

	@Test
	void aMissingFileAndOneThatIsNoTextAreRefused() throws IOException {
		final Path bytes = Files.write(folder.resolve("b.csv"), "\u00fc".getBytes(
			StandardCharsets.ISO_8859_1));
		assertTrue(assertThrows(UserFailure.class, () -> EvaluatedTable.read(bytes))
			.getMessage().contains("UTF-8"));
		assertTrue(assertThrows(UserFailure.class, () -> EvaluatedTable.read(
			folder)).getMessage().contains("Check the path"));
	}
}
