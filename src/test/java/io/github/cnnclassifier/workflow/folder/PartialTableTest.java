
package io.github.cnnclassifier.workflow.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.RunSettings;

/** Rows that an earlier run has left. */
class PartialTableTest {

	private static final RunSettings SETTINGS = new RunSettings(Map.of("model",
		"m"));

	private final PredictionCsv csv = new PredictionCsv(new ClassLabels(List.of(
		"a", "b")), Threshold.NONE);

	@TempDir
	private Path folder;
	private Path output;

	@BeforeEach
	void choose() {
		output = folder.resolve("table.csv");
	}

	private PartialTable resumed() throws IOException {
		return PartialTable.open(output, Existing.CONTINUED, SETTINGS,
			new PredictionFormat(csv));
	}

	private static void add(final PartialTable table, final PredictionCsv csv,
		final String name) throws IOException
	{
		table.add(name, csv.row(name, new Prediction(new float[] { 1, 0 })), 0);
	}

	private static String text(final PartialTable table) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		table.writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** A later version has one more column, in another place. */
	private void leave(final String... rows) throws IOException {
		Files.writeString(folder.resolve("table.csv.partial"), SETTINGS.line() +
			"\nfile,doubt,class,confidence,p_b,p_a,error\n" + String.join("", rows));
	}

	@Test
	void rowsWithOtherColumnsAreContinued() throws IOException {
		leave("x.png,0.1,b,0.9000,0.9000,0.1000,\n", "y.png,,,,,,broken\n");
		try (PartialTable table = resumed()) {
			assertTrue(table.has("x.png"));
			assertFalse(table.has("y.png"));
			assertEquals(1, table.count(1));
			add(table, csv, "w.png");
			table.flush();
			assertEquals("file,class,confidence,p_a,p_b,error\n" +
				"w.png,a,1.0000,1.0000,0.0000,\n" + "x.png,b,0.9000,0.1000,0.9000,\n",
				text(table));
		}
	}

	@Test
	void rowsOfTwoVersionsAreContinuedOnceMore() throws IOException {
		leave("x.png,0.1,b,0.9000,0.9000,0.1000,\n");
		try (PartialTable table = resumed()) {
			add(table, csv, "w.png");
			table.flush();
		}
		try (PartialTable table = resumed()) {
			assertEquals(2, table.size());
			add(table, csv, "z.png");
			table.flush();
			assertEquals("file,class,confidence,p_a,p_b,error\n" +
				"w.png,a,1.0000,1.0000,0.0000,\n" + "x.png,b,0.9000,0.1000,0.9000,\n" +
				"z.png,a,1.0000,1.0000,0.0000,\n", text(table));
		}
	}

	/** More than is held in memory, so that it is copied piece by piece. */
	@Test
	void aLargeFinishedTableIsContinuedAlsoAfterAKillInBetween()
		throws IOException
	{
		final int count = 60_000;
		final StringBuilder all = new StringBuilder(csv.header());
		for (int i = 0; i < count; i++)
			all.append(csv.row("image%06d.png".formatted(i), new Prediction(
				new float[] { 1, 0 })));
		final byte[] table = all.toString().getBytes(StandardCharsets.UTF_8);
		Files.write(output, table);
		final MessageDigest digest = Sha256.digest();
		digest.update(table);
		new FinishedRun(SETTINGS, Sha256.hex(digest)).write(output);
		final Path partial = folder.resolve("table.csv.partial");
		for (final String left : new String[] { "", " ".repeat(SETTINGS.line()
			.length()) + "\n" + all.substring(0, 1_000_000) })
		{
			Files.writeString(partial, left);
			try (PartialTable resumed = resumed()) {
				assertEquals(count, resumed.size());
				add(resumed, csv, "z.png");
				resumed.flush();
				assertEquals(all + csv.row("z.png", new Prediction(new float[] { 1,
					0 })), text(resumed));
			}
			assertTrue(Files.readString(partial).startsWith(SETTINGS.line() + "\n" +
				csv.header()));
		}
	}

	@Test
	void aRowThatWasCutShortIsDoneAgain() throws IOException {
		leave("x.png,0.1,b,0.9000,0.9000,0.1000,\n", "y.png,0.2,a,0.9");
		try (PartialTable table = resumed()) {
			assertTrue(table.has("x.png"));
			assertFalse(table.has("y.png"));
		}
	}
}
