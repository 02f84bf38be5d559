
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

class PredictionCsvTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a,b",
		"\u00dcber"));

	@TempDir
	Path folder;

	@Test
	void rowsComeBackInTheirOrderWithFourDecimals() throws IOException {
		final Path target = folder.resolve("classes.csv");
		final Locale machine = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try (PredictionCsv csv = PredictionCsv.create(target, LABELS)) {
			csv.classified("z.png", new Prediction(new float[] { 0.25f, 0.75f }));
			csv.failed("say \"a\".png", "Not an image, or cut short.");
			csv.classified("a.png", new Prediction(new float[] { 1, 0 }));
			csv.finish();
		}
		finally {
			Locale.setDefault(machine);
		}
		final String text = Files.readString(target);
		assertEquals("""
				file,class,confidence,"p_a,b",p_\u00dcber,error
				z.png,\u00dcber,0.7500,0.2500,0.7500,
				"say ""a"".png",,,,,"Not an image, or cut short."
				a.png,"a,b",1.0000,1.0000,0.0000,
				""", text);
		try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
			assertEquals(List.of("say \"a\".png", "", "", "", "",
				"Not an image, or cut short."), parser.getRecords().get(2).toList());
		}
	}

	@Test
	void unfinishedTableLeavesNothing() throws IOException {
		final Path target = folder.resolve("classes.csv");
		try (PredictionCsv csv = PredictionCsv.create(target, LABELS)) {
			csv.failed("a.png", "Not an image.");
		}
		assertFalse(Files.exists(target));
		assertEquals(0, folder.toFile().list().length);
	}

	@Test
	void otherNumberOfProbabilitiesIsRefused() throws IOException {
		try (PredictionCsv csv = PredictionCsv.create(folder.resolve("a.csv"),
			LABELS))
		{
			final Prediction three = new Prediction(new float[] { 1, 0, 0 });
			assertThrows(IllegalArgumentException.class, () -> csv.classified("a",
				three));
		}
	}
}
